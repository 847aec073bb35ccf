// @ts-check
import {readFile, readdir} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join, sep} from 'node:path';

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Serves the files of one folder as a website of its own.
 *
 * Placeholders such as `{{endpoint}}` in pages, in JSON and in the policy are filled
 * with `addresses`. Only a path that the folder held at start is ever opened,
 * so no path leads out of it.
 *
 * @param {{folder: string, policy: string, addresses: Record<string, string>}} site
 */
export async function createSite({folder, policy, addresses}) {
  const paths = new Set(await pathsIn(folder));
  const headers = {
    'Content-Security-Policy': fill(policy, addresses),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cache-Control': 'no-cache',
  };

  return createServer(async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, {...headers, Allow: 'GET, HEAD'}).end();
      return;
    }

    const wanted = pathOf(request.url ?? '/');
    const found = paths.has(wanted);
    const path = found ? wanted : '/404.html';
    const type = types[extname(path)] ?? 'application/octet-stream';
    try {
      const body = await bodyOf(join(folder, path), type, addresses);
      response.writeHead(found ? 200 : 404, {...headers, 'Content-Type': type, 'Content-Length': body.length});
      response.end(request.method === 'HEAD' ? undefined : body);
    } catch {
      response.writeHead(500, headers).end();
    }
  });
}

/**
 * Puts each address where its name stands in double braces.
 * A name that nobody knows is a slip of the pen and throws.
 *
 * @param {string} text
 * @param {Record<string, string>} addresses
 */
export function fill(text, addresses) {
  return text.replace(/\{\{([a-z]+)\}\}/g, (placeholder, /** @type {string} */ name) => {
    const address = addresses[name];
    if (address === undefined) throw new Error(`${placeholder} is not an address of the demonstration`);
    return address;
  });
}

/** @param {string} folder */
async function pathsIn(folder) {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length).replaceAll(sep, '/'));
}

/** @param {string} url */
function pathOf(url) {
  try {
    const path = decodeURIComponent(new URL(`http://site.example${url}`).pathname);
    return path.endsWith('/') ? `${path}index.html` : path;
  } catch {
    return '';
  }
}

/**
 * @param {string} file
 * @param {string} type
 * @param {Record<string, string>} addresses
 */
async function bodyOf(file, type, addresses) {
  const bytes = await readFile(file);
  return /^(text\/html|application\/json)/.test(type) ? Buffer.from(fill(bytes.toString('utf8'), addresses)) : bytes;
}
