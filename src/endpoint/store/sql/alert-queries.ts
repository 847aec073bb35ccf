import type {Unopened} from '../../../contract/handling.js';
import type {Scope} from '../../access/access.js';
import type {Alert, NewAlert} from '../alert.js';
import type {AlertClaim, SettledAlert} from '../alert-store.js';
import {fromUnopened, scopeAsText} from './scope-in-sql.js';
import type {InsertInto, SqlClient} from './sql-client.js';

const newAlerts: InsertInto = {table: 'alerts', columns: {submission: 'bigint', kind: 'text', way: 'text', is_urgent: 'boolean', happened_at: 'text', due_at: 'bigint'}};

/** For whoever changes submissions, in the same transaction; `submission` is the number of a row. */
export async function insertAlerts(client: SqlClient, alerts: readonly (NewAlert & {submission: number; happenedAt: string})[]): Promise<void> {
  await client.insert(newAlerts, alerts.map(({submission, kind, way, happenedAt}) => ({submission, kind, way, is_urgent: kind === 'immediate', happened_at: happenedAt, due_at: Date.parse(happenedAt)})));
}

export async function claimAlerts(client: SqlClient, {way, now, until, limit}: AlertClaim): Promise<Alert[]> {
  const {uuidText, isIn, locking} = client.dialect;
  const due = (isUrgent: boolean, most: number) => client.all<Alert>(
    `SELECT a.row, ${uuidText('s.id')} AS submission, a.kind, a.way, a.happened_at AS "happenedAt", a.told, a.failed
     FROM alerts a JOIN submissions s ON s.row = a.submission
     WHERE a.way = $1 AND a.is_urgent = $2 AND a.due_at <= $3 ORDER BY a.due_at, a.row LIMIT $4 ${locking('FOR UPDATE OF a SKIP LOCKED')}`,
    [way, isUrgent, now, most],
  );
  const urgent = await due(true, limit);
  const claimed = [...urgent, ...(await due(false, limit - urgent.length))];
  if (claimed.length > 0) await client.run(`UPDATE alerts SET due_at = $1 WHERE ${isIn('row', '$2', 'bigint')}`, [until, claimed.map(({row}) => row)]);
  return claimed;
}

export async function settleAlert(client: SqlClient, {row, dueAt, told, failed}: SettledAlert): Promise<void> {
  if (dueAt === undefined) await client.run('DELETE FROM alerts WHERE row = $1', [row]);
  else await client.run('UPDATE alerts SET due_at = $1, told = $2, failed = $3 WHERE row = $4', [dueAt, told, failed, row]);
}

/** Ends what is urgent about submissions, for whoever has looked at them or erases them; by the numbers of their rows. */
export async function calm(client: SqlClient, submissions: readonly number[]): Promise<void> {
  await client.run(`DELETE FROM alerts WHERE is_urgent = $1 AND ${client.dialect.isIn('submission', '$2', 'bigint')}`, [true, submissions]);
}

export async function unopened(client: SqlClient, before: string, scope: Scope = {}): Promise<Unopened> {
  const {dialect} = client;
  const standing = `${fromUnopened(scope, dialect)} AND s.urgency = 2 AND s.received_at < $2`;
  const oldest = await client.get<{id: string; receivedAt: string; count: number}>(
    `SELECT ${dialect.uuidText('s.id')} AS id, s.received_at AS "receivedAt", (SELECT count(*) ${standing}) AS count ${standing} ORDER BY s.row LIMIT 1`,
    [scopeAsText(scope), before],
  );
  return oldest ? {count: oldest.count, oldest: {id: oldest.id, receivedAt: oldest.receivedAt}} : {count: 0};
}
