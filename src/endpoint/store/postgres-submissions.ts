import type {InboxEntry, OpenedContact} from '../../contract/inbox.js';
import type {Client} from './postgres-connections.js';
import type {InboxQuery, InboxRows, NewSubmission, Saved} from './store.js';
import {contactDetails, inboxEntry, inboxPage, rankOf, savedBefore, servicesNamed, startOf, storyRows, type SubmissionRow} from './submission-row.js';

// Asked for as text, so that it does not depend on how the server or the driver writes bytes and JSON.
const inboxColumns = `
  s.row, s.id, s.received_at, s.urgency, s.quarantine, s.coded, q.faults, encode(q.whole, 'hex') AS whole,
  coalesce((SELECT json_object_agg(t.question, t.text ORDER BY t.question) FROM stories t WHERE t.submission = s.row)::text, '{}') AS stories,
  EXISTS (SELECT 1 FROM contacts c WHERE c.submission = s.row) AS has_contact,
  (SELECT n.id FROM submissions n WHERE n.replaces = s.id ORDER BY n.row DESC LIMIT 1) AS replaced_by`;
const inboxRows = 'submissions s LEFT JOIN quarantined q ON q.submission = s.row';
const pages = {
  urgent: `SELECT ${inboxColumns} FROM ${inboxRows} WHERE (s.urgency, s.row) < ($1::smallint, $2::bigint) AND s.coded IS NOT NULL ORDER BY s.urgency DESC, s.row DESC LIMIT $3`,
  arrived: `SELECT ${inboxColumns} FROM ${inboxRows} WHERE s.row > $1 AND s.coded IS NOT NULL ORDER BY s.row LIMIT $2`,
};

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
    `INSERT INTO submissions (row, id, replaces, content_hash, reference_hash, received_at, urgency, quarantine, coded)
     SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::uuid[], $4::bytea[], $5::bytea[], $6::text[], $7::smallint[], $8::text[], $9::text[])
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
    ],
  );
  const kept = new Set(rows.map(({id}) => id));
  await insertParts(client, numbered.filter(({submission}) => kept.has(submission.id)));
  return kept;
}

async function insertParts(client: Client, numbered: readonly {submission: NewSubmission; row: number}[]): Promise<void> {
  const stories = numbered.flatMap(({submission, row}) => storyRows(submission).map(([question, text]) => [row, question, text] as const));
  if (stories.length > 0) {
    // Two questions of what fits no submission may be one once they are readable; all of it stands in `whole`.
    await client.query('INSERT INTO stories SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING', [
      stories.map(([row]) => row), stories.map(([, question]) => question), stories.map(([, , text]) => text),
    ]);
  }
  const named = numbered.flatMap(({submission, row}) => servicesNamed(submission).map((service) => [service, row] as const));
  if (named.length > 0) await client.query('INSERT INTO named_services SELECT * FROM unnest($1::text[], $2::bigint[])', [named.map(([service]) => service), named.map(([, row]) => row)]);
  const contacts = numbered.flatMap(({submission, row}) => contactDetails(submission) === undefined ? [] : [[row, contactDetails(submission)] as const]);
  if (contacts.length > 0) await client.query('INSERT INTO contacts SELECT * FROM unnest($1::bigint[], $2::text[])', [contacts.map(([row]) => row), contacts.map(([, details]) => details)]);
  const apart = numbered.flatMap(({submission: {quarantine}, row}) => quarantine ? [{row, ...quarantine}] : []);
  if (apart.length > 0) {
    await client.query('INSERT INTO quarantined SELECT * FROM unnest($1::bigint[], $2::text[], $3::bytea[])', [
      apart.map(({row}) => row), apart.map(({faults}) => JSON.stringify(faults ?? [])), apart.map(({whole}) => whole === undefined ? null : Buffer.from(whole)),
    ]);
  }
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
  const {rank, row} = startOf(query);
  const after = query.order === 'urgent' ? [rank, row] : [row];
  const {rows} = await client.query<SubmissionRow>(pages[query.order], [...after, query.limit + 1]);
  return inboxPage(rows.map(plain), query.limit);
}

export async function submission(client: Client, id: string): Promise<InboxEntry | undefined> {
  const {rows: [row]} = await client.query<SubmissionRow>(`SELECT ${inboxColumns} FROM ${inboxRows} WHERE s.id = $1 AND s.coded IS NOT NULL`, [id]);
  return row && inboxEntry(plain(row));
}

export async function openContact(client: Client, id: string, {label, openedAt}: {label: string; openedAt: string}): Promise<OpenedContact | undefined> {
  const {rows: [found]} = await client.query<{submission: string; details: string}>('SELECT c.submission, c.details FROM contacts c JOIN submissions s ON s.row = c.submission WHERE s.id = $1', [id]);
  if (!found) return undefined;
  await client.query('INSERT INTO contact_openings VALUES ($1, $2, $3)', [found.submission, label, openedAt]);
  return JSON.parse(found.details) as OpenedContact;
}

/** The driver gives a bigint as text. */
function plain(row: SubmissionRow): SubmissionRow {
  return {...row, row: Number(row.row), whole: row.whole === null ? null : Buffer.from(row.whole, 'hex').toString()};
}
