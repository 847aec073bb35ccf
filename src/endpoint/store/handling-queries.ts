import type {Handled, HandlingStep, Unopened} from '../../contract/handling.js';
import type {Limits} from '../access/access.js';
import {record} from './access-queries.js';
import {calm} from './alert-queries.js';
import {handlingStep, type StepRow} from './handling-rows.js';
import type {Advanced, StepBy} from './handling-store.js';
import {fromUnopened, limitsAsText, withinLimits} from './limits-in-sql.js';
import type {SqlClient} from './sql-client.js';
import {rankedUrgencies} from './submission-row.js';

// Whoever writes waits for somebody who erases it just now, and then finds nothing.
const held = 'FOR KEY SHARE OF s';

export async function markOpened(client: SqlClient, id: string, {label, openedAt}: {label: string; openedAt: string}): Promise<void> {
  const row = await rowOf(client, id, {}, held);
  if (row === undefined) return;
  if (await isTaken(client, row, 'seen', 0)) await insertStep(client, row, {state: 'seen', who: label, at: openedAt});
  await calm(client, [row]);
}

export async function advance(client: SqlClient, id: string, {state, note, steps, who, at}: StepBy, limits: Limits = {}): Promise<Advanced | undefined> {
  const row = await rowOf(client, id, limits, held);
  if (row === undefined) return undefined;
  if (!(await isTaken(client, row, state, steps))) return {result: 'changed', steps: await stepsOf(client, row)};
  await insertStep(client, row, {state, who, at, ...(note !== undefined && {note})});
  await calm(client, [row]);
  await record(client, [{at, who, what: 'changed', submission: id, detail: state}]);
  return {result: 'advanced', steps: await stepsOf(client, row)};
}

export async function steps(client: SqlClient, id: string, limits: Limits = {}): Promise<HandlingStep[]> {
  const row = await rowOf(client, id, limits);
  return row === undefined ? [] : stepsOf(client, row);
}

export async function unopenedInAll(client: SqlClient, limits: Limits = {}): Promise<Unopened> {
  // Both from one look at all there are.
  const all = `SELECT count(*) AS count, min(s.row) AS first ${fromUnopened(limits, client.dialect)}`;
  const found = await client.get<{count: number; id: string; receivedAt: string}>(
    `SELECT a.count, ${client.dialect.uuidText('o.id')} AS id, o.received_at AS "receivedAt" FROM (${all}) a JOIN submissions o ON o.row = a.first`,
    [limitsAsText(limits)],
  );
  return found ? {count: found.count, oldest: {id: found.id, receivedAt: found.receivedAt}} : {count: 0};
}

export async function nextUnopened(client: SqlClient, limits: Limits = {}): Promise<string | undefined> {
  const {dialect} = client;
  for (const rank of rankedUrgencies) {
    const next = await client.get<{id: string}>(`SELECT ${dialect.uuidText('s.id')} AS id ${fromUnopened(limits, dialect)} AND s.urgency = $2 ORDER BY s.row LIMIT 1`, [limitsAsText(limits), rank]);
    if (next) return next.id;
  }
  return undefined;
}

async function rowOf(client: SqlClient, id: string, limits: Limits, lock = ''): Promise<number | undefined> {
  const {dialect} = client;
  const found = await client.get<{row: number}>(
    `SELECT s.row FROM submissions s WHERE s.coded IS NOT NULL AND ${withinLimits(limits, 's.row', dialect)} AND s.id = ${dialect.uuid('$2')} ${dialect.locking(lock)}`,
    [limitsAsText(limits), id],
  );
  return found?.row;
}

async function isTaken(client: SqlClient, row: number, state: Handled, before: number): Promise<boolean> {
  const taken = before === 0
    ? await client.run('INSERT INTO handling VALUES ($1, $2, 1) ON CONFLICT DO NOTHING', [row, state])
    : await client.run('UPDATE handling SET state = $2, steps = steps + 1 WHERE submission = $1 AND steps = $3', [row, state, before]);
  return taken === 1;
}

async function insertStep(client: SqlClient, row: number, {state, who, at, note}: HandlingStep): Promise<void> {
  await client.run('INSERT INTO handling_steps (submission, state, who, at, note) VALUES ($1, $2, $3, $4, $5)', [row, state, who, at, note ?? null]);
}

async function stepsOf(client: SqlClient, row: number): Promise<HandlingStep[]> {
  return (await client.all<StepRow>('SELECT state, who, at, note FROM handling_steps WHERE submission = $1 ORDER BY row', [row])).map(handlingStep);
}
