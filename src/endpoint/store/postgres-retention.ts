import {limitsAsText, withinLimits} from './limits-in-sql.js';
import {record} from './postgres-access.js';
import {calm, insertAlerts} from './postgres-alerts.js';
import type {Client} from './postgres-connections.js';
import {dialect} from './postgres-dialect.js';
import {mostInOneStep, type ErasedVersion, type Erasing, type Retained, type RetentionMemory, type Tidied, type TidyStep} from './retention.js';

// Earlier than every time.
const never = '';
const expired = 'SELECT row FROM submissions WHERE row > $1 AND row <= $2 AND received_at < $3';

export async function retentionMemory(client: Client): Promise<RetentionMemory> {
  const {rows: [known]} = await client.query<{defaults: Retained[]; received: boolean}>('SELECT ARRAY(SELECT kind FROM retention_defaults ORDER BY kind) AS defaults, EXISTS (SELECT 1 FROM submissions) AS received');
  return {defaults: known?.defaults ?? [], isEmpty: known?.received === false};
}

export async function rememberDefaults(client: Client, defaults: readonly Retained[]): Promise<void> {
  await client.query('DELETE FROM retention_defaults WHERE kind <> ALL ($1::text[])', [defaults]);
  // Several endpoints may start at once.
  await client.query('INSERT INTO retention_defaults SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [defaults]);
}

export async function tidy(client: Client, {storiesBefore = never, contactsBefore = never, after}: TidyStep): Promise<Tidied & {next?: number}> {
  const {rows: [step]} = await client.query<{last: string | null; rows: number}>(`SELECT max(row) AS last, count(*)::integer AS rows FROM (SELECT row FROM submissions WHERE row > $1 ORDER BY row LIMIT ${mostInOneStep}) AS next`, [after]);
  if (!step?.last) return {stories: 0, contacts: 0};
  const removed = async (question: string, before: string) => (await client.query<{submission: string}>(question, [after, step.last, before])).rows.map(({submission}) => submission);
  const stories = await removed(`DELETE FROM stories WHERE submission IN (${expired}) RETURNING submission`, storiesBefore);
  // Where nothing could be told apart, all that came is kept as contact details, words and all.
  const allThatCame = await removed(`DELETE FROM contacts WHERE submission IN (${expired}) AND submission IN (SELECT submission FROM quarantined WHERE whole = '' AND faults <> '[]') RETURNING submission`, storiesBefore);
  // An empty `whole` still says that it fits no submission.
  const apart = await removed(`UPDATE quarantined SET faults = '[]', whole = CASE WHEN whole IS NULL THEN NULL ELSE ''::bytea END WHERE submission IN (${expired}) AND (faults <> '[]' OR whole <> '') RETURNING submission`, storiesBefore);
  // What the team noted may tell the story again.
  const notes = await removed(`UPDATE handling_steps SET note = NULL WHERE submission IN (${expired}) AND note IS NOT NULL RETURNING submission`, storiesBefore);
  const contacts = await removed(`DELETE FROM contacts WHERE submission IN (${expired}) RETURNING submission`, contactsBefore);
  return {stories: new Set([...stories, ...allThatCame, ...apart, ...notes]).size, contacts: contacts.length, ...(step.rows < mostInOneStep ? {} : {next: Number(step.last)})};
}

export async function erase(client: Client, referenceHash: Uint8Array, {who, at, limits = {}, alerts = []}: Erasing): Promise<ErasedVersion[] | undefined> {
  const {rows: found} = await client.query<{row: string; id: string; received_at: string; was_erased: boolean}>(
    `WITH RECURSIVE versions (row, id, corrects) AS (
       SELECT s.row, s.id, s.corrects FROM submissions s WHERE s.reference_hash = $2 AND ${withinLimits(limits, 's.row', dialect)}
       UNION SELECT s.row, s.id, s.corrects FROM versions v JOIN submissions s ON (s.corrects = v.id OR s.id = v.corrects) WHERE ${withinLimits(limits, 's.row', dialect)}
     )
     SELECT s.row, s.id, s.received_at, s.coded IS NULL AS was_erased FROM submissions s WHERE s.row IN (SELECT row FROM versions) ORDER BY s.row FOR UPDATE`,
    [limitsAsText(limits), Buffer.from(referenceHash)],
  );
  if (found.length === 0) return undefined;
  const rows = found.map(({row}) => row);
  for (const table of ['stories', 'contacts', 'quarantined', 'scopes', 'handling', 'handling_steps']) await client.query(`DELETE FROM ${table} WHERE submission = ANY ($1::bigint[])`, [rows]);
  // What is left of it is no reason to wake anybody.
  await calm(client, rows);
  // Which version another replaced is known still, so that erasing again finds what came in between.
  await client.query('UPDATE submissions SET coded = NULL, quarantine = NULL, urgency = 0, right_hash = NULL WHERE row = ANY ($1::bigint[])', [rows]);
  const erased = found.filter(({was_erased: wasErased}) => !wasErased);
  await record(client, erased.map(({id}) => ({at, who, what: 'erased', submission: id})));
  await insertAlerts(client, erased.flatMap(({row}) => alerts.map((alert) => ({...alert, submission: Number(row), happenedAt: at}))));
  return found.map(({id, received_at: receivedAt, was_erased: wasErased}) => ({id, receivedAt, wasErased}));
}
