import type {Scope} from '../../access/access.js';
import {fits} from './filter-in-sql.js';
import type {InboxFilter} from '../submission-filter.js';
import {scopeAsText, withinScope} from './scope-in-sql.js';
import {mostVersions, type Beside, type SubmissionVersion} from '../submission-versions.js';
import type {Dialect, SqlClient} from './sql-client.js';
import {versionsOf} from './versions-in-sql.js';

export async function matching(client: SqlClient, {filter, scope = {}, most}: {filter: InboxFilter; scope?: Scope; most: number}): Promise<number> {
  const {dialect} = client;
  const counted = await client.get<{count: number}>(
    `SELECT count(*) AS count FROM (SELECT 1 FROM submissions s WHERE ${isThere('s', scope, dialect)} AND ${fits(filter, 's', dialect)} LIMIT $2) AS few`,
    [scopeAsText(scope, filter), most + 1],
  );
  return counted!.count;
}

export async function versions(client: SqlClient, id: string, scope: Scope = {}): Promise<SubmissionVersion[]> {
  const {dialect} = client;
  const newest = await client.all<SubmissionVersion>(
    `${versionsOf(`submissions s WHERE s.id = ${dialect.uuid('$2')} AND ${isThere('s', scope, dialect)}`, withinScope(scope, 's.row', dialect), dialect)}
     SELECT ${dialect.uuidText('s.id')} AS id, s.received_at AS "receivedAt" FROM submissions s WHERE s.row IN (SELECT row FROM versions) AND s.coded IS NOT NULL ORDER BY s.row DESC LIMIT ${mostVersions}`,
    [scopeAsText(scope), id],
  );
  return newest.reverse();
}

export async function claims(client: SqlClient, id: string, scope: Scope = {}): Promise<SubmissionVersion[]> {
  const {dialect} = client;
  return client.all<SubmissionVersion>(
    `SELECT ${dialect.uuidText('n.id')} AS id, n.received_at AS "receivedAt" FROM submissions s JOIN submissions n ON n.replaces = s.id
     WHERE s.id = ${dialect.uuid('$2')} AND ${isThere('s', scope, dialect)} AND n.corrects IS NULL AND ${isThere('n', scope, dialect)} ORDER BY n.row LIMIT ${mostVersions}`,
    [scopeAsText(scope), id],
  );
}

export async function beside(client: SqlClient, {id, services, except, scope = {}}: {id: string; services: readonly string[]; except: readonly string[]; scope?: Scope}): Promise<Beside> {
  const {dialect} = client;
  const next = async (comparison: '<' | '>', order: 'DESC' | 'ASC') => {
    const row = await client.get<{id: string}>(
      `SELECT ${dialect.uuidText('s.id')} AS id FROM scopes c JOIN submissions s ON s.row = c.submission
       WHERE c.kind = 'service' AND ${dialect.isIn('c.value', '$3')} AND c.submission ${comparison} (SELECT row FROM submissions WHERE id = ${dialect.uuid('$2')})
         AND NOT (${dialect.isIn('s.id', '$4', 'uuid')}) AND ${isThere('s', scope, dialect)} ORDER BY c.submission ${order} LIMIT 1`,
      [scopeAsText(scope), id, services.map((each) => each.toLowerCase()), except],
    );
    return row?.id;
  };
  const [before, after] = [await next('<', 'DESC'), await next('>', 'ASC')];
  return {...(before !== undefined && {before}), ...(after !== undefined && {after})};
}

function isThere(row: string, scope: Scope, dialect: Dialect): string {
  return `${row}.coded IS NOT NULL AND ${withinScope(scope, `${row}.row`, dialect)}`;
}
