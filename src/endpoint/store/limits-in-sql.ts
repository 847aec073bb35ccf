import {limitKinds, type LimitKind, type Limits} from '../access/access.js';
import {hidesWho} from '../access/may-see.js';
import {serviceCounts} from './directory-in-sql.js';
import {limitsIn, textsIn, type InboxFilter} from './inbox-filter.js';
import {mostVersions} from './neighbours.js';
import type {Dialect} from './sql-client.js';

/** Limits as the one parameter of what `withinLimits` makes, and a filter with them for what `fits` makes. */
export function limitsAsText(limits: Limits, filter?: InboxFilter): string {
  return JSON.stringify({...listsOf(limits), ...(filter && {filter: {...listsOf(limitsIn(filter)), ...textsIn(filter)}})});
}

function listsOf(limits: Limits): Record<string, string[]> {
  return Object.fromEntries(Object.entries(limits).map(([kind, wanted]: [string, string | readonly string[]]) => [kind, [wanted].flat()]));
}

/**
 * The condition that the submission of this number is within the limits: `isWithin`
 * of may-see.ts, for a database. Asked row by row, so that a page is read along the
 * order's index and ends where it is full, however many there are.
 */
export function withinLimits(limits: Limits, submission: string, dialect: Dialect): string {
  const isKnown = (kind: string): kind is LimitKind => limitKinds.some((known) => known === kind);
  const each = Object.keys(limits).map((kind) => (isKnown(kind) ? within(kind, submission, dialect) : 'FALSE'));
  const agreed = limits.share === undefined ? [] : [isLastWord(submission)];
  const whole = `NOT EXISTS (SELECT 1 FROM quarantined w WHERE w.submission = ${submission} AND w.whole IS NOT NULL)`;
  return [dialect.isGiven, ...each, ...agreed, ...(hidesWho(limits) ? [whole] : [])].join(' AND ');
}

/**
 * The condition that nothing has proven to take the place of the submission of this number. What people
 * agreed to share is what they said last: a version that has one after it is shared with nobody.
 */
export function isLastWord(submission: string): string {
  return `EXISTS (SELECT 1 FROM submissions this WHERE this.row = ${submission} AND NOT ${isCorrected('this.id')} AND (this.corrects IS NULL OR this.row = ${newestVersion('this')}))`;
}

/** The condition that its contact details may be opened: there are some, and whoever sent it has not said since that they want no contact. */
export function opensContact(submission: string): string {
  return `EXISTS (SELECT 1 FROM contacts own JOIN submissions this ON this.row = own.submission WHERE own.submission = ${submission}
    AND ((this.corrects IS NULL AND NOT ${isCorrected('this.id')}) OR EXISTS (SELECT 1 FROM contacts latest WHERE latest.submission = ${newestVersion('this')})))`;
}

/**
 * The number of the newest version of the same sender's: of all corrections that have its right and that nothing corrects the one that arrived last,
 * which is what the right leads its sender to. Where that finds none, as before there were rights and where the newest was erased, from the
 * first version on always the correction that arrived last. Of more versions than anybody makes only some are looked at, so that no row takes long.
 */
function newestVersion(of: string): string {
  return `coalesce(
    (SELECT same.row FROM submissions same WHERE same.right_hash = ${of}.right_hash AND same.corrects IS NOT NULL AND NOT ${isCorrected('same.id')} ORDER BY same.row DESC LIMIT 1),
    (WITH RECURSIVE earlier (row, id, corrects, steps) AS (
       SELECT ${of}.row, ${of}.id, ${of}.corrects, 0
       UNION ALL SELECT former.row, former.id, former.corrects, earlier.steps + 1 FROM earlier JOIN submissions former ON former.id = earlier.corrects WHERE earlier.steps < ${mostVersions}
     ), onwards (row, id, steps) AS (
       SELECT first.row, first.id, 0 FROM (SELECT earlier.row, earlier.id FROM earlier ORDER BY earlier.steps DESC LIMIT 1) first
       UNION ALL SELECT newer.row, newer.id, onwards.steps + 1 FROM onwards
         JOIN submissions newer ON newer.row = (SELECT max(other.row) FROM submissions other WHERE other.corrects = onwards.id) WHERE onwards.steps < ${2 * mostVersions}
     )
     SELECT onwards.row FROM onwards ORDER BY onwards.steps DESC LIMIT 1))`;
}

function isCorrected(id: string): string {
  return `EXISTS (SELECT 1 FROM submissions later WHERE later.corrects = ${id})`;
}

/** Whether the id that a row of `submissions` replaces may be shown: with limits, only where it stands for something within them. */
export function showsReplaced(limits: Limits, row: string, dialect: Dialect): string {
  return Object.keys(limits).length === 0 ? 'TRUE' : `EXISTS (SELECT 1 FROM submissions o WHERE o.id = ${row}.replaces AND ${withinLimits(limits, 'o.row', dialect)})`;
}

/** From where those come within the limits that nobody has opened. */
export function fromUnopened(limits: Limits, dialect: Dialect): string {
  return `FROM submissions s WHERE s.coded IS NOT NULL AND NOT EXISTS (SELECT 1 FROM handling h WHERE h.submission = s.row) AND ${withinLimits(limits, 's.row', dialect)}`;
}

function within(kind: LimitKind, submission: string, dialect: Dialect): string {
  const own = `EXISTS (SELECT 1 FROM scopes c WHERE c.kind = '${kind}' AND c.value IN (${dialect.values(kind)}) AND c.submission = ${submission})`;
  return kind === 'place' ? `(${[own, ...inArea(submission, dialect)].join(' OR ')})` : own;
}

/** By id and by ODS code, each along an index of its own. */
function inArea(submission: string, dialect: Dialect): string[] {
  const {values, inAnyCase} = dialect;
  return ['v.id', 'v.ods_code'].map((column) => `EXISTS (
    SELECT 1 FROM scopes c JOIN services v ON ${inAnyCase(column)} = c.value
    WHERE c.submission = ${submission} AND c.kind = 'service' AND v.level = 'location' AND ${serviceCounts('v', dialect)}
      AND ${inAnyCase('v.place')} IN (${values('place')}))`);
}
