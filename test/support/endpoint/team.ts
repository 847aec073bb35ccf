import type {Access} from '../../../src/endpoint/access/access.js';
import {tokenFor} from './tokens.js';
import {exampleRight, exampleSubmission, inboxToken, origin, type TestEndpoint} from './endpoint.js';

/** Somebody of the team in a browser: follows redirects and keeps the session. */
export interface Member {
  get(path: string): Promise<Response>;
  post(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  cookie: string | undefined;
}

const ownPage = {'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin', Origin: 'null'};

export function memberAt(endpoint: TestEndpoint): Member {
  const member: Member = {
    cookie: undefined,
    get: (path) => endpoint.ask(path, {headers: withCookie({})}),
    async post(path, fields = {}, headers = ownPage) {
      const response = await endpoint.ask(path, {method: 'POST', headers: withCookie(headers), body: new URLSearchParams(fields).toString()});
      const set = response.headers.get('Set-Cookie');
      if (set !== null) member.cookie = set.split(';')[0];
      return response;
    },
  };
  const withCookie = (headers: Record<string, string>) => ({...headers, ...(member.cookie !== undefined && {Cookie: member.cookie})});
  return member;
}

/** A member who has signed in with the token. */
export async function signedIn(endpoint: TestEndpoint): Promise<Member> {
  const member = memberAt(endpoint);
  const response = await member.post('/inbox/sign-in', {token: inboxToken});
  if (response.status !== 303) throw new Error(`Signing in answered ${response.status}`);
  return member;
}

/** A member who has signed in with a token of their own of this access. */
export async function memberWith(endpoint: TestEndpoint, access: Partial<Access>): Promise<Member> {
  const member = memberAt(endpoint);
  await member.post('/inbox/sign-in', {token: await tokenFor(endpoint, access)});
  return member;
}

/** The id of an example that has arrived, with these changes and answers. */
export async function arrives(endpoint: TestEndpoint, changes: Record<string, unknown> = {}, answers: Record<string, unknown> = {}): Promise<string> {
  const base = exampleSubmission({right: exampleRight});
  const response = await endpoint.post({...base, ...changes, answers: {...base.answers, ...answers}});
  if (response.status !== 201) throw new Error(await response.text());
  return base.id;
}

/** Where a redirect leads, as a path. */
export function leadsTo(response: Response): string {
  return new URL(response.headers.get('Location') ?? '', origin).pathname;
}

/** The links of a page within the inbox to single submissions. */
export function entriesOn(html: string): string[] {
  return [...html.matchAll(/<h2 id="[^"]*"><a href="(\/inbox\/[^"]*)">/g)].map(([, path]) => path!);
}

/** The texts of the blocks that hold people's words, letter for letter. */
export function wordsOn(html: string): string[] {
  const blocks = [...html.matchAll(/<div class="words"[^>]*>([^]*?)<\/div>/g)].map(([, inside]) => inside!.replace(/<[^>]*>/g, ''));
  return blocks.map((text) => text.replace(/&(amp|lt|gt|quot|#39|#13);/g, (entity) => ({'&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#13;': '\r'})[entity]!));
}
