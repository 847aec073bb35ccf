// @ts-check
// npm run setup   finds what the tests need, installs what is missing, and says where everything is.
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {downloads} from './browsers.js';
import {requirements} from './setup/requirements.js';

/** @typedef {import('./setup/requirements.js').Requirement} Requirement */
/** @typedef {{name: string, purpose: string, mend: string}} Missing what is missing, what needs it, and what to do about it, as a sentence */

const lockTimedOut = 75;
const hasApt = existsSync('/usr/bin/apt-get');
const isRoot = process.getuid?.() === 0;

/**
 * Finds what tests need and installs what is missing, where it can. Says what it
 * did; where all was there already and only `npm test` asks, in one line.
 * @param {{for?: 'test' | 'everything'}} [options]
 * @returns {{missing: Missing[]}} what is missing still
 */
export function setup({for: scope = 'everything'} = {}) {
  const rows = requirements.filter(({usedBy}) => scope === 'everything' || usedBy === scope);
  const absent = rows.filter(isMissing);
  if (absent.length && hasApt && isRoot) installPackages(absent);
  for (const row of absent.filter(isMissing)) if (row.download) download(row.name, row.download);

  const missing = absent.filter(isMissing);
  for (const row of rows) {
    if (scope === 'everything' || absent.includes(row)) console.log(line(row, absent.includes(row)));
  }
  if (missing.length && hasApt && !isRoot) console.log(`As root, this installs all that is missing: apt-get update && apt-get install --no-install-recommends ${packagesOf(missing)}`);
  console.log(missing.length ? `Missing: ${missing.map(({name}) => name).join(', ')}.` : summary(scope));
  return {missing: missing.map((row) => ({name: row.name, purpose: row.purpose, mend: mend(row)}))};
}

/** @param {'test' | 'everything'} scope */
function summary(scope) {
  return scope === 'everything' ? 'All that the tests need is here.' : 'The browsers and programs that the tests need are here; npm run setup says where.';
}

/** @param {Requirement} row */
function isMissing({find, useless}) {
  return !find() && !useless?.();
}

/**
 * @param {Requirement} row
 * @param {boolean} wasMissing
 */
function line(row, wasMissing) {
  const place = row.find();
  if (place) return `${row.name}: ${wasMissing ? 'installed, ' : ''}${place}`;
  const reason = row.useless?.();
  return reason ? `${row.name}: not here, and not missed: ${reason}` : `${row.name}: missing, for ${row.purpose}. ${mend(row)}`;
}

/** @param {Requirement} row */
function mend({debian, elsewhere, variable}) {
  const install = hasApt ? `${isRoot ? 'Try' : 'As root'}: apt-get install --no-install-recommends ${debian.join(' ')}` : `Install ${elsewhere}`;
  return `${install}${variable ? `, or say in ${variable} where it is` : ''}.`;
}

/** @param {Requirement[]} rows */
function packagesOf(rows) {
  return [...new Set(rows.flatMap(({debian}) => debian))].join(' ');
}

/** @param {Requirement[]} rows */
function installPackages(rows) {
  console.log(`Installing with apt-get, which can take some minutes: ${packagesOf(rows)}`);
  const program = fileURLToPath(new URL('./setup/install-packages.js', import.meta.url));
  // Two `npm test` may come here at the same moment: the second waits, then finds what the first has installed.
  const {status} = spawnSync('flock', ['--close', '--wait', '1200', '--conflict-exit-code', `${lockTimedOut}`, '/var/lib/dpkg', process.execPath, program, ...rows.map(({name}) => name)], {stdio: ['ignore', 'inherit', 'inherit']});
  if (status === lockTimedOut) console.log('Another setup has been installing for 20 minutes; this one waits no longer.');
}

/**
 * @param {string} name
 * @param {string} build
 */
function download(name, build) {
  console.log(`Downloading ${name}.`);
  const {status, stderr, error} = spawnSync('npx', ['--yes', '@puppeteer/browsers', 'install', build, '--path', downloads], {stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', shell: process.platform === 'win32'});
  // It explains all its options before it says what went wrong.
  if (status !== 0) console.log(`  It did not come: ${error?.message ?? stderr.match(/^\S*Error.*/m)?.[0] ?? stderr.trim()}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = setup().missing.length ? 1 : 0;
