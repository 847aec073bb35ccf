import type {Report} from '../concerns/standing.js';
import type {Client} from './postgres-connections.js';
import {reportIn, type ReportRow} from './reports.js';

export async function reports(client: Client, {services, since}: {services: readonly string[]; since: string}): Promise<Report[]> {
  const {rows} = await client.query<ReportRow>(
    `WITH RECURSIVE versions (row, id, replaces) AS (
       SELECT s.row, s.id, s.replaces FROM named_services n JOIN submissions s ON s.row = n.submission WHERE n.service = ANY ($1::text[]) AND s.received_at >= $2
       UNION SELECT s.row, s.id, s.replaces FROM versions v
         CROSS JOIN LATERAL (SELECT * FROM submissions n WHERE n.replaces = v.id UNION ALL SELECT * FROM submissions o WHERE o.id = v.replaces) s
     )
     SELECT s.id, s.replaces, s.received_at, (s.coded::json -> 'answers')::text AS answers,
       EXISTS (SELECT 1 FROM named_services n WHERE n.submission = s.row AND n.service = ANY ($1::text[])) AS is_about_it, s.quarantine IS NOT NULL AS is_set_apart
     FROM submissions s WHERE s.row IN (SELECT row FROM versions) ORDER BY s.row`,
    [services.map((id) => id.toLowerCase()), since],
  );
  return rows.map(reportIn);
}

export async function setsAnswered(client: Client): Promise<{id: string; version: string}[]> {
  const {rows} = await client.query<{id: string; version: string}>(
    `SELECT DISTINCT (set ->> 'id') COLLATE "C" AS id, (set ->> 'version') COLLATE "C" AS version
     FROM (SELECT coded::json -> 'questionSet' AS set FROM submissions WHERE coded IS NOT NULL) AS sets WHERE set ->> 'id' IS NOT NULL ORDER BY id, version`,
  );
  return rows;
}

export async function idOfReference(client: Client, referenceHash: Uint8Array): Promise<string | undefined> {
  const {rows: [row]} = await client.query<{id: string}>('SELECT id FROM submissions WHERE reference_hash = $1', [Buffer.from(referenceHash)]);
  return row?.id;
}
