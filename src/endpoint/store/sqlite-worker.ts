import {closeSync, openSync} from 'node:fs';
import {parentPort, workerData} from 'node:worker_threads';
import Database from 'libsql';
import {directoryTables} from './sqlite-directory.js';
import type {Answered, Asked, Work, WorkerData} from './sqlite-messages.js';
import {changes} from './sqlite-messages.js';
import {prepareDatabase} from './sqlite-schema.js';
import {submissionTables} from './sqlite-submissions.js';

// Whatever waits when a transaction ends goes into the next one, with one
// fsync for all. More at once only makes the first of them wait longer.
const mostAtOnce = 256;

if (!parentPort) throw new Error('This file is started as a worker of the store.');
const port = parentPort;
const waiting: Asked[] = [];
let drainIsPlanned = false;

const database = openDatabase(workerData as WorkerData);
const work: Work = {...submissionTables(database), ...directoryTables(database), check: () => undefined};

port.on('message', (asked: Asked) => {
  waiting.push(asked);
  planDrain();
});
port.postMessage({ready: true});

function openDatabase({file, lockPatience}: WorkerData): Database.Database {
  // Made here and not by the driver: nobody else on this machine may read it.
  closeSync(openSync(file, 'a', 0o600));
  const opened = new Database(file, {timeout: lockPatience});
  prepareDatabase(opened);
  return opened;
}

function planDrain(): void {
  if (drainIsPlanned) return;
  drainIsPlanned = true;
  setImmediate(() => {
    drainIsPlanned = false;
    drain(waiting.splice(0, mostAtOnce));
    if (waiting.length > 0) planDrain();
  });
}

function drain(batch: Asked[]): void {
  const close = batch.find((asked) => asked.name === 'close');
  const calls = batch.filter((asked) => asked !== close);
  // Nobody who reads waits for a change that is not acknowledged yet, so reading goes first and never fails with it.
  const reads = calls.filter((call) => !changes.has(call.name));
  for (const answered of reads.flatMap((call) => answerAll([call]))) port.postMessage(answered);
  for (const answered of answerAll(calls.filter((call) => changes.has(call.name)))) port.postMessage(answered);
  if (close) shut(close);
}

function answerAll(calls: Asked[]): Answered[] {
  if (calls.length === 0) return [];
  try {
    return calls.some((call) => changes.has(call.name)) ? inOneTransaction(calls) : calls.map(answer);
  } catch (error) {
    // One of them may be to blame for all: alone, each fails only for itself.
    // A lock, a full disk or a broken one meets them all alike.
    if (calls.length > 1 && liesInOneCall(error)) return calls.flatMap((call) => answerAll([call]));
    return calls.map(({call}) => ({call, fault: reasonOf(error)}));
  }
}

function liesInOneCall(error: unknown): boolean {
  return !(error instanceof Database.SqliteError) || error.code.startsWith('SQLITE_CONSTRAINT');
}

function inOneTransaction(calls: Asked[]): Answered[] {
  database.exec('BEGIN IMMEDIATE');
  try {
    const answers = calls.map(answer);
    database.exec('COMMIT');
    return answers;
  } catch (error) {
    // A full disk may have rolled it back already.
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function answer({call, name, parameters}: Asked): Answered {
  const method = work[name as keyof Work] as (...parameters: unknown[]) => unknown;
  return {call, result: method.apply(work, parameters)};
}

function shut({call}: Asked): void {
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  port.postMessage({call, result: undefined} satisfies Answered);
  port.close();
}

// SQLite's own messages name tables and columns, never values.
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}
