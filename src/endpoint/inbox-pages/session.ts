import {createHmac, timingSafeEqual} from 'node:crypto';
import {accessByName, named, whoAsks, type Asker} from '../access/who-asks.js';
import type {Dependencies, InboxAccess} from '../dependencies.js';
import type {Keys} from '../keys.js';
import {isSecure} from '../reached-at.js';

const goodFor = 8 * 60 * 60;
const cookieName = 'care-inbox';

/** A session that ends by itself: who, until when, and the signature. The token is not in it. */
export function newSession(label: string, {inbox, keys, clock}: Pick<Dependencies, 'inbox' | 'keys' | 'clock'>): string {
  const text = Buffer.from(JSON.stringify({label, until: clock().getTime() + goodFor * 1000})).toString('base64url');
  return `${text}.${signature(text, inbox, keys).toString('base64url')}`;
}

/** The header that keeps a session in the browser of somebody of the team. */
export function sessionCookie(session: string, request: Request): string {
  return cookie(session, goodFor, request);
}

/** The header that ends it there. */
export function noSessionCookie(request: Request): string {
  return cookie('', 0, request);
}

/** Who asks for a page: by the token itself, as the proxy names them, or by their session. */
export async function readerOf(request: Request, dependencies: Pick<Dependencies, 'inbox' | 'keys' | 'clock' | 'store'>): Promise<Asker | undefined> {
  const asker = await whoAsks(request, dependencies);
  if (asker) return asker;
  const {inbox, keys, clock} = dependencies;
  const session = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w.-]+)`).exec(request.headers.get('Cookie') ?? '')?.[1];
  const label = session === undefined ? undefined : labelIn(session, inbox, keys, clock());
  // Looked up each time, so that a session ends when its token does.
  const access = label === undefined ? undefined : await accessByName(label, dependencies);
  return access && named(access, 'session', request, dependencies);
}

function labelIn(session: string, inbox: InboxAccess, keys: Keys, now: Date): string | undefined {
  const [text = '', signed = ''] = session.split('.');
  const [given, right] = [Buffer.from(signed, 'base64url'), signature(text, inbox, keys)];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const {label, until} = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as {label: string; until: number};
  return until > now.getTime() ? label : undefined;
}

function signature(text: string, {fingerprint}: InboxAccess, {formSigning}: Keys): Buffer {
  // The label keeps what is signed here apart from all else that this key signs;
  // with the token's fingerprint in it, a new token ends every session.
  return createHmac('sha256', formSigning).update(`inbox session\n${text}\n`).update(fingerprint).digest();
}

function cookie(value: string, seconds: number, request: Request): string {
  // Lax, so that a link in somebody's webmail finds them signed in; no browser sends it with another website's POST.
  return `${cookieName}=${value}; Path=/inbox; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure(request) ? '; Secure' : ''}`;
}
