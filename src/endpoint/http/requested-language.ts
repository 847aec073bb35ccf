import type {HonoRequest} from 'hono';
import {isLanguageTag} from '../../contract/addresses.js';
import {sourceLanguage} from '../../locale/words.js';

/** The language that a page's address asks for with `lang=`; English where it names none, or what is no language. */
export function askedLanguage(request: HonoRequest): string {
  const tag = request.query('lang') ?? sourceLanguage;
  return isLanguageTag(tag) ? tag : sourceLanguage;
}
