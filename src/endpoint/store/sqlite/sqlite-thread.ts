import {Worker} from 'node:worker_threads';
import type {WorkerReply, WorkerRequest, Calls, WorkerData} from './sqlite-messages.js';
import {StoreUnavailable} from '../store.js';

// About a second's work. Beyond it a sender is told to come back, rather than
// that something waits in memory which it may take for safe.
const mostWaiting = 2000;

// Rows only pass through. Left to itself a thread lets tens of megabytes of what passed lie about.
const youngGenerationMb: Readonly<Record<WorkerData['does'], number>> = {writing: 8, reading: 2};

interface Waiting {
  resolve(result: unknown): void;
  reject(reason: StoreUnavailable): void;
}

/** A worker on one connection to the database, and the way to ask it. */
export interface WorkerThread<All extends Calls<All>> {
  ask<Name extends keyof All & string>(name: Name): All[Name];
  /** Answers what it was asked, and ends. */
  close(): Promise<void>;
}

/** Starts `sqlite-worker.ts`, which lies at `address` when built. Rejects with `StoreUnavailable`, naming the file, when it does not open. */
export async function startThread<All extends Calls<All>>(address: URL, workerData: WorkerData): Promise<WorkerThread<All>> {
  const worker = new Worker(address, {workerData, resourceLimits: {maxYoungGenerationSizeMb: youngGenerationMb[workerData.does]}});
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let ended: string | undefined;

  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', (error) => reject(new StoreUnavailable(`${workerData.file} cannot be opened: ${error.message}`)));
  });
  worker.on('message', (answered: WorkerReply) => {
    const caller = waiting.get(answered.call);
    waiting.delete(answered.call);
    if ('fault' in answered) caller?.reject(new StoreUnavailable(answered.fault));
    else caller?.resolve(answered.result);
  });
  worker.on('error', (error) => endWith(error.message));
  worker.on('exit', () => endWith('the store is closed'));

  function endWith(reason: string): void {
    ended ??= reason;
    for (const caller of waiting.values()) caller.reject(new StoreUnavailable(ended));
    waiting.clear();
  }

  function send(name: string, parameters: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (ended !== undefined) return reject(new StoreUnavailable(ended));
      if (waiting.size >= mostWaiting) return reject(new StoreUnavailable('too much waits already'));
      calls += 1;
      waiting.set(calls, {resolve, reject});
      worker.postMessage({call: calls, name, parameters} satisfies WorkerRequest);
    });
  }

  return {
    ask: <Name extends keyof All & string>(name: Name) => ((...parameters: unknown[]) => send(name, parameters)) as unknown as All[Name],

    async close() {
      if (ended !== undefined) return;
      const gone = new Promise<void>((resolve) => void worker.once('exit', () => resolve()));
      await send('close', []);
      await gone;
    },
  };
}
