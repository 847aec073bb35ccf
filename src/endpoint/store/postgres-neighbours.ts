import type {Limits} from '../access/access.js';
import {fits} from './filter-in-sql.js';
import type {InboxFilter} from './inbox-filter.js';
import {limitsAsText, withinLimits} from './limits-in-sql.js';
import {mostVersions, type Beside, type Version} from './neighbours.js';
import type {Client} from './postgres-connections.js';
import {dialect} from './postgres-dialect.js';

const isThere = (row: string, limits: Limits) => `${row}.coded IS NOT NULL AND ${withinLimits(limits, `${row}.row`, dialect)}`;

export async function matching(client: Client, {filter, limits = {}, most}: {filter: InboxFilter; limits?: Limits; most: number}): Promise<number> {
  const {rows: [counted]} = await client.query<{count: number}>(
    `SELECT count(*)::integer AS count FROM (SELECT 1 FROM submissions s WHERE ${isThere('s', limits)} AND ${fits(filter, 's', dialect)} LIMIT $2) AS few`,
    [limitsAsText(limits, filter), most + 1],
  );
  return counted!.count;
}

export async function versions(client: Client, id: string, limits: Limits = {}): Promise<Version[]> {
  const {rows} = await client.query<Version>(
    `WITH RECURSIVE versions (row, id, corrects) AS (
       SELECT s.row, s.id, s.corrects FROM submissions s WHERE s.id = $2 AND ${isThere('s', limits)}
       UNION SELECT s.row, s.id, s.corrects FROM versions v
         CROSS JOIN LATERAL (SELECT * FROM submissions n WHERE n.corrects = v.id UNION ALL SELECT * FROM submissions o WHERE o.id = v.corrects) s WHERE ${withinLimits(limits, 's.row', dialect)}
     )
     SELECT s.id, s.received_at AS "receivedAt" FROM submissions s WHERE s.row IN (SELECT row FROM versions) AND s.coded IS NOT NULL ORDER BY s.row DESC LIMIT ${mostVersions}`,
    [limitsAsText(limits), id],
  );
  return rows.reverse();
}

export async function claims(client: Client, id: string, limits: Limits = {}): Promise<Version[]> {
  const {rows} = await client.query<Version>(
    `SELECT n.id, n.received_at AS "receivedAt" FROM submissions s JOIN submissions n ON n.replaces = s.id
     WHERE s.id = $2 AND ${isThere('s', limits)} AND n.corrects IS NULL AND ${isThere('n', limits)} ORDER BY n.row LIMIT ${mostVersions}`,
    [limitsAsText(limits), id],
  );
  return rows;
}

export async function beside(client: Client, {id, services, except, limits = {}}: {id: string; services: readonly string[]; except: readonly string[]; limits?: Limits}): Promise<Beside> {
  const next = async (comparison: '<' | '>', order: 'DESC' | 'ASC') => {
    const {rows: [row]} = await client.query<{id: string}>(
      `SELECT s.id FROM scopes c JOIN submissions s ON s.row = c.submission
       WHERE c.kind = 'service' AND c.value = ANY ($3::text[]) AND c.submission ${comparison} (SELECT row FROM submissions WHERE id = $2)
         AND s.id <> ALL ($4::uuid[]) AND ${isThere('s', limits)} ORDER BY c.submission ${order} LIMIT 1`,
      [limitsAsText(limits), id, services.map((each) => each.toLowerCase()), except],
    );
    return row?.id;
  };
  const [before, after] = [await next('<', 'DESC'), await next('>', 'ASC')];
  return {...(before !== undefined && {before}), ...(after !== undefined && {after})};
}
