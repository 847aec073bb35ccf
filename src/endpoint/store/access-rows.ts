import type {Scope, AccessRight} from '../access/access.js';
import type {Deed, HeldToken, LogEntry} from './access-store.js';

/** A token as a store's tables give it. */
export interface TokenRow {
  name: string;
  rights: string;
  limits: string;
  until: string | null;
  made_at: string;
  ended_at: string | null;
}

/** A line of the log as a store's tables give it. */
export interface LogRow {
  row: number;
  at: string;
  who: string;
  what: string;
  submission: string | null;
  detail: string | null;
}

export function heldToken({name, rights, limits, until, made_at: madeAt, ended_at: endedAt}: TokenRow): HeldToken {
  return {
    name,
    rights: JSON.parse(rights) as AccessRight[],
    scope: JSON.parse(limits) as Scope,
    ...(until !== null && {until}),
    madeAt,
    ...(endedAt !== null && {endedAt}),
  };
}

/** One page from its rows and the one behind them, if there is one. */
export function logPage(rows: readonly LogRow[], limit: number): {entries: LogEntry[]; next?: number} {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {entries: shown.map(logEntry), ...(rows.length > limit && last && {next: last.row})};
}

function logEntry({at, who, what, submission, detail}: LogRow): LogEntry {
  return {at, who, what: what as Deed, ...(submission !== null && {submission}), ...(detail !== null && {detail})};
}
