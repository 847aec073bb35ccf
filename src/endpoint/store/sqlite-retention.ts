import type Database from 'libsql';
import {uuidOf} from '../../contract/uuid.js';
import type {Limits} from '../access/access.js';
import {limitsAsText, withinLimits} from './limits-in-sql.js';
import {mostInOneStep, type ErasedVersion, type Erasing, type Retained, type RetentionMemory, type Tidied, type TidyStep} from './retention.js';
import {accessTables} from './sqlite-access.js';
import {alertTables} from './sqlite-alerts.js';
import {dialect} from './sqlite-dialect.js';

// Earlier than every time.
const never = '';

/** What removes content, on one open database; the caller holds the transaction. */
export function retentionTables(database: Database.Database) {
  const {record} = accessTables(database);
  const {calm, insertAlerts} = alertTables(database);
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

  const versions = (limits: Limits) =>
    `WITH RECURSIVE versions (row, id, corrects) AS (
       SELECT s.row, s.id, s.corrects FROM submissions s WHERE s.reference_hash = ?2 AND ${withinLimits(limits, 's.row', dialect)}
       UNION SELECT s.row, s.id, s.corrects FROM versions v JOIN submissions s ON (s.corrects = v.id OR s.id = v.corrects) WHERE ${withinLimits(limits, 's.row', dialect)}
     )
     SELECT s.row, lower(hex(s.id)) AS id, s.received_at, s.coded IS NULL AS was_erased FROM submissions s WHERE s.row IN (SELECT row FROM versions) ORDER BY s.row`;
  const erasing = [
    ...['stories', 'contacts', 'quarantined', 'scopes', 'handling', 'handling_steps'].map((table) => `DELETE FROM ${table} WHERE submission = ?`),
    // Which version another replaced is known still, so that erasing again finds what came in between.
    'UPDATE submissions SET coded = NULL, quarantine = NULL, urgency = 0, right_hash = NULL WHERE row = ?',
  ].map((sql) => database.prepare(sql));

  return {
    retentionMemory(): RetentionMemory {
      const {received} = database.prepare('SELECT EXISTS (SELECT 1 FROM submissions) AS received').get([]) as {received: number};
      return {defaults: (database.prepare('SELECT kind FROM retention_defaults ORDER BY kind').all([]) as {kind: Retained}[]).map(({kind}) => kind), isEmpty: received === 0};
    },

    rememberDefaults(defaults: readonly Retained[]): void {
      database.exec('DELETE FROM retention_defaults');
      for (const kind of defaults) database.prepare('INSERT INTO retention_defaults VALUES (?)').run([kind]);
    },

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

    erase(referenceHash: Uint8Array, {who, at, limits = {}, alerts = []}: Erasing): ErasedVersion[] | undefined {
      const rows = database.prepare(versions(limits)).all([limitsAsText(limits), Buffer.from(referenceHash)]) as {row: number; id: string; received_at: string; was_erased: number}[];
      if (rows.length === 0) return undefined;
      const found = rows.map(({row, id, received_at: receivedAt, was_erased: wasErased}) => ({row, version: {id: uuidOf(id), receivedAt, wasErased: wasErased === 1}}));
      for (const {row} of found) {
        for (const erase of erasing) erase.run([row]);
        // What is left of it is no reason to wake anybody.
        calm(row);
      }
      const erased = found.filter(({version}) => !version.wasErased);
      record(erased.map(({version}) => ({at, who, what: 'erased', submission: version.id})));
      for (const {row} of erased) insertAlerts(row, alerts, at);
      return found.map(({version}) => version);
    },
  };
}
