import type {Receiver} from '../../../contract/receiver.js';
import {directionOf} from '../../../locale/direction.js';

/** The language of what a receiver says in its own words, the first that it reads, and how that is written: it may not be the page's. */
export function receiverLanguage({languages}: Receiver): {lang: string; dir: string} {
  const [lang = 'en'] = languages ?? [];
  return {lang, dir: directionOf(lang)};
}
