import type Database from 'libsql';
import {uuidOf} from '../../contract/uuid.js';
import type {InboxEntry, OpenedContact} from '../../contract/inbox.js';
import type {Limits} from '../access/access.js';
import {fits} from './filter-in-sql.js';
import type {InboxFilter} from './inbox-filter.js';
import {limitsAsText, opensContact, showsReplaced, withinLimits} from './limits-in-sql.js';
import {alertTables} from './sqlite-alerts.js';
import {dialect} from './sqlite-dialect.js';
import {logMoment} from './log-moment.js';
import {bytesOf, uuidOrNull} from './sqlite-ids.js';
import type {InboxQuery, InboxRows, NewSubmission, Saved} from './store.js';
import {contactDetails, inboxEntry, inboxPage, rankOf, rightAndProof, savedBefore, scopeRows, startOf, storyRows, type SubmissionRow} from './submission-row.js';

// The driver gives a BLOB as a Buffer from `get` and as an ArrayBuffer from
// `all`; as hexadecimal digits it is the same from both.
const inboxColumns = (limits: Limits) => `
  s.row, lower(hex(s.id)) AS id, s.received_at, s.urgency, s.quarantine, s.coded, q.faults, q.whole,
  (SELECT json_group_object(t.question, t.text) FROM stories t WHERE t.submission = s.row) AS stories,
  ${opensContact('s.row')} AS has_contact,
  coalesce((SELECT h.state FROM handling h WHERE h.submission = s.row), 'unopened') AS state,
  CASE WHEN ${showsReplaced(limits, 's', dialect)} THEN lower(hex(s.replaces)) END AS replaces, s.corrects IS NOT NULL AS is_proven,
  (SELECT lower(hex(n.id)) FROM submissions n WHERE n.corrects = s.id AND n.coded IS NOT NULL AND ${withinLimits(limits, 'n.row', dialect)} ORDER BY n.row DESC LIMIT 1) AS replaced_by`;
const inboxRows = 'submissions s LEFT JOIN quarantined q ON q.submission = s.row';

/** What the store does with submissions, on one open database; the caller holds the transaction. */
export function submissionTables(database: Database.Database) {
  // A lone Buffer or `null` as argument would be taken for named parameters, so parameters always come as a list.
  const known = database.prepare('SELECT hex(content_hash) AS hash, received_at FROM submissions WHERE id = ?');
  const insert = database.prepare(
    'INSERT INTO submissions (id, replaces, content_hash, reference_hash, received_at, urgency, quarantine, coded, right_hash, corrects) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const rightOf = database.prepare('SELECT hex(right_hash) AS hash FROM submissions WHERE id = ?');
  // Of two versions the newer may come first.
  const proveLater = database.prepare('UPDATE submissions SET corrects = replaces WHERE replaces = ? AND right_hash = ? AND corrects IS NULL');
  const insertStory = database.prepare('INSERT INTO stories VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const insertQuarantined = database.prepare('INSERT INTO quarantined VALUES (?, ?, ?)');
  const insertContact = database.prepare('INSERT INTO contacts VALUES (?, ?)');
  const insertScope = database.prepare('INSERT INTO scopes VALUES (?, ?, ?)');
  const insertOpening = database.prepare("INSERT INTO access_log (at, who, what, submission) VALUES (?, ?, 'opened-contact', ?)");
  const {insertAlerts} = alertTables(database);
  const statements = new Map<string, Database.Statement>();
  /** Prepared once for each set of kinds that limits are of. */
  const asking = (question: string): Database.Statement => {
    const statement = statements.get(question) ?? database.prepare(question);
    statements.set(question, statement);
    return statement;
  };
  const select = (limits: Limits, condition: string) => asking(`SELECT ${inboxColumns(limits)} FROM ${inboxRows} WHERE s.coded IS NOT NULL AND ${withinLimits(limits, 's.row', dialect)} AND ${condition}`);

  return {
    save(submission: NewSubmission): Saved {
      const earlier = this.received(submission.id);
      if (earlier) return savedBefore(earlier, submission);
      const {replaces} = submission;
      const {hash} = (replaces === undefined ? undefined : (rightOf.get([bytesOf(replaces)]) as {hash: string | null} | undefined)) ?? {hash: null};
      const ofReplaced = hash ? Buffer.from(hash, 'hex') : undefined;
      const {right, isProven} = rightAndProof(submission, ofReplaced);
      const {lastInsertRowid: row} = insert.run([
        bytesOf(submission.id),
        replaces === undefined ? null : bytesOf(replaces),
        Buffer.from(submission.contentHash),
        Buffer.from(submission.referenceHash),
        submission.receivedAt,
        rankOf(submission.urgency),
        submission.quarantine?.reason ?? null,
        JSON.stringify(submission.coded),
        right ? Buffer.from(right) : null,
        isProven && replaces !== undefined ? bytesOf(replaces) : null,
      ]);
      if (right) proveLater.run([bytesOf(submission.id), Buffer.from(right)]);
      for (const {kind, value} of scopeRows(submission)) insertScope.run([kind, value, row]);
      for (const [question, text] of storyRows(submission)) insertStory.run([row, question, text]);
      const contact = contactDetails(submission);
      if (contact !== undefined) insertContact.run([row, contact]);
      if (submission.quarantine) insertQuarantined.run([row, JSON.stringify(submission.quarantine.faults ?? []), submission.quarantine.whole ?? null]);
      insertAlerts(row, submission.alerts ?? [], submission.receivedAt);
      return {result: 'kept', receivedAt: submission.receivedAt};
    },

    received(id: string): {contentHash: Uint8Array; receivedAt: string} | undefined {
      const row = known.get([bytesOf(id)]) as {hash: string; received_at: string} | undefined;
      return row && {contentHash: Buffer.from(row.hash, 'hex'), receivedAt: row.received_at};
    },

    inbox(query: InboxQuery): InboxRows {
      const {limits = {}, filter, order, limit} = query;
      const {rank, row} = startOf(query);
      const [from, inOrder, most] = order === 'urgent' ? ['(s.urgency, s.row) < (?2, ?3)', 'ORDER BY s.urgency DESC, s.row DESC', 'LIMIT ?4'] : ['s.row > ?2', 'ORDER BY s.row', 'LIMIT ?3'];
      // Which they are first: where many must be put in order, only those of the page are read whole.
      const page = filter === undefined
        ? select(limits, `${from} ${inOrder} ${most}`)
        : select(limits, `s.row IN (SELECT s.row FROM submissions s WHERE s.coded IS NOT NULL AND ${withinLimits(limits, 's.row', dialect)} AND ${fits(filter, 's', dialect)} AND ${from} ${inOrder} ${most}) ${inOrder}`);
      const rows = page.all([limitsAsText(limits, filter), ...(order === 'urgent' ? [rank] : []), row, limit + 1]);
      return inboxPage((rows as SubmissionRow[]).map(withId), limit);
    },

    submission(id: string, limits: Limits = {}, filter: InboxFilter = {}): InboxEntry | undefined {
      const row = select(limits, `s.id = ?2 AND ${fits(filter, 's', dialect)}`).get([limitsAsText(limits, filter), bytesOf(id)]);
      return row ? inboxEntry(withId(row as SubmissionRow)) : undefined;
    },

    openContact(id: string, opening: {label: string; openedAt: string}, limits: Limits = {}): OpenedContact | undefined {
      const contact = asking(`SELECT c.details FROM contacts c JOIN submissions s ON s.row = c.submission WHERE ${withinLimits(limits, 's.row', dialect)} AND s.id = ?2 AND ${opensContact('s.row')}`);
      const row = contact.get([limitsAsText(limits), bytesOf(id)]) as {details: string} | undefined;
      if (!row) return undefined;
      insertOpening.run([logMoment({at: opening.openedAt, who: opening.label}), opening.label, bytesOf(id)]);
      return JSON.parse(row.details) as OpenedContact;
    },
  };
}

function withId(row: SubmissionRow): SubmissionRow {
  return {...row, id: uuidOf(row.id), replaces: uuidOrNull(row.replaces), replaced_by: uuidOrNull(row.replaced_by)};
}
