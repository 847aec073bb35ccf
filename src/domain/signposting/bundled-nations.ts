import type {SignpostDirectory} from '../../contract/signposts.js';
import type {Nation} from '../../contract/situation-values.js';
import type {Words} from '../../locale/words.js';
import {bodiesEverywhere} from './bodies/uk-bodies.js';
import {bodiesInNorthernIreland} from './bodies/northern-ireland-bodies.js';
import {bodiesInScotland} from './bodies/scotland-bodies.js';
import {bodiesInWales} from './bodies/wales-bodies.js';
import {routesInNorthernIreland} from './rules/northern-ireland-rules.js';
import {routesInScotland} from './rules/scotland-rules.js';
import {routesInWales} from './rules/wales-rules.js';

const nations = {
  wales: {bodies: bodiesInWales, routes: routesInWales},
  scotland: {bodies: bodiesInScotland, routes: routesInScotland},
  'northern-ireland': {bodies: bodiesInNorthernIreland, routes: routesInNorthernIreland},
};

/** The directory of a nation beside England, as elements carry it. Loaded before anybody chooses a nation, so that loading tells nobody which. */
export function bundledNation(nation: Exclude<Nation, 'england'>, words: Words): SignpostDirectory {
  const {bodies, routes} = nations[nation];
  return {language: words.lang, bodies: [...bodiesEverywhere(words), ...bodies(words)], routes: routes(words)};
}
