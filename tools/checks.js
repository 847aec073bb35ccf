// @ts-check
// node tools/checks.js [name …]   makes the checks that run none of our code, all of them without a name.
//
// A check that passed is not made again while all that it reads is as it was,
// byte for byte. With CI set each is made, whatever passed before.
import {spawn} from 'node:child_process';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {root} from '../build/builds.js';
import {filesHere, keyOf} from './content-key.js';
import {processorTimeOf} from './testing/processes.js';

const modules = join(root, 'node_modules');
const passes = join(modules, '.cache', 'care-elements', 'checks');
const wholeRun = Boolean(process.env.CI);

/** @typedef {{name: string, commands: string[][], reads: (path: string) => boolean}} Check a command is a file that Node runs, and its options */

/**
 * All but what no compiler reads; too much costs a check, too little hides a fault.
 * @param {string} path
 */
const code = (path) => !/^(docs|xliff)\/|\.(md|html|css|svg|png)$/.test(path);
/** @param {string} path */
const texts = (path) => /^(src|build|xliff|tools\/words)\/|^tools\/words\.js$|^(package|tsconfig|tsconfig\.words)\.json$/.test(path);

/** @param {string} path */
const madePages = (path) => /^(src|build)\/|^tools\/(docs\b|custom-elements-manifest)|^docs\/(develop\/(attributes-and-events|http)|run\/(configuration|commands)|contribute\/sizes)\.md$|^package\.json$/.test(path);

/** @type {Check[]} */
export const checks = [
  // TypeScript 7 finds what 5.9 does in a sixth of the time; on two cores its threads cost more than they save.
  {name: 'types', commands: [[join(modules, 'typescript-native/bin/tsc'), '--project', 'tsconfig.json', '--singleThreaded']], reads: code},
  {name: 'lint', commands: [[join(modules, 'oxlint/bin/oxlint')], [join(modules, 'eslint/bin/eslint.js'), '.', '--max-warnings', '0']], reads: code},
  {name: 'nothing unused', commands: [[join(modules, 'knip/bin/knip.js')]], reads: code},
  {name: 'words', commands: [[join(root, 'tools/words.js'), '--check']], reads: texts},
  {name: 'documents', commands: [[join(root, 'tools/docs.js'), '--check']], reads: madePages},
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const named = parseArgs({allowPositionals: true}).positionals;
  const unknown = named.find((name) => !checks.some((check) => check.name === name));
  if (unknown) throw new Error(`There is no check "${unknown}". There are: ${checks.map(({name}) => name).join(', ')}.`);
  const failed = await makeChecks(named.length ? checks.filter(({name}) => named.includes(name)) : checks);
  process.exitCode = failed ? 1 : 0;
}

/**
 * One after the other: each alone can keep two cores busy, and tests run beside them.
 * @param {Check[]} wanted
 * @returns {Promise<number>} how many failed
 */
export async function makeChecks(wanted) {
  let [failed, unchanged] = [0, 0];
  for (const check of wanted) {
    if (!wholeRun && (await isUnchanged(check))) {
      console.log(`${check.name}: unchanged since it last passed`);
      unchanged += 1;
    } else if (!(await make(check))) failed += 1;
  }
  console.log(`\nChecks: ${wanted.length - failed} passed${unchanged ? ` (${unchanged} of them earlier)` : ''}, ${failed} failed`);
  return failed;
}

/**
 * @param {Check} check
 * @returns {Promise<boolean>} whether it passed
 */
async function make(check) {
  const {name, commands} = check;
  const before = await keyFor(check);
  const began = Date.now();
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
  console.log(`${name}: checking …`);
  const results = [];
  for (const command of commands) results.push(await run(command, () => console.log(`${name}: still checking after ${seconds()} …`)));

  const wrong = results.filter(({ended}) => ended !== 0);
  console.log(`\n— ${name} —\n${results.map(({output}) => output).join('')}`);
  console.log(`${name}: ${wrong.length ? `failed (${wrong.map(({ended}) => typeof ended === 'number' ? `exit code ${ended}` : ended).join(', ')})` : 'passed'} in ${seconds()}`);
  // What was changed meanwhile may have been read before or after: that is no pass of either.
  if (!wrong.length && before && before === (await keyFor(check))) {
    await mkdir(passes, {recursive: true});
    await writeFile(passOf(check), before);
  }
  return wrong.length === 0;
}

/** @param {Check} check */
async function isUnchanged(check) {
  const passed = await readFile(passOf(check), 'utf8').catch(() => undefined);
  return passed !== undefined && passed === (await keyFor(check));
}

/** @param {Check} check */
function passOf({name}) {
  return join(passes, name.replaceAll(' ', '-'));
}

/**
 * What the result of a check depends on, as one key; nothing where Git cannot tell which files there are.
 * @param {Check} check
 */
async function keyFor({commands, reads}) {
  const files = await filesHere();
  // npm's own record of what is installed, which need not be what package-lock.json asks for.
  return files && keyOf([...files.filter(reads), 'node_modules/.package-lock.json'], [process.version, JSON.stringify(commands)]);
}

/**
 * @param {string[]} command
 * @param {() => void} isAtWork called each minute in which it did something: the tools say nothing until they end, and whoever supervises a run takes silence for a hang
 * @returns {Promise<{ended: number | string, output: string}>} its exit code, or what ended it, and all that it printed
 */
function run(command, isAtWork) {
  return new Promise((resolve) => {
    /** @type {Buffer[]} */
    const printed = [];
    let worked = 0;
    const looking = setInterval(() => {
      const now = processorTimeOf(child.pid ?? 0);
      if (now !== worked) isAtWork();
      worked = now;
    }, 60_000);
    /** @param {number | string} ended */
    const end = (ended) => {
      clearInterval(looking);
      resolve({ended, output: Buffer.concat(printed).toString()});
    };
    const child = spawn(process.execPath, command, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {...process.env, STORYBOOK_DISABLE_TELEMETRY: '1'},
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => printed.push(data));
    child.on('error', (error) => end(error.message));
    child.on('close', (code, signal) => end(code ?? signal ?? 1));
  });
}
