import type {ServiceRating} from '../../contract/rating.js';
import type {Service} from '../../contract/service.js';
import type {DirectoryRow, RatingRow, RatingSource, ServiceOrigin} from '../../domain/ratings/directory-row.js';
import {shownService, withRow, type KnownService} from '../../domain/ratings/known-service.js';
import {isEarlier, nextRating, outranks} from '../../domain/ratings/row-precedence.js';
import {canonicalJson} from './canonical-json.js';
import {plainCase} from './sql/directory-in-sql.js';
import type {ImportCounts, ImportRows} from './directory-import.js';

/** A service as it counts from a revision on. */
export interface ServiceVersion {
  id: string;
  revision: number;
  origin: ServiceOrigin;
  /** What rows of each day said, as known-service.ts has it. */
  known: string;
}

/** Beside the service itself, what it is found by. */
export interface NewServiceVersion extends ServiceVersion {
  level: Service['level'];
  odsCode: string | null;
  provider: string | null;
  place: string | null;
  placeName: string | null;
  asOf: string;
}

export interface RatingVersion {
  id: string;
  source: RatingSource;
  revision: number;
  origin: ServiceOrigin;
  asOf: string;
  body: string;
}

/** What an import asks of the rows that are kept, and does to them. Ids are the same in any case. */
export interface KeptVersions {
  /** The latest first. */
  services(id: string): readonly ServiceVersion[];
  /** In the place of what this import wrote before, as `dropService` leaves nothing of that. */
  putService(version: NewServiceVersion): void;
  dropService(id: string): void;
  /** The latest first. */
  ratings(id: string, source: RatingSource): readonly RatingVersion[];
  putRating(version: RatingVersion): void;
  dropRating(id: string, source: RatingSource): void;
  /** Whether anything of this service or its rating was imported. */
  isImported(id: string): boolean;
  /** Whether the import that runs has not met this rating before: the second row of one may be another part of it. */
  isFirst(id: string, source: RatingSource): boolean;
}

/** A row as it counts now (`counting`) and as this import has written it (`waiting`); there may be either, both or none. */
interface Versions<Row> {
  counting?: Row;
  waiting?: Row;
}

type Outcome = keyof ImportCounts;

/** Which rating of which service, in any case. */
export function ratingKey(id: string, source: RatingSource): string {
  return `${plainCase(id)} ${source}`;
}

/** Brings rows into what is kept so that they count from the revision `next` on. */
export function mergeRows(rows: ImportRows, origin: ServiceOrigin, next: number, kept: KeptVersions): {services: ImportCounts; ratings: ImportCounts} {
  const counts = {services: {added: 0, changed: 0, unchanged: 0}, ratings: {added: 0, changed: 0, unchanged: 0}};
  for (const row of rows.services) counts.services[keepService(row, origin, next, kept)] += 1;
  for (const row of rows.ratings) {
    const {outcome, before} = keepRating(row, origin, next, kept);
    counts.ratings[outcome] += 1;
    if (before) counts.ratings[before] -= 1;
  }
  return counts;
}

function keepService(row: DirectoryRow, origin: ServiceOrigin, next: number, kept: KeptVersions): Outcome {
  const {id} = row.service;
  const {counting, waiting} = versions(kept.services(id), next);
  const before = waiting ?? counting;
  if (before && outranks(before.origin, origin)) return 'unchanged';
  const known = before && before.origin === origin ? (JSON.parse(before.known) as KnownService) : [];
  const nowKnown = withRow(known, row);
  const text = canonicalJson(nowKnown);
  if (before?.origin === origin && before.known === text) return 'unchanged';
  const {service, place} = shownService(nowKnown);
  if (counting?.origin === origin && counting.known === text) kept.dropService(id);
  else {
    kept.putService({
      id, revision: next, origin, level: service.level, odsCode: service.odsCode ?? null, provider: service.provider?.id ?? null,
      place: place?.id ?? null, placeName: place?.name ?? null, asOf: nowKnown[0]?.asOf ?? '', known: text,
    });
  }
  if (!before) return 'added';
  return before.origin === origin && saysSame(known, nowKnown) ? 'unchanged' : 'changed';
}

/** What becomes of the rating, and what would have without this row where an earlier one was counted. */
function keepRating({rating, source}: RatingRow, origin: ServiceOrigin, next: number, kept: KeptVersions): {outcome: Outcome; before?: Outcome} {
  const {id} = rating.service;
  if (outranks('import', origin) && kept.isImported(id)) return {outcome: 'unchanged'};
  const {counting, waiting} = versions(kept.ratings(id, source), next);
  const before = waiting ?? counting;
  if (before && before.origin === origin && isEarlier(rating, before)) return {outcome: 'unchanged'};
  const isFirst = kept.isFirst(id, source);
  const earlierPart = isFirst || !before ? undefined : {...(JSON.parse(before.body) as ServiceRating), asOf: before.asOf};
  const body = canonicalJson(nextRating({rating, source}, earlierPart));
  const now = {id, source, revision: next, origin, asOf: rating.asOf, body};
  if (counting?.origin === origin && counting.body === body) kept.dropRating(id, source);
  else kept.putRating(now);
  return {outcome: outcomeOf(counting, now), ...(!isFirst && {before: outcomeOf(counting, waiting)})};
}

function versions<Row extends {revision: number}>(rows: readonly Row[], next: number): Versions<Row> {
  const waiting = rows.find(({revision}) => revision === next);
  const counting = rows.find(({revision}) => revision < next);
  return {...(waiting && {waiting}), ...(counting && {counting})};
}

/** What becomes of a rating when the import ends. That it holds for a later day does not make it another. */
function outcomeOf(counting: RatingVersion | undefined, waiting: RatingVersion | undefined): Outcome {
  if (!counting) return 'added';
  if (!waiting) return 'unchanged';
  const said = ({origin, body}: RatingVersion) => canonicalJson({...(JSON.parse(body) as ServiceRating), asOf: '', origin});
  return said(counting) === said(waiting) ? 'unchanged' : 'changed';
}

function saysSame(one: KnownService, other: KnownService): boolean {
  const [before, now] = [one, other].map((known): {service: Service} => shownService(known));
  return canonicalJson(before) === canonicalJson(now);
}
