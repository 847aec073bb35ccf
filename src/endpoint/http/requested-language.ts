import {isLanguageTag} from '../../contract/addresses.js';
import {sourceLanguage} from '../../locale/words.js';

/** The language that a page's address asks for with `lang=`; English where it names none, or what is no language. */
export function askedLanguage({searchParams}: Pick<URL, 'searchParams'>): string {
  const asked = searchParams.get('lang') ?? sourceLanguage;
  return isLanguageTag(asked) ? asked : sourceLanguage;
}
