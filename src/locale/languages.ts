import type {TemplateMap} from '@lit/localize/internal/types.js';

/** Where each translation lies. `en-XA` is the pseudo-locale, for tests. */
const translations: Record<string, () => Promise<{templates: TemplateMap}>> = {
  'en-xa': () => import('./generated/en-XA.js'),
};

/**
 * Makes `words(lang)` speak `lang`, or its plainer form (`pl` for `pl-PL`).
 * A language without a translation, and English, resolve at once and change nothing.
 * Rejects when the translation could not be fetched; a later call tries again.
 */
export async function loadLanguage(lang: string): Promise<void> {
  for (let tag = lang.toLowerCase(); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const load = translations[tag];
    if (!load) continue;
    const [{templates}, {addTranslation}] = await Promise.all([load(), import('./translated.js')]);
    addTranslation(tag, templates);
    return;
  }
}
