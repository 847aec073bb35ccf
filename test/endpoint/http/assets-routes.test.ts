import {mkdir, symlink, utimes, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {openEndpoint, problemIn, type TestEndpoint} from '../../support/endpoint/endpoint.js';

const script = `export const words = '${'Tell us about your care. '.repeat(100)}';\n`;
let endpoint: TestEndpoint;

beforeAll(async () => {
  endpoint = await openEndpoint();
  const elements = join(endpoint.folder, 'elements');
  await mkdir(join(elements, 'chunks', 'deeper'), {recursive: true});
  await writeFile(join(elements, 'care-elements.js'), script);
  await writeFile(join(elements, 'care-elements.js.map'), '{}');
  await writeFile(join(elements, 'manifest.json'), '{}');
  await writeFile(join(elements, 'licences.md'), '# Licences');
  await writeFile(join(elements, 'notes.txt'), 'not for browsers');
  await writeFile(join(elements, '.hidden.js'), 'hidden');
  await writeFile(join(elements, 'chunks', 'form-Ab12_-xy.js'), script);
  await writeFile(join(elements, 'chunks', 'deeper', 'style.css'), ':host{}');
});
afterAll(() => endpoint.close());

const get = (path: string, encoding?: string) => endpoint.ask(path, encoding ? {headers: {'Accept-Encoding': encoding}} : {});

describe('the browser code', () => {
  it.each([
    ['care-elements.js', 'text/javascript; charset=utf-8'],
    ['care-elements.js.map', 'application/json'],
    ['manifest.json', 'application/json'],
    ['licences.md', 'text/markdown; charset=utf-8'],
    ['chunks/deeper/style.css', 'text/css; charset=utf-8'],
  ])('%s comes as %s, readable from any website', async (file, type) => {
    for (const version of ['v1', '0.1.0']) {
      const response = await get(`/elements/${version}/${file}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('Content-Type')).toBe(type);
      expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(response.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
    }
  });

  it('under v1 is asked for again soon, but for chunks, whose names hold what is in them', async () => {
    expect((await get('/elements/v1/care-elements.js')).headers.get('Cache-Control')).toBe('public, max-age=300');
    expect((await get('/elements/v1/chunks/form-Ab12_-xy.js')).headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
  });

  it('of one version never changes, and of another version is not here', async () => {
    expect((await get('/elements/0.1.0/care-elements.js')).headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    for (const version of ['0.0.9', 'v2', 'latest', '0.1']) expect((await get(`/elements/${version}/care-elements.js`)).status).toBe(404);
  });

  it.each([
    ['br', 'br'],
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['deflate', null],
    [undefined, null],
  ])('to whoever accepts %s comes as %s, and unpacks to the same', async (accepted, encoding) => {
    const response = await get('/elements/v1/care-elements.js', accepted);
    expect(response.headers.get('Content-Encoding')).toBe(encoding);
    expect(response.headers.get('Vary')).toBe('Accept-Encoding');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(Number(response.headers.get('Content-Length'))).toBe(bytes.length);
    const plain = encoding === 'br' ? brotliDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes;
    expect(plain.toString()).toBe(script);
  });

  it('has a tag of its own for each encoding', async () => {
    const tags = await Promise.all(['br', 'gzip', 'identity'].map(async (encoding) => (await get('/elements/v1/care-elements.js', encoding)).headers.get('ETag')));
    expect(new Set(tags).size).toBe(3);
    const again = await endpoint.ask('/elements/v1/care-elements.js', {headers: {'If-None-Match': tags[0] ?? '', 'Accept-Encoding': 'br'}});
    expect(again.status).toBe(304);
  });

  it('is served as it is built, also by an endpoint that runs', async () => {
    const file = join(endpoint.folder, 'elements', 'moving.js');
    await writeFile(file, 'old');
    expect(await (await get('/elements/v1/moving.js')).text()).toBe('old');
    await writeFile(file, 'new');
    await utimes(file, new Date(), new Date(Date.now() + 5000));
    expect(await (await get('/elements/v1/moving.js')).text()).toBe('new');
  });

  it('is all that can be had: no way out of its folder, no folder, nothing hidden', async () => {
    await writeFile(join(endpoint.folder, 'secret.js'), 'SECRET');
    await symlink(join(endpoint.folder, 'elements'), join(endpoint.folder, 'elements', 'loop')).catch(() => undefined);
    const paths = [
      '../secret.js', '..%2fsecret.js', '%2e%2e/secret.js', '%2e%2e%2fsecret.js', 'chunks/../../secret.js', 'chunks/..%2f..%2fsecret.js', '..%5csecret.js',
      '/secret.js', '%2fsecret.js', '.hidden.js', 'chunks', 'chunks/', '', 'notes.txt', 'nothing.js', 'care-elements.js%00.js', 'care-elements.js/', 'keys.json',
    ];
    for (const path of paths) {
      const response = await get(`/elements/v1/${path}`);
      expect(response.status, path).toBe(404);
      expect((await problemIn(response)).status).toBe(404);
    }
  });
});
