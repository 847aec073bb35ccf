// @ts-check
// node tools/screenshots.js FOLDER [NAME]   pictures of every example website and of every page of the form,
// at 320 and 1280 pixels; with a name, only those that begin with it.
import {spawn} from 'node:child_process';
import {mkdir, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import puppeteer from 'puppeteer-core';
import {root} from '../vite/builds.js';
import {chromium, chromiumArguments} from './browsers.js';
import {buildIfStale} from './build.js';

const [folder, only = ''] = process.argv.slice(2);
if (!folder) throw new Error('Say where to put the pictures: node tools/screenshots.js FOLDER');

const port = Number(process.env.PORT || 4300);
const token = 'an-example-token';
const [endpoint, charity, gp, healthwatch] = [0, 1, 2, 3].map((offset) => `http://127.0.0.1:${port + offset}`);

/** What to open, and the name of its picture. */
const addresses = Object.entries({
  charity: `${charity}/`,
  'charity-tell-us': `${charity}/tell-us.html`,
  'charity-which-service': `${charity}/share-your-experience.html`,
  'charity-quick': `${charity}/quick.html`,
  'charity-support': `${charity}/support.html`,
  'charity-privacy': `${charity}/privacy.html`,
  gp: `${gp}/`,
  'gp-feedback': `${gp}/feedback.html`,
  'gp-appointments': `${gp}/appointments.html`,
  healthwatch: `${healthwatch}/`,
  'healthwatch-link': `${healthwatch}/have-your-say.html`,
  'healthwatch-advice': `${healthwatch}/advice.html`,
  'healthwatch-privacy': `${healthwatch}/privacy.html`,
  'plain-form': `${endpoint}/feedback?service=1-1000000001&partner=example-charity`,
  'plain-form-which-service': `${endpoint}/feedback`,
});

/** What somebody chooses and writes on each page of the form, by the page's heading. */
const walk = [
  {name: '01-about', heading: 'Tell us what care was like'},
  {name: '02-whose', heading: 'Whose care', choose: ['Someone I care for']},
  {name: '03-experience', heading: 'What has the care been like', choose: ['Some good, some poor'], first: 'error'},
  {name: '04-risk', heading: 'Is anyone being hurt', choose: ['I am not sure']},
  {name: '05-when', heading: 'When and where', choose: ['It is still happening']},
  {name: '06-story', heading: 'Tell us about it', write: ['What happened', 'The food was cold. The staff were kind.']},
  {name: '07-topics', heading: 'What is it about', choose: ['Kindness and respect']},
  {name: '08-told', heading: 'Have you told the service', choose: ['No']},
  {name: '09-share', heading: 'Who else may see it'},
  {name: '10-age', heading: 'Are you under 18'},
  {name: '11-contact', heading: 'May we contact you'},
  {name: '12-check', heading: 'Check your answers', press: 'Send'},
  {name: '13-receipt', heading: 'Thank you'},
];

await buildIfStale(['elements', 'endpoint']);
await mkdir(folder, {recursive: true});
const dataFolder = await mkdtemp(join(tmpdir(), 'care-elements-pictures-'));
const demo = spawn(process.execPath, ['demo/serve.js'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
  env: {...process.env, PORT: String(port), DATA_DIR: dataFolder, CARE_ENDPOINT_TOKEN: token, CARE_RECEIVER: ''},
});
const browser = await puppeteer.launch({executablePath: chromium(), args: chromiumArguments});
try {
  await ready();
  for (const width of [320, 1280]) {
    for (const [name, address] of addresses) await picture(name, address, width);
    if ('form'.startsWith(only) || only.startsWith('form')) await walkTheForm(width);
    if ('inbox'.startsWith(only) || only.startsWith('inbox')) await openTheInbox(width);
  }
} finally {
  await browser.close();
  const ended = new Promise((exit) => demo.once('exit', exit));
  if (demo.kill('SIGTERM')) await ended;
  await rm(dataFolder, {recursive: true, force: true});
}

async function ready() {
  for (let tries = 0; tries < 300 && demo.exitCode === null; tries += 1) {
    if (await fetch(`${endpoint}/readyz`).then((answer) => answer.ok, () => false)) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error('The demonstration did not start.');
}

/**
 * @param {string} name
 * @param {string} address
 * @param {number} width
 */
async function picture(name, address, width) {
  if (!name.startsWith(only)) return;
  const page = await open(address, width);
  // Whole pages are long; the one in the README shows what fits a screen.
  await page.screenshot({path: join(/** @type {string} */ (folder), `${name}-${width}.png`), fullPage: true});
  await page.close();
}

/** @param {number} width */
async function walkTheForm(width) {
  const page = await open(`${charity}/tell-us.html`, width);
  for (const {name, heading, choose = [], write, press = 'Continue', first} of walk) {
    await page.waitForSelector(`care-feedback >>> ::-p-xpath(.//h2[contains(., "${heading}")])`, {timeout: 15_000});
    if (first === 'error') {
      await page.click(`::-p-aria(${press}[role="button"])`);
      await shoot(page, `form-${name}-error`, width);
    }
    for (const label of choose) await page.click(`::-p-aria(${label})`);
    if (write) await page.type(`::-p-aria([name="${write[0]}"][role="textbox"])`, write[1] ?? '');
    await shoot(page, `form-${name}`, width);
    if (name !== walk.at(-1)?.name) await page.click(`::-p-aria([name="${press}"][role="button"])`);
  }
  await page.close();
}

/** @param {number} width */
async function openTheInbox(width) {
  const page = await open(`${endpoint}/inbox`, width);
  await shoot(page, 'inbox', width);
  await page.close();
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} name
 * @param {number} width
 */
async function shoot(page, name, width) {
  await page.screenshot({path: join(/** @type {string} */ (folder), `${name}-${width}.png`), fullPage: true});
}

/**
 * @param {string} address
 * @param {number} width
 */
async function open(address, width) {
  const page = await browser.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.setViewport({width, height: width === 320 ? 640 : 900});
  await page.goto(address, {waitUntil: 'networkidle0'});
  return page;
}
