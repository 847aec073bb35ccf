// @ts-check
// Starts three example websites and then the endpoint they send to. The
// endpoint comes last, so that its `/readyz` answers only once all four listen.
import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {createSite, fill} from './site.js';

const host = '127.0.0.1';
const folder = fileURLToPath(new URL('.', import.meta.url));
const command = fileURLToPath(new URL('../dist/endpoint/care-endpoint.js', import.meta.url));

const plain = "default-src 'self'; script-src 'self' {{endpoint}}; connect-src 'self' {{endpoint}}; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
const trusted = "require-trusted-types-for 'script'; trusted-types care-elements";
const sites = [
  {name: 'charity', title: 'Charity', policy: `${plain}; ${trusted}`},
  {name: 'gp', title: 'GP practice', policy: `${plain}; frame-src {{endpoint}}; ${trusted}`},
  {name: 'healthwatch', title: 'Local Healthwatch', policy: plain},
];

const port = portFrom(process.env.PORT);
const addresses = Object.fromEntries(['endpoint', ...sites.map((site) => site.name)].map((name, index) => [name, `http://${host}:${port + index}`]));
const dataFolder = resolve(process.env.DATA_DIR || 'data');
// Example data is for this machine alone, whatever HOST says.
const environment = {...process.env, HOST: host, PORT: String(port), DATA_DIR: dataFolder, CARE_RECEIVER: process.env.CARE_RECEIVER || join(dataFolder, 'demo-receiver.json')};

/** @type {import('node:http').Server[]} */
const servers = [];
/** @type {import('node:child_process').ChildProcess | undefined} */
let child;
let stopping = false;

if (!existsSync(command)) {
  console.error('The endpoint is not built. Run npm run build first; npm start does both.');
  process.exit(1);
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => stop(0));
stopWithNpm();

// Of today, as a rating that is weeks old is not shown.
const parts = new Map(new Intl.DateTimeFormat('en', {timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit'}).formatToParts().map(({type, value}) => [type, value]));
const today = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;

for (const [index, site] of sites.entries()) {
  const server = await createSite({folder: join(folder, site.name), policy: site.policy, addresses: {...addresses, today}});
  await listen(server, port + index + 1);
  servers.push(server);
}
await listen(createServer(), port).then((probe) => new Promise((closed) => probe.close(closed)));

await mkdir(dataFolder, {recursive: true});
if (!process.env.CARE_RECEIVER) await writeFile(environment.CARE_RECEIVER, fill(await readFile(join(folder, 'receiver.json'), 'utf8'), addresses));

const ratings = join(dataFolder, 'demo-ratings.json');
await writeFile(ratings, fill(await readFile(join(folder, 'ratings.json'), 'utf8'), {today}));
const imported = await run('import-ratings', '--examples', '--as-of', today, join(folder, 'services.json'), ratings);
if (imported !== 0) stop(1);

void announce();
stop((await run('serve')) || 1);

/** @param {string | undefined} text */
function portFrom(text) {
  const first = Number(text || 4000);
  if (Number.isInteger(first) && first > 0 && first + sites.length < 65_536) return first;
  console.error(`PORT must be a number from 1 to ${65_535 - sites.length}; it is "${text}".`);
  process.exit(1);
}

/**
 * @template {import('node:net').Server} T
 * @param {T} server
 * @param {number} at
 * @returns {Promise<T>}
 */
function listen(server, at) {
  return new Promise((listening) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      const reason = error.code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${error.code})`;
      console.error(`Port ${at} ${reason}. Set PORT to the first of four free ports, for example PORT=${port > 60_000 ? 5000 : port + 1000} npm start.`);
      process.exit(1);
    });
    server.listen(at, host, () => listening(server));
  });
}

/**
 * Runs one command of the endpoint to its end.
 * @param {...string} words
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
function run(...words) {
  if (stopping) return Promise.resolve(0);
  return new Promise((ended) => {
    child = spawn(process.execPath, [command, ...words], {stdio: 'inherit', env: environment});
    child.once('exit', (code) => ended(code ?? 1));
  });
}

/** Says where everything is, once the endpoint is ready. */
async function announce() {
  while (!stopping && !(await answers(`${addresses.endpoint}/readyz`))) await new Promise((later) => setTimeout(later, 100));
  if (stopping) return;
  const lines = sites.map((site) => `  ${site.title.padEnd(18)} ${addresses[site.name]}`);
  console.log(['', 'The demonstration is ready. Press Ctrl+C to stop it.', '', ...lines, `  ${'Endpoint'.padEnd(18)} ${addresses.endpoint}`, `  ${'Inbox'.padEnd(18)} ${addresses.endpoint}/inbox`, ''].join('\n'));
}

/** @param {string} address */
async function answers(address) {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

/**
 * `npm start` runs us in a shell, and passes a signal on to that shell alone,
 * which dies of it without a word to us. But then we have another parent.
 */
function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  setInterval(() => process.ppid === shell || stop(0), 250).unref();
}

/**
 * Ends everything that was started, then the process.
 * @param {number} code
 */
function stop(code) {
  if (stopping) return;
  stopping = true;
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
  if (!child || child.exitCode !== null || child.signalCode !== null) process.exit(code);
  child.once('exit', () => process.exit(code));
  child.kill('SIGTERM');
  // The endpoint finishes what has come; a request that never ends must not keep it for ever.
  setTimeout(() => child?.kill('SIGKILL'), 15_000).unref();
}
