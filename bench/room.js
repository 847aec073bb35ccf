// @ts-check
// What each element needs and what moves below it, with the room of docs/room.json in its snippet and without.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import puppeteer from 'puppeteer-core';
import {chromium, chromiumArguments} from '../tools/browsers.js';
import {buildIfStale} from '../tools/build.js';
import {rooms, snippetFor} from '../tools/room.js';
import {root} from '../build/builds.js';
import {shiftOn, textBelow, views} from './running/shift.js';

await buildIfStale(['elements', 'endpoint']);
const executablePath = chromium();
if (!executablePath) throw new Error('There is no Chromium here. "npm run setup" installs it, or says what to install.');

const port = 17_400;
const folder = await mkdtemp(join(tmpdir(), 'care-elements-bench-'));
const demo = spawn(process.execPath, ['demo/serve.js'], {cwd: root, env: {...process.env, PORT: String(port), DATA_DIR: folder, CARE_LIMITS: 'off'}, stdio: ['ignore', 'pipe', 'inherit']});
for await (const said of demo.stdout) if (String(said).includes('The demonstration is ready.')) break;

const readme = await readFile(join(root, 'README.md'), 'utf8');
const website = createServer((request, response) => {
  const asked = new URL(request.url ?? '/', 'http://localhost').searchParams;
  const tag = asked.get('tag');
  if (tag === null) return void response.writeHead(404).end();
  const snippet = snippetFor(readme, tag).replaceAll('127.0.0.1:4000', `127.0.0.1:${port}`);
  const body = asked.has('room') ? snippet : snippet.replace(/<svg .*<\/svg>/, '');
  response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8'});
  response.end(`<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>A website</title><h1>A website</h1>${body}${textBelow}<script type="module" src="http://127.0.0.1:${port}/elements/v1/care-elements.js"></script>`);
}).listen(port + 9, '127.0.0.1');
await once(website, 'listening');

/**
 * @param {string} address
 * @param {{width: number, height: number}} view
 */
async function measured(address, view) {
  const page = await browser.newPage();
  const found = await shiftOn(page, address, view);
  await page.close();
  return found;
}

const browser = await puppeteer.launch({executablePath, args: chromiumArguments});
try {
  /** @type {Record<string, Record<string, string | number>>} */
  const rows = {};
  for (const tag of Object.keys(rooms)) {
    for (const view of views) {
      const address = `http://127.0.0.1:${port + 9}/?tag=${encodeURIComponent(tag)}`;
      const [kept, bare] = [await measured(`${address}&room`, view), await measured(address, view)];
      rows[`${tag} at ${view.width} px`] = {room: rooms[tag] ?? 0, needed: kept.needed, taken: kept.taken, moved: kept.moved.toFixed(3), 'moved without room': bare.moved.toFixed(3)};
    }
  }
  console.table(rows);
} finally {
  await browser.close();
  website.close();
  demo.kill('SIGTERM');
  await once(demo, 'exit');
  await rm(folder, {recursive: true, force: true});
}
