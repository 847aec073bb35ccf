import type {Scope} from '../../access/access.js';
import type {Report} from '../../../domain/concerns/concern-level.js';
import {scopeAsText, withinScope} from './scope-in-sql.js';
import {reportIn, type ReportRow, type ReportsQuery, type ServicesNamed} from '../reports-store.js';
import type {SqlClient} from './sql-client.js';
import {versionsOf} from './versions-in-sql.js';

export async function reports(client: SqlClient, {services, since, scope = {}}: ReportsQuery): Promise<Report[]> {
  const {dialect} = client;
  const named = `c.kind = 'service' AND ${dialect.isIn('c.value', '$2')}`;
  const rows = await client.all<ReportRow>(
    `${versionsOf(`scopes c JOIN submissions s ON s.row = c.submission WHERE ${named} AND s.received_at >= $3`, 'TRUE', dialect)}
     SELECT ${dialect.uuidText('s.id')} AS id, ${dialect.uuidText('s.corrects')} AS corrects, s.received_at, ${dialect.json('s.coded', 'answers')} AS answers,
       EXISTS (SELECT 1 FROM scopes c WHERE c.submission = s.row AND ${named}) AS is_about_it, s.quarantine IS NOT NULL AS is_set_apart
     FROM submissions s WHERE s.row IN (SELECT row FROM versions) AND ${withinScope(scope, 's.row', dialect)} ORDER BY s.row`,
    [scopeAsText(scope), services.map((id) => id.toLowerCase()), since],
  );
  return rows.map(reportIn);
}

export async function servicesNamed(client: SqlClient, {since, fewest, limit, scope = {}}: ServicesNamed): Promise<string[]> {
  const rows = await client.all<{id: string}>(
    `SELECT c.value AS id FROM scopes c JOIN submissions s ON s.row = c.submission
     WHERE c.kind = 'service' AND s.received_at >= $2 AND s.quarantine IS NULL AND ${withinScope(scope, 's.row', client.dialect)}
     GROUP BY c.value HAVING count(*) >= $3 ORDER BY count(*) DESC, c.value LIMIT $4`,
    [scopeAsText(scope), since, fewest, limit],
  );
  return rows.map(({id}) => id);
}

export async function setsAnswered(client: SqlClient, scope: Scope = {}): Promise<{id: string; version: string}[]> {
  const {dialect} = client;
  const id = dialect.json('s.coded', 'questionSet', 'id');
  const rows = await client.all<{id: string; version: string}>(
    `SELECT DISTINCT ${id} AS id, ${dialect.json('s.coded', 'questionSet', 'version')} AS version
     FROM submissions s WHERE s.coded IS NOT NULL AND ${id} IS NOT NULL AND ${withinScope(scope, 's.row', dialect)} ORDER BY id, version`,
    [scopeAsText(scope)],
  );
  return rows.map(({id, version}) => ({id, version}));
}

export async function idOfReference(client: SqlClient, referenceHash: Uint8Array): Promise<string | undefined> {
  const row = await client.get<{id: string}>(`SELECT ${client.dialect.uuidText('id')} AS id FROM submissions WHERE reference_hash = $1`, [referenceHash]);
  return row?.id;
}

export async function idOfRight(client: SqlClient, rightHash: Uint8Array): Promise<string | undefined> {
  const row = await client.get<{id: string}>(
    `SELECT ${client.dialect.uuidText('s.id')} AS id FROM submissions s WHERE s.right_hash = $1 AND s.coded IS NOT NULL
     ORDER BY EXISTS (SELECT 1 FROM submissions n WHERE n.corrects = s.id AND n.coded IS NOT NULL), s.row DESC LIMIT 1`,
    [rightHash],
  );
  return row?.id;
}

export async function hasRight(client: SqlClient, id: string): Promise<boolean> {
  return (await client.get(`SELECT 1 FROM submissions WHERE id = ${client.dialect.uuid('$1')} AND right_hash IS NOT NULL`, [id])) !== undefined;
}
