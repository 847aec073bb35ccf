import type Database from 'libsql';
import {uuidOf} from '../../contract/uuid.js';
import type {Limits} from '../access/access.js';
import {fits} from './filter-in-sql.js';
import type {InboxFilter} from './inbox-filter.js';
import {limitsAsText, withinLimits} from './limits-in-sql.js';
import {mostVersions, type Beside, type Version} from './neighbours.js';
import {dialect} from './sqlite-dialect.js';
import {bytesOf} from './sqlite-ids.js';

const isThere = (row: string, limits: Limits) => `${row}.coded IS NOT NULL AND ${withinLimits(limits, `${row}.row`, dialect)}`;

/** What stands around a submission, on one open database; the caller holds the transaction. */
export function neighbourTables(database: Database.Database) {
  return {
    matching({filter, limits = {}, most}: {filter: InboxFilter; limits?: Limits; most: number}): number {
      const counted = database.prepare(`SELECT count(*) AS count FROM (SELECT 1 FROM submissions s WHERE ${isThere('s', limits)} AND ${fits(filter, 's', dialect)} LIMIT ?2)`);
      return (counted.get([limitsAsText(limits, filter), most + 1]) as {count: number}).count;
    },

    versions(id: string, limits: Limits = {}): Version[] {
      const found = database.prepare(
        `WITH RECURSIVE versions (row, id, corrects) AS (
           SELECT s.row, s.id, s.corrects FROM submissions s WHERE s.id = ?2 AND ${isThere('s', limits)}
           UNION SELECT s.row, s.id, s.corrects FROM versions v JOIN submissions s ON (s.corrects = v.id OR s.id = v.corrects) WHERE ${withinLimits(limits, 's.row', dialect)}
         )
         SELECT lower(hex(s.id)) AS id, s.received_at AS receivedAt FROM submissions s WHERE s.row IN (SELECT row FROM versions) AND s.coded IS NOT NULL ORDER BY s.row DESC LIMIT ${mostVersions}`,
      );
      return (found.all([limitsAsText(limits), bytesOf(id)]) as Version[]).map(({id: digits, receivedAt}) => ({id: uuidOf(digits), receivedAt})).reverse();
    },

    claims(id: string, limits: Limits = {}): Version[] {
      const found = database.prepare(
        `SELECT lower(hex(n.id)) AS id, n.received_at AS receivedAt FROM submissions s JOIN submissions n ON n.replaces = s.id
         WHERE s.id = ?2 AND ${isThere('s', limits)} AND n.corrects IS NULL AND ${isThere('n', limits)} ORDER BY n.row LIMIT ${mostVersions}`,
      );
      return (found.all([limitsAsText(limits), bytesOf(id)]) as Version[]).map(({id: digits, receivedAt}) => ({id: uuidOf(digits), receivedAt}));
    },

    beside({id, services, except, limits = {}}: {id: string; services: readonly string[]; except: readonly string[]; limits?: Limits}): Beside {
      const next = (comparison: '<' | '>', order: 'DESC' | 'ASC') => {
        const found = database.prepare(
          `SELECT lower(hex(s.id)) AS id FROM scopes c JOIN submissions s ON s.row = c.submission
           WHERE c.kind = 'service' AND c.value IN (SELECT value FROM json_each(?3)) AND c.submission ${comparison} (SELECT row FROM submissions WHERE id = ?2)
             AND lower(hex(s.id)) NOT IN (SELECT value FROM json_each(?4)) AND ${isThere('s', limits)} ORDER BY c.submission ${order} LIMIT 1`,
        );
        const row = found.get([limitsAsText(limits), bytesOf(id), JSON.stringify(services.map((each) => each.toLowerCase())), JSON.stringify(except.map((each) => each.replaceAll('-', '')))]) as {id: string} | undefined;
        return row && uuidOf(row.id);
      };
      const [before, after] = [next('<', 'DESC'), next('>', 'ASC')];
      return {...(before !== undefined && {before}), ...(after !== undefined && {after})};
    },
  };
}
