import {list, shape} from './guarding.js';
import {another, day, id, keyQuestions, name, overall, result, status} from './rating-guard.js';

// What only some ratings have, so that it need not come with every badge.

const rest = shape({}, {
  services: list(shape({name, overall, keyQuestions})),
  inherited: shape({}, {from: another}),
  pending: shape({visited: day}),
  history: list(result),
  locations: list(shape({service: shape({id, name}), status, overall})),
});

/** The first fault of what a ServiceRating may have beside what every one has, by its JSON pointer, or `undefined`. */
export function ratingRestFault(value: unknown): string | undefined {
  return rest(value, '');
}
