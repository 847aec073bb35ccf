import type Database from 'libsql';
import type {Report} from '../concerns/standing.js';
import {reportIn, type ReportRow} from './reports.js';

/** What is asked of submissions beside the inbox, on one open database; the caller holds the transaction. */
export function reportTables(database: Database.Database) {
  const asked = '(SELECT value FROM json_each(?))';
  const reports = database.prepare(
    `WITH RECURSIVE versions (row, id, replaces) AS (
       SELECT s.row, s.id, s.replaces FROM named_services n JOIN submissions s ON s.row = n.submission WHERE n.service IN ${asked} AND s.received_at >= ?
       UNION SELECT s.row, s.id, s.replaces FROM versions v JOIN submissions s ON s.replaces = v.id OR s.id = v.replaces
     )
     SELECT lower(hex(s.id)) AS id, lower(hex(s.replaces)) AS replaces, s.received_at, json_extract(s.coded, '$.answers') AS answers,
       EXISTS (SELECT 1 FROM named_services n WHERE n.submission = s.row AND n.service IN ${asked}) AS is_about_it, s.quarantine IS NOT NULL AS is_set_apart
     FROM submissions s WHERE s.row IN (SELECT row FROM versions) ORDER BY s.row`,
  );
  const sets = database.prepare(
    `SELECT DISTINCT json_extract(coded, '$.questionSet.id') AS id, json_extract(coded, '$.questionSet.version') AS version
     FROM submissions WHERE coded IS NOT NULL AND json_extract(coded, '$.questionSet.id') IS NOT NULL ORDER BY id, version`,
  );
  const byReference = database.prepare('SELECT lower(hex(id)) AS id FROM submissions WHERE reference_hash = ?');

  return {
    reports({services, since}: {services: readonly string[]; since: string}): Report[] {
      const ids = JSON.stringify(services);
      return (reports.all([ids, since, ids]) as ReportRow[]).map((row) => reportIn({...row, id: uuidOf(row.id), replaces: row.replaces === null || row.replaces === '' ? null : uuidOf(row.replaces)}));
    },

    setsAnswered(): {id: string; version: string}[] {
      return (sets.all([]) as {id: string; version: string}[]).map(({id, version}) => ({id, version}));
    },

    idOfReference(referenceHash: Uint8Array): string | undefined {
      const row = byReference.get([Buffer.from(referenceHash)]) as {id: string} | undefined;
      return row && uuidOf(row.id);
    },
  };
}

function uuidOf(digits: string): string {
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
