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
const spoken = new Map<string, Words>();

/** Makes `words(tag)` speak through `msg`; the tag is in lower case. */
export function speak(tag: string, msg: Message): void {
  spoken.set(tag, {lang: tag, msg});
}

/** What `find` has for `lang`, or for its plainer form (`pl` for `pl-PL`); it is given tags in lower case. */
export function nearestTag<Found>(lang: string, find: (tag: string) => Found | undefined): Found | undefined {
  const tag = lang.toLowerCase();
  const plainer = tag.replace(/-?[^-]*$/, '');
  return find(tag) ?? (plainer ? nearestTag(plainer, find) : undefined);
}

/**
 * The words of `lang`, or of its plainer form, or English.
 * Nothing is shared between callers, so two elements or two requests can differ.
 */
export function words(lang: string): Words {
  return nearestTag(lang, (tag) => spoken.get(tag)) ?? sourceWords;
}
