import type {SignpostDirectory} from '../contract/signposts.js';
import type {Nation} from '../contract/situation-values.js';
import type {Words} from '../locale/words.js';
import {bodiesEverywhere} from './bodies/everywhere.js';

/** The directory of a nation beside England, as elements carry it. Loaded before anybody chooses a nation, so that loading tells nobody which. */
export function bundledNation(_nation: Exclude<Nation, 'england'>, words: Words): SignpostDirectory {
  return {language: words.lang, bodies: bodiesEverywhere(words), routes: []};
}
