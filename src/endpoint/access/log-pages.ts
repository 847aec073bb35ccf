import type {LogEntry, LogPage} from '../store/access-store.js';
import type {Store} from '../store/store.js';

const linesAtOnce = 500;

/** All lines of the log that are asked for, in its order, some at a time. */
export async function* logPages(asked: Omit<LogPage, 'after' | 'limit'>, store: Pick<Store, 'log'>): AsyncGenerator<LogEntry[]> {
  for (let after: number | undefined = 0; after !== undefined;) {
    const {entries, next}: Awaited<ReturnType<Store['log']>> = await store.log({...asked, after, limit: linesAtOnce});
    yield entries;
    after = next;
  }
}
