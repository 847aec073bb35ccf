import type Database from 'libsql';
import type {InboxEntry, OpenedContact, UnreadSubmission} from '../../contract/inbox.js';
import type {Fault} from '../../contract/problem.js';
import type {Urgency} from '../../contract/submission.js';
import type {Coded, InboxQuery, InboxRows, NewSubmission, Saved} from './store.js';

const ranks: Record<Urgency, number> = {none: 0, concern: 1, immediate: 2};
const urgencies: readonly Urgency[] = ['none', 'concern', 'immediate'];

// The driver gives a BLOB as a Buffer from `get` and as an ArrayBuffer from
// `all`; as hexadecimal digits it is the same from both.
const inboxColumns = `
  s.row, lower(hex(s.id)) AS id, s.received_at, s.urgency, s.quarantine, s.coded, q.faults, q.whole,
  (SELECT json_group_object(t.question, t.text) FROM stories t WHERE t.submission = s.row) AS stories,
  EXISTS (SELECT 1 FROM contacts c WHERE c.submission = s.row) AS has_contact,
  (SELECT lower(hex(n.id)) FROM submissions n WHERE n.replaces = s.id ORDER BY n.row DESC LIMIT 1) AS replaced_by`;
const inboxRows = 'submissions s LEFT JOIN quarantined q ON q.submission = s.row';

interface InboxRow {
  row: number;
  id: string;
  received_at: string;
  urgency: number;
  quarantine: string | null;
  coded: string;
  faults: string | null;
  whole: string | null;
  stories: string;
  has_contact: number;
  replaced_by: string | null;
}

/** What the store does with submissions, on one open database; the caller holds the transaction. */
export function submissionTables(database: Database.Database) {
  // A lone Buffer or `null` as argument would be taken for named parameters, so parameters always come as a list.
  const known = database.prepare('SELECT hex(content_hash) AS hash, received_at FROM submissions WHERE id = ?');
  const insert = database.prepare(
    'INSERT INTO submissions (id, replaces, content_hash, reference_hash, received_at, urgency, quarantine, coded) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertStory = database.prepare('INSERT INTO stories VALUES (?, ?, ?)');
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
      if (earlier) {
        const same = Buffer.compare(earlier.contentHash, submission.contentHash) === 0;
        return same ? {result: 'repeated', receivedAt: earlier.receivedAt} : {result: 'conflict'};
      }
      const {lastInsertRowid: row} = insert.run([
        bytesOf(submission.id),
        submission.replaces === undefined ? null : bytesOf(submission.replaces),
        Buffer.from(submission.contentHash),
        Buffer.from(submission.referenceHash),
        submission.receivedAt,
        ranks[submission.urgency],
        submission.quarantine?.reason ?? null,
        JSON.stringify(submission.coded),
      ]);
      for (const [question, text] of Object.entries(submission.stories)) insertStory.run([row, question, text]);
      const contact = submission.contactSealed === undefined ? submission.contact : {sealed: submission.contactSealed};
      if (contact) insertContact.run([row, JSON.stringify(contact)]);
      if (submission.quarantine) insertQuarantined.run([row, JSON.stringify(submission.quarantine.faults ?? []), submission.quarantine.whole ?? null]);
      return {result: 'kept', receivedAt: submission.receivedAt};
    },

    received(id: string): {contentHash: Uint8Array; receivedAt: string} | undefined {
      const row = known.get([bytesOf(id)]) as {hash: string; received_at: string} | undefined;
      return row && {contentHash: Buffer.from(row.hash, 'hex'), receivedAt: row.received_at};
    },

    inbox({order, after, limit}: InboxQuery): InboxRows {
      const rows = (
        order === 'urgent'
          ? pages.urgent.all([after?.rank ?? urgencies.length, after?.row ?? 0, limit + 1])
          : pages.arrived.all([after?.row ?? 0, limit + 1])
      ) as InboxRow[];
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        submissions: shown.map(inboxEntry),
        ...(rows.length > limit && last ? {next: {rank: last.urgency, row: last.row}} : {}),
      };
    },

    submission(id: string): InboxEntry | undefined {
      const row = one.get([bytesOf(id)]) as InboxRow | undefined;
      return row && inboxEntry(row);
    },

    openContact(id: string, opening: {label: string; openedAt: string}): OpenedContact | undefined {
      const row = contactOf.get([bytesOf(id)]) as {submission: number; details: string} | undefined;
      if (!row) return undefined;
      insertOpening.run([row.submission, opening.label, opening.openedAt]);
      return JSON.parse(row.details) as OpenedContact;
    },
  };
}

function inboxEntry(row: InboxRow): InboxEntry {
  const coded = JSON.parse(row.coded) as Coded;
  const stories = JSON.parse(row.stories) as Record<string, string>;
  const faults = JSON.parse(row.faults ?? '[]') as Fault[];
  const submission = {
    ...coded,
    answers: {...coded.answers, ...stories},
    urgency: urgencies[row.urgency] ?? 'immediate',
    receivedAt: row.received_at,
    hasContact: row.has_contact === 1,
    ...(row.replaced_by === null ? {} : {replacedBy: uuidOf(row.replaced_by)}),
    ...(row.quarantine === null ? {} : {quarantine: row.quarantine}),
    ...(faults.length === 0 ? {} : {faults}),
  };
  return row.whole === null ? submission : ({...submission, whole: row.whole} as UnreadSubmission);
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function uuidOf(digits: string): string {
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
