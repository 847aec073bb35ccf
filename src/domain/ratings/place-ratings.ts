import type {Place, PlaceRatings, RatedService, RatingCounts} from '../../contract/place.js';
import type {Result, ServiceRating} from '../../contract/rating.js';
import {keyQuestionIds} from '../../contract/rating-words.js';
import type {Service} from '../../contract/service.js';
import {ageOf} from './age-of.js';

/** A service of an area, with how it is rated where it is. */
export interface Located {
  service: Service;
  rating?: ServiceRating;
}

type Kind = PlaceRatings['kinds'][number]['kind'];

// Older than any data that is shown as it stands.
const unknownDay = '1970-01-01';

/**
 * How the services of an area are rated, counted. Nothing is averaged.
 *
 * `asOf` is the day for which the list of services holds; that of the oldest rating
 * counts where it is earlier, or where no such day is given.
 */
export function placeRatings(place: Place, located: readonly Located[], asOf?: string): PlaceRatings {
  const there = open(located);
  const kinds = [...new Set(there.flatMap(({service}) => kindsOf(service)))];
  const days = [asOf, ...there.map(({rating}) => rating?.asOf)].filter((day) => day !== undefined).sort();
  const oldest = days[0] ?? unknownDay;
  return {
    place,
    services: there.length,
    asOf: oldest,
    kinds: kinds
      .map((kind) => countsOf(kind, there.filter(({service}) => kindsOf(service).includes(kind))))
      .sort((one, other) => Number(one.kind === 'other') - Number(other.kind === 'other') || other.services - one.services || compare(one.kind, other.kind)),
    ages: agesOf(there, oldest),
    changed: changedIn(there, oldest),
  };
}

/** The services of an area that are not closed with their ratings, by name. */
export function ratedServices(located: readonly Located[]): RatedService[] {
  return open(located)
    .map(({service, rating}) => ({
      service: {id: service.id, name: service.name, ...(service.town === undefined ? {} : {town: service.town}), kinds: kindsOf(service)},
      overall: rating?.overall ?? null,
      keyQuestions: rating?.keyQuestions ?? [],
    }))
    .sort((one, other) => compare(one.service.name.toLowerCase(), other.service.name.toLowerCase()) || compare(one.service.id, other.service.id));
}

/** The locations that are not closed, whether the directory or the rating says so. */
function open(located: readonly Located[]): Located[] {
  return located.filter(({service, rating}) => service.level === 'location' && service.status.kind === 'registered' && (rating?.status.kind ?? 'registered') === 'registered');
}

function kindsOf({kinds = []}: Service): Kind[] {
  return kinds.length > 0 ? kinds : ['other'];
}

function countsOf(kind: Kind, there: readonly Located[]): PlaceRatings['kinds'][number] {
  const countBy = (result: (rating: ServiceRating) => Result | null | undefined) => counted(there.map(({rating}) => rating && result(rating)));
  return {
    kind,
    services: there.length,
    overall: countBy(({overall}) => overall),
    keyQuestions: byQuestion((id) => countBy(({keyQuestions}) => keyQuestions.find(({question}) => question === id))),
  };
}

function byQuestion(counts: (id: (typeof keyQuestionIds)[number]) => RatingCounts): PlaceRatings['kinds'][number]['keyQuestions'] {
  return Object.fromEntries(keyQuestionIds.map((id) => [id, counts(id)])) as PlaceRatings['kinds'][number]['keyQuestions'];
}

function counted(results: readonly (Result | null | undefined)[]): RatingCounts {
  const counts: RatingCounts = {outstanding: 0, good: 0, 'requires-improvement': 0, inadequate: 0, 'not-rated': 0};
  for (const result of results) counts[result?.rating ?? 'not-rated'] += 1;
  return counts;
}

function agesOf(there: readonly Located[], asOf: string): PlaceRatings['ages'] {
  const ages: PlaceRatings['ages'] = {'under-1': 0, '1-to-3': 0, '3-to-5': 0, '5-or-more': 0, unknown: 0};
  for (const {rating} of there) if (rating?.overall?.rating) ages[ageGroup(rating.overall.published, asOf)] += 1;
  return ages;
}

function ageGroup(published: string | undefined, asOf: string): keyof PlaceRatings['ages'] {
  if (published === undefined) return 'unknown';
  const {years} = ageOf(published, asOf);
  if (years < 1) return 'under-1';
  if (years < 3) return '1-to-3';
  return years < 5 ? '3-to-5' : '5-or-more';
}

/** The services whose rating of the last year is another than the last that they had before. */
function changedIn(there: readonly Located[], asOf: string): PlaceRatings['changed'] {
  const changes = there.flatMap(({service: {id, name}, rating}) => {
    const overall = rating?.overall;
    if (!overall?.rating || overall.published === undefined || ageOf(overall.published, asOf).years > 0) return [];
    const before = rating?.history?.find((each) => each.rating !== null && each.published !== undefined && each.published < overall.published!);
    return before && before.rating !== overall.rating ? [{service: {id, name}, overall, before}] : [];
  });
  return changes
    .sort((one, other) => compare(other.overall.published!, one.overall.published!) || compare(one.service.name, other.service.name) || compare(one.service.id, other.service.id))
    .slice(0, 10);
}

// By code point, so that every machine answers in one order.
function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
