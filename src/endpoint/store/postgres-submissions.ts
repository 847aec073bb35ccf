import type {InboxEntry, OpenedContact} from '../../contract/inbox.js';
import type {Limits} from '../access/access.js';
import {fits} from './filter-in-sql.js';
import type {InboxFilter} from './inbox-filter.js';
import {limitsAsText, opensContact, showsReplaced, withinLimits} from './limits-in-sql.js';
import {record} from './postgres-access.js';
import {insertAlerts} from './postgres-alerts.js';
import type {Client} from './postgres-connections.js';
import {dialect} from './postgres-dialect.js';
import type {InboxQuery, InboxRows, NewSubmission, Saved} from './store.js';
import {contactDetails, inboxEntry, inboxPage, rankOf, savedBefore, scopeRows, startOf, storyRows, type SubmissionRow} from './submission-row.js';

// Asked for as text, so that it does not depend on how the server or the driver writes bytes and JSON.
const inboxColumns = (limits: Limits) => `
  s.row, s.id, s.received_at, s.urgency, s.quarantine, s.coded, q.faults, encode(q.whole, 'hex') AS whole,
  coalesce((SELECT json_object_agg(t.question, t.text ORDER BY t.question) FROM stories t WHERE t.submission = s.row)::text, '{}') AS stories,
  ${opensContact('s.row')} AS has_contact,
  coalesce((SELECT h.state FROM handling h WHERE h.submission = s.row), 'unopened') AS state,
  CASE WHEN ${showsReplaced(limits, 's', dialect)} THEN s.replaces END AS replaces, s.corrects IS NOT NULL AS is_proven,
  (SELECT n.id FROM submissions n WHERE n.corrects = s.id AND n.coded IS NOT NULL AND ${withinLimits(limits, 'n.row', dialect)} ORDER BY n.row DESC LIMIT 1) AS replaced_by`;
const inboxRows = 'submissions s LEFT JOIN quarantined q ON q.submission = s.row';
interface Earlier {
  contentHash: Uint8Array;
  receivedAt: string;
}

/** Keeps each once; the caller holds the transaction. Answers in the order of `submissions`. */
export async function saveAll(client: Client, submissions: readonly NewSubmission[]): Promise<Saved[]> {
  // Waits for whoever else gives out numbers until theirs can be seen.
  const {rows: [arrivals]} = await client.query<{last_row: string}>('UPDATE arrivals SET last_row = last_row + $1 RETURNING last_row', [submissions.length]);
  const firstRow = Number(arrivals!.last_row) - submissions.length + 1;

  const firsts = new Map<string, {submission: NewSubmission; row: number}>();
  for (const [position, submission] of submissions.entries()) if (!firsts.has(submission.id)) firsts.set(submission.id, {submission, row: firstRow + position});
  const kept = await insert(client, [...firsts.values()]);
  const earlier = await receivedOf(client, submissions.map(({id}) => id).filter((id) => !kept.has(id)));
  return submissions.map((submission, position): Saved => {
    const first = firsts.get(submission.id)!;
    if (!kept.has(submission.id)) return savedBefore(earlier.get(submission.id)!, submission);
    return first.row === firstRow + position ? {result: 'kept', receivedAt: submission.receivedAt} : savedBefore(first.submission, submission);
  });
}

/** The ids of those that were not there. */
async function insert(client: Client, numbered: readonly {submission: NewSubmission; row: number}[]): Promise<Set<string>> {
  const column = (of: (submission: NewSubmission) => unknown) => numbered.map(({submission}) => of(submission));
  const {rows} = await client.query<{id: string}>(
    `INSERT INTO submissions (row, id, replaces, content_hash, reference_hash, received_at, urgency, quarantine, coded, right_hash, corrects)
     SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::uuid[], $4::bytea[], $5::bytea[], $6::text[], $7::smallint[], $8::text[], $9::text[], $10::bytea[], $11::uuid[])
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      numbered.map(({row}) => row),
      column(({id}) => id),
      column(({replaces}) => replaces ?? null),
      column(({contentHash}) => Buffer.from(contentHash)),
      column(({referenceHash}) => Buffer.from(referenceHash)),
      column(({receivedAt}) => receivedAt),
      column(({urgency}) => rankOf(urgency)),
      column(({quarantine}) => quarantine?.reason ?? null),
      column(({coded}) => JSON.stringify(coded)),
      column(({rightHash}) => (rightHash ? Buffer.from(rightHash) : null)),
      column(({replaces, isReplacementProven}) => (isReplacementProven ? (replaces ?? null) : null)),
    ],
  );
  const kept = new Set(rows.map(({id}) => id));
  const added = numbered.filter(({submission}) => kept.has(submission.id));
  await prove(client, added);
  await insertParts(client, added);
  return kept;
}

/** `rightAndProof` of submission-row.ts for many, which may replace each other. */
async function prove(client: Client, added: readonly {submission: NewSubmission; row: number}[]): Promise<void> {
  // In the order of arrival, as each may have the right of the one before it.
  for (const {submission: {isReplacementProven, replaces}, row} of added) {
    if (isReplacementProven && replaces !== undefined) await client.query('UPDATE submissions n SET right_hash = o.right_hash FROM submissions o WHERE n.row = $1 AND o.id = n.replaces AND o.right_hash IS NOT NULL', [row]);
  }
  // Of two versions the newer may come first.
  const replaced = added.flatMap(({submission: {id, replaces, rightHash}}) => (rightHash ? [id, ...(replaces === undefined ? [] : [replaces])] : []));
  if (replaced.length === 0) return;
  await client.query('UPDATE submissions n SET corrects = n.replaces FROM submissions o WHERE n.replaces = ANY ($1::uuid[]) AND o.id = n.replaces AND o.right_hash = n.right_hash AND n.corrects IS NULL', [replaced]);
}

async function insertParts(client: Client, numbered: readonly {submission: NewSubmission; row: number}[]): Promise<void> {
  const scopes = numbered.flatMap(({submission, row}) => scopeRows(submission).map((scope) => ({...scope, row})));
  if (scopes.length > 0) await client.query('INSERT INTO scopes SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[])', [scopes.map(({kind}) => kind), scopes.map(({value}) => value), scopes.map(({row}) => row)]);
  const stories = numbered.flatMap(({submission, row}) => storyRows(submission).map(([question, text]) => [row, question, text] as const));
  if (stories.length > 0) {
    // Two questions of what fits no submission may be one once they are readable; all of it stands in `whole`.
    await client.query('INSERT INTO stories SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING', [
      stories.map(([row]) => row), stories.map(([, question]) => question), stories.map(([, , text]) => text),
    ]);
  }
  const contacts = numbered.flatMap(({submission, row}) => contactDetails(submission) === undefined ? [] : [[row, contactDetails(submission)] as const]);
  if (contacts.length > 0) await client.query('INSERT INTO contacts SELECT * FROM unnest($1::bigint[], $2::text[])', [contacts.map(([row]) => row), contacts.map(([, details]) => details)]);
  const apart = numbered.flatMap(({submission: {quarantine}, row}) => quarantine ? [{row, ...quarantine}] : []);
  if (apart.length > 0) {
    await client.query('INSERT INTO quarantined SELECT * FROM unnest($1::bigint[], $2::text[], $3::bytea[])', [
      apart.map(({row}) => row), apart.map(({faults}) => JSON.stringify(faults ?? [])), apart.map(({whole}) => whole === undefined ? null : Buffer.from(whole)),
    ]);
  }
  await insertAlerts(client, numbered.flatMap(({submission: {alerts = [], receivedAt}, row}) => alerts.map((alert) => ({...alert, submission: row, happenedAt: receivedAt}))));
}

async function receivedOf(client: Client, ids: readonly string[]): Promise<Map<string, Earlier>> {
  if (ids.length === 0) return new Map();
  const {rows} = await client.query<{id: string; hash: string; received_at: string}>("SELECT id, encode(content_hash, 'hex') AS hash, received_at FROM submissions WHERE id = ANY ($1::uuid[])", [ids]);
  return new Map(rows.map(({id, hash, received_at: receivedAt}) => [id, {contentHash: Buffer.from(hash, 'hex'), receivedAt}]));
}

export async function received(client: Client, id: string): Promise<Earlier | undefined> {
  return (await receivedOf(client, [id])).get(id);
}

export async function inbox(client: Client, query: InboxQuery): Promise<InboxRows> {
  const {limits = {}, filter, order, limit} = query;
  const {rank, row} = startOf(query);
  const [from, inOrder, most] = order === 'urgent' ? ['(s.urgency, s.row) < ($2::smallint, $3::bigint)', 'ORDER BY s.urgency DESC, s.row DESC', 'LIMIT $4'] : ['s.row > $2', 'ORDER BY s.row', 'LIMIT $3'];
  // As in sqlite-submissions.ts.
  const page = filter === undefined
    ? `${from} ${inOrder} ${most}`
    : `s.row IN (SELECT s.row FROM submissions s WHERE s.coded IS NOT NULL AND ${withinLimits(limits, 's.row', dialect)} AND ${fits(filter, 's', dialect)} AND ${from} ${inOrder} ${most}) ${inOrder}`;
  return inboxPage(await select(client, limits, page, [...(order === 'urgent' ? [rank] : []), row, limit + 1], filter), limit);
}

export async function submission(client: Client, id: string, limits: Limits = {}, filter: InboxFilter = {}): Promise<InboxEntry | undefined> {
  const [row] = await select(client, limits, `s.id = $2 AND ${fits(filter, 's', dialect)}`, [id], filter);
  return row && inboxEntry(row);
}

export async function openContact(client: Client, id: string, {label, openedAt}: {label: string; openedAt: string}, limits: Limits = {}): Promise<OpenedContact | undefined> {
  const {rows: [found]} = await client.query<{details: string}>(`SELECT c.details FROM contacts c JOIN submissions s ON s.row = c.submission WHERE ${withinLimits(limits, 's.row', dialect)} AND s.id = $2 AND ${opensContact('s.row')}`, [limitsAsText(limits), id]);
  if (!found) return undefined;
  await record(client, [{at: openedAt, who: label, what: 'opened-contact', submission: id}]);
  return JSON.parse(found.details) as OpenedContact;
}

async function select(client: Client, limits: Limits, condition: string, parameters: readonly unknown[], filter?: InboxFilter): Promise<SubmissionRow[]> {
  const question = `SELECT ${inboxColumns(limits)} FROM ${inboxRows} WHERE s.coded IS NOT NULL AND ${withinLimits(limits, 's.row', dialect)} AND ${condition}`;
  const {rows} = await client.query<SubmissionRow>(question, [limitsAsText(limits, filter), ...parameters]);
  return rows.map(plain);
}

/** The driver gives a bigint as text. */
function plain(row: SubmissionRow): SubmissionRow {
  return {...row, row: Number(row.row), whole: row.whole === null ? null : Buffer.from(row.whole, 'hex').toString()};
}
