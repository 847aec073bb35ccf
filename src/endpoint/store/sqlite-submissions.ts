import type Database from 'libsql';
import type {InboxEntry, OpenedContact} from '../../contract/inbox.js';
import type {InboxQuery, InboxRows, NewSubmission, Saved} from './store.js';
import {contactDetails, inboxEntry, inboxPage, rankOf, savedBefore, servicesNamed, startOf, storyRows, type SubmissionRow} from './submission-row.js';

// The driver gives a BLOB as a Buffer from `get` and as an ArrayBuffer from
// `all`; as hexadecimal digits it is the same from both.
const inboxColumns = `
  s.row, lower(hex(s.id)) AS id, s.received_at, s.urgency, s.quarantine, s.coded, q.faults, q.whole,
  (SELECT json_group_object(t.question, t.text) FROM stories t WHERE t.submission = s.row) AS stories,
  EXISTS (SELECT 1 FROM contacts c WHERE c.submission = s.row) AS has_contact,
  (SELECT lower(hex(n.id)) FROM submissions n WHERE n.replaces = s.id ORDER BY n.row DESC LIMIT 1) AS replaced_by`;
const inboxRows = 'submissions s LEFT JOIN quarantined q ON q.submission = s.row';

/** What the store does with submissions, on one open database; the caller holds the transaction. */
export function submissionTables(database: Database.Database) {
  // A lone Buffer or `null` as argument would be taken for named parameters, so parameters always come as a list.
  const known = database.prepare('SELECT hex(content_hash) AS hash, received_at FROM submissions WHERE id = ?');
  const insert = database.prepare(
    'INSERT INTO submissions (id, replaces, content_hash, reference_hash, received_at, urgency, quarantine, coded) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertStory = database.prepare('INSERT INTO stories VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const insertNamed = database.prepare('INSERT INTO named_services VALUES (?, ?)');
  const insertQuarantined = database.prepare('INSERT INTO quarantined VALUES (?, ?, ?)');
  const insertContact = database.prepare('INSERT INTO contacts VALUES (?, ?)');
  const contactOf = database.prepare(
    'SELECT c.submission, c.details FROM contacts c JOIN submissions s ON s.row = c.submission WHERE s.id = ?',
  );
  const insertOpening = database.prepare('INSERT INTO contact_openings (submission, token, opened_at) VALUES (?, ?, ?)');
  const one = database.prepare(`SELECT ${inboxColumns} FROM ${inboxRows} WHERE s.id = ? AND s.coded IS NOT NULL`);
  const pages = {
    urgent: database.prepare(
      `SELECT ${inboxColumns} FROM ${inboxRows} WHERE (s.urgency, s.row) < (?, ?) AND s.coded IS NOT NULL ORDER BY s.urgency DESC, s.row DESC LIMIT ?`,
    ),
    arrived: database.prepare(`SELECT ${inboxColumns} FROM ${inboxRows} WHERE s.row > ? AND s.coded IS NOT NULL ORDER BY s.row LIMIT ?`),
  };

  return {
    save(submission: NewSubmission): Saved {
      const earlier = this.received(submission.id);
      if (earlier) return savedBefore(earlier, submission);
      const {lastInsertRowid: row} = insert.run([
        bytesOf(submission.id),
        submission.replaces === undefined ? null : bytesOf(submission.replaces),
        Buffer.from(submission.contentHash),
        Buffer.from(submission.referenceHash),
        submission.receivedAt,
        rankOf(submission.urgency),
        submission.quarantine?.reason ?? null,
        JSON.stringify(submission.coded),
      ]);
      for (const [question, text] of storyRows(submission)) insertStory.run([row, question, text]);
      for (const service of servicesNamed(submission)) insertNamed.run([service, row]);
      const contact = contactDetails(submission);
      if (contact !== undefined) insertContact.run([row, contact]);
      if (submission.quarantine) insertQuarantined.run([row, JSON.stringify(submission.quarantine.faults ?? []), submission.quarantine.whole ?? null]);
      return {result: 'kept', receivedAt: submission.receivedAt};
    },

    received(id: string): {contentHash: Uint8Array; receivedAt: string} | undefined {
      const row = known.get([bytesOf(id)]) as {hash: string; received_at: string} | undefined;
      return row && {contentHash: Buffer.from(row.hash, 'hex'), receivedAt: row.received_at};
    },

    inbox(query: InboxQuery): InboxRows {
      const {rank, row} = startOf(query);
      const rows = query.order === 'urgent' ? pages.urgent.all([rank, row, query.limit + 1]) : pages.arrived.all([row, query.limit + 1]);
      return inboxPage((rows as SubmissionRow[]).map(withId), query.limit);
    },

    submission(id: string): InboxEntry | undefined {
      const row = one.get([bytesOf(id)]) as SubmissionRow | undefined;
      return row && inboxEntry(withId(row));
    },

    openContact(id: string, opening: {label: string; openedAt: string}): OpenedContact | undefined {
      const row = contactOf.get([bytesOf(id)]) as {submission: number; details: string} | undefined;
      if (!row) return undefined;
      insertOpening.run([row.submission, opening.label, opening.openedAt]);
      return JSON.parse(row.details) as OpenedContact;
    },
  };
}

function withId(row: SubmissionRow): SubmissionRow {
  return {...row, id: uuidOf(row.id), replaced_by: row.replaced_by === null ? null : uuidOf(row.replaced_by)};
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function uuidOf(digits: string): string {
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
