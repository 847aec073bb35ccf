import type Database from 'libsql';
import type {InboxSubmission} from '../../contract/inbox.js';
import type {Contact, Submission, Urgency} from '../../contract/submission.js';
import type {InboxQuery, InboxRows, NewSubmission, Saved} from './store.js';

const ranks: Record<Urgency, number> = {none: 0, concern: 1, immediate: 2};
const urgencies: readonly Urgency[] = ['none', 'concern', 'immediate'];

// The driver gives a BLOB as a Buffer from `get` and as an ArrayBuffer from
// `all`; as hexadecimal digits it is the same from both.
const inboxColumns = `
  s.row, lower(hex(s.id)) AS id, s.received_at, s.urgency, s.quarantine, s.coded,
  (SELECT json_group_object(t.question, t.text) FROM stories t WHERE t.submission = s.row) AS stories,
  EXISTS (SELECT 1 FROM contacts c WHERE c.submission = s.row) AS has_contact,
  (SELECT lower(hex(n.id)) FROM submissions n WHERE n.replaces = s.id ORDER BY n.row DESC LIMIT 1) AS replaced_by`;

interface InboxRow {
  row: number;
  id: string;
  received_at: string;
  urgency: number;
  quarantine: string | null;
  coded: string;
  stories: string;
  has_contact: number;
  replaced_by: string | null;
}

/** What the store does with submissions, on one open database; the caller holds the transaction. */
export function submissionTables(database: Database.Database) {
  // A lone Buffer or `null` as argument would be taken for named parameters, so parameters always come as a list.
  const known = database.prepare('SELECT hex(content_hash) AS hash, received_at FROM submissions WHERE id = ?');
  const insert = database.prepare(
    'INSERT INTO submissions (id, replaces, content_hash, reference_hash, received_at, urgency, coded) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const insertStory = database.prepare('INSERT INTO stories VALUES (?, ?, ?)');
  const insertContact = database.prepare('INSERT INTO contacts VALUES (?, ?)');
  const contactOf = database.prepare(
    'SELECT c.submission, c.details FROM contacts c JOIN submissions s ON s.row = c.submission WHERE s.id = ?',
  );
  const insertOpening = database.prepare('INSERT INTO contact_openings (submission, token, opened_at) VALUES (?, ?, ?)');
  const one = database.prepare(`SELECT ${inboxColumns} FROM submissions s WHERE s.id = ? AND s.coded IS NOT NULL`);
  const pages = {
    urgent: database.prepare(
      `SELECT ${inboxColumns} FROM submissions s WHERE (s.urgency, s.row) < (?, ?) AND s.coded IS NOT NULL ORDER BY s.urgency DESC, s.row DESC LIMIT ?`,
    ),
    arrived: database.prepare(`SELECT ${inboxColumns} FROM submissions s WHERE s.row > ? AND s.coded IS NOT NULL ORDER BY s.row LIMIT ?`),
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
        JSON.stringify(submission.coded),
      ]);
      for (const [question, text] of Object.entries(submission.stories)) insertStory.run([row, question, text]);
      if (submission.contact) insertContact.run([row, JSON.stringify(submission.contact)]);
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
        submissions: shown.map(inboxSubmission),
        ...(rows.length > limit && last ? {next: {rank: last.urgency, row: last.row}} : {}),
      };
    },

    submission(id: string): InboxSubmission | undefined {
      const row = one.get([bytesOf(id)]) as InboxRow | undefined;
      return row && inboxSubmission(row);
    },

    openContact(id: string, opening: {label: string; openedAt: string}): Contact | undefined {
      const row = contactOf.get([bytesOf(id)]) as {submission: number; details: string} | undefined;
      if (!row) return undefined;
      insertOpening.run([row.submission, opening.label, opening.openedAt]);
      return JSON.parse(row.details) as Contact;
    },
  };
}

function inboxSubmission(row: InboxRow): InboxSubmission {
  const coded = JSON.parse(row.coded) as Omit<Submission, 'contact' | 'urgency'>;
  const stories = JSON.parse(row.stories) as Record<string, string>;
  return {
    ...coded,
    answers: {...coded.answers, ...stories},
    urgency: urgencies[row.urgency] ?? 'immediate',
    receivedAt: row.received_at,
    hasContact: row.has_contact === 1,
    ...(row.replaced_by === null ? {} : {replacedBy: uuidOf(row.replaced_by)}),
    ...(row.quarantine === null ? {} : {quarantine: row.quarantine}),
  };
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function uuidOf(digits: string): string {
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
