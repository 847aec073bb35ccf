// @ts-check
// Finds the processes of a test run, what they do, and ends them.
import {spawnSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';

const mark = 'CARE_TEST_RUN';

/**
 * What a run's processes are known by. A browser and a database leave the group of
 * whoever started them, and what has lost its parent is in nobody's tree: both keep this.
 * @param {string} run
 */
export function markOf(run) {
  return {[mark]: run};
}

/**
 * Every process of a run but this one, with its command.
 * @param {string} run
 * @returns {{pid: number, command: string}[]}
 */
export function processesOf(run) {
  return processes()
    .filter(({pid, environment}) => pid !== process.pid && environment.includes(`${mark}=${run}`))
    .map(({pid, command}) => ({pid, command}));
}

/**
 * Ends every process of a run at once, and says which there were.
 * @param {string} run
 */
export function endProcessesOf(run) {
  const ended = [];
  // What is being started while the list is made stands only in the next one.
  for (let found = processesOf(run); found.length > 0; found = processesOf(run)) {
    ended.push(...found);
    for (const {pid} of found) end(pid);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  }
  return [...new Map(ended.map((each) => [each.pid, each])).values()];
}

/**
 * How long processors have worked for a process, in seconds; 0 when it has ended.
 * @param {number} pid
 */
export function processorTimeOf(pid) {
  if (process.platform !== 'linux') {
    const {stdout} = spawnSync('ps', ['-o', 'time=', '-p', String(pid)], {encoding: 'utf8'});
    return (stdout ?? '').trim().split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  }
  // The second field is its name in brackets, which may hold anything; the time in its own code and in the system's are the 14th and 15th.
  const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
  const ticksInASecond = 100;
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksInASecond;
}

/** @param {number} pid */
function end(pid) {
  if (process.platform === 'win32') return void spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was quicker.
  }
}

/** @returns {{pid: number, command: string, environment: string}[]} */
function processes() {
  return process.platform === 'linux' ? fromProc() : fromPs();
}

function fromProc() {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    const environment = read(`/proc/${name}/environ`);
    // What has ended and was not yet waited for has neither.
    const command = read(`/proc/${name}/cmdline`).replaceAll('\0', ' ').trim();
    return environment && command ? [{pid: Number(name), command, environment}] : [];
  });
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    // It belongs to somebody else, or has ended meanwhile.
    return '';
  }
}

function fromPs() {
  // `E` adds the environment to the command, on macOS and the BSDs.
  const {stdout} = spawnSync('ps', ['-A', '-E', '-ww', '-o', 'pid=,command='], {encoding: 'utf8', maxBuffer: 64 * 1024 * 1024});
  return (stdout ?? '').split('\n').flatMap((line) => {
    const found = /^\s*(\d+) (.+)$/.exec(line);
    return found ? [{pid: Number(found[1]), command: found[2] ?? '', environment: found[2] ?? ''}] : [];
  });
}
