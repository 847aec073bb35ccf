import type {Handled, HandlingStep, Unopened} from '../../contract/handling.js';
import type {Limits} from '../access/access.js';
import {handlingStep, type StepRow} from './handling-rows.js';
import type {Advanced, StepBy} from './handling-store.js';
import {fromUnopened, limitsAsText, withinLimits} from './limits-in-sql.js';
import {record} from './postgres-access.js';
import {calm} from './postgres-alerts.js';
import type {Client} from './postgres-connections.js';
import {dialect} from './postgres-dialect.js';
import {rankedUrgencies} from './submission-row.js';

// Whoever writes waits for somebody who erases it just now, and then finds nothing.
const held = 'FOR KEY SHARE OF s';

export async function markOpened(client: Client, id: string, {label, openedAt}: {label: string; openedAt: string}): Promise<void> {
  const row = await rowOf(client, id, {}, held);
  if (row === undefined) return;
  if (await isTaken(client, row, 'seen', 0)) await insertStep(client, row, {state: 'seen', who: label, at: openedAt});
  await calm(client, [row]);
}

export async function advance(client: Client, id: string, {state, note, steps, who, at}: StepBy, limits: Limits = {}): Promise<Advanced | undefined> {
  const row = await rowOf(client, id, limits, held);
  if (row === undefined) return undefined;
  if (!(await isTaken(client, row, state, steps))) return {result: 'changed', steps: await stepsOf(client, row)};
  await insertStep(client, row, {state, who, at, ...(note !== undefined && {note})});
  await calm(client, [row]);
  await record(client, [{at, who, what: 'changed', submission: id, detail: state}]);
  return {result: 'advanced', steps: await stepsOf(client, row)};
}

export async function steps(client: Client, id: string, limits: Limits = {}): Promise<HandlingStep[]> {
  const row = await rowOf(client, id, limits);
  return row === undefined ? [] : stepsOf(client, row);
}

export async function unopenedInAll(client: Client, limits: Limits = {}): Promise<Unopened> {
  // Both from one look at all there are.
  const all = `SELECT count(*) AS count, min(s.row) AS first ${fromUnopened(limits, dialect)}`;
  const {rows: [found]} = await client.query<{count: string; id: string; receivedAt: string}>(`SELECT a.count, o.id, o.received_at AS "receivedAt" FROM (${all}) a JOIN submissions o ON o.row = a.first`, [limitsAsText(limits)]);
  return found ? {count: Number(found.count), oldest: {id: found.id, receivedAt: found.receivedAt}} : {count: 0};
}

export async function nextUnopened(client: Client, limits: Limits = {}): Promise<string | undefined> {
  for (const rank of rankedUrgencies) {
    const {rows: [next]} = await client.query<{id: string}>(`SELECT s.id ${fromUnopened(limits, dialect)} AND s.urgency = $2 ORDER BY s.row LIMIT 1`, [limitsAsText(limits), rank]);
    if (next) return next.id;
  }
  return undefined;
}

async function rowOf(client: Client, id: string, limits: Limits, locked = ''): Promise<string | undefined> {
  const {rows: [found]} = await client.query<{row: string}>(`SELECT s.row FROM submissions s WHERE s.coded IS NOT NULL AND ${withinLimits(limits, 's.row', dialect)} AND s.id = $2 ${locked}`, [limitsAsText(limits), id]);
  return found?.row;
}

async function isTaken(client: Client, row: string, state: Handled, before: number): Promise<boolean> {
  const {rowCount} = before === 0
    ? await client.query('INSERT INTO handling VALUES ($1, $2, 1) ON CONFLICT DO NOTHING', [row, state])
    : await client.query('UPDATE handling SET state = $2, steps = steps + 1 WHERE submission = $1 AND steps = $3', [row, state, before]);
  return rowCount === 1;
}

async function insertStep(client: Client, row: string, {state, who, at, note}: HandlingStep): Promise<void> {
  await client.query('INSERT INTO handling_steps (submission, state, who, at, note) VALUES ($1, $2, $3, $4, $5)', [row, state, who, at, note ?? null]);
}

async function stepsOf(client: Client, row: string): Promise<HandlingStep[]> {
  const {rows} = await client.query<StepRow>('SELECT state, who, at, note FROM handling_steps WHERE submission = $1 ORDER BY row', [row]);
  return rows.map(handlingStep);
}
