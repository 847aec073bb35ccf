import {isServiceId} from '../../../contract/service-id.js';
import {ApiFault} from './api-fault.js';
import type {CqcAnswer} from './cqc-requests.js';

export type Level = 'location' | 'provider';
export const levels: readonly Level[] = ['location', 'provider'];

/** What to list: everybody, or those that changed from one moment until just before another. */
export type Span = {from?: string; until: string};

/** One page of a list of ids. */
export interface IdPage {
  ids: string[];
  /** How many there are on all pages, where CQC says it. */
  total: number | undefined;
  /** The number of the next page; left out at the end. */
  next?: number;
}

/** What CQC has under an id. */
export type CqcRecord = {record: unknown} | {fault: string; isGone: boolean};

const perPage = '1000';

/** CQC's API as a sync needs it; see `createCqcRequests` for what happens where it does not answer. */
export function createCqcApi(ask: (path: string) => Promise<CqcAnswer>) {
  return {
    /** The time by CQC's clock, to which its lists of changes go; ours may be ahead. */
    async now(): Promise<Date> {
      const answer = await listed(ask, '/locations?page=1&perPage=1');
      return answer.date ?? new Date();
    },

    async ids(level: Level, page: number, {from, until}: Span): Promise<IdPage> {
      const query = new URLSearchParams({page: String(page), perPage, ...(from === undefined ? {} : {startTimestamp: from, endTimestamp: until})});
      const {json} = await listed(ask, `${from === undefined ? `/${level}s` : `/changes/${level}`}?${query}`);
      return pageIn(json, level, page);
    },

    async record(level: Level, id: string): Promise<CqcRecord> {
      const answer = await ask(`/${level}s/${encodeURIComponent(id)}`);
      if ('json' in answer) return {record: answer.json};
      return answer.none === 'gone' ? {fault: 'CQC has no record of it any more (404)', isGone: true} : {fault: `CQC refuses to give its record (${answer.status})`, isGone: false};
    },
  };
}
export type CqcApi = ReturnType<typeof createCqcApi>;

async function listed(ask: (path: string) => Promise<CqcAnswer>, path: string) {
  const answer = await ask(path);
  if ('json' in answer) return answer;
  const status = answer.none === 'gone' ? 404 : answer.status;
  throw new ApiFault(`CQC’s API does not give its list ${path.split('?', 1)[0]} (it answers ${status}). Is CARE_CQC_API right?`);
}

function pageIn(json: unknown, level: Level, page: number): IdPage {
  const said = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>;
  const list = said['changes'] ?? said[`${level}s`];
  if (!Array.isArray(list)) throw new ApiFault('CQC’s API answers with a list that has no entries under any name it had.');
  const next = nextPage(said, page, list.length);
  return {ids: list.map((entry) => idIn(entry, level)).filter(isServiceId), total: countIn(said['total']), ...(next === undefined ? {} : {next})};
}

function idIn(entry: unknown, level: Level): unknown {
  if (typeof entry !== 'object' || entry === null) return entry;
  return (entry as Record<string, unknown>)[`${level}Id`];
}

/** Of the next page's address only its number is taken: the key goes to no address that an answer names. */
function nextPage(said: Record<string, unknown>, page: number, entries: number): number | undefined {
  const uri = said['nextPageUri'];
  if (typeof uri === 'string' && uri !== '') {
    const next = Number(new URLSearchParams(uri.slice(uri.indexOf('?') + 1)).get('page'));
    if (!Number.isSafeInteger(next) || next <= page) throw new ApiFault('CQC’s API names a next page that does not lie ahead.');
    return next;
  }
  return uri === undefined && entries > 0 && (countIn(said['totalPages']) ?? 0) > page ? page + 1 : undefined;
}

function countIn(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
