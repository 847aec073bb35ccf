import {closeSync, openSync, statfsSync} from 'node:fs';
import {dirname} from 'node:path';
import {parentPort, workerData} from 'node:worker_threads';
import Database from 'libsql';
import * as access from '../sql/access-queries.js';
import * as alerts from '../sql/alert-queries.js';
import * as directory from '../sql/directory-queries.js';
import * as gracePeriods from '../sql/grace-period-queries.js';
import * as handling from '../sql/handling-queries.js';
import * as imports from '../sql/import-queries.js';
import * as neighbours from '../sql/submission-version-queries.js';
import * as questionSets from '../sql/question-set-queries.js';
import * as reports from '../sql/report-queries.js';
import * as retention from '../sql/retention-queries.js';
import {bindQueries} from '../sql/sql-client.js';
import {sqliteClient} from './sqlite-client.js';
import type {WorkerReply, WorkerRequest, ReadingCalls, UpkeepCalls, WorkerFunctions, WorkerData, WritingCalls} from './sqlite-messages.js';
import {writingCalls} from './sqlite-messages.js';
import {prepareDatabase} from './sqlite-schema.js';
import {save} from './sqlite-submissions.js';
import * as submissions from '../sql/submission-queries.js';

// Whatever waits when a transaction ends goes into the next one, with one
// fsync for all. More at once only makes the first of them wait longer.
const mostAtOnce = 256;

// SQLite's own waiting grows to a tenth of a second between two tries, and an
// import in another process leaves the lock for a hundredth: it would be missed
// again and again.
const betweenTries = 2;
const pause = new Int32Array(new SharedArrayBuffer(4));

// A page may still fit where the longest submission does not.
const leastRoom = 1024 * 1024;

// Writes a page though it changes nothing: whether a disk takes a write is known only from one.
const writeNothingNew = `PRAGMA application_id = ${0x43617265}`;

if (!parentPort) throw new Error('This file is started as a worker of the store.');
const port = parentPort;
const {file, lockPatience, does} = workerData as WorkerData;
const waiting: WorkerRequest[] = [];
let drainIsPlanned = false;
// Why nothing is written any more, once that is so.
let broken: string | undefined;

const database = does === 'writing' ? openForWriting() : openForReading();
const client = sqliteClient(database);
const work = does === 'writing' ? writing() : reading();

const upkeep = {
  vacuum() {
    database.exec('VACUUM');
    return true;
  },
  checkpoint: () => (database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get([]) as {busy: number}).busy === 0,
} satisfies WorkerFunctions<UpkeepCalls>;

port.on('message', (request: WorkerRequest) => {
  waiting.push(request);
  planDrain();
});
port.postMessage({ready: true});

function openForWriting(): Database.Database {
  // Made here and not by the driver: nobody else on this machine may read it.
  closeSync(openSync(file, 'a', 0o600));
  const opened = new Database(file, {timeout: lockPatience});
  prepareDatabase(opened);
  // What a process wrote that was killed, or whose disk failed, can be read again
  // though it never reached the disk. Nobody is told that it is kept before all of
  // it was written once more; where another process holds the file, that one has.
  opened.pragma('wal_checkpoint(TRUNCATE)');
  return opened;
}

function openForReading(): Database.Database {
  const opened = new Database(file, {timeout: lockPatience});
  opened.pragma('query_only = ON');
  return opened;
}

function writing(): WorkerFunctions<WritingCalls> {
  return {...bindQueries(client, {...submissions, ...alerts, ...handling, ...questionSets, ...access, ...retention, ...gracePeriods, ...imports}), save: (submission) => save(client, submission), check};
}

function check(): void {
  const {bavail, bsize} = statfsSync(dirname(file));
  if (bavail * bsize < leastRoom) throw new Error('the disk is full');
  database.exec(writeNothingNew);
}

function reading(): WorkerFunctions<ReadingCalls> {
  return {...bindQueries(client, {...directory, ...submissions, ...alerts, ...handling, ...questionSets, ...access, ...reports, ...neighbours}), check: async () => void (await directory.directoryRevision(client))};
}

function planDrain(): void {
  if (drainIsPlanned) return;
  drainIsPlanned = true;
  setImmediate(() => void drainWaiting());
}

async function drainWaiting(): Promise<void> {
  await drain(waiting.splice(0, mostAtOnce));
  drainIsPlanned = false;
  if (waiting.length > 0) planDrain();
}

async function drain(batch: WorkerRequest[]): Promise<void> {
  const close = batch.find((request) => request.name === 'close');
  const upkeeps = batch.filter(({name}) => name in upkeep);
  const calls = batch.filter((request) => request !== close && !upkeeps.includes(request));
  // Nobody who reads waits for a change that is not acknowledged yet, so reading goes first and never fails with it.
  const reads = calls.filter(({name}) => !changes(name));
  for (const call of reads) for (const answered of await answerAll([call])) port.postMessage(answered);
  for (const answered of await answerAll(calls.filter(({name}) => changes(name)))) port.postMessage(answered);
  for (const request of upkeeps) port.postMessage(keepUp(request));
  if (close) shut(close);
}

// What nobody has put down as one that only reads counts as one that changes something.
function changes(name: string): boolean {
  return does === 'writing' && writingCalls[name as keyof WritingCalls] !== 'reads';
}

async function answerAll(calls: WorkerRequest[]): Promise<WorkerReply[]> {
  if (calls.length === 0) return [];
  const change = calls.some(({name}) => changes(name));
  try {
    if (change && broken !== undefined) throw new Error(broken);
    return await inOneTransaction(calls);
  } catch (error) {
    if (change && isDiskFault(error)) broken ??= `${reasonOf(error)}; nothing more is taken until the endpoint is started again`;
    // One of them may be to blame for all: alone, each fails only for itself.
    // A lock, a full disk or a broken one meets them all alike.
    if (calls.length > 1 && broken === undefined && liesInOneCall(error)) return (await mapInOrder(calls, (call) => answerAll([call]))).flat();
    return calls.map(({call}) => ({call, fault: reasonOf(error)}));
  }
}

function liesInOneCall(error: unknown): boolean {
  return !(error instanceof Database.SqliteError) || error.code.startsWith('SQLITE_CONSTRAINT');
}

/**
 * After a write that failed nobody knows what lies on the disk: the system takes
 * its pages for written, and the next fsync says that all is well. So nothing is
 * written on top of it. A full disk is no such fault, since nothing began there.
 */
function isDiskFault(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(IOERR|CORRUPT|NOTADB)/.test(error.code);
}

async function inOneTransaction(calls: WorkerRequest[]): Promise<WorkerReply[]> {
  // Of one answer everything is read from one state of the database.
  if (!calls.some(({name}) => changes(name))) database.exec('BEGIN');
  else beginWriting();
  try {
    const answers = await mapInOrder(calls, answer);
    database.exec('COMMIT');
    return answers;
  } catch (error) {
    // A full disk may have rolled it back already.
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function beginWriting(): void {
  const end = Date.now() + lockPatience;
  database.exec('PRAGMA busy_timeout = 0');
  try {
    for (;;) {
      try {
        database.exec('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (!isBusy(error) || Date.now() > end) throw error;
        Atomics.wait(pause, 0, 0, betweenTries);
      }
    }
  } finally {
    database.exec(`PRAGMA busy_timeout = ${lockPatience}`);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY';
}

async function answer({call, name, parameters}: WorkerRequest): Promise<WorkerReply> {
  const method = work[name as keyof typeof work] as (...parameters: unknown[]) => unknown;
  return {call, result: await method.apply(work, parameters)};
}

async function mapInOrder<Result>(calls: readonly WorkerRequest[], each: (call: WorkerRequest) => Promise<Result>): Promise<Result[]> {
  const results = [];
  for (const call of calls) results.push(await each(call));
  return results;
}

function keepUp({call, name}: WorkerRequest): WorkerReply {
  // Does not wait for others, since feedback would wait with it: whoever asks tries again.
  database.exec('PRAGMA busy_timeout = 0');
  try {
    return {call, result: upkeep[name as keyof UpkeepCalls]()};
  } catch (error) {
    return isBusy(error) ? {call, result: false} : {call, fault: reasonOf(error)};
  } finally {
    database.exec(`PRAGMA busy_timeout = ${lockPatience}`);
  }
}

function shut({call}: WorkerRequest): void {
  try {
    if (does === 'writing') database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
  } catch {
    // On a disk that takes no more, what was acknowledged stays in the log beside the file; the next start writes it into it.
  }
  port.postMessage({call, result: undefined} satisfies WorkerReply);
  port.close();
}

// SQLite's own messages name tables and columns, never values.
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}
