import {isWebAddress} from './addresses.js';
import {isDay} from './days.js';
import {anyText, isText, list, one, oneOf, shape, text, type Rule} from './guarding.js';
import {keyQuestionIds, ratingWords} from './rating-words.js';
import {isServiceId} from './service-id.js';

// The schema of ratings once more, for browsers, which never load what schemas
// need to show one. The tests hold that both agree.

export const id = one(isServiceId);
export const day = one((value) => isText(value) && isDay(value));
const name = text(300);
const nullOr = (rule: Rule): Rule => (value, at) => (value === null ? undefined : rule(value, at));

const verdict = {rating: nullOr(oneOf(ratingWords.join(' '))), label: text(200)};
const publication = {published: day, report: one((value) => isText(value) && isWebAddress(value))};
export const result = shape(verdict, publication);
export const overall = nullOr(result);
export const keyQuestions = list(shape({question: oneOf(keyQuestionIds.join(' ')), ...verdict}, publication));

const status = shape({kind: oneOf('registered closed moved')}, {on: anyText, successor: shape({id}, {name: anyText})});
const another = shape({id}, {name});

const serviceRating = shape(
  {
    service: shape({id, name, level: oneOf('location provider')}, {provider: another}),
    status,
    overall,
    keyQuestions,
    asOf: day,
    source: text(500),
  },
  {
    services: list(shape({name, overall, keyQuestions})),
    inherited: shape({}, {from: another}),
    pending: shape({visited: day}),
    history: list(result),
    locations: list(shape({service: shape({id, name}), status, overall})),
  },
);

/** The first fault of what should be a ServiceRating, by its JSON pointer, or `undefined`. */
export function serviceRatingFault(value: unknown): string | undefined {
  return serviceRating(value, '');
}
