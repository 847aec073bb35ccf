import {scopeKinds, type ScopeKind} from '../../access/access.js';
import {serviceCounts} from './directory-in-sql.js';
import type {InboxFilter} from '../submission-filter.js';
import {isLastWord} from './scope-in-sql.js';
import type {Dialect} from './sql-client.js';
import {rankOf} from '../submission-row.js';

/**
 * The condition that a row of `submissions` is what a filter asks for. By what limits
 * are of it means the same as `withinScope`, but is asked from the other end: what
 * somebody looks for is often little, and then all else is never read.
 */
export function fits(filter: InboxFilter, row: string, dialect: Dialect): string {
  const {urgency, language, from, to, state} = filter;
  return [
    dialect.isGiven,
    ...scopeKinds.filter((kind) => filter[kind] !== undefined).map((kind) => `${row}.row IN (${found(kind, dialect)})`),
    ...(filter.share === undefined ? [] : [isLastWord(`${row}.row`)]),
    ...(language === undefined ? [] : [`${row}.row IN (${inLanguage(dialect)})`]),
    ...(urgency === undefined ? [] : [`${row}.urgency = ${rankOf(urgency)}`]),
    ...(from === undefined ? [] : [`${row}.received_at >= ${dialect.text('from')}`]),
    ...(to === undefined ? [] : [`${row}.received_at < ${dialect.text('before')}`]),
    ...(state === undefined ? [] : [inState(state, row)]),
  ].join(' AND ');
}

function found(kind: ScopeKind, dialect: Dialect): string {
  const own = `SELECT c.submission FROM scopes c WHERE c.kind = '${kind}' AND c.value IN (${dialect.values(kind, 'filter')})`;
  return kind === 'place' ? [own, ...inArea(dialect)].join(' UNION ALL ') : own;
}

/** By id and by ODS code, each along an index of its own. */
function inArea(dialect: Dialect): string[] {
  const {values, inAnyCase} = dialect;
  return ['v.id', 'v.ods_code'].map((column) => `
    SELECT c.submission FROM services v JOIN scopes c ON c.kind = 'service' AND c.value = lower(${column})
    WHERE ${inAnyCase('v.place')} IN (${values('place', 'filter')}) AND v.level = 'location' AND ${serviceCounts('v', dialect)}`);
}

/** The tag itself, and all that go on behind a hyphen: the character after it is a full stop, and no tag has any before it. */
function inLanguage({text}: Dialect): string {
  const tag = text('language');
  return `SELECT c.submission FROM scopes c WHERE c.kind = 'language' AND c.value >= ${tag} AND c.value < ${tag} || '.'`;
}

function inState(state: NonNullable<InboxFilter['state']>, row: string): string {
  if (state === 'unopened') return `NOT EXISTS (SELECT 1 FROM handling h WHERE h.submission = ${row}.row)`;
  return `${row}.row IN (SELECT h.submission FROM handling h WHERE h.state = '${state}')`;
}
