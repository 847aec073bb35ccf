import {scopeKinds, type ScopeKind, type Scope} from '../../access/access.js';
import {isServiceView} from '../../access/authorise.js';
import {serviceCounts} from './directory-in-sql.js';
import {scopeIn, textsIn, type InboxFilter} from '../submission-filter.js';
import {mostVersions} from '../submission-versions.js';
import type {Dialect} from './sql-client.js';

/** Limits as the one parameter of what `withinScope` makes, and a filter with them for what `fits` makes. */
export function scopeAsText(scope: Scope, filter?: InboxFilter): string {
  return JSON.stringify({...listsOf(scope), ...(filter && {filter: {...listsOf(scopeIn(filter)), ...textsIn(filter)}})});
}

function listsOf(scope: Scope): Record<string, string[]> {
  return Object.fromEntries(Object.entries(scope).map(([kind, wanted]: [string, string | readonly string[]]) => [kind, [wanted].flat()]));
}

/**
 * The condition that the submission of this number is within the limits: `isWithinScope`
 * of authorise.ts, for a database. Asked row by row, so that a page is read along the
 * order's index and ends where it is full, however many there are.
 */
export function withinScope(scope: Scope, submission: string, dialect: Dialect): string {
  const isKnown = (kind: string): kind is ScopeKind => scopeKinds.some((known) => known === kind);
  const each = Object.keys(scope).map((kind) => (isKnown(kind) ? within(kind, submission, dialect) : 'FALSE'));
  const agreed = scope.share === undefined ? [] : [isLastWord(submission)];
  const whole = `NOT EXISTS (SELECT 1 FROM quarantined w WHERE w.submission = ${submission} AND w.whole IS NOT NULL)`;
  return [dialect.isGiven, ...each, ...agreed, ...(isServiceView(scope) ? [whole] : [])].join(' AND ');
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
export function showsReplaced(scope: Scope, row: string, dialect: Dialect): string {
  return Object.keys(scope).length === 0 ? 'TRUE' : `EXISTS (SELECT 1 FROM submissions o WHERE o.id = ${row}.replaces AND ${withinScope(scope, 'o.row', dialect)})`;
}

/** From where those come within the limits that nobody has opened. */
export function fromUnopened(scope: Scope, dialect: Dialect): string {
  return `FROM submissions s WHERE s.coded IS NOT NULL AND NOT EXISTS (SELECT 1 FROM handling h WHERE h.submission = s.row) AND ${withinScope(scope, 's.row', dialect)}`;
}

function within(kind: ScopeKind, submission: string, dialect: Dialect): string {
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
