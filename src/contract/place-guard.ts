import {isText, list, one, oneOf, shape, text, type Rule} from './guarding.js';
import {day, id, keyQuestions, overall, result} from './rating-guard.js';
import {keyQuestionIds, ratingAges, ratingWords} from './rating-words.js';
import {situationValues} from './situation-values.js';

// The schemas of areas once more, for browsers. The tests hold that both agree.

const name = text(300);
const count = one((value) => Number.isSafeInteger(value) && (value as number) >= 0);
const counts = each([...ratingWords, 'not-rated'], count);
const kind = oneOf([...situationValues.service, 'other'].join(' '));

const place = shape({id: one((value) => isText(value) && isPlaceId(value)), name: text(200)});
const placeList = shape({places: list(place)});

const placeRatings = shape({
  place,
  services: count,
  asOf: day,
  kinds: list(shape({kind, services: count, overall: counts, keyQuestions: each(keyQuestionIds, counts)})),
  ages: each(ratingAges, count),
  changed: list(shape({service: shape({id, name}), overall: result, before: result})),
});

const ratedServiceList = shape({
  services: list(shape({service: shape({id, name, kinds: list(kind)}, {town: text(200)}), overall, keyQuestions})),
});

/** Whether `text` may be the id of a place: lower-case words joined by hyphens. */
export function isPlaceId(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,63}$/.test(text);
}

/** The first fault of what should be a PlaceList, by its JSON pointer, or `undefined`. */
export function placeListFault(value: unknown): string | undefined {
  return placeList(value, '');
}

/** The first fault of what should be PlaceRatings. */
export function placeRatingsFault(value: unknown): string | undefined {
  return placeRatings(value, '');
}

/** The first fault of what should be a RatedServiceList. */
export function ratedServiceListFault(value: unknown): string | undefined {
  return ratedServiceList(value, '');
}

function each(keys: readonly string[], rule: Rule): Rule {
  return shape(Object.fromEntries(keys.map((key) => [key, rule])));
}
