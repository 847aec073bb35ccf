import type Database from 'libsql';
import {uuidOf} from '../../contract/uuid.js';
import type {Limits} from '../access/access.js';
import type {Report} from '../concerns/standing.js';
import {limitsAsText, withinLimits} from './limits-in-sql.js';
import {reportIn, type ReportRow, type ReportsQuery, type ServicesTold} from './reports.js';
import {dialect} from './sqlite-dialect.js';
import {bytesOf, uuidOrNull} from './sqlite-ids.js';

/** What is asked of submissions beside the inbox, on one open database; the caller holds the transaction. */
export function reportTables(database: Database.Database) {
  const named = "c.kind = 'service' AND c.value IN (SELECT value FROM json_each(?2))";
  const byRight = database.prepare(
    `SELECT lower(hex(s.id)) AS id FROM submissions s WHERE s.right_hash = ? AND s.coded IS NOT NULL
     ORDER BY EXISTS (SELECT 1 FROM submissions n WHERE n.corrects = s.id AND n.coded IS NOT NULL), s.row DESC LIMIT 1`,
  );
  const withRight = database.prepare('SELECT 1 FROM submissions WHERE id = ? AND right_hash IS NOT NULL');
  const byReference = database.prepare('SELECT lower(hex(id)) AS id FROM submissions WHERE reference_hash = ?');

  return {
    reports({services, since, limits = {}}: ReportsQuery): Report[] {
      const reports = database.prepare(
        `WITH RECURSIVE versions (row, id, corrects) AS (
           SELECT s.row, s.id, s.corrects FROM scopes c JOIN submissions s ON s.row = c.submission WHERE ${named} AND s.received_at >= ?3
           UNION SELECT s.row, s.id, s.corrects FROM versions v JOIN submissions s ON s.corrects = v.id OR s.id = v.corrects
         )
         SELECT lower(hex(s.id)) AS id, lower(hex(s.corrects)) AS corrects, s.received_at, json_extract(s.coded, '$.answers') AS answers,
           EXISTS (SELECT 1 FROM scopes c WHERE c.submission = s.row AND ${named}) AS is_about_it, s.quarantine IS NOT NULL AS is_set_apart
         FROM submissions s WHERE s.row IN (SELECT row FROM versions) AND ${withinLimits(limits, 's.row', dialect)} ORDER BY s.row`,
      );
      const rows = reports.all([limitsAsText(limits), JSON.stringify(services.map((id) => id.toLowerCase())), since]) as ReportRow[];
      return rows.map((row) => reportIn({...row, id: uuidOf(row.id), corrects: uuidOrNull(row.corrects)}));
    },

    servicesTold({since, fewest, limit, limits = {}}: ServicesTold): string[] {
      const told = database.prepare(
        `SELECT c.value AS id FROM scopes c JOIN submissions s ON s.row = c.submission
         WHERE c.kind = 'service' AND s.received_at >= ?2 AND s.quarantine IS NULL AND ${withinLimits(limits, 's.row', dialect)}
         GROUP BY c.value HAVING count(*) >= ?3 ORDER BY count(*) DESC, c.value LIMIT ?4`,
      );
      return (told.all([limitsAsText(limits), since, fewest, limit]) as {id: string}[]).map(({id}) => id);
    },

    setsAnswered(limits: Limits = {}): {id: string; version: string}[] {
      const sets = database.prepare(
        `SELECT DISTINCT json_extract(coded, '$.questionSet.id') AS id, json_extract(coded, '$.questionSet.version') AS version
         FROM submissions s WHERE coded IS NOT NULL AND json_extract(coded, '$.questionSet.id') IS NOT NULL AND ${withinLimits(limits, 's.row', dialect)} ORDER BY id, version`,
      );
      return (sets.all([limitsAsText(limits)]) as {id: string; version: string}[]).map(({id, version}) => ({id, version}));
    },

    idOfReference(referenceHash: Uint8Array): string | undefined {
      const row = byReference.get([Buffer.from(referenceHash)]) as {id: string} | undefined;
      return row && uuidOf(row.id);
    },

    idOfRight(rightHash: Uint8Array): string | undefined {
      const row = byRight.get([Buffer.from(rightHash)]) as {id: string} | undefined;
      return row && uuidOf(row.id);
    },

    hasRight(id: string): boolean {
      return withRight.get([bytesOf(id)]) !== undefined;
    },
  };
}
