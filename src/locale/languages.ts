import type {TemplateMap} from '@lit/localize/internal/types.js';

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
  for (let tag = lang.toLowerCase(); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const loads = [...catalogues].flatMap((catalogue) => catalogue[tag] ?? []);
    if (loads.length === 0) continue;
    const [{addTranslation}, ...parts] = await Promise.all([import('./translated.js'), ...loads.map((load) => load())]);
    for (const {templates} of parts) addTranslation(tag, templates);
    return;
  }
}
