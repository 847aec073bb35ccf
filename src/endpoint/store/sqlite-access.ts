import type Database from 'libsql';
import {heldToken, logPage, type LogRow, type TokenRow} from './access-rows.js';
import type {HeldToken, LogEntry, LogPage, NewToken, Session} from './access-store.js';
import {logMoment} from './log-moment.js';
import {bytesOf, uuidOrNull} from './sqlite-ids.js';

const tokenColumns = 'name, rights, limits, until, made_at, ended_at';
const logColumns = 'row, at, who, what, lower(hex(submission)) AS submission, detail';

/** What is written of tokens and of the log, on one open database; the caller holds the transaction. */
export function accessTables(database: Database.Database) {
  const add = database.prepare('INSERT INTO tokens (name, hash, rights, limits, until, made_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING');
  const end = database.prepare('UPDATE tokens SET ended_at = ? WHERE name = ? AND ended_at IS NULL');
  const named = database.prepare('SELECT 1 FROM tokens WHERE name = ?');
  const forgetSessions = database.prepare('DELETE FROM ended_sessions WHERE until < ?');
  const endOne = database.prepare('INSERT INTO ended_sessions VALUES (?, ?) ON CONFLICT DO NOTHING');
  const endByName = database.prepare('INSERT INTO sessions_ended_by_name VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET began_by = max(began_by, excluded.began_by)');
  const insert = database.prepare('INSERT INTO access_log (at, who, what, submission, detail) VALUES (?, ?, ?, ?, ?)');

  return {
    addToken({name, hash, rights, limits, until, madeAt}: NewToken): 'added' | 'taken' {
      const {changes} = add.run([name, Buffer.from(hash), JSON.stringify(rights), JSON.stringify(limits), until ?? null, madeAt]);
      return changes === 1 ? 'added' : 'taken';
    },

    endToken(name: string, endedAt: string): 'ended' | 'ended-before' | 'unknown' {
      if (end.run([endedAt, name]).changes === 1) return 'ended';
      return named.get([name]) ? 'ended-before' : 'unknown';
    },

    endSession({id, name, until}: Session, everywhere: boolean, now: number): void {
      forgetSessions.run([now]);
      endOne.run([Buffer.from(id, 'hex'), until]);
      if (everywhere) endByName.run([name, now]);
    },

    record(entries: readonly LogEntry[]): void {
      for (const {at, who, what, submission, detail} of entries) insert.run([logMoment({at, who}), who, what, submission === undefined ? null : bytesOf(submission), detail ?? null]);
    },
  };
}

/** What is read of them. */
export function accessReads(database: Database.Database) {
  const all = database.prepare(`SELECT ${tokenColumns} FROM tokens ORDER BY row`);
  const byHash = database.prepare(`SELECT ${tokenColumns} FROM tokens WHERE hash = ? AND ended_at IS NULL`);
  const ended = database.prepare('SELECT 1 FROM ended_sessions WHERE id = ? UNION ALL SELECT 1 FROM sessions_ended_by_name WHERE name = ? AND began_by >= ?');
  const byName = database.prepare(`SELECT ${tokenColumns} FROM tokens WHERE name = ? AND ended_at IS NULL`);

  return {
    tokens(): HeldToken[] {
      return (all.all([]) as TokenRow[]).map(heldToken);
    },

    tokenOf(by: {hash: Uint8Array} | {name: string}): HeldToken | undefined {
      const row = ('hash' in by ? byHash.get([Buffer.from(by.hash)]) : byName.get([by.name])) as TokenRow | undefined;
      return row && heldToken(row);
    },

    isSessionEnded({id, name, began}: Session): boolean {
      return ended.get([Buffer.from(id, 'hex'), name, began]) !== undefined;
    },

    log({submission, what, since, after = 0, limit}: LogPage): {entries: LogEntry[]; next?: number} {
      const asked = [
        ...(submission === undefined ? [] : [['submission = ?', bytesOf(submission)] as const]),
        ...(what === undefined ? [] : [['what = ?', what] as const]),
        ...(since === undefined ? [] : [['at >= ?', since] as const]),
        ['row > ?', after] as const,
      ];
      const lines = database.prepare(`SELECT ${logColumns} FROM access_log WHERE ${asked.map(([condition]) => condition).join(' AND ')} ORDER BY row LIMIT ?`);
      const rows = lines.all([...asked.map(([, value]) => value), limit + 1]);
      return logPage((rows as LogRow[]).map((row) => ({...row, submission: uuidOrNull(row.submission)})), limit);
    },
  };
}
