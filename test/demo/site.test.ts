import {mkdtemp, mkdir, rm, writeFile} from 'node:fs/promises';
import {connect, type AddressInfo} from 'node:net';
import type {Server} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {createSite, fill} from '../../demo/site.js';

let folder: string;
let site: Server;
let address: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'care-elements-site-'));
  await writeFile(join(folder, 'secret.txt'), 'not for visitors');
  await mkdir(join(folder, 'site', 'inner'), {recursive: true});
  await writeFile(join(folder, 'site', 'index.html'), '<a href="{{endpoint}}/feedback">Tell us</a>');
  await writeFile(join(folder, 'site', '404.html'), 'Page not found');
  await writeFile(join(folder, 'site', 'inner', 'area.json'), '{"asOf": "{{today}}"}');
  await writeFile(join(folder, 'site', 'inner', 'look.css'), 'p { color: black }');
  site = await createSite({folder: join(folder, 'site'), policy: 'script-src {{endpoint}}', addresses: {endpoint: 'https://central.example', today: '2026-11-22'}});
  await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await new Promise((closed) => site.close(closed));
  await rm(folder, {recursive: true, force: true});
});

describe('an example website', () => {
  it('names the endpoint in its pages and in its policy', async () => {
    const answer = await fetch(`${address}/`);
    expect(await answer.text()).toBe('<a href="https://central.example/feedback">Tell us</a>');
    expect(answer.headers.get('content-security-policy')).toBe('script-src https://central.example');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('writes the day into data that a page asks for', async () => {
    const answer = await fetch(`${address}/inner/area.json`);
    expect([answer.headers.get('content-type'), await answer.text()]).toEqual(['application/json', '{"asOf": "2026-11-22"}']);
  });

  it('gives a stylesheet its type', async () => {
    expect((await fetch(`${address}/inner/look.css`)).headers.get('content-type')).toBe('text/css; charset=utf-8');
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/inner/../../secret.txt', '/%00', '/%', '//secret.txt', '/inner', '/nowhere'])(
    'shows its page for what is not there at %s',
    async (path) => {
      const answer = await raw(`GET ${path} HTTP/1.1`);
      expect(answer).toMatch(/^HTTP\/1\.1 404 /);
      expect(answer).toContain('Page not found');
      expect(answer).not.toContain('not for visitors');
    },
  );

  it('answers HEAD without a body and nothing else than GET', async () => {
    expect(await (await fetch(address, {method: 'HEAD'})).text()).toBe('');
    expect((await fetch(address, {method: 'POST'})).status).toBe(405);
  });

  it('does not start with an address that nobody knows', () => {
    expect(() => fill('{{nobody}}', {endpoint: 'https://central.example'})).toThrow('{{nobody}}');
  });
});

// `fetch` tidies a path before it sends it, so that the server would never see the dots.
function raw(line: string): Promise<string> {
  return new Promise((ended, failed) => {
    const socket = connect((site.address() as AddressInfo).port, '127.0.0.1', () => socket.write(`${line}\r\nHost: site.example\r\nConnection: close\r\n\r\n`));
    let said = '';
    socket.on('data', (bytes) => (said += bytes.toString()));
    socket.on('end', () => ended(said));
    socket.on('error', failed);
  });
}
