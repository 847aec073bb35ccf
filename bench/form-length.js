// @ts-check
// Prints how many pages and words lie before the receipt, on the shortest and on the longest way through `give-feedback`.
import {spawn} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import puppeteer from 'puppeteer-core';
import {chromium, chromiumArguments} from '../tools/browsers.js';
import {buildIfStale} from '../tools/build.js';
import {root} from '../build/builds.js';
import {walk, ways} from './running/form-length.js';

/** Words a minute: of somebody who reads easily, and of somebody who reads with effort. */
const paces = [200, 100];

await buildIfStale(['elements', 'endpoint']);
const port = Number(process.env.PORT || 4500);
const data = await mkdtemp(join(tmpdir(), 'care-elements-form-length-'));
const demo = spawn(process.execPath, ['demo/serve.js'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
  env: {...process.env, PORT: String(port), DATA_DIR: data, CARE_ENDPOINT_TOKEN: 'an-example-token', CARE_RECEIVER: ''},
});
const browser = await puppeteer.launch({executablePath: chromium(), args: chromiumArguments});
try {
  const [endpoint, charity] = [0, 1].map((offset) => `http://127.0.0.1:${port + offset}`);
  while (!(await fetch(`${endpoint}/readyz`).then(({ok}) => ok, () => false))) await new Promise((resolve) => setTimeout(resolve, 100));
  for (const way of ways({charity: charity ?? '', endpoint: endpoint ?? ''})) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({width: 390, height: 664});
    const lengths = await walk(page, way);
    const words = lengths.reduce((sum, each) => sum + each.words, 0);
    console.log(`\n${way.name}: ${lengths.length} pages, ${words} words, ${paces.map((pace) => `${(words / pace).toFixed(1)} minutes at ${pace} words a minute`).join(', ')}`);
    console.table(lengths);
    await context.close();
  }
} finally {
  await browser.close();
  demo.kill();
  await rm(data, {recursive: true, force: true});
}
