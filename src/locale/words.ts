import {defaultMsg} from '@lit/localize/internal/default-msg.js';
import {str} from '@lit/localize/internal/str-tag.js';
import type {MsgFn} from '@lit/localize/internal/types.js';

// lit-localize's own look-up is a pure function; its `configureLocalization`
// holds one language per module, throws when called twice and speaks on
// `window`. `internal` is no promise of that library's, so its version is
// pinned and only this file and `translated.ts` know of it.
export {str};

/** Looks a text up; typed so that lit-localize's extractor finds every call. */
export type Message = MsgFn;

/** The words of one language. */
export interface Words {
  /** The BCP 47 tag of the words themselves: `en` where a language has no translation. */
  lang: string;
  msg: Message;
}

/** The language that the source is written in. */
export const sourceLanguage = 'en';

/** English, as the source has it. */
export const sourceWords: Words = {lang: sourceLanguage, msg: defaultMsg as Message};

// Only ever added to: which language is spoken is the caller's to say, each time.
const spoken = new Map<string, Message>();

/** Makes `words(lang)` speak through `msg`. */
export function speak(lang: string, msg: Message): void {
  spoken.set(lang.toLowerCase(), msg);
}

/**
 * The words of `lang`, or of its plainer form (`pl` for `pl-PL`), or English.
 * Nothing is shared between callers, so two elements or two requests can differ.
 */
export function words(lang: string): Words {
  for (let tag = lang.toLowerCase(); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const msg = spoken.get(tag);
    if (msg) return {lang: tag, msg};
  }
  return sourceWords;
}
