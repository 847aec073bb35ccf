import type {Limits} from '../access/access.js';
import type {Report} from '../concerns/standing.js';
import {limitsAsText, withinLimits} from './limits-in-sql.js';
import type {Client} from './postgres-connections.js';
import {dialect} from './postgres-dialect.js';
import {reportIn, type ReportRow, type ReportsQuery, type ServicesTold} from './reports.js';

const named = "c.kind = 'service' AND c.value = ANY ($2::text[])";

export async function reports(client: Client, {services, since, limits = {}}: ReportsQuery): Promise<Report[]> {
  const {rows} = await client.query<ReportRow>(
    `WITH RECURSIVE versions (row, id, corrects) AS (
       SELECT s.row, s.id, s.corrects FROM scopes c JOIN submissions s ON s.row = c.submission WHERE ${named} AND s.received_at >= $3
       UNION SELECT s.row, s.id, s.corrects FROM versions v
         CROSS JOIN LATERAL (SELECT * FROM submissions n WHERE n.corrects = v.id UNION ALL SELECT * FROM submissions o WHERE o.id = v.corrects) s
     )
     SELECT s.id, s.corrects, s.received_at, (s.coded::json -> 'answers')::text AS answers,
       EXISTS (SELECT 1 FROM scopes c WHERE c.submission = s.row AND ${named}) AS is_about_it, s.quarantine IS NOT NULL AS is_set_apart
     FROM submissions s WHERE s.row IN (SELECT row FROM versions) AND ${withinLimits(limits, 's.row', dialect)} ORDER BY s.row`,
    [limitsAsText(limits), services.map((id) => id.toLowerCase()), since],
  );
  return rows.map(reportIn);
}

export async function servicesTold(client: Client, {since, fewest, limit, limits = {}}: ServicesTold): Promise<string[]> {
  const {rows} = await client.query<{id: string}>(
    `SELECT c.value AS id FROM scopes c JOIN submissions s ON s.row = c.submission
     WHERE c.kind = 'service' AND s.received_at >= $2 AND s.quarantine IS NULL AND ${withinLimits(limits, 's.row', dialect)}
     GROUP BY c.value HAVING count(*) >= $3 ORDER BY count(*) DESC, c.value COLLATE "C" LIMIT $4`,
    [limitsAsText(limits), since, fewest, limit],
  );
  return rows.map(({id}) => id);
}

export async function setsAnswered(client: Client, limits: Limits = {}): Promise<{id: string; version: string}[]> {
  const {rows} = await client.query<{id: string; version: string}>(
    `SELECT DISTINCT (set ->> 'id') COLLATE "C" AS id, (set ->> 'version') COLLATE "C" AS version
     FROM (SELECT coded::json -> 'questionSet' AS set FROM submissions s WHERE coded IS NOT NULL AND ${withinLimits(limits, 's.row', dialect)}) AS sets WHERE set ->> 'id' IS NOT NULL ORDER BY id, version`,
    [limitsAsText(limits)],
  );
  return rows;
}

export async function idOfReference(client: Client, referenceHash: Uint8Array): Promise<string | undefined> {
  const {rows: [row]} = await client.query<{id: string}>('SELECT id FROM submissions WHERE reference_hash = $1', [Buffer.from(referenceHash)]);
  return row?.id;
}

export async function idOfRight(client: Client, rightHash: Uint8Array): Promise<string | undefined> {
  const {rows: [row]} = await client.query<{id: string}>(
    `SELECT s.id FROM submissions s WHERE s.right_hash = $1 AND s.coded IS NOT NULL
     ORDER BY EXISTS (SELECT 1 FROM submissions n WHERE n.corrects = s.id AND n.coded IS NOT NULL), s.row DESC LIMIT 1`,
    [Buffer.from(rightHash)],
  );
  return row?.id;
}

export async function hasRight(client: Client, id: string): Promise<boolean> {
  const {rows} = await client.query('SELECT 1 FROM submissions WHERE id = $1 AND right_hash IS NOT NULL', [id]);
  return rows.length > 0;
}
