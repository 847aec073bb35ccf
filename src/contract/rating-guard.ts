import {isDay} from './days.js';
import {anyText, isText, list, one, oneOf, shape, text, type Rule} from './guarding.js';
import {keyQuestionIds, ratingWords} from './rating-words.js';
import {isServiceId} from './service-id.js';

// The schema of ratings once more, for browsers, which never load what schemas
// need to show one; a badge comes with this much. The tests hold that both agree.

export const id = one(isServiceId);
export const day = one((value) => isText(value) && isDay(value));
export const name = text(300);
const nullOr = (rule: Rule): Rule => (value, at) => (value === null ? undefined : rule(value, at));

const verdict = {rating: nullOr(oneOf(ratingWords.join(' '))), label: text(200)};
// No element shows where the report is, so nothing is said of it here.
const publication = {published: day};
export const result = shape(verdict, publication);
export const overall = nullOr(result);
export const keyQuestions = list(shape({question: oneOf(keyQuestionIds.join(' ')), ...verdict}, publication));

export const status = shape({kind: oneOf('registered closed moved')}, {on: anyText, successor: shape({id}, {name: anyText})});
export const another = shape({id}, {name});

const serviceRating = shape({
  service: shape({id, name, level: oneOf('location provider')}, {provider: another}),
  status,
  overall,
  keyQuestions,
  asOf: day,
  source: text(500),
});

/** The first fault of what every ServiceRating has, by its JSON pointer, or `undefined`; `rating-rest-guard.ts` looks into the rest. */
export function serviceRatingFault(value: unknown): string | undefined {
  return serviceRating(value, '');
}
