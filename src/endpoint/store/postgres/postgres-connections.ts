import {DatabaseError, Pool, types, type PoolClient} from 'pg';
import {StoreUnavailable} from '../store.js';

// As in sqlite-thread.ts: beyond it a sender is told to come back.
const mostWaiting = 2000;
// Several endpoints share one server, and it has few connections to give.
const connectionsForReading = 4;
const usualPatience = 10_000;
// A process that writes keeps its transactions short.
const lockPatience = 5000;
const patienceAtTheEnd = 5000;
const mostTries = 5;
const serialisationFailure = '40001';
const deadlock = '40P01';
const bigint = types.builtins.INT8;

/** What is asked of the database in one transaction. */
export type Client = Pick<PoolClient, 'query'>;

/** Where the database is, and how long to wait for it in milliseconds. */
export interface PostgresOptions {
  url: string;
  timeoutMilliseconds?: number;
}

/** The way to the database. Each rejects with `StoreUnavailable`; one that is lost is opened anew at the next call. */
export interface Connections {
  /** One question, or several of which each may be answered from another state of the database. */
  ask<Result>(work: (client: Client) => Promise<Result>): Promise<Result>;
  /** Several questions, answered from one state of the database. */
  read<Result>(work: (client: Client) => Promise<Result>): Promise<Result>;
  /** All of `work`, on disk before this resolves, or nothing. */
  change<Result>(work: (client: Client) => Promise<Result>): Promise<Result>;
  /** As `change`, on the one connection that takes submissions, so that they wait for nothing else. */
  keep<Result>(work: (client: Client) => Promise<Result>): Promise<Result>;
  /** Counts a call while it goes on, and refuses it when too many do. */
  counted<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Answers what was asked, and ends. */
  close(): Promise<void>;
}

export function connectTo({url, timeoutMilliseconds: patience = usualPatience}: PostgresOptions): Connections {
  const options = {
    connectionString: url,
    connectionTimeoutMillis: patience,
    // A server that is gone without a word would otherwise be waited for for hours.
    query_timeout: patience,
    keepAlive: true,
    application_name: 'care-endpoint',
    // The driver gives one as text, since it may be larger than a number can be; what is counted here never is.
    types: {getTypeParser: ((oid, format) => (oid === bigint && format !== 'binary' ? Number : types.getTypeParser(oid, format))) as typeof types.getTypeParser},
    // An acknowledged row must outlive a power cut, whatever the database or its user is set to.
    // Every question is answered in less time than it takes to compile it, which a server does where it takes tables for large.
    onConnect: async (client: Client) => void (await client.query("SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'; SELECT set_config('jit', 'off', false)")),
  };
  const [keeping, reading] = [new Pool({...options, max: 1}), new Pool({...options, max: connectionsForReading})];
  // Said by connections that nobody uses just now; the pool has let go of them already.
  for (const pool of [keeping, reading]) pool.on('error', () => undefined);
  const going = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  async function connected<Result>(pool: Pool, work: (client: Client) => Promise<Result>): Promise<Result> {
    const client = await pool.connect();
    let broken: Error | undefined;
    const noticed = (error: Error) => (broken = error);
    client.on('error', noticed);
    try {
      return await work(client);
    } catch (error) {
      // What the server did not say itself leaves the connection in a state that nobody knows.
      if (!(error instanceof DatabaseError)) broken ??= error as Error;
      throw error;
    } finally {
      client.off('error', noticed);
      client.release(broken);
    }
  }

  function transaction<Result>(pool: Pool, begin: string, work: (client: Client) => Promise<Result>): Promise<Result> {
    return connected(pool, async (client) => {
      await client.query(begin);
      try {
        const result = await work(client);
        await client.query('COMMIT');
        return result;
      } catch (error) {
        if (error instanceof DatabaseError) await client.query('ROLLBACK');
        throw error;
      }
    });
  }

  /** Once more where others wrote at the same time, which is nobody's fault. */
  async function tried<Result>(work: () => Promise<Result>): Promise<Result> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await work();
      } catch (error) {
        if (tries === mostTries || !(error instanceof DatabaseError) || ![serialisationFailure, deadlock].includes(error.code ?? '')) throw error;
      }
    }
  }

  const writing = `BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL lock_timeout = ${lockPatience}`;

  return {
    ask: (work) => connected(reading, work),
    read: (work) => transaction(reading, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work),
    change: (work) => tried(() => transaction(reading, writing, work)),
    keep: (work) => tried(() => transaction(keeping, writing, work)),

    async counted(work) {
      if (closing) throw new StoreUnavailable('the store is closed');
      if (going.size >= mostWaiting) throw new StoreUnavailable('too much waits already');
      const result = work();
      going.add(result);
      try {
        return await result;
      } catch (error) {
        throw error instanceof StoreUnavailable ? error : new StoreUnavailable(reasonOf(error));
      } finally {
        going.delete(result);
      }
    },

    close() {
      closing ??= Promise.allSettled(going).then(async () => {
        // A connection to a server that is gone does not end by itself.
        let impatience: NodeJS.Timeout | undefined;
        const enough = new Promise((resolve) => (impatience = setTimeout(resolve, patienceAtTheEnd)));
        await Promise.race([Promise.allSettled([keeping.end(), reading.end()]), enough]);
        clearTimeout(impatience);
      });
      return closing;
    },
  };
}

/** Whether a row is to blame, and not the database or the way to it: then those that came with it may be kept. */
export function liesInOneCall(error: unknown): boolean {
  // 22: the data, 23: a constraint, 54: too long for what it goes into.
  if (error instanceof DatabaseError) return /^(?:22|23|54)/.test(error.code ?? '');
  return error instanceof TypeError;
}

// PostgreSQL's messages name tables and columns; the values stand in their detail, which is left out here.
function reasonOf(error: unknown): string {
  if (error instanceof DatabaseError && /^22/.test(error.code ?? '')) return `a value cannot be kept (${error.code})`;
  return error instanceof Error ? error.message || error.name : 'unknown';
}
