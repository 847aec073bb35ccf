import type Database from 'libsql';
import {uuidOf} from '../../contract/uuid.js';
import type {Unopened} from '../../contract/handling.js';
import type {Limits} from '../access/access.js';
import type {Alert, NewAlert} from '../alerts/alert.js';
import type {AlertClaim, SettledAlert} from './alert-store.js';
import {fromUnopened, limitsAsText} from './limits-in-sql.js';
import {dialect} from './sqlite-dialect.js';

/** What the store does with alerts, on one open database; the caller holds the transaction. */
export function alertTables(database: Database.Database) {
  const insert = database.prepare('INSERT INTO alerts (submission, kind, way, is_urgent, happened_at, due_at) VALUES (?, ?, ?, ?, ?, ?)');
  const due = database.prepare(
    `SELECT a.row, lower(hex(s.id)) AS submission, a.kind, a.way, a.happened_at AS happenedAt, a.told, a.failed
     FROM alerts a JOIN submissions s ON s.row = a.submission
     WHERE a.way = ? AND a.is_urgent = ? AND a.due_at <= ? ORDER BY a.due_at, a.row LIMIT ?`,
  );
  const hold = database.prepare('UPDATE alerts SET due_at = ? WHERE row = ?');
  const plan = database.prepare('UPDATE alerts SET due_at = ?, told = ?, failed = ? WHERE row = ?');
  const end = database.prepare('DELETE FROM alerts WHERE row = ?');
  const calm = database.prepare('DELETE FROM alerts WHERE is_urgent = 1 AND submission = ?');

  return {
    /** For whoever changes a submission, in the same transaction. */
    insertAlerts(submission: number | bigint, alerts: readonly NewAlert[], happenedAt: string): void {
      for (const {kind, way} of alerts) insert.run([submission, kind, way, kind === 'immediate' ? 1 : 0, happenedAt, Date.parse(happenedAt)]);
    },

    claimAlerts({way, now, until, limit}: AlertClaim): Alert[] {
      const claimed = due.all([way, 1, now, limit]) as Alert[];
      claimed.push(...(due.all([way, 0, now, limit - claimed.length]) as Alert[]));
      for (const {row} of claimed) hold.run([until, row]);
      return claimed.map((alert) => ({...alert, submission: uuidOf(alert.submission)}));
    },

    settleAlert({row, dueAt, told, failed}: SettledAlert): void {
      if (dueAt === undefined) end.run([row]);
      else plan.run([dueAt, told, failed, row]);
    },

    /** Ends what is urgent about a submission, for whoever has looked at it or erases it. */
    calm(submission: number): void {
      calm.run([submission]);
    },
  };
}

/** What is asked of alerts on a connection that only reads. */
export function openingTables(database: Database.Database) {
  const standing = (limits: Limits) => `${fromUnopened(limits, dialect)} AND s.urgency = 2 AND s.received_at < ?2`;

  return {
    unopened(before: string, limits: Limits = {}): Unopened {
      const asked = [limitsAsText(limits), before];
      const first = database.prepare(`SELECT lower(hex(s.id)) AS id, s.received_at AS receivedAt ${standing(limits)} ORDER BY s.row LIMIT 1`).get(asked) as {id: string; receivedAt: string} | undefined;
      if (!first) return {count: 0};
      const {count: all} = database.prepare(`SELECT count(*) AS count ${standing(limits)}`).get(asked) as {count: number};
      return {count: all, oldest: {id: uuidOf(first.id), receivedAt: first.receivedAt}};
    },
  };
}
