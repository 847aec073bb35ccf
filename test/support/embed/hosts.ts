import {readFileSync, readdirSync} from 'node:fs';
import {createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {extname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {words} from '../../../src/locale/words.js';
import {builtInSet} from '../../../src/domain/questionnaire/sets/built-in-sets.js';
import {builtInSignposts} from '../../../src/domain/signposting/built-in-directory.js';
import {receipt, receiver} from '../contract/contract-examples.js';
import {area, rating, services} from './rating-host.js';

// All of it at once: a build that goes on meanwhile gives the parts other names.
const folder = fileURLToPath(new URL('../../../dist/elements/', import.meta.url));
const built = new Map((readdirSync(folder, {recursive: true}) as string[]).filter((name) => extname(name) === '.js').map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]));

export interface Asked {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
}

/** An endpoint that serves the built browser code and answers what a form asks; nothing is kept. */
export interface ExampleEndpoint {
  origin: string;
  asked: Asked[];
  /** The bodies of what was sent, in order. */
  posted: string[];
  /** Paths that begin so are answered with 503. */
  broken: Set<string>;
  /** Paths that begin so are answered once what stands behind them has come. */
  held: Map<string, Promise<unknown>>;
  /** What else it serves, by path. */
  scripts: Map<string, string>;
  close(): void;
}

export async function startEndpoint(): Promise<ExampleEndpoint> {
  const asked: Asked[] = [];
  const posted: string[] = [];
  const broken = new Set<string>();
  const held = new Map<string, Promise<unknown>>();
  const scripts = new Map<string, string>();
  const {origin, close} = await listen(async (request, response) => {
    const {method = '', url = '', headers} = request;
    const {pathname} = new URL(url, 'http://localhost');
    asked.push({method, path: url, headers});
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', 'Content-Type, Idempotency-Key');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.setHeader('Cache-Control', 'no-store');
    for (const [start, release] of held) if (pathname.startsWith(start)) await release;
    if ([...broken].some((start) => pathname.startsWith(start))) return response.writeHead(503).end();
    // A moving and a pinned address for the same files, as the endpoint has them.
    const script = scripts.get(pathname) ?? built.get(/^\/elements\/[^/]+\/(.+)$/.exec(pathname)?.[1] ?? '');
    if (script !== undefined) return response.writeHead(200, {'Content-Type': 'text/javascript'}).end(script);
    return answer(request, response, pathname, posted);
  });
  return {origin, asked, posted, broken, held, scripts, close};
}

async function answer(request: IncomingMessage, response: ServerResponse, pathname: string, posted: string[]): Promise<void> {
  const json = (status: number, value: unknown) => void response.writeHead(status, {'Content-Type': 'application/json'}).end(JSON.stringify(value));
  if (request.method === 'OPTIONS') return void response.writeHead(204).end();
  if (pathname === '/v1/receiver') return json(200, receiver);
  if (pathname === '/v1/signposts') return json(200, builtInSignposts(words('en')));
  if (/^\/v1\/services\/[^/]+\/rating$/.test(pathname)) return json(200, rating);
  if (/^\/v1\/services\/[^/]+$/.test(pathname)) return json(200, {id: pathname.split('/').at(-1), level: 'location', name: 'Example House', status: {kind: 'registered'}});
  if (pathname === '/v1/places/exampleshire') return json(200, area);
  if (pathname === '/v1/places/exampleshire/services') return json(200, {services});
  if (pathname === '/v1/question-sets/example') return json(200, {...builtInSet('quick'), id: 'example'});
  if (pathname !== '/v1/submissions') return json(404, {title: 'Not found', status: 404});
  let body = '';
  for await (const part of request) body += String(part);
  posted.push(body);
  return json(201, {...receipt, id: (JSON.parse(body) as {id: string}).id});
}

/** Somebody's website: pages of HTML, each with a policy of its own. */
export interface Website {
  origin: string;
  /** Puts a page up and says where. Every breach of its policy is also reported, and stands in `reports`. Unless `mayBeStored`, browsers drop it once it is left. */
  put(page: {head?: string; body: string; policy?: string; mayBeStored?: boolean}): string;
  reports: string[];
  close(): void;
}

export async function startWebsite(): Promise<Website> {
  const pages: {html: string; policy: string | undefined; mayBeStored: boolean}[] = [];
  const reports: string[] = [];
  const {origin, close} = await listen(async (request, response) => {
    if (request.url === '/reports') {
      let report = '';
      for await (const part of request) report += String(part);
      reports.push(report);
      return response.writeHead(204).end();
    }
    const page = pages[Number(request.url?.slice(1) || NaN)];
    if (!page) return response.writeHead(404).end();
    const headers = {'Content-Type': 'text/html; charset=utf-8', ...(!page.mayBeStored && {'Cache-Control': 'no-store'}), ...(page.policy && {'Content-Security-Policy': `${page.policy}; report-uri /reports`})};
    return response.writeHead(200, headers).end(page.html);
  });
  return {
    origin, reports, close,
    put({head = '', body, policy, mayBeStored = false}) {
      const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A website</title>${head}</head><body><h1>A website</h1>${body}</body></html>`;
      return `${origin}/${pages.push({html, policy, mayBeStored}) - 1}`;
    },
  };
}

async function listen(listener: (request: IncomingMessage, response: ServerResponse) => Promise<unknown>) {
  const server: Server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
