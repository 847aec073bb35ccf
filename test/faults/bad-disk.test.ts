import {spawnSync} from 'node:child_process';
import {rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {inboxToken} from '../support/endpoint/endpoint.js';
import {temporaryFolder} from '../support/endpoint/sqlite-worker.js';
import {disksAreThere, disksNote, makeDisk, type Disk} from '../support/faults/disk.js';
import {clear, startEndpointProcess, type EndpointProcess} from '../support/faults/endpoint-process.js';
import {feedback, People, tell} from '../support/faults/people.js';

const straceIsThere = spawnSync('strace', ['-qq', '-o', '/dev/null', '-e', 'inject=fdatasync:error=EIO', 'true']).status === 0;
const straceNote = straceIsThere ? '' : ' (skipped: strace is not there, or may not be used)';

const ready = async ({address}: EndpointProcess) => (await fetch(new URL('/readyz', address))).status;

/** Sends one after the other until one is not taken. */
async function sendUntilRefused(people: People, {address}: EndpointProcess): Promise<void> {
  for (let sent = 0; sent < 20_000; sent += 1) if ((await people.send(address)).kind !== 'received') return;
  throw new Error('Everything was taken.');
}

/** As a sender without any rules sees it: what the endpoint says where nothing can be kept. */
async function refusal({address}: EndpointProcess): Promise<Response> {
  return fetch(new URL('/v1/submissions', address), {method: 'POST', headers: {'Content-Type': 'application/json'}, body: feedback().body});
}

describe('a disk that takes no more', () => {
  let endpoint: EndpointProcess;
  let people: People;
  beforeEach(() => {
    people = new People();
  });

  async function expectRefusal(): Promise<void> {
    const refused = await refusal(endpoint);
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThanOrEqual(5);
    expect(Number(refused.headers.get('Retry-After'))).toBeLessThanOrEqual(30);
    expect(await ready(endpoint)).toBe(503);
    // Who wants help or a rating needs no disk that can be written to.
    for (const path of ['/v1/signposts?nation=england', '/v1/receiver', '/v1/services?q=house']) expect((await fetch(new URL(path, endpoint.address))).status).toBe(200);
    expect((await fetch(new URL('/v1/inbox', endpoint.address), {headers: {Authorization: `Bearer ${inboxToken}`}})).status).toBe(200);
  }

  describe.skipIf(!disksAreThere)(`because it is full${disksNote}`, () => {
    let disk: Disk;
    beforeEach(() => {
      disk = makeDisk(16)!;
    });
    afterEach(async () => {
      await endpoint.end('SIGKILL');
      disk.remove();
    });

    it('makes the endpoint say 503 until there is room, without a restart, and takes nothing of what it acknowledged', async () => {
      endpoint = await startEndpointProcess({folder: disk.folder});
      await people.send(endpoint.address);
      const filler = join(disk.folder, 'filler');
      await expect(writeFile(filler, Buffer.alloc(32 * 1024 * 1024))).rejects.toThrow(/ENOSPC/);
      await sendUntilRefused(people, endpoint);
      await expectRefusal();
      await rm(filler);
      expect(await ready(endpoint)).toBe(200);
      await Promise.all(people.unanswered().map((one) => people.send(endpoint.address, one)));
      await endpoint.end('SIGTERM');

      endpoint = await startEndpointProcess({folder: disk.folder});
      const scores = await people.tally(endpoint.address);
      tell('SQLite, on a full disk', scores);
      expect(scores).toEqual({acknowledged: people.sent.size, lost: 0, twice: 0, rows: people.sent.size});
    });
  });

  describe('because a write failed', () => {
    let folder: string;
    beforeEach(() => {
      folder = temporaryFolder();
    });
    afterEach(async () => {
      await endpoint.end('SIGKILL');
      await clear(folder);
    });

    it('makes the endpoint say 503 until it is started again, and takes nothing of what it acknowledged', async () => {
      // No file may grow over a megabyte, which is an error like any other from a write.
      const within = ['sh', '-c', 'trap "" XFSZ; ulimit -f 2048; exec "$@"', 'sh'];
      endpoint = await startEndpointProcess({folder, within});
      await sendUntilRefused(people, endpoint);
      await expectRefusal();
      expect(endpoint.logged()).toContain('nothing more is taken until the endpoint is started again');
      await endpoint.end('SIGTERM');

      endpoint = await startEndpointProcess({folder});
      expect(await ready(endpoint)).toBe(200);
      const scores = await people.tally(endpoint.address);
      tell('SQLite, after a write that failed', scores);
      expect(scores).toMatchObject({lost: 0, twice: 0});
      expect((await people.send(endpoint.address, people.unanswered()[0])).kind).toBe('received');
    });
  });

  describe.skipIf(!disksAreThere || !straceIsThere)(`because an fsync failed${disksNote || straceNote}`, () => {
    let disk: Disk;
    beforeEach(() => {
      disk = makeDisk(64)!;
    });
    afterEach(async () => {
      await endpoint.end('SIGKILL');
      disk.remove();
    });

    it('is never told to have kept what only memory holds, though it can be read there after a restart', async () => {
      endpoint = await startEndpointProcess({folder: disk.folder});
      await people.send(endpoint.address);
      await endpoint.end('SIGTERM');

      // The first one is for the head of SQLite's log; from the second on each is for a transaction.
      const within = ['strace', '-D', '-f', '-qq', '-o', '/dev/null', '-e', 'trace=fdatasync,fsync', '-e', 'inject=fdatasync,fsync:error=EIO:when=2+'];
      endpoint = await startEndpointProcess({folder: disk.folder, within});
      const one = feedback();
      expect((await people.send(endpoint.address, one)).kind).toBe('not-yet');
      await expectRefusal();
      await endpoint.end('SIGKILL');

      endpoint = await startEndpointProcess({folder: disk.folder});
      expect((await people.send(endpoint.address, one)).kind).toBe('received');
      disk.cut();
      await endpoint.end('SIGKILL');
      disk.comeBack();

      endpoint = await startEndpointProcess({folder: disk.folder});
      const scores = await people.tally(endpoint.address);
      tell('SQLite, after an fsync that failed', scores);
      expect(scores).toMatchObject({acknowledged: 2, lost: 0, twice: 0});
    });
  });
});
