import {openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore, type StoreNames} from 'idb';
import type {Store} from './store.js';
import {databaseName, type Waiting} from './waiting.js';

interface Schema extends DBSchema {
  records: {key: string; value: Waiting};
  /** Of records for an action, under the record's id. */
  keys: {key: string; value: CryptoKey};
  /** Until when somebody sends, by the lock's name, for browsers without Web Locks. */
  leases: {key: string; value: number};
}
type Database = IDBPDatabase<Schema>;
type Open = <Name extends StoreNames<Schema>>(name: Name) => IDBPObjectStore<Schema, StoreNames<Schema>[], Name, 'readwrite'>;

const names: StoreNames<Schema>[] = ['records', 'keys', 'leases'];

/**
 * What waits, in this browser's IndexedDB. A call rejects where the browser
 * refuses; it may also never settle, as some browsers never open a database.
 */
export class Device implements Store {
  #opened: Promise<Database> | undefined;

  async keep(record: Waiting, key?: CryptoKey): Promise<void> {
    await this.#write((open) => Promise.all([open('records').put(record), key && open('keys').put(key, record.id)]));
  }

  async all(endpoint: string): Promise<Waiting[]> {
    const records = await this.#with(false, (database) => database.transaction('records').store.getAll());
    return (records ?? []).filter((record) => record.endpoint === endpoint);
  }

  async keyOf(id: string): Promise<CryptoKey | undefined> {
    return this.#with(false, (database) => database.transaction('keys').store.get(id));
  }

  async change({id, tries, nextAt}: Waiting): Promise<void> {
    await this.#write(async (open) => {
      const record = await open('records').get(id);
      // Gone: another tab has its receipt, and it must not come back.
      return record && open('records').put({...record, tries, nextAt});
    });
  }

  async remove(id: string): Promise<void> {
    await this.#write((open) => Promise.all([open('records').delete(id), open('keys').delete(id)]));
  }

  async lease(name: string, now: number, length: number): Promise<boolean> {
    return this.#write(async (open) => {
      const until = (await open('leases').get(name)) ?? 0;
      // One that lasts longer than any is from before the clock was put back.
      const isFree = until <= now || until > now + length;
      if (isFree) await open('leases').put(now + length, name);
      return isFree;
    });
  }

  async release(name: string): Promise<void> {
    await this.#write((open) => open('leases').delete(name));
  }

  /** Done, and on the disk, not only on its way there, once this resolves. */
  async #write<Result>(work: (open: Open) => Promise<Result>): Promise<Result> {
    const done = this.#with(true, async (database) => {
      const transaction = database.transaction(names, 'readwrite', {durability: 'strict'});
      const [result] = await Promise.all([work((name) => transaction.objectStore(name)), transaction.done]);
      return {result};
    });
    return (await done)!.result;
  }

  /** A browser closes databases when memory is short, so what fails is tried once more with another. `undefined` where there is none. */
  async #with<Result>(make: boolean, work: (database: Database) => Promise<Result>): Promise<Result | undefined> {
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

  #open(make: boolean): Promise<Database> {
    const forget = () => (this.#opened = undefined);
    return openDB<Schema>(databaseName, 1, {
      upgrade(database, _from, _to, transaction) {
        if (make) return void (database.createObjectStore('records', {keyPath: 'id'}), database.createObjectStore('keys'), database.createObjectStore('leases'));
        // Nothing is stored, not even an empty database, before somebody sends.
        transaction.done.catch(forget);
        transaction.abort();
      },
      blocking(_from, _to, event) {
        // Somebody clears this website's data; they should not have to wait for us.
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
  }
}
