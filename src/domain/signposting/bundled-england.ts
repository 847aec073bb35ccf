import type {SignpostDirectory} from '../../contract/signposts.js';
import type {Words} from '../../locale/words.js';
import {bodiesEverywhere} from './bodies/uk-bodies.js';
import {bodiesInEngland} from './bodies/england-bodies.js';
import {routesInEngland} from './rules/england-rules.js';

/** England's directory as elements carry it: without sources, and without ways that may not be shown. */
export function bundledEngland(words: Words): SignpostDirectory {
  return {language: words.lang, bodies: [...bodiesEverywhere(words), ...bodiesInEngland(words)], routes: routesInEngland(words)};
}
