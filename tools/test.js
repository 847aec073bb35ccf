// @ts-check
// npm test                     all that must hold, in lanes beside each other
// npm run test:all             that, and what takes longer
// npm test -- LANE [LANE …]    only these lanes
// The last lines give what was missing, what failed as a whole, and the totals.
import {randomUUID} from 'node:crypto';
import {chmodSync, existsSync, mkdtempSync, rmSync, statfsSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import {root} from '../build/builds.js';
import {buildIfStale} from './build.js';
import {setup} from './setup.js';
import {runLane} from './testing/lane.js';
import {unmountAllIn} from './testing/mounts.js';
import {endProcessesOf, markOf, processesOf} from './testing/processes.js';
import {pseudoCatalogues} from './words/pseudo-catalogues.js';

/** @typedef {import('./testing/lane.js').Lane} Lane */
/** @typedef {import('./testing/lane.js').LaneResult} LaneResult */

const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const reporters = ['--reporter=default', `--reporter=${join(root, 'tools/testing/vitest-reporter.js')}`];

// What is said of a disk is tested on a disk. What a browser writes for itself only keeps one busy.
/** @type {(Lane & {writesToMemory?: boolean})[]} */
const lanes = [
  {name: 'browsers', tool: vitest, options: ['run', '--project=browsers', ...reporters], writesToMemory: true},
  {name: 'node', tool: vitest, options: ['run', '--project=node', ...reporters]},
  {name: 'elements', tool: join(root, 'node_modules/@web/test-runner/dist/bin.js'), writesToMemory: true},
  {name: 'checks', tool: join(root, 'tools/checks.js'), isTests: false},
];

/** What `npm run test:all` adds, by the variable that asks for it. */
const longer = {
  CARE_FAULTS: {value: 'long', adds: 'the endpoint killed, cut off and told nonsense for longer, and the browser killed 20 times instead of 3'},
  CARE_ROUTES: {value: 'all', adds: 'every id of what somebody may not see asked of every route, and every filter for it, instead of one of each kind'},
  CARE_STORIES: {value: 'all', adds: 'every story in both browsers, and in both with colours of the reader’s own'},
  CARE_CHROMIUM: {value: 'whole', adds: 'Chromium as people have it, with its windows, in the place of the one without'},
  CARE_ENGINES: {value: 'all', adds: 'what is kept, an area, panels and axe in WebKit, and what the screen reader Orca says of three pages in Firefox'},
  CARE_PAGES: {value: 'all', adds: 'every kind of page looked at in Firefox too, the team’s as well, and so are the form’s keys and links on pages of others, and 500 submissions worked through by keyboard instead of 50'},
};

const {values: {all: isAll}, positionals: named} = parseArgs({allowPositionals: true, options: {all: {type: 'boolean', default: false}}});
const unknown = named.find((name) => !lanes.some((lane) => lane.name === name));
if (unknown) {
  console.error(`There is no lane "${unknown}". There are: ${lanes.map(({name}) => name).join(', ')}.`);
  process.exit(2);
}

const run = randomUUID();
const began = performance.now();
// Everything that tests write lies in them, a browser's profile and a database too.
const onDisk = newFolder(tmpdir());
const inMemory = hasRoom('/dev/shm') ? newFolder('/dev/shm') : onDisk;
const env = {
  ...process.env,
  ...markOf(run),
  CARE_TEST_MEMORY: inMemory,
  STORYBOOK_DISABLE_TELEMETRY: '1',
  ...(isAll && Object.fromEntries(Object.entries(longer).map(([name, {value}]) => [name, value]))),
};
// A lane of which nothing is heard for so long does nothing any more. One long test may take the most of an hour.
const quietMinutes = isAll ? 60 : 5;
const stopping = new AbortController();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => stopping.abort(`stopped by ${signal}`));

process.exitCode = await test() ? 0 : 1;

/** Whether all holds. */
async function test() {
  if (isAll) for (const [name, {value, adds}] of Object.entries(longer)) console.log(`${name}=${value} adds ${adds}.`);
  const {missing} = setup({for: 'test'});
  // Both once for all lanes. Where a text cannot be taken, the check of words says which.
  const [buildFault] = await Promise.all([
    buildIfStale(['elements', 'endpoint']).then(() => undefined, (error) => error.message),
    pseudoCatalogues().catch(() => undefined),
  ]);
  if (buildFault) console.error(buildFault);
  const chosen = lanes.filter(({name}) => named.length === 0 || named.includes(name));
  const results = await Promise.all(chosen.map((lane) => runLane(lane, {env: {...env, TMPDIR: lane.writesToMemory ? inMemory : onDisk}, signal: stopping.signal, quietMinutes})));
  const left = await tidyUp();
  const faults = [
    ...(buildFault ? ['build'] : []),
    ...results.flatMap(({name, faults}) => faults.map((fault) => `${name}: ${fault}`)),
    // A lane that was stopped could not end what it had started; one that ended by itself should have.
    ...(results.some(({faults}) => faults.length) ? [] : left.map(({command}) => `left running: ${command.slice(0, 120)}`)),
  ];
  return report({results, faults, missing});
}

/** @param {string} place */
function newFolder(place) {
  const folder = mkdtempSync(join(place, 'care-test-'));
  // Others may pass through: PostgreSQL does not run as root.
  chmodSync(folder, 0o711);
  return folder;
}

/** @param {string} place */
function hasRoom(place) {
  if (!existsSync(place)) return false;
  const {bavail, bsize} = statfsSync(place);
  return bavail * bsize > 4 * 1024 ** 3;
}

/** Ends and removes what the run has left, and says which processes did not end by themselves. */
async function tidyUp() {
  // What ends with its parent, such as a database, hears of its end only now.
  for (let looks = 0; looks < 50 && processesOf(run).length > 0 && !stopping.signal.aborted; looks += 1) await wait(100);
  const left = processesOf(run);
  endProcessesOf(run);
  unmountAllIn(onDisk);
  for (const folder of [onDisk, inMemory]) rmSync(folder, {recursive: true, force: true, maxRetries: 5});
  return left;
}

/**
 * @param {{results: LaneResult[], faults: string[], missing: import('./setup.js').Missing[]}} outcome
 * @returns {boolean} whether all holds
 */
function report({results, faults, missing}) {
  const slowest = results.flatMap(({files}) => files).sort((one, other) => other.seconds - one.seconds).slice(0, 5);
  console.log('');
  for (const {name, seconds, totals: {passed, failed, skipped}, faults: [fault]} of results) {
    const counts = passed + failed + skipped ? `${passed} passed, ${failed} failed, ${skipped} skipped` : (fault ?? 'nothing found');
    console.log(`${name}: ${counts} in ${seconds.toFixed(0)} s`);
  }
  if (slowest.length) console.log(`Slowest: ${slowest.map(({file, seconds}) => `${file} ${seconds.toFixed(0)} s`).join(', ')}`);
  console.log(`In all ${((performance.now() - began) / 1000).toFixed(0)} s.`);
  for (const skip of results.flatMap(({skips}) => skips)) console.log(`Skipped: ${skip}`);
  for (const {name, purpose, mend} of missing) console.log(`${name} is missing, for ${purpose}. ${mend}`);
  if (faults.length) console.log(`Failed as a whole: ${faults.join('; ')}`);
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ what) => results.reduce((all, {totals}) => all + totals[what], 0);
  const failed = sum('failed') + faults.length;
  console.log(`\n${sum('passed')} passed, ${failed} failed, ${sum('skipped')} skipped`);
  return failed === 0;
}
