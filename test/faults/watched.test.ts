import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {afterEach, describe, expect, it} from 'vitest';
import {lookAt, watched} from '../support/faults/watched.js';

const megabyte = 1024 * 1024;

let child: ChildProcess | undefined;
afterEach(() => child?.kill('SIGKILL'));

/** A process that does `deed` once it is told to. */
async function readyTo(deed: string): Promise<{child: ChildProcess; act(): Promise<void>}> {
  const started = spawn(process.execPath, [...watched, '-e', `process.stdin.on('data', async () => { ${deed}; process.stdout.write('done'); }); process.stdout.write('ready')`], {stdio: ['pipe', 'pipe', 'inherit', 'ipc']});
  child = started;
  await once(started.stdout!, 'data');
  return {
    child: started,
    async act() {
      started.stdin!.write('act');
      await once(started.stdout!, 'data');
    },
  };
}

async function grownBy(deed: string): Promise<number> {
  const {child, act} = await readyTo(deed);
  const before = await lookAt(child);
  await act();
  return (await lookAt(child)).heap - before.heap;
}

describe('the memory in use', () => {
  it('is what a process keeps', async () => {
    expect(await grownBy(`globalThis.kept = Array.from({length: 5000}, () => new Array(128).fill(1))`)).toBeGreaterThan(4 * megabyte);
  });

  it('is also what stands in buffers', async () => {
    expect(await grownBy(`globalThis.kept = Array.from({length: 5000}, () => Buffer.alloc(1024))`)).toBeGreaterThan(4 * megabyte);
  });

  it('is also what its threads keep', async () => {
    const keeps = `import {parentPort} from 'node:worker_threads'; globalThis.kept = Array.from({length: 5000}, () => new Array(128).fill(1)); parentPort.on('message', () => {}).postMessage('kept')`;
    expect(await grownBy(`await require('node:events').once(new (require('node:worker_threads').Worker)(new URL('data:text/javascript,${encodeURIComponent(keeps).replaceAll("'", '%27')}')), 'message')`)).toBeGreaterThan(4 * megabyte);
  });

  it('is not what a registry lets go as soon as it has told that something is gone', async () => {
    const grown = await grownBy(`
      globalThis.registry = new FinalizationRegistry(() => {});
      for (let each = 0; each < 20000; each += 1) registry.register({}, new Array(128).fill(1));
    `);
    expect(grown).toBeLessThan(megabyte);
  });
});
