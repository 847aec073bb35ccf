import {record} from './access-queries.js';
import {calm, insertAlerts} from './alert-queries.js';
import {scopeAsText, withinScope} from './scope-in-sql.js';
import {mostInOneStep, type ErasedRow, type Erasing, type Retained, type RetentionMemory, type Tidied, type TidyStep} from '../retention-store.js';
import type {InsertInto, SqlClient} from './sql-client.js';
import {versionsOf} from './versions-in-sql.js';

// Earlier than every time.
const never = '';
const expired = 'SELECT row FROM submissions WHERE row > $1 AND row <= $2 AND received_at < $3';

const withWords = [
  `DELETE FROM stories WHERE submission IN (${expired})`,
  // Where nothing could be told apart, all that came is kept as contact details, words and all.
  `DELETE FROM contacts WHERE submission IN (${expired}) AND submission IN (SELECT submission FROM quarantined WHERE whole = '' AND faults <> '[]')`,
  // An empty `whole` still says that it fits no submission.
  `UPDATE quarantined SET faults = '[]', whole = CASE WHEN whole IS NULL THEN whole ELSE '' END WHERE submission IN (${expired}) AND (faults <> '[]' OR whole <> '')`,
  // What the team noted may tell the story again.
  `UPDATE handling_steps SET note = NULL WHERE submission IN (${expired}) AND note IS NOT NULL`,
];
const withContact = `DELETE FROM contacts WHERE submission IN (${expired})`;

// Several endpoints may start at once.
const retentionDefaults: InsertInto = {table: 'retention_defaults', columns: {kind: 'text'}, mayBeThere: true};

export async function retentionMemory(client: SqlClient): Promise<RetentionMemory> {
  const known = await client.all<{kind: Retained}>('SELECT kind FROM retention_defaults ORDER BY kind');
  return {defaults: known.map(({kind}) => kind), isEmpty: (await client.get('SELECT 1 FROM submissions LIMIT 1')) === undefined};
}

export async function rememberDefaults(client: SqlClient, defaults: readonly Retained[]): Promise<void> {
  await client.run(`DELETE FROM retention_defaults WHERE NOT (${client.dialect.isIn('kind', '$1')})`, [defaults]);
  await client.insert(retentionDefaults, defaults.map((kind) => ({kind})));
}

export async function tidy(client: SqlClient, {storiesBefore = never, contactsBefore = never, after}: TidyStep): Promise<Tidied & {next?: number}> {
  const step = await client.get<{last: number | null; rows: number}>(`SELECT max(row) AS last, count(*) AS rows FROM (SELECT row FROM submissions WHERE row > $1 ORDER BY row LIMIT ${mostInOneStep}) AS next`, [after]);
  const last = step?.last ?? null;
  if (!step || last === null) return {stories: 0, contacts: 0};
  const changed = async (question: string, before: string) => (await client.all<{submission: number}>(`${question} RETURNING submission`, [after, last, before])).map(({submission}) => submission);
  const stories = new Set<number>();
  for (const question of withWords) for (const submission of await changed(question, storiesBefore)) stories.add(submission);
  const contacts = await changed(withContact, contactsBefore);
  return {stories: stories.size, contacts: contacts.length, ...(step.rows < mostInOneStep ? {} : {next: last})};
}

export async function erase(client: SqlClient, referenceHash: Uint8Array, {who, at, scope = {}, alerts = []}: Erasing): Promise<ErasedRow[] | undefined> {
  const {dialect} = client;
  const isSeen = withinScope(scope, 's.row', dialect);
  const found = await client.all<{row: number; id: string; received_at: string; was_erased: boolean | number}>(
    `${versionsOf(`submissions s WHERE s.reference_hash = $2 AND ${isSeen}`, isSeen, dialect)}
     SELECT s.row, ${dialect.uuidText('s.id')} AS id, s.received_at, s.coded IS NULL AS was_erased FROM submissions s WHERE s.row IN (SELECT row FROM versions) ORDER BY s.row ${dialect.locking('FOR UPDATE')}`,
    [scopeAsText(scope), referenceHash],
  );
  if (found.length === 0) return undefined;
  const rows = found.map(({row}) => row);
  for (const table of ['stories', 'contacts', 'quarantined', 'scopes', 'handling', 'handling_steps']) await client.run(`DELETE FROM ${table} WHERE ${dialect.isIn('submission', '$1', 'bigint')}`, [rows]);
  // What is left of it is no reason to wake anybody.
  await calm(client, rows);
  // Which version another replaced is known still, so that erasing again finds what came in between.
  await client.run(`UPDATE submissions SET coded = NULL, quarantine = NULL, urgency = 0, right_hash = NULL WHERE ${dialect.isIn('row', '$1', 'bigint')}`, [rows]);
  const erased = found.filter(({was_erased: wasErased}) => !wasErased);
  await record(client, erased.map(({id}) => ({at, who, what: 'erased', submission: id})));
  await insertAlerts(client, erased.flatMap(({row}) => alerts.map((alert) => ({...alert, submission: row, happenedAt: at}))));
  return found.map(({id, received_at: receivedAt, was_erased: wasErased}) => ({id, receivedAt, wasErased: Boolean(wasErased)}));
}
