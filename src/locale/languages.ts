import type {TemplateMap} from '@lit/localize/internal/types.js';
import {nearestTag} from './words.js';

/**
 * Where the translations of one surface lie, such as the form's or the inbox's:
 * for the tag of each language, in lower case, how its texts come.
 */
export type Catalogue = Readonly<Record<string, () => Promise<{templates: TemplateMap}>>>;

/**
 * Makes `words(lang)` speak the texts of these surfaces in `lang`, or in its plainer form (`pl` for `pl-PL`).
 * A language without a translation, and English, resolve at once and change nothing.
 * Rejects when a translation could not be fetched; a later call tries again.
 */
export async function loadCatalogues(catalogues: Iterable<Catalogue>, lang: string): Promise<void> {
  await nearestTag(lang, (tag) => {
    const parts = [...catalogues].flatMap((catalogue) => catalogue[tag]?.() ?? []);
    return parts[0] && Promise.all([import('./translated.js'), ...parts]).then(([{addTranslation}, ...loaded]) => {
      for (const {templates} of loaded) addTranslation(tag, templates);
    });
  });
}
