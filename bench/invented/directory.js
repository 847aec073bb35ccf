// @ts-check
// A whole directory of invented services with areas and ratings, as rows of an import.
import {inventService, one, random, upTo} from './services.js';

/** @typedef {import('../../src/domain/ratings/directory-row.js').DirectoryRow} DirectoryRow */
/** @typedef {import('../../src/domain/ratings/directory-row.js').RatingRow} RatingRow */
/** @typedef {import('../../src/contract/rating.js').Result} Result */

export const areas = Array.from({length: 153}, (_, number) => ({id: `area-${number}`, name: `Area ${number}`}));
const questions = /** @type {const} */ (['safe', 'effective', 'caring', 'responsive', 'well-led']);
const words = /** @type {const} */ ([['outstanding', 'Outstanding'], ['good', 'Good'], ['good', 'Good'], ['good', 'Good'], ['requires-improvement', 'Requires improvement'], ['inadequate', 'Inadequate']]);
// An overall result and one for each key question, as CQC's list has them in rows of their own.
const resultsOfOne = 1 + questions.length;

/**
 * @param {number} services
 * @param {number} results how many rows of CQC's list of ratings it stands for
 * @param {string} asOf
 */
export function* inventDirectory(services, results, asOf) {
  let left = results;
  for (let number = 0; number < services; number += 1) {
    const service = inventService(number);
    // A few areas have very many services, as in England.
    const place = areas[Math.floor(areas.length * random() ** 2)];
    /** @type {DirectoryRow} */
    const row = {service, asOf, ...(place && {place})};
    if (left < resultsOfOne) {
      yield {row};
      continue;
    }
    left -= resultsOfOne;
    /** @type {RatingRow} */
    const rating = {
      source: 'latest-ratings',
      rating: {
        service: {id: service.id, name: service.name, level: service.level, ...(service.provider && {provider: service.provider})},
        status: service.status,
        overall: result(asOf),
        keyQuestions: questions.map((question) => ({question, ...result(asOf)})),
        asOf,
        source: 'An invented list of ratings',
      },
    };
    yield {row, rating};
  }
}

/** @param {string} asOf @returns {Result} */
function result(asOf) {
  const [rating, label] = one(words);
  return {rating, label, published: `20${15 + upTo(11)}-${asOf.slice(5)}`};
}
