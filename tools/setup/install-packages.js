// @ts-check
// node tools/setup/install-packages.js NAME…   Installs what is still missing of `requirements` that have one of these names,
// from Debian's packages. tools/setup.js runs it as root, and never two at once.
import {spawnSync} from 'node:child_process';
import {parseArgs} from 'node:util';
import {requirements} from './requirements.js';

const names = parseArgs({allowPositionals: true}).positionals;
const missing = () => requirements.filter(({name, find}) => names.includes(name) && !find());
const lockWaitSeconds = 300;

// Somebody else may have installed it while this waited for its turn.
const wanted = missing();
if (wanted.length) {
  for (const {beforeInstalling} of wanted) beforeInstalling?.();
  updateLists();
  if (!install(wanted) && wanted.length > 1) {
    console.log('One at a time, then, so that one that is not to be had does not cost the others.');
    for (const each of missing()) install([each]);
  }
}

function updateLists() {
  const giveUp = Date.now() + lockWaitSeconds * 1000;
  let result = aptGet('update');
  const isLocked = () => result.status !== 0 && /could not get lock/i.test(result.output);
  if (isLocked()) console.log('Waiting until another apt-get has ended.');
  // `install` waits by itself; `update` does not.
  while (isLocked() && Date.now() < giveUp) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2000);
    result = aptGet('update');
  }
  // The lists that are there may still do.
  if (result.status !== 0) explain(result);
}

/**
 * @param {import('./requirements.js').Requirement[]} rows
 * @returns {boolean} whether apt-get says that it did
 */
function install(rows) {
  const packages = [...new Set(rows.flatMap(({debian}) => debian))];
  const result = aptGet('install', '--yes', '--no-install-recommends', '--no-upgrade', ...packages);
  if (result.status !== 0) explain(result);
  return result.status === 0;
}

/** @param {string[]} words */
function aptGet(...words) {
  const command = ['apt-get', '-q', '-o', `DPkg::Lock::Timeout=${lockWaitSeconds}`, ...words];
  const {status, stdout, stderr, error} = spawnSync('/usr/bin/apt-get', command.slice(1), {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    // Its messages are read above.
    env: {...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8'},
    maxBuffer: 64 * 1024 * 1024,
  });
  return {status, command: command.join(' '), output: error?.message ?? `${stdout}${stderr}`};
}

/** @param {{status: number | null, command: string, output: string}} result */
function explain({status, command, output}) {
  const lines = output.trimEnd().split('\n');
  const errors = lines.filter((text) => text.startsWith('E: '));
  console.log([`${command} failed (exit code ${status}):`, ...(errors.length ? errors : lines.slice(-12))].join('\n  '));
}
