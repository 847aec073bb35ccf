import type {SignpostDirectory} from '../contract/signposts.js';
import type {Words} from '../locale/words.js';
import {bundledEngland} from './bundled.js';

/** The whole built-in directory, all nations: with the source of each way, and with the ways that a person must still confirm. For the endpoint; no browser loads it. */
export function builtInSignposts(words: Words): SignpostDirectory {
  return bundledEngland(words);
}
