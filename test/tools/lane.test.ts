import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {randomUUID} from 'node:crypto';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {runLane, type LaneResult} from '../../tools/testing/lane.js';
import {endProcessesOf, markOf, processesOf, processorTimeOf} from '../../tools/testing/processes.js';
import {temporaryFolder} from '../support/endpoint/sqlite-worker.js';
import {eventually} from '../support/eventually.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rm(folder, {recursive: true}));

const never = new AbortController().signal;
const forEver = 'setInterval(() => undefined, 1000);';

/** Runs a lane whose tool is this program. */
async function run(program: string, {signal = never, quietMinutes = 5} = {}): Promise<LaneResult> {
  const tool = join(folder, 'tool.mjs');
  await writeFile(tool, program);
  return runLane({name: 'example', tool}, {env: {...process.env}, signal, quietMinutes});
}

describe('a lane of tests', () => {
  it('counts each test as it ends, and says which files took how long', async () => {
    const {totals, files, faults, skips} = await run(`
      process.send({result: 'passed'});
      process.send({result: 'skipped', skip: 'in Safari: no driver'});
      process.send({file: {file: 'one.test.ts', seconds: 2, passed: 1, failed: 0, skipped: 1}});
    `);
    expect(totals).toEqual({passed: 1, failed: 0, skipped: 1});
    expect(files.map(({file}) => file)).toEqual(['one.test.ts']);
    expect(skips).toEqual(['in Safari: no driver']);
    expect(faults).toEqual([]);
  });

  it('is ended once nothing has been heard of it for long, and says so', async () => {
    const {faults} = await run(forEver, {quietMinutes: 0.01});
    expect(faults).toEqual(['nothing was heard of it for 0.01 minutes, so it was stopped']);
  });

  it('that is stopped says by what, and counts what had run', async () => {
    const stopping = new AbortController();
    const isTold = join(folder, 'told');
    const running = run(`
      import {writeFileSync} from 'node:fs';
      process.send({result: 'passed'}, () => writeFileSync(${JSON.stringify(isTold)}, ''));
      ${forEver}
    `, {signal: stopping.signal});
    await eventually(() => existsSync(isTold), 'its first test to end');
    stopping.abort('stopped by SIGINT');
    const {totals, faults} = await running;
    expect(faults).toEqual(['stopped by SIGINT']);
    expect(totals.passed).toBe(1);
  });

  it.each([
    ['ran no test', '', 'no test was run'],
    ['ended in a way of which no test tells', `process.send({result: 'passed'}, () => process.exit(3));`, 'exit code 3'],
    ['was ended by somebody else', `process.send({result: 'passed'}, () => process.kill(process.pid, 'SIGTERM')); ${forEver}`, 'it was ended by SIGTERM'],
  ])('that %s has failed, whatever else it says', async (_what, program, fault) => {
    expect((await run(program)).faults).toEqual([fault]);
  });
});

describe('what a run has started', () => {
  it('is found and ended though it left its parent and its group', async () => {
    const id = randomUUID();
    const inner = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(forEver)}], {detached: true, stdio: 'ignore'}).unref()`;
    await once(spawn(process.execPath, ['-e', inner], {env: {...process.env, ...markOf(id)}, stdio: 'ignore'}), 'exit');
    const [left] = await eventually(() => (processesOf(id).length === 1 ? processesOf(id) : undefined), 'what it left');
    expect(left?.command).toContain(forEver);
    expect(endProcessesOf(id).map(({pid}) => pid)).toEqual([left?.pid]);
    expect(processesOf(id)).toEqual([]);
  });

  it('shows by its processor’s time whether it does anything', () => {
    const before = processorTimeOf(process.pid);
    for (const end = process.cpuUsage().user + 200_000; process.cpuUsage().user < end; );
    expect(processorTimeOf(process.pid)).toBeGreaterThan(before);
  });
});
