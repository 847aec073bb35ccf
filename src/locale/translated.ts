import {runtimeMsg} from '@lit/localize/internal/runtime-msg.js';
import type {TemplateMap} from '@lit/localize/internal/types.js';
import {speak, type Message} from './words.js';

// Apart from `words.ts`, so that a page in English does without it.

// Of each language all that has come: an id stands for one text, in whichever catalogue.
const translations = new Map<string, TemplateMap>();

/** Makes these texts of `lang` available to `words(lang)`, beside those that it has. */
export function addTranslation(lang: string, templates: TemplateMap): void {
  const tag = lang.toLowerCase();
  const all = Object.assign(translations.get(tag) ?? {}, templates);
  translations.set(tag, all);
  speak(tag, ((template: never, options: never) => runtimeMsg(all, template, options)) as Message);
}
