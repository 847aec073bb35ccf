import type Database from 'libsql';
import {mostInOneStep, type ErasedVersion, type Tidied, type TidyStep} from './retention.js';

// Earlier than every time.
const never = '';

/** What removes content, on one open database; the caller holds the transaction. */
export function retentionTables(database: Database.Database) {
  const step = database.prepare(`SELECT max(row) AS last, count(*) AS rows FROM (SELECT row FROM submissions WHERE row > ? ORDER BY row LIMIT ${mostInOneStep})`);
  const expired = 'SELECT row FROM submissions WHERE row > ? AND row <= ? AND received_at < ?';
  // An empty `whole` still says that it fits no submission.
  const clearQuarantined = database.prepare(`UPDATE quarantined SET faults = '[]', whole = CASE WHEN whole IS NULL THEN NULL ELSE '' END WHERE submission IN (${expired}) AND (faults <> '[]' OR whole <> '') RETURNING submission`);
  // Where nothing could be told apart, all that came is kept as contact details, words and all.
  const deleteAllThatCame = database.prepare(`DELETE FROM contacts WHERE submission IN (${expired}) AND submission IN (SELECT submission FROM quarantined WHERE whole = '' AND faults <> '[]') RETURNING submission`);
  const deleteStories = database.prepare(`DELETE FROM stories WHERE submission IN (${expired}) RETURNING submission`);
  // What the team noted may tell the story again.
  const clearNotes = database.prepare(`UPDATE handling_steps SET note = NULL WHERE submission IN (${expired}) AND note IS NOT NULL RETURNING submission`);
  const deleteContacts = database.prepare(`DELETE FROM contacts WHERE submission IN (${expired}) RETURNING submission`);

  const versions = database.prepare(
    `WITH RECURSIVE versions (row, id, replaces) AS (
       SELECT row, id, replaces FROM submissions WHERE reference_hash = ?
       UNION SELECT s.row, s.id, s.replaces FROM versions v JOIN submissions s ON s.replaces = v.id OR s.id = v.replaces
     )
     SELECT s.row, lower(hex(s.id)) AS id, s.received_at, s.coded IS NULL AS was_erased FROM submissions s WHERE s.row IN (SELECT row FROM versions) ORDER BY s.row`,
  );
  const erasing = [
    ...['stories', 'contacts', 'quarantined', 'scopes', 'handling', 'handling_steps'].map((table) => `DELETE FROM ${table} WHERE submission = ?`),
    // Which version another replaced is known still, so that erasing again finds what came in between.
    'UPDATE submissions SET coded = NULL, quarantine = NULL, urgency = 0 WHERE row = ?',
  ].map((sql) => database.prepare(sql));

  return {
    tidy({storiesBefore = never, contactsBefore = never, after}: TidyStep): Tidied & {next?: number} {
      const {last, rows} = step.get([after]) as {last: number | null; rows: number};
      if (last === null) return {stories: 0, contacts: 0};
      const withWords = [deleteStories, deleteAllThatCame, clearQuarantined, clearNotes].flatMap((statement) => statement.all([after, last, storiesBefore]) as {submission: number}[]);
      return {
        stories: new Set(withWords.map(({submission}) => submission)).size,
        contacts: deleteContacts.all([after, last, contactsBefore]).length,
        ...(rows < mostInOneStep ? {} : {next: last}),
      };
    },

    erase(referenceHash: Uint8Array): ErasedVersion[] | undefined {
      const found = versions.all([Buffer.from(referenceHash)]) as {row: number; id: string; received_at: string; was_erased: number}[];
      for (const {row} of found) for (const erase of erasing) erase.run([row]);
      if (found.length === 0) return undefined;
      return found.map(({id, received_at: receivedAt, was_erased: wasErased}) => ({id: uuidOf(id), receivedAt, wasErased: wasErased === 1}));
    },
  };
}

function uuidOf(digits: string): string {
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
