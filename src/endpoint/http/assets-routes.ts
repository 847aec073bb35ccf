import {readFile, stat} from 'node:fs/promises';
import {extname, join} from 'node:path';
import {Hono} from 'hono';
import {describeRoute} from 'hono-openapi';
import {answerEncoded, encodedBody, type Encoded} from './encoded-response.js';
import type {EndpointEnvironment} from './environment.js';
import {otherAnswer, refusal, unchanged} from './openapi/describe.js';
import {problem} from './problem-response.js';

/** What `/elements/` serves; anything else in the folder is not for browsers. */
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  // The licences of what is inside.
  '.md': 'text/markdown; charset=utf-8',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

// A new version reaches every page within this time.
const moving = 'public, max-age=300';
const forGood = 'public, max-age=31536000, immutable';

// By path and time of change: a build while the endpoint runs is served as built.
const cache = new Map<string, {changed: number; encoded: Promise<Encoded>}>();

export const assetRoutes = new Hono<EndpointEnvironment>().get(
  '/elements/:version/:file{.+}',
  describeRoute({
    summary: 'The browser code: `v1` moves with every release, a whole version such as `0.1.0` never changes',
    responses: {200: otherAnswer('text/javascript', 'The file', 'ETag'), 304: unchanged, 404: refusal('No such file in this version')},
  }),
  async ({req, env: {elementsFolder, version: pinned}}) => {
    const {version, file} = req.param();
    const isPinned = version === pinned;
    const type = types[extname(file)];
    const encoded = (isPinned || version === 'v1') && type && isPlainPath(file) ? await fileAt(join(elementsFolder, file)) : undefined;
    if (!encoded) return problem(404, 'not-found', 'There is no such file in this version');

    // A chunk's name holds a hash of what is in it.
    const cacheControl = isPinned || file.startsWith('chunks/') ? forGood : moving;
    return answerEncoded(req.raw, encoded, {type: type ?? '', cacheControl});
  },
);

/** Names of folders and a file, none of them a way out or hidden. */
function isPlainPath(path: string): boolean {
  return /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(path);
}

async function fileAt(path: string): Promise<Encoded | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  const known = cache.get(path);
  if (known?.changed === found.mtimeMs) return known.encoded;
  const encoded = readFile(path).then((bytes) => encodedBody(bytes, 11));
  cache.set(path, {changed: found.mtimeMs, encoded});
  encoded.catch(() => cache.delete(path));
  return encoded;
}
