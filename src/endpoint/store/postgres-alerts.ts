import type {Unopened} from '../../contract/handling.js';
import type {Limits} from '../access/access.js';
import type {Alert, NewAlert} from '../alerts/alert.js';
import type {AlertClaim, SettledAlert} from './alert-store.js';
import {fromUnopened, limitsAsText} from './limits-in-sql.js';
import {dialect} from './postgres-dialect.js';
import type {Client} from './postgres-connections.js';

/** For whoever changes submissions, in the same transaction; `submission` is the number of a row. */
export async function insertAlerts(client: Client, alerts: readonly (NewAlert & {submission: number; happenedAt: string})[]): Promise<void> {
  if (alerts.length === 0) return;
  await client.query(
    `INSERT INTO alerts (submission, kind, way, is_urgent, happened_at, due_at)
     SELECT submission, kind, way, kind = 'immediate', happened_at, due_at FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::bigint[]) AS new (submission, kind, way, happened_at, due_at)`,
    [alerts.map(({submission}) => submission), alerts.map(({kind}) => kind), alerts.map(({way}) => way), alerts.map(({happenedAt}) => happenedAt), alerts.map(({happenedAt}) => Date.parse(happenedAt))],
  );
}

export async function claimAlerts(client: Client, {way, now, until, limit}: AlertClaim): Promise<Alert[]> {
  const claimed = await claim(client, true, {way, now, until, limit});
  return [...claimed, ...(await claim(client, false, {way, now, until, limit: limit - claimed.length}))];
}

async function claim(client: Client, isUrgent: boolean, {way, now, until, limit}: AlertClaim): Promise<Alert[]> {
  const {rows} = await client.query<Alert & {row: string}>(
    `SELECT a.row, s.id AS submission, a.kind, a.way, a.happened_at AS "happenedAt", a.told, a.failed
     FROM alerts a JOIN submissions s ON s.row = a.submission
     WHERE a.way = $1 AND a.is_urgent = $2 AND a.due_at <= $3 ORDER BY a.due_at, a.row LIMIT $4 FOR UPDATE OF a SKIP LOCKED`,
    [way, isUrgent, now, limit],
  );
  if (rows.length > 0) await client.query('UPDATE alerts SET due_at = $1 WHERE row = ANY ($2::bigint[])', [until, rows.map(({row}) => row)]);
  return rows.map((alert) => ({...alert, row: Number(alert.row)}));
}

export async function settleAlert(client: Client, {row, dueAt, told, failed}: SettledAlert): Promise<void> {
  if (dueAt === undefined) await client.query('DELETE FROM alerts WHERE row = $1', [row]);
  else await client.query('UPDATE alerts SET due_at = $1, told = $2, failed = $3 WHERE row = $4', [dueAt, told, failed, row]);
}

/** Ends what is urgent about submissions, for whoever has looked at them or erases them; by the numbers of their rows. */
export async function calm(client: Client, submissions: readonly string[]): Promise<void> {
  await client.query('DELETE FROM alerts WHERE is_urgent AND submission = ANY ($1::bigint[])', [submissions]);
}

export async function unopened(client: Client, before: string, limits: Limits = {}): Promise<Unopened> {
  const standing = `${fromUnopened(limits, dialect)} AND s.urgency = 2 AND s.received_at < $2`;
  const {rows: [oldest]} = await client.query<{id: string; receivedAt: string; count: string}>(`SELECT s.id, s.received_at AS "receivedAt", (SELECT count(*) ${standing}) AS count ${standing} ORDER BY s.row LIMIT 1`, [limitsAsText(limits), before]);
  return oldest ? {count: Number(oldest.count), oldest: {id: oldest.id, receivedAt: oldest.receivedAt}} : {count: 0};
}
