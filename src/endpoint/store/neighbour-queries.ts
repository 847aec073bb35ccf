import type {Limits} from '../access/access.js';
import {fits} from './filter-in-sql.js';
import type {InboxFilter} from './inbox-filter.js';
import {limitsAsText, withinLimits} from './limits-in-sql.js';
import {mostVersions, type Beside, type Version} from './neighbours.js';
import type {Dialect, SqlClient} from './sql-client.js';
import {versionsOf} from './versions-in-sql.js';

export async function matching(client: SqlClient, {filter, limits = {}, most}: {filter: InboxFilter; limits?: Limits; most: number}): Promise<number> {
  const {dialect} = client;
  const counted = await client.get<{count: number}>(
    `SELECT count(*) AS count FROM (SELECT 1 FROM submissions s WHERE ${isThere('s', limits, dialect)} AND ${fits(filter, 's', dialect)} LIMIT $2) AS few`,
    [limitsAsText(limits, filter), most + 1],
  );
  return counted!.count;
}

export async function versions(client: SqlClient, id: string, limits: Limits = {}): Promise<Version[]> {
  const {dialect} = client;
  const newest = await client.all<Version>(
    `${versionsOf(`submissions s WHERE s.id = ${dialect.uuid('$2')} AND ${isThere('s', limits, dialect)}`, withinLimits(limits, 's.row', dialect), dialect)}
     SELECT ${dialect.uuidText('s.id')} AS id, s.received_at AS "receivedAt" FROM submissions s WHERE s.row IN (SELECT row FROM versions) AND s.coded IS NOT NULL ORDER BY s.row DESC LIMIT ${mostVersions}`,
    [limitsAsText(limits), id],
  );
  return newest.reverse();
}

export async function claims(client: SqlClient, id: string, limits: Limits = {}): Promise<Version[]> {
  const {dialect} = client;
  return client.all<Version>(
    `SELECT ${dialect.uuidText('n.id')} AS id, n.received_at AS "receivedAt" FROM submissions s JOIN submissions n ON n.replaces = s.id
     WHERE s.id = ${dialect.uuid('$2')} AND ${isThere('s', limits, dialect)} AND n.corrects IS NULL AND ${isThere('n', limits, dialect)} ORDER BY n.row LIMIT ${mostVersions}`,
    [limitsAsText(limits), id],
  );
}

export async function beside(client: SqlClient, {id, services, except, limits = {}}: {id: string; services: readonly string[]; except: readonly string[]; limits?: Limits}): Promise<Beside> {
  const {dialect} = client;
  const next = async (comparison: '<' | '>', order: 'DESC' | 'ASC') => {
    const row = await client.get<{id: string}>(
      `SELECT ${dialect.uuidText('s.id')} AS id FROM scopes c JOIN submissions s ON s.row = c.submission
       WHERE c.kind = 'service' AND ${dialect.isIn('c.value', '$3')} AND c.submission ${comparison} (SELECT row FROM submissions WHERE id = ${dialect.uuid('$2')})
         AND NOT (${dialect.isIn('s.id', '$4', 'uuid')}) AND ${isThere('s', limits, dialect)} ORDER BY c.submission ${order} LIMIT 1`,
      [limitsAsText(limits), id, services.map((each) => each.toLowerCase()), except],
    );
    return row?.id;
  };
  const [before, after] = [await next('<', 'DESC'), await next('>', 'ASC')];
  return {...(before !== undefined && {before}), ...(after !== undefined && {after})};
}

function isThere(row: string, limits: Limits, dialect: Dialect): string {
  return `${row}.coded IS NOT NULL AND ${withinLimits(limits, `${row}.row`, dialect)}`;
}
