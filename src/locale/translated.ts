import {runtimeMsg} from '@lit/localize/internal/runtime-msg.js';
import type {TemplateMap} from '@lit/localize/internal/types.js';
import {speak, type Message} from './words.js';

// Apart from `words.ts`, so that a page in English does without it.

/** Makes the translation of `lang` available to `words(lang)`. */
export function addTranslation(lang: string, templates: TemplateMap): void {
  speak(lang, ((template: never, options: never) => runtimeMsg(templates, template, options)) as Message);
}
