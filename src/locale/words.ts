import {runtimeMsg} from '@lit/localize/internal/runtime-msg.js';
import {str} from '@lit/localize/internal/str-tag.js';
import type {MsgFn, TemplateMap} from '@lit/localize/internal/types.js';

// lit-localize's own look-up is a pure function; its `configureLocalization`
// holds one language per module, throws when called twice and speaks on
// `window`. `internal` is no promise of that library's, so its version is
// pinned and only this file knows of it.
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

// Only ever added to: which language is spoken is the caller's to say, each time.
const translations = new Map<string, TemplateMap>();

/** Makes the translation of `lang` available to `words(lang)`. */
export function addTranslation(lang: string, templates: TemplateMap): void {
  translations.set(lang.toLowerCase(), templates);
}

/**
 * The words of `lang`, or of its plainer form (`pl` for `pl-PL`), or English.
 * Nothing is shared between callers, so two elements or two requests can differ.
 */
export function words(lang: string): Words {
  for (let tag = lang.toLowerCase(); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const templates = translations.get(tag);
    if (templates) return {lang: tag, msg: look(templates)};
  }
  return {lang: sourceLanguage, msg: look(undefined)};
}

function look(templates: TemplateMap | undefined): Message {
  return ((template: never, options: never) => runtimeMsg(templates, template, options)) as Message;
}
