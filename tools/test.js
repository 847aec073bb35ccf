// @ts-check
// Everything that must hold, in the order that finds a mistake soonest. The last
// line gives the totals of all runners; a check that is no test counts when it fails.
import {spawn} from 'node:child_process';
import {mkdir, readFile, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {root} from '../vite/builds.js';
import {installBrowsers} from './browsers.js';
import {installPostgres} from './postgres.js';

const modules = join(root, 'node_modules');
const results = join(root, 'dist', '.results');
const minutes = 60_000;

/** @typedef {{passed: number, failed: number, skipped: number}} Totals */
/** @type {{name: string, tool: string, options?: string[]}[]} */
const checks = [
  {name: 'types', tool: join(modules, 'typescript/bin/tsc'), options: ['--project', 'tsconfig.json']},
  {name: 'lint', tool: join(modules, 'eslint/bin/eslint.js'), options: ['.', '--max-warnings', '0']},
  {name: 'nothing unused', tool: join(modules, 'knip/bin/knip.js')},
  {name: 'words', tool: join(root, 'tools/words.js'), options: ['--check']},
];
/** @type {{name: string, tool: string, options: string[], file: string, totals: (result: any) => Totals}[]} */
const runners = [
  {
    name: 'node tests',
    tool: join(modules, 'vitest/vitest.mjs'),
    options: ['run', '--reporter=default', '--reporter=json', `--outputFile=${join(results, 'node.json')}`],
    file: join(results, 'node.json'),
    totals: vitestTotals,
  },
  {
    name: 'browser tests',
    tool: join(modules, '@web/test-runner/dist/bin.js'),
    options: [],
    file: join(results, 'browser.json'),
    totals: (result) => result,
  },
];

/** @type {string[]} */
const faults = [];
/** @type {Totals} */
const sum = {passed: 0, failed: 0, skipped: 0};

await rm(results, {recursive: true, force: true});
await mkdir(results, {recursive: true});

const missing = installBrowsers();
if (missing.length) console.error(`No ${missing.join(' and no ')} could be found or installed: tests that need it will fail.`);
if (installPostgres().length) console.error('No PostgreSQL could be found or installed: tests that need it are skipped, and counted as skipped.');

// Nothing is read from what another writes, so they run at the same time; what each says stays together.
await Promise.all(checks.map(async ({name, tool, options = []}) => {
  const ended = await run(name, tool, options, 5 * minutes, 'pipe');
  if (ended !== 0) fault(`${name} (exit code ${ended})`);
}));
const built = await run('build', join(root, 'tools/build.js'), [], 5 * minutes);
if (built !== 0) fault(`build (exit code ${built})`);
for (const {name, tool, options, file, totals} of runners) {
  const ended = await run(name, tool, options, 15 * minutes);
  const {passed, failed, skipped} = await readFile(file, 'utf8').then((text) => totals(JSON.parse(text)), () => ({passed: 0, failed: 0, skipped: 0}));
  console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped += skipped;
  if (passed + failed === 0) fault(`${name} (no test was run)`);
  else if (ended !== 0 && failed === 0) fault(`${name} (exit code ${ended})`);
}

if (faults.length) console.log(`\nFailed as a whole: ${faults.join(', ')}`);
console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.failed ? 1 : 0;

/** @param {string} what */
function fault(what) {
  faults.push(what);
  sum.failed += 1;
}

/**
 * @param {string} name
 * @param {string} tool a file that Node runs
 * @param {string[]} options
 * @param {number} longest in milliseconds
 * @param {'inherit' | 'pipe'} output with `pipe` it is shown when the tool has ended
 * @returns {Promise<number | string>} its exit code, or the signal that ended it
 */
function run(name, tool, options, longest, output = 'inherit') {
  if (output === 'inherit') console.log(`\n— ${name} —`);
  return new Promise((end) => {
    /** @type {Buffer[]} */
    const said = [];
    /** @param {number | string} how */
    const ended = (how) => {
      if (output === 'pipe') console.log(`\n— ${name} —\n${Buffer.concat(said)}`);
      end(how);
    };
    const child = spawn(process.execPath, [tool, ...options], {
      cwd: root,
      stdio: ['ignore', output, output],
      env: {...process.env, WTR_TOTALS: join(results, 'browser.json'), STORYBOOK_DISABLE_TELEMETRY: '1'},
      timeout: longest,
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => said.push(data));
    child.on('error', (error) => ended(error.message));
    child.on('close', (code, signal) => ended(code ?? signal ?? 1));
  });
}

/**
 * @param {{numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: {status: string, assertionResults: {status: string}[]}[]}} result
 * @returns {Totals}
 */
function vitestTotals(result) {
  // A file that could not be loaded has no tests that could fail.
  const broken = result.testResults.filter(({status, assertionResults}) => status === 'failed' && !assertionResults.some((each) => each.status === 'failed'));
  return {passed: result.numPassedTests, failed: result.numFailedTests + broken.length, skipped: result.numPendingTests + result.numTodoTests};
}
