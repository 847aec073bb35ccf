import {readFile, stat} from 'node:fs/promises';
import {extname, join} from 'node:path';
import {promisify} from 'node:util';
import {brotliCompress, gzip} from 'node:zlib';
import {entityTag, isCurrent} from '../cached-response.js';
import {problem} from '../problem.js';
import type {Route} from '../route.js';

/** What `/elements/` serves; anything else in the folder is not for browsers. */
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

// A new version reaches every page within this time.
const moving = 'public, max-age=300';
const forGood = 'public, max-age=31536000, immutable';

type Encoding = 'br' | 'gzip' | 'identity';
type Encoded = Record<Encoding, Uint8Array>;

const encode = {br: promisify(brotliCompress), gzip: promisify(gzip), identity: async (bytes: Uint8Array) => bytes};

// By path and time of change: a build while the endpoint runs is served as built.
const cache = new Map<string, {changed: number; encoded: Promise<Encoded>}>();

const serve: Route = {
  method: 'GET',
  path: '/elements/:version/*',
  operation: {
    summary: 'The browser code: `v1` moves with every release, a whole version such as `0.1.0` never changes',
    answers: {
      200: {description: 'The file', type: 'text/javascript', headers: ['ETag']},
      304: {description: 'What the asker holds still stands', headers: ['ETag']},
      404: {description: 'No such file in this version'},
    },
  },
  async handle({request, parameters}, {elementsFolder, version: pinned}) {
    const {version, rest = ''} = parameters;
    const isPinned = version === pinned;
    const type = types[extname(rest)];
    const encoded = (isPinned || version === 'v1') && type && isPlainPath(rest) ? await fileAt(join(elementsFolder, rest)) : undefined;
    if (!encoded) return problem(404, 'not-found', 'There is no such file in this version');

    const encoding = bestEncoding(request.headers.get('Accept-Encoding') ?? '');
    const tag = entityTag(encoded.identity, encoding === 'identity' ? '' : `-${encoding}`);
    const headers: Record<string, string> = {
      'Content-Type': type ?? '',
      // A chunk's name holds a hash of what is in it.
      'Cache-Control': isPinned || rest.startsWith('chunks/') ? forGood : moving,
      ETag: tag,
      Vary: 'Accept-Encoding',
      ...(encoding === 'identity' ? {} : {'Content-Encoding': encoding}),
    };
    if (isCurrent(request, tag)) return new Response(null, {status: 304, headers});
    const body = encoded[encoding];
    return new Response(Uint8Array.from(body), {headers: {...headers, 'Content-Length': String(body.byteLength)}});
  },
};

export const assetRoutes: readonly Route[] = [serve];

/** Names of folders and a file, none of them a way out or hidden. */
function isPlainPath(path: string): boolean {
  return /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(path);
}

async function fileAt(path: string): Promise<Encoded | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  const known = cache.get(path);
  if (known?.changed === found.mtimeMs) return known.encoded;
  const encoded = encodedFile(path);
  cache.set(path, {changed: found.mtimeMs, encoded});
  encoded.catch(() => cache.delete(path));
  return encoded;
}

async function encodedFile(path: string): Promise<Encoded> {
  const identity = await readFile(path);
  const [br, gzipped] = await Promise.all([encode.br(identity), encode.gzip(identity)]);
  return {identity, br, gzip: gzipped};
}

/** The smallest that the asker takes; a coding with `q=0` is refused by it. */
function bestEncoding(accepted: string): Encoding {
  const taken = accepted.toLowerCase().split(',').map((each) => each.trim()).filter((each) => !/;\s*q=0(\.0*)?$/.test(each)).map((each) => each.split(';')[0]?.trim());
  return taken.includes('br') ? 'br' : taken.includes('gzip') ? 'gzip' : 'identity';
}
