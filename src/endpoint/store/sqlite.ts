import {Worker} from 'node:worker_threads';
import type {Answered, Asked, WorkerData} from './sqlite-messages.js';
import {StoreUnavailable, type Store} from './store.js';

// About a second's work. Beyond it a sender is told to come back, rather than
// that something waits in memory which it may take for safe.
const mostWaiting = 2000;

// The other process that writes (the command line) keeps its transactions short.
const usualLockPatience = 5000;

interface Waiting {
  resolve(result: unknown): void;
  reject(reason: StoreUnavailable): void;
}

/**
 * The store in one SQLite file, in a thread of its own so that an fsync never
 * holds up other requests. `worker` is where `sqlite-worker.ts` lies when
 * built. Rejects with `StoreUnavailable`, naming the file, when it does not open.
 */
export async function openSqliteStore({file, worker: address, lockPatience = usualLockPatience}: {file: string; worker: URL; lockPatience?: number}): Promise<Store> {
  const worker = new Worker(address, {workerData: {file, lockPatience} satisfies WorkerData});
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let ended: string | undefined;

  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', (error) => reject(new StoreUnavailable(`${file} cannot be opened: ${error.message}`)));
  });
  worker.on('message', (answered: Answered) => {
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

  async function close(): Promise<void> {
    if (ended !== undefined) return;
    const gone = new Promise<void>((resolve) => void worker.once('exit', () => resolve()));
    await ask('close')();
    await gone;
  }

  function ask<Name extends keyof Store>(name: Name) {
    return (...parameters: Parameters<Store[Name]>): ReturnType<Store[Name]> => {
      const result = new Promise((resolve, reject) => {
        if (ended !== undefined) return reject(new StoreUnavailable(ended));
        if (waiting.size >= mostWaiting) return reject(new StoreUnavailable('too much waits already'));
        calls += 1;
        waiting.set(calls, {resolve, reject});
        worker.postMessage({call: calls, name, parameters} satisfies Asked);
      });
      return result as ReturnType<Store[Name]>;
    };
  }

  return {
    save: ask('save'),
    received: ask('received'),
    inbox: ask('inbox'),
    submission: ask('submission'),
    openContact: ask('openContact'),
    putServices: ask('putServices'),
    directoryRevision: ask('directoryRevision'),
    services: ask('services'),
    service: ask('service'),
    addQuestionSet: ask('addQuestionSet'),
    questionSet: ask('questionSet'),
    check: ask('check'),
    close,
  };
}
