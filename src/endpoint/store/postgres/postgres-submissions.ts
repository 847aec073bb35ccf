import type {Client} from './postgres-connections.js';
import {postgresClient} from './postgres-client.js';
import type {NewSubmission, Saved} from '../store.js';
import {insertParts, type Earlier} from '../sql/submission-queries.js';
import {rankOf, savedBefore} from '../submission-row.js';

/** Keeps each once; the caller holds the transaction. Answers in the order of `submissions`. */
export async function saveAll(client: Client, submissions: readonly NewSubmission[]): Promise<Saved[]> {
  // Waits for whoever else gives out numbers until theirs can be seen.
  const {rows: [arrivals]} = await client.query<{last_row: number}>('UPDATE arrivals SET last_row = last_row + $1 RETURNING last_row', [submissions.length]);
  const firstRow = arrivals!.last_row - submissions.length + 1;

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
  await insertParts(postgresClient(client), added);
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

async function receivedOf(client: Client, ids: readonly string[]): Promise<Map<string, Earlier>> {
  if (ids.length === 0) return new Map();
  const {rows} = await client.query<{id: string; content_hash: Buffer; received_at: string}>('SELECT id, content_hash, received_at FROM submissions WHERE id = ANY ($1::uuid[])', [ids]);
  return new Map(rows.map(({id, content_hash: contentHash, received_at: receivedAt}) => [id, {contentHash, receivedAt}]));
}
