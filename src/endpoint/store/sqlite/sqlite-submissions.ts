import type {SqliteClient} from './sqlite-client.js';
import type {NewSubmission, Saved} from '../store.js';
import {insertParts, received} from '../sql/submission-queries.js';
import {rankOf, rightAndProof, savedBefore} from '../submission-row.js';

/** Keeps it once; the caller holds the transaction. */
export async function save(client: SqliteClient, submission: NewSubmission): Promise<Saved> {
  const {id, replaces, contentHash, referenceHash, receivedAt, urgency, quarantine, coded} = submission;
  const earlier = await received(client, id);
  if (earlier) return savedBefore(earlier, submission);
  const replaced = replaces === undefined ? undefined : await client.get<{hash: string | null}>(`SELECT hex(right_hash) AS hash FROM submissions WHERE id = unhex($1, '-')`, [replaces]);
  const {right, isProven} = rightAndProof(submission, replaced?.hash ? Buffer.from(replaced.hash, 'hex') : undefined);
  const row = await client.insertOne(
    `INSERT INTO submissions (id, replaces, content_hash, reference_hash, received_at, urgency, quarantine, coded, right_hash, corrects)
     VALUES (unhex($1, '-'), unhex($2, '-'), $3, $4, $5, $6, $7, $8, $9, CASE WHEN ${isProven} THEN unhex($2, '-') END)`,
    [id, replaces ?? null, contentHash, referenceHash, receivedAt, rankOf(urgency), quarantine?.reason ?? null, JSON.stringify(coded), right ?? null],
  );
  // Of two versions the newer may come first.
  if (right) await client.run(`UPDATE submissions SET corrects = replaces WHERE replaces = unhex($1, '-') AND right_hash = $2 AND corrects IS NULL`, [id, right]);
  await insertParts(client, [{submission, row}]);
  return {result: 'kept', receivedAt};
}
