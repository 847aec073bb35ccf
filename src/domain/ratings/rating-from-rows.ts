import type {Result, ServiceRating} from '../../contract/rating.js';
import type {Service} from '../../contract/service.js';
import {isServiceId} from '../../contract/service-id.js';
import {partOf} from './assessments.js';
import {dayFrom} from './day-from.js';
import {keyQuestionNamed, newestOfEach, type KeyQuestionAnswer} from './key-questions.js';
import {lineIn, shortLineIn} from './json-record.js';
import {resultOf} from './result.js';

/** A row of CQC's latest ratings, by the keys of its columns. */
type Row = Readonly<Record<string, string>>;

interface About {
  /** The day for which the file holds. */
  asOf: string;
  source: string;
  /** CQC has a file of locations and one of providers. */
  level: Service['level'];
}

/** Why a row of the latest ratings is none; `undefined` where it is one. */
export function rowFault(row: Row): string | undefined {
  const level = row['locationid'] === undefined ? 'provider' : 'location';
  const id = cell(row, `${level}id`);
  if (id === undefined) return `has no ${level} id`;
  if (!isServiceId(id)) return `has a ${level} id that is not a CQC id`;
  if (nameIn(row, level) === undefined) return `has no ${level} name that can be shown`;
  if (cell(row, 'domain') === undefined) return 'has no domain';
  if (cell(row, 'latestrating') === undefined) return 'has no latest rating';
  const published = cell(row, 'publicationdate');
  return published === undefined || dayFrom(published) ? undefined : 'has a publication date that is none';
}

/**
 * How CQC rates one service, by its rows of the latest ratings, or why nothing
 * can be told from them. Rows that have a fault are left out.
 */
export function ratingFromRows(given: readonly Row[], {asOf, source, level}: About): {rating: ServiceRating} | {fault: string} {
  const rows = given.filter((row) => rowFault(row) === undefined);
  const first = rows[0];
  if (!first) return {fault: (given[0] && rowFault(given[0])) ?? 'has no rows'};
  const id = cell(first, `${level}id`);
  const name = nameIn(first, level);
  if (!isServiceId(id) || name === undefined) return {fault: `is no row of a ${level}`};
  if (rows.some((row) => cell(row, `${level}id`) !== id)) return {fault: 'has rows of more than one service'};

  const own = level === 'provider' ? rowsOfProvider(rows) : rows;
  if (!own) return {fault: 'has ratings of several locations and none of the provider itself'};
  const whole = saidIn(own.filter((row) => groupOf(row) === undefined));
  const groups = new Set(own.map(groupOf).filter((group) => group !== undefined));
  const parts = [...groups].flatMap((group) => partOf(group, saidIn(own.filter((row) => groupOf(row) === group))));
  return {
    rating: {
      service: {id, level, name, ...(level === 'location' ? providerIn(first) : {})},
      status: {kind: 'registered'},
      overall: whole.result ?? null,
      keyQuestions: newestOfEach(whole.answers),
      ...(parts.length > 0 ? {services: parts} : {}),
      ...(whole.isInherited ? {inherited: {}} : {}),
      asOf,
      source,
    },
  };
}

/**
 * The rows that are about the provider itself. A row from the report of a location
 * does not say which location: it is about the provider only where CQC rates a
 * provider by the report of its one location, so that no other rows stand beside
 * them and none contradicts another.
 */
function rowsOfProvider(rows: readonly Row[]): readonly Row[] | undefined {
  const own = rows.filter((row) => reportTypeOf(row) !== 'location');
  if (own.length > 0) return own;
  const said = new Map<string, string>();
  for (const row of rows) {
    const about = `${groupOf(row) ?? ''}\n${cell(row, 'domain')?.toLowerCase()}`;
    const says = `${cell(row, 'latestrating')?.toLowerCase()}\n${dayIn(row)}`;
    if ((said.get(about) ?? says) !== says) return undefined;
    said.set(about, says);
  }
  return rows;
}

function saidIn(rows: readonly Row[]): {result: Result | undefined; answers: KeyQuestionAnswer[]; isInherited: boolean} {
  const overall = rows
    .filter((row) => cell(row, 'domain')?.toLowerCase() === 'overall')
    .reduce<Row | undefined>((newest, row) => (newest && (dayIn(newest) ?? '') >= (dayIn(row) ?? '') ? newest : row), undefined);
  return {
    result: overall && resultIn(overall),
    answers: rows.flatMap((row) => {
      const question = keyQuestionNamed(row['domain']);
      const result = resultIn(row);
      return question && result ? [{answer: {question, ...result}, comparedBy: result.published ?? ''}] : [];
    }),
    isInherited: overall !== undefined && /^y(es)?$/i.test(cell(overall, 'inheritedratingyn') ?? cell(overall, 'inheritedrating') ?? ''),
  };
}

function resultIn(row: Row): Result | undefined {
  return resultOf(row['latestrating'], dayIn(row));
}

function dayIn(row: Row): string | undefined {
  return dayFrom(row['publicationdate']);
}

/** The part of a service that a row is about; `undefined` where it is about the whole. */
function groupOf(row: Row): string | undefined {
  const group = shortLineIn(cell(row, 'servicepopulationgroup'), 300);
  return group?.toLowerCase() === 'overall' ? undefined : group;
}

function reportTypeOf(row: Row): string | undefined {
  return cell(row, 'reporttype')?.toLowerCase();
}

function providerIn(row: Row): Pick<Service, 'provider'> {
  const id = cell(row, 'providerid');
  const name = nameIn(row, 'provider');
  return isServiceId(id) ? {provider: {id, ...(name === undefined ? {} : {name})}} : {};
}

function nameIn(row: Row, level: Service['level']): string | undefined {
  return shortLineIn(cell(row, `${level}name`), 300);
}

/** What a cell says in one line. CQC's files have a dash for nothing. */
function cell(row: Row, key: string): string | undefined {
  const line = lineIn(row[key]);
  return line === '-' ? undefined : line;
}
