// @ts-check
// node tools/screenshots.js FOLDER [NAME]   pictures of every example website, of who can help (on paper too), and of
// every page of the form, of the plain form and of the inbox, at 320 and 1280 pixels; with a name, only those that begin with it.
// node tools/screenshots.js docs/screenshots readme   makes the one that README.md shows.
import {spawn} from 'node:child_process';
import {mkdir, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import puppeteer from 'puppeteer-core';
import {root} from '../build/builds.js';
import {chromium, chromiumArguments} from './browsers.js';
import {buildIfStale} from './build.js';

const [folder = '', only = ''] = parseArgs({allowPositionals: true}).positionals;
if (!folder) throw new Error('Say where to put the pictures: node tools/screenshots.js FOLDER');

const port = Number(process.env.PORT || 4300);
const token = 'an-example-token';
const [endpoint, charity, gp, healthwatch] = [0, 1, 2, 3].map((offset) => `http://127.0.0.1:${port + offset}`);

/** What to open, by the name of its picture. */
const addresses = {
  charity: `${charity}/`,
  'charity-tell-us': `${charity}/tell-us.html`,
  'charity-which-service': `${charity}/share-your-experience.html`,
  'charity-quick': `${charity}/quick.html`,
  'charity-support': `${charity}/support.html`,
  'charity-about': `${charity}/about.html`,
  'charity-privacy': `${charity}/privacy.html`,
  gp: `${gp}/`,
  'gp-feedback': `${gp}/feedback.html`,
  'gp-rating': `${gp}/rating.html`,
  'gp-appointments': `${gp}/appointments.html`,
  'gp-prescriptions': `${gp}/prescriptions.html`,
  healthwatch: `${healthwatch}/`,
  'healthwatch-link': `${healthwatch}/have-your-say.html`,
  'healthwatch-advice': `${healthwatch}/advice.html`,
  'healthwatch-privacy': `${healthwatch}/privacy.html`,
  front: `${endpoint}/`,
  'who-can-help': `${endpoint}/who-can-help`,
  'who-can-help-wales': `${endpoint}/who-can-help?nation=wales`,
};

/** What somebody chooses or writes on a page of a form, by how its heading begins; of a choice that stands under several questions, behind what its question says. Elsewhere they just go on. */
const answers = [
  {heading: 'Tell us what care was like', choose: ['Someone I care for']},
  {heading: 'What has the care been like', choose: ['Some good, some poor']},
  {heading: 'Is anyone being hurt', choose: ['I am not sure']},
  {heading: 'When', choose: ['It is still happening']},
  {heading: 'What happened', write: 'The food was cold. The staff were kind.', choose: ['Kindness and respect']},
  {heading: 'Have you told the service', choose: ['No']},
  {heading: 'Check your answers', press: 'Send'},
];

/** As above, for somebody who is pointed to others wherever that is possible. */
const pointedAnswers = [
  {heading: 'Tell us what care was like', choose: ['A relative or friend', 'under 18?: Yes', 'died?: Yes']},
  {heading: 'Has the person', choose: ['Yes']},
  {heading: 'What was the care', choose: ['Some good, some poor']},
  {heading: 'Is anyone being hurt', choose: ['Yes']},
  {heading: 'Might other people there', choose: ['Yes']},
  {heading: 'When', choose: ['I do not know']},
  {heading: 'What happened', write: 'The food was cold. The staff were kind.', choose: ['Kindness and respect', 'detained under: Yes']},
  {heading: 'Was the person detained', choose: ['Yes']},
  {heading: 'Have you told the service', choose: ['Yes, I made a formal complaint']},
  ...answers,
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
  if (only === 'readme') await readme();
  else for (const width of [320, 1280]) await everything(width);
} finally {
  await browser.close();
  const ended = new Promise((exit) => demo.once('exit', exit));
  if (demo.kill('SIGTERM')) await ended;
  await rm(dataFolder, {recursive: true, force: true});
}

/** @param {number} width */
async function everything(width) {
  for (const [name, address] of Object.entries(addresses)) {
    if (!name.startsWith(only)) continue;
    const page = await open(address, width);
    await shoot(page, `${name}-${width}`);
    await page.close();
  }
  if ('who-can-help-printed'.startsWith(only)) await print('who-can-help', `${endpoint}/who-can-help`, width);
  if ('signpost'.startsWith(only)) await askThePanel(width);
  if ('pointing'.startsWith(only)) {
    await walkPointed('pointing-form', `${charity}/tell-us.html`, 'care-feedback >>> ', width);
    await walkPointed('pointing-plain', `${endpoint}/feedback?service=1-1000000007`, '', width);
  }
  if ('form'.startsWith(only)) await walk('form', `${charity}/tell-us.html`, 'care-feedback >>> ', width);
  if ('plain'.startsWith(only)) await walk('plain', `${endpoint}/feedback?service=1-1000000001&partner=example-charity`, '', width);
  if ('which'.startsWith(only)) {
    await walk('which', `${charity}/share-your-experience.html`, 'care-feedback >>> ', width, 2);
    await walk('which-plain', `${endpoint}/feedback`, '', width, 2);
  }
  // Needs what the walks have sent.
  if ('inbox'.startsWith(only)) await openTheInbox(width);
}

/**
 * Goes through a form from its first page to its receipt, with a picture of each page,
 * and of the first that can be left empty with what it says then.
 * @param {string} name
 * @param {string} address
 * @param {string} within where the form's own elements are, as puppeteer writes it
 * @param {number} width
 * @param {number} [pages] how many at most
 */
async function walk(name, address, within, width, pages = 40) {
  const page = await open(address, width);
  let heading = '';
  for (let count = 1; count <= pages; count += 1) {
    heading = await headingAfter(page, within, heading);
    const number = `${name}-${String(count).padStart(2, '0')}`;
    const {choose = [], write, press = 'Continue'} = answers.find((each) => heading.startsWith(each.heading)) ?? {};
    if (heading.startsWith('Thank you')) {
      await shoot(page, `${number}-${width}`);
      break;
    }
    if (heading.startsWith('Tell us what care')) {
      await page.click(`::-p-aria([name="${press}"][role="button"])`);
      await page.waitForSelector('::-p-aria(There is a problem)');
      await shoot(page, `${number}-error-${width}`);
    }
    for (const words of choose) await chooseOption(page, within, words);
    if (write) await page.type(`${within}textarea`, write);
    await shoot(page, `${number}-${width}`);
    await page.click(`::-p-aria([name="${press}"][role="button"])`);
  }
  await page.close();
}

/**
 * Goes through a form as somebody who is pointed to others, with a picture of each page that does it, unfolded, and of the receipt on paper.
 * @param {string} name
 * @param {string} address
 * @param {string} within
 * @param {number} width
 */
async function walkPointed(name, address, within, width) {
  const page = await open(address, width);
  let heading = '';
  for (let count = 1; count <= 40 && !heading.startsWith('Thank you'); count += 1) {
    heading = await headingAfter(page, within, heading);
    const {choose = [], write, press = 'Continue'} = pointedAnswers.find((each) => heading.startsWith(each.heading)) ?? {};
    for (const words of choose) await chooseOption(page, within, words);
    if (write) await page.type(`${within}textarea`, write);
    await page.$eval(`${within}details:has(.signposts)`, (details) => details.setAttribute('open', '')).catch(() => undefined);
    if (await page.$(`${within}.signposts`)) await shoot(page, `${name}-${String(count).padStart(2, '0')}-${width}`);
    if (!heading.startsWith('Thank you')) await page.click(`::-p-aria([name="${press}"][role="button"])`);
  }
  await page.emulateMediaType('print');
  await shoot(page, `${name}-printed-${width}`);
  await page.close();
}

/** @param {number} width */
async function askThePanel(width) {
  const page = await open(`${healthwatch}/advice.html`, width);
  await page.waitForSelector('care-signpost >>> form');
  await shoot(page, `signpost-1-asked-${width}`);
  await page.click('::-p-aria(Complain and get an answer)');
  await page.select('care-signpost >>> select', 'gp');
  await page.waitForSelector('care-signpost >>> #complained-answered');
  await page.click('care-signpost >>> #complained-answered');
  await shoot(page, `signpost-2-answered-${width}`);
  await page.emulateMediaType('print');
  await shoot(page, `signpost-3-printed-${width}`);
  await page.emulateMediaType('screen');
  await page.click('care-signpost >>> #danger-now');
  await shoot(page, `signpost-4-in-danger-${width}`);
  await page.close();
}

/**
 * @param {string} name
 * @param {string} address
 * @param {number} width
 */
async function print(name, address, width) {
  const page = await open(address, width);
  await page.emulateMediaType('print');
  await shoot(page, `${name}-printed-${width}`);
  await page.close();
}

/** @param {number} width */
async function openTheInbox(width) {
  // A context of its own is signed in to nothing.
  const context = await browser.createBrowserContext();
  const page = await open(`${endpoint}/inbox`, width, context);
  await shoot(page, `inbox-1-sign-in-${width}`);
  await page.type('input[type=password]', token);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await shoot(page, `inbox-2-list-${width}`);
  for (const [name, query] of [['4-picked', 'service=1-1000000001&urgency=concern'], ['5-nothing-fits', 'partner=nobody'], ['6-picked-wrongly', 'from=2026-11-22&to=2026-11-01&service=x']]) {
    await page.goto(`${endpoint}/inbox?${query}`);
    await shoot(page, `inbox-${name}-${width}`);
  }
  await page.goto(`${endpoint}/inbox`);
  for (const ways of await page.$$('.picking > summary')) await ways.click();
  await shoot(page, `inbox-7-ways-to-find-${width}`);
  await Promise.all([page.waitForNavigation(), page.$eval('form[action="/inbox/find"]', (form) => /** @type {HTMLFormElement} */ (form).submit())]);
  await shoot(page, `inbox-8-no-reference-${width}`);
  await page.goto(`${endpoint}/inbox`);
  const first = await page.$('main a[href^="/inbox/0"]');
  if (first) {
    await Promise.all([page.waitForNavigation(), first.click()]);
    await shoot(page, `inbox-3-one-${width}`);
    await page.$$eval('[name="state"]', (states) => /** @type {HTMLInputElement} */ (states[1]).click());
    await page.type('#note', 'Called the ward.\nاتصلتُ بالجناح.');
    await Promise.all([page.waitForNavigation(), page.click('.handling button')]);
    await page.$eval('[name="steps"]', (steps) => void (/** @type {HTMLInputElement} */ (steps).value = '0'));
    await page.type('#note', 'Closed.');
    await Promise.all([page.waitForNavigation(), page.click('.handling button')]);
    await shoot(page, `inbox-4-changed-meanwhile-${width}`);
    await Promise.all([page.waitForNavigation(), page.click('a[href$="/erase"]')]);
    await shoot(page, `inbox-9-before-erasing-${width}`);
  }
  await context.close();
}

/** The form within the charity's own page, at its first question. */
async function readme() {
  const page = await open(`${charity}/tell-us.html`, 1280);
  await headingAfter(page, 'care-feedback >>> ', '');
  await page.click('::-p-aria(My own)');
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({path: join(folder, 'charity.png'), clip: {x: 0, y: 0, width: 1280, height: 1400}});
  await page.close();
}

/**
 * The form's heading, once it is another than `before`.
 * @param {import('puppeteer-core').Page} page
 * @param {string} within
 * @param {string} before
 */
async function headingAfter(page, within, before) {
  for (let tries = 0; tries < 150; tries += 1) {
    const heading = await page.$eval(`${within}${within ? 'h2' : 'h1'}`, (element) => (element.textContent ?? '').trim()).catch(() => before);
    if (heading !== before) return heading;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`The form stays at “${before}”.`);
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} within
 * @param {string} words of the choice; before them, where a question may not be asked there or has the choices of another, what it says and a colon
 */
async function chooseOption(page, within, words) {
  const [label = '', question] = words.split(': ').reverse();
  const isThere = await page.evaluate((isInElement, name, asked) => {
    const root = (isInElement && document.querySelector('care-feedback')?.shadowRoot) || document;
    const found = [...root.querySelectorAll('label')].find((each) => each.textContent?.trim() === name && each.closest('.field')?.textContent?.includes(asked));
    found?.closest('details')?.setAttribute('open', '');
    found?.click();
    return found !== undefined;
  }, within !== '', label, question ?? '');
  if (!isThere && question === undefined) throw new Error(`Nothing to choose is called “${label}”.`);
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} name
 */
async function shoot(page, name) {
  await page.screenshot({path: join(folder, `${name}.png`), fullPage: true});
}

/**
 * @param {string} address
 * @param {number} width
 * @param {{newPage(): Promise<import('puppeteer-core').Page>}} [context]
 */
async function open(address, width, context = browser) {
  const page = await context.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.setViewport({width, height: width === 320 ? 640 : 900});
  await page.goto(address, {waitUntil: 'networkidle0'});
  return page;
}

async function ready() {
  for (let tries = 0; tries < 300 && demo.exitCode === null; tries += 1) {
    if (await fetch(`${endpoint}/readyz`).then((answer) => answer.ok, () => false)) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error('The demonstration did not start.');
}
