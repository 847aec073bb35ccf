import type {InboxEntry, OpenedContact} from '../../../contract/inbox.js';
import type {Scope} from '../../access/access.js';
import {record} from './access-queries.js';
import {insertAlerts} from './alert-queries.js';
import {fits} from './filter-in-sql.js';
import type {InboxFilter} from '../submission-filter.js';
import {scopeAsText, opensContact, showsReplaced, withinScope} from './scope-in-sql.js';
import type {Dialect, InsertInto, SqlClient, SqlValue} from './sql-client.js';
import type {InboxQuery, InboxRows, NewSubmission} from '../store.js';
import {contactDetails, inboxEntry, inboxRowsPage, scopeRows, startOf, storyRows, type SubmissionRow} from '../submission-row.js';

/** What is known of an id that has arrived. */
export interface Earlier {
  contentHash: Uint8Array;
  receivedAt: string;
}

// Bytes are asked for as text, so that it does not depend on how a server or a driver writes them.
const inboxColumns = (scope: Scope, dialect: Dialect) => `
  s.row, ${dialect.uuidText('s.id')} AS id, s.received_at, s.urgency, s.quarantine, s.coded, q.faults, ${dialect.hex('q.whole')} AS whole,
  (SELECT ${dialect.jsonObject('t.question', 't.text')} FROM stories t WHERE t.submission = s.row) AS stories,
  ${opensContact('s.row')} AS has_contact,
  coalesce((SELECT h.state FROM handling h WHERE h.submission = s.row), 'unopened') AS state,
  CASE WHEN ${showsReplaced(scope, 's', dialect)} THEN ${dialect.uuidText('s.replaces')} END AS replaces, s.corrects IS NOT NULL AS is_proven,
  (SELECT ${dialect.uuidText('n.id')} FROM submissions n WHERE n.corrects = s.id AND n.coded IS NOT NULL AND ${withinScope(scope, 'n.row', dialect)} ORDER BY n.row DESC LIMIT 1) AS replaced_by`;

const scopes: InsertInto = {table: 'scopes', columns: {kind: 'text', value: 'text', submission: 'bigint'}};
// Two questions of what fits no submission may be one once they are readable; all of it stands in `whole`.
const stories: InsertInto = {table: 'stories', columns: {submission: 'bigint', question: 'text', text: 'text'}, mayBeThere: true};
const contacts: InsertInto = {table: 'contacts', columns: {submission: 'bigint', details: 'text'}};
const quarantined: InsertInto = {table: 'quarantined', columns: {submission: 'bigint', faults: 'text', whole: 'utf8'}};

/** What stands in tables of its own of submissions that were just kept. */
export async function insertParts(client: SqlClient, numbered: readonly {submission: NewSubmission; row: number}[]): Promise<void> {
  await client.insert(scopes, numbered.flatMap(({submission, row}) => scopeRows(submission).map(({kind, value}) => ({kind, value, submission: row}))));
  await client.insert(stories, numbered.flatMap(({submission, row}) => storyRows(submission).map(([question, text]) => ({submission: row, question, text}))));
  await client.insert(contacts, numbered.map(({submission, row}) => ({submission: row, details: contactDetails(submission)})).filter(({details}) => details !== undefined));
  await client.insert(quarantined, numbered.flatMap(({submission: {quarantine}, row}) => (quarantine ? [{submission: row, faults: JSON.stringify(quarantine.faults ?? []), whole: quarantine.whole}] : [])));
  await insertAlerts(client, numbered.flatMap(({submission: {alerts = [], receivedAt}, row}) => alerts.map((alert) => ({...alert, submission: row, happenedAt: receivedAt}))));
}

export async function received(client: SqlClient, id: string): Promise<Earlier | undefined> {
  const {uuid, hex} = client.dialect;
  const row = await client.get<{hash: string; received_at: string}>(`SELECT ${hex('content_hash')} AS hash, received_at FROM submissions WHERE id = ${uuid('$1')}`, [id]);
  return row && {contentHash: Buffer.from(row.hash, 'hex'), receivedAt: row.received_at};
}

export async function inbox(client: SqlClient, query: InboxQuery): Promise<InboxRows> {
  const {dialect} = client;
  const {scope = {}, filter, order, limit} = query;
  const {rank, row} = startOf(query);
  const [from, inOrder, most] = order === 'urgent' ? ['(s.urgency, s.row) < ($2, $3)', 'ORDER BY s.urgency DESC, s.row DESC', 'LIMIT $4'] : ['s.row > $2', 'ORDER BY s.row', 'LIMIT $3'];
  // Which they are first: where many must be put in order, only those of the page are read whole.
  const page = filter === undefined
    ? `${from} ${inOrder} ${most}`
    : `s.row IN (SELECT s.row FROM submissions s WHERE s.coded IS NOT NULL AND ${withinScope(scope, 's.row', dialect)} AND ${fits(filter, 's', dialect)} AND ${from} ${inOrder} ${most}) ${inOrder}`;
  return inboxRowsPage(await select(client, scope, page, [...(order === 'urgent' ? [rank] : []), row, limit + 1], filter), limit);
}

export async function submission(client: SqlClient, id: string, scope: Scope = {}, filter: InboxFilter = {}): Promise<InboxEntry | undefined> {
  const {dialect} = client;
  const [row] = await select(client, scope, `s.id = ${dialect.uuid('$2')} AND ${fits(filter, 's', dialect)}`, [id], filter);
  return row && inboxEntry(row);
}

export async function openContact(client: SqlClient, id: string, {label, openedAt}: {label: string; openedAt: string}, scope: Scope = {}): Promise<OpenedContact | undefined> {
  const {dialect} = client;
  const found = await client.get<{details: string}>(
    `SELECT c.details FROM contacts c JOIN submissions s ON s.row = c.submission WHERE ${withinScope(scope, 's.row', dialect)} AND s.id = ${dialect.uuid('$2')} AND ${opensContact('s.row')}`,
    [scopeAsText(scope), id],
  );
  if (!found) return undefined;
  await record(client, [{at: openedAt, who: label, what: 'opened-contact', submission: id}]);
  return JSON.parse(found.details) as OpenedContact;
}

async function select(client: SqlClient, scope: Scope, condition: string, parameters: readonly SqlValue[], filter?: InboxFilter): Promise<SubmissionRow[]> {
  const {dialect} = client;
  const question = `SELECT ${inboxColumns(scope, dialect)} FROM submissions s LEFT JOIN quarantined q ON q.submission = s.row WHERE s.coded IS NOT NULL AND ${withinScope(scope, 's.row', dialect)} AND ${condition}`;
  return client.all<SubmissionRow>(question, [scopeAsText(scope, filter), ...parameters]);
}
