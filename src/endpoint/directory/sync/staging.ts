import {closeSync, mkdirSync, openSync} from 'node:fs';
import {dirname, join} from 'node:path';
import Database from 'libsql';
import {StartFault} from '../../commands/start-fault.js';
import type {ImportRows} from '../../store/directory-import.js';
import type {Level, Span} from './cqc-api.js';

/** What a sync is at. */
export interface SyncWork extends Span {
  /** The page to ask for next of each list; left out once a list is whole. */
  pages: Partial<Record<Level, number>>;
}

/** Up to when all that CQC had was asked for, and the directory's revision then. */
export interface Position {
  until: string;
  revision: number;
}

export interface Wanted {
  level: Level;
  id: string;
}

/** What became of one that was wanted. `refused` ones are asked for again by the next sync. */
export type Fetched = Wanted & ({rows: ImportRows} | {none: 'gone' | 'refused'});

const states = {open: 0, fetched: 1, gone: 2, refused: 3} as const;

const tables = `
  CREATE TABLE IF NOT EXISTS said (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS wanted (level TEXT NOT NULL, id TEXT NOT NULL, state INTEGER NOT NULL, rows TEXT, PRIMARY KEY (level, id)) STRICT, WITHOUT ROWID;`;

/**
 * What a sync has fetched so far, in a file of its own, so that it can break off at any
 * moment and the next one goes on. It holds what importers took out of records and no
 * record itself, so no names of people. Whoever has it open has it alone, until the
 * process ends, however it ends.
 *
 * @throws StartFault where it cannot be opened, or another sync has it.
 */
export function openStaging(dataFolder: string, version: string) {
  const database = openAlone(join(dataFolder, 'sync.db'));
  const get = database.prepare('SELECT value FROM said WHERE name = ?');
  const put = database.prepare('INSERT INTO said VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value');
  const drop = database.prepare('DELETE FROM said WHERE name = ?');
  const want = database.prepare(`INSERT OR IGNORE INTO wanted VALUES (?, ?, ${states.open}, NULL)`);
  const keep = database.prepare('UPDATE wanted SET state = ?, rows = ? WHERE level = ? AND id = ?');
  const open = database.prepare(`SELECT level, id FROM wanted WHERE state = ${states.open} AND (level, id) > (?, ?) ORDER BY level, id LIMIT ?`);
  const fetched = database.prepare(`SELECT level, id, rows FROM wanted WHERE state = ${states.fetched} AND (level, id) > (?, ?) ORDER BY level, id LIMIT ?`);
  const count = database.prepare(`SELECT count(*) AS wanted, total(state <> ${states.open}) AS done FROM wanted`);

  const said = <Value>(name: string): Value | undefined => {
    const row = get.get([name]) as {value: string} | undefined;
    return row && (JSON.parse(row.value) as Value);
  };
  const inOne = <Parameters extends unknown[]>(work: (...parameters: Parameters) => void) => (...parameters: Parameters): void => {
    database.transaction(() => work(...parameters)).immediate();
  };

  return {
    position: () => said<Position>('position'),
    /** What an earlier sync was at when it broke off; what another version has read is not gone on with. */
    work: () => (said<string>('version') === version ? said<SyncWork>('work') : undefined),

    begin: inOne((work: SyncWork) => {
      database.exec(`DELETE FROM wanted WHERE state <> ${states.refused}; UPDATE wanted SET state = ${states.open}`);
      put.run(['version', JSON.stringify(version)]);
      put.run(['work', JSON.stringify(work)]);
    }),

    /** Keeps the ids of one page, and where the list goes on. */
    want: inOne((level: Level, ids: readonly string[], work: SyncWork) => {
      for (const id of ids) want.run([level, id]);
      put.run(['work', JSON.stringify(work)]);
    }),

    counts: () => count.get([]) as {wanted: number; done: number},
    open: (after: Wanted | undefined, limit: number) => open.all([after?.level ?? '', after?.id ?? '', limit]) as Wanted[],

    keep: inOne((all: readonly Fetched[]) => {
      for (const {level, id, ...became} of all) keep.run(['rows' in became ? states.fetched : states[became.none], 'rows' in became ? JSON.stringify(became.rows) : null, level, id]);
    }),

    *rows(): Generator<ImportRows> {
      let last: Wanted | undefined;
      for (;;) {
        const some = fetched.all([last?.level ?? '', last?.id ?? '', 200]) as (Wanted & {rows: string})[];
        for (const {rows} of some) yield JSON.parse(rows) as ImportRows;
        last = some.at(-1);
        if (!last) return;
      }
    },

    /** The store has everything: nothing is left to go on with. */
    end: inOne((position: Position) => {
      put.run(['position', JSON.stringify(position)]);
      drop.run(['work']);
      database.exec(`DELETE FROM wanted WHERE state <> ${states.refused}`);
    }),

    close() {
      database.pragma('locking_mode = NORMAL');
      count.get([]);
      database.close();
    },
  };
}
export type Staging = ReturnType<typeof openStaging>;

function openAlone(file: string): Database.Database {
  try {
    // With DATABASE_URL nothing else has made the folder.
    mkdirSync(dirname(file), {recursive: true, mode: 0o700});
    // Made here and not by the driver: nobody else on this machine may read it.
    closeSync(openSync(file, 'a', 0o600));
    const database = new Database(file, {timeout: 1000});
    database.pragma('locking_mode = EXCLUSIVE');
    // Without a log beside it, so that the lock can be let go of; the driver closes late.
    database.pragma('journal_mode = TRUNCATE');
    database.exec(`BEGIN IMMEDIATE; ${tables} COMMIT`);
    return database;
  } catch (error) {
    const isTaken = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
    throw new StartFault(isTaken ? `Another sync is at work with ${file}.\nLet it end, or stop it, and start this one again.` : `${file} cannot be used: ${error instanceof Error ? error.message : ''}\nIf it is damaged, delete it: the next sync then fetches everything anew.`);
  }
}
