import type {SignpostDirectory} from '../../contract/signposts.js';
import type {Words} from '../../locale/words.js';
import {bodiesEverywhere} from './bodies/uk-bodies.js';
import {bodiesInEngland} from './bodies/england-bodies.js';
import {bodiesInNorthernIreland} from './bodies/northern-ireland-bodies.js';
import {bodiesInScotland} from './bodies/scotland-bodies.js';
import {bodiesInWales} from './bodies/wales-bodies.js';
import {routesInEngland} from './rules/england-rules.js';
import {routesInNorthernIreland} from './rules/northern-ireland-rules.js';
import {routesInScotland} from './rules/scotland-rules.js';
import {routesInWales} from './rules/wales-rules.js';
import {withSources} from './checked-sources.js';
import {withUnconfirmed} from './unconfirmed.js';

/** The whole built-in directory, all nations: with the source of each way, and with what a person must still confirm. For the endpoint; no browser loads it. */
export function builtInSignposts(words: Words): SignpostDirectory {
  const bodies = [bodiesEverywhere, bodiesInEngland, bodiesInWales, bodiesInScotland, bodiesInNorthernIreland].flatMap((written) => written(words));
  const routes = [routesInEngland, routesInWales, routesInScotland, routesInNorthernIreland].flatMap((written) => written(words));
  return {language: words.lang, bodies: bodies.map((body) => withSources(withUnconfirmed(body))), routes};
}
