import type {Handled, HandlingStep, Unopened} from '../../../contract/handling.js';
import type {Scope} from '../../access/access.js';
import {record} from './access-queries.js';
import {calm} from './alert-queries.js';
import {handlingStep, type StepRow} from '../handling-rows.js';
import type {StatusChange, StepBy} from '../handling-store.js';
import {fromUnopened, scopeAsText, withinScope} from './scope-in-sql.js';
import type {SqlClient} from './sql-client.js';
import {rankedUrgencies} from '../submission-row.js';

// Whoever writes waits for somebody who erases it just now, and then finds nothing.
const held = 'FOR KEY SHARE OF s';

export async function markOpened(client: SqlClient, id: string, {label, openedAt}: {label: string; openedAt: string}): Promise<void> {
  const row = await rowOf(client, id, {}, held);
  if (row === undefined) return;
  if (await isTaken(client, row, 'seen', 0)) await insertStep(client, row, {state: 'seen', who: label, at: openedAt});
  await calm(client, [row]);
}

export async function changeStatus(client: SqlClient, id: string, {state, note, steps, who, at}: StepBy, scope: Scope = {}): Promise<StatusChange | undefined> {
  const row = await rowOf(client, id, scope, held);
  if (row === undefined) return undefined;
  if (!(await isTaken(client, row, state, steps))) return {result: 'changed', steps: await stepsOf(client, row)};
  await insertStep(client, row, {state, who, at, ...(note !== undefined && {note})});
  await calm(client, [row]);
  await record(client, [{at, who, what: 'changed', submission: id, detail: state}]);
  return {result: 'advanced', steps: await stepsOf(client, row)};
}

export async function steps(client: SqlClient, id: string, scope: Scope = {}): Promise<HandlingStep[]> {
  const row = await rowOf(client, id, scope);
  return row === undefined ? [] : stepsOf(client, row);
}

export async function unopenedInAll(client: SqlClient, scope: Scope = {}): Promise<Unopened> {
  // Both from one look at all there are.
  const all = `SELECT count(*) AS count, min(s.row) AS first ${fromUnopened(scope, client.dialect)}`;
  const found = await client.get<{count: number; id: string; receivedAt: string}>(
    `SELECT a.count, ${client.dialect.uuidText('o.id')} AS id, o.received_at AS "receivedAt" FROM (${all}) a JOIN submissions o ON o.row = a.first`,
    [scopeAsText(scope)],
  );
  return found ? {count: found.count, oldest: {id: found.id, receivedAt: found.receivedAt}} : {count: 0};
}

export async function nextUnopened(client: SqlClient, scope: Scope = {}): Promise<string | undefined> {
  const {dialect} = client;
  for (const rank of rankedUrgencies) {
    const next = await client.get<{id: string}>(`SELECT ${dialect.uuidText('s.id')} AS id ${fromUnopened(scope, dialect)} AND s.urgency = $2 ORDER BY s.row LIMIT 1`, [scopeAsText(scope), rank]);
    if (next) return next.id;
  }
  return undefined;
}

async function rowOf(client: SqlClient, id: string, scope: Scope, lock = ''): Promise<number | undefined> {
  const {dialect} = client;
  const found = await client.get<{row: number}>(
    `SELECT s.row FROM submissions s WHERE s.coded IS NOT NULL AND ${withinScope(scope, 's.row', dialect)} AND s.id = ${dialect.uuid('$2')} ${dialect.locking(lock)}`,
    [scopeAsText(scope), id],
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
