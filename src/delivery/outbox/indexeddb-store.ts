import type {OutboxStore} from './outbox-store.js';
import {databaseName, type QueuedSubmission} from './queued-submission.js';

/** What is stored: `keys` of records for an action, under the record's id; `leases`, until when somebody sends, by the lock's name, for browsers without Web Locks. */
interface Stored {
  records: QueuedSubmission;
  keys: CryptoKey;
  leases: number;
}
type StoreName = keyof Stored;
/** One of the stores, in a transaction that writes. */
type Open = (name: StoreName) => IDBObjectStore;

const names: StoreName[] = ['records', 'keys', 'leases'];

/**
 * What waits, in this browser's IndexedDB. A call rejects where the browser
 * refuses; it may also never settle, as some browsers never open a database.
 */
export class IndexedDbStore implements OutboxStore {
  #opened: Promise<IDBDatabase> | undefined;

  async keep(record: QueuedSubmission, key?: CryptoKey): Promise<void> {
    await this.#write(async (open) => {
      open('records').put(record);
      if (key) open('keys').put(key, record.id);
    });
  }

  async all(endpoint: string): Promise<QueuedSubmission[]> {
    const records = await this.#read('records', (store): IDBRequest<QueuedSubmission[]> => store.getAll());
    return (records ?? []).filter((record) => record.endpoint === endpoint);
  }

  async keyOf(id: string): Promise<CryptoKey | undefined> {
    return this.#read('keys', (store): IDBRequest<CryptoKey | undefined> => store.get(id));
  }

  async change({id, tries, nextAt}: QueuedSubmission): Promise<void> {
    await this.#write(async (open) => {
      const record = await resultOf<QueuedSubmission | undefined>(open('records').get(id));
      // Gone: another tab has its receipt, and it must not come back.
      if (record) open('records').put({...record, tries, nextAt});
    });
  }

  async remove(id: string): Promise<void> {
    await this.#write(async (open) => {
      open('records').delete(id);
      open('keys').delete(id);
    });
  }

  async lease(name: string, now: number, length: number): Promise<boolean> {
    return this.#write(async (open) => {
      const until = (await resultOf<number | undefined>(open('leases').get(name))) ?? 0;
      // One that lasts longer than any is from before the clock was put back.
      const isFree = until <= now || until > now + length;
      if (isFree) open('leases').put(now + length, name);
      return isFree;
    });
  }

  async release(name: string): Promise<void> {
    await this.#write(async (open) => void open('leases').delete(name));
  }

  async #read<Result>(name: StoreName, ask: (store: IDBObjectStore) => IDBRequest<Result>): Promise<Result | undefined> {
    return this.#with(false, (database) => resultOf(ask(database.transaction(name).objectStore(name))));
  }

  /** Done, and on the disk, not only on its way there, once this resolves. */
  async #write<Result>(work: (open: Open) => Promise<Result>): Promise<Result> {
    const done = this.#with(true, async (database) => {
      const transaction = database.transaction(names, 'readwrite', {durability: 'strict'});
      const [result] = await Promise.all([work((name) => transaction.objectStore(name)), completionOf(transaction)]);
      return {result};
    });
    return (await done)!.result;
  }

  /** A browser closes databases when memory is short, so what fails is tried once more with another. `undefined` where there is none. */
  async #with<Result>(make: boolean, work: (database: IDBDatabase) => Promise<Result>): Promise<Result | undefined> {
    for (let isFirst = true; ; isFirst = false) {
      try {
        return await work(await (this.#opened ??= this.#open(make)));
      } catch (error) {
        this.#opened = undefined;
        if (!make && (error as DOMException).name === 'AbortError') return undefined;
        if (!isFirst) throw error;
      }
    }
  }

  async #open(make: boolean): Promise<IDBDatabase> {
    const request = indexedDB.open(databaseName, 1);
    const forget = () => (this.#opened = undefined);
    request.onupgradeneeded = () => {
      // Nothing is stored, not even an empty database, before somebody sends.
      if (!make) return void request.transaction!.abort();
      request.result.createObjectStore('records', {keyPath: 'id'});
      request.result.createObjectStore('keys');
      request.result.createObjectStore('leases');
    };
    const database = await resultOf(request);
    // Somebody clears this website's data; they should not have to wait for us.
    database.onversionchange = () => {
      database.close();
      forget();
    };
    database.onclose = forget;
    return database;
  }
}

function resultOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('The browser gives no reason.', 'UnknownError'));
  });
}

/** Resolves once all of it is done; rejects where any of it failed, and so nothing of it was done. */
function completionOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new DOMException('It was stopped.', 'AbortError'));
  });
}
