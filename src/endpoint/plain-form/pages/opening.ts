import {isLanguageTag} from '../../../contract/addresses.js';
import {charactersIn, isKeepable, isWritten} from '../../../contract/characters.js';
import {Slug} from '../../../contract/identifiers.js';
import {sourceLanguage} from '../../../locale/words.js';
import {formPath} from '../../html/form-page.js';
import type {FormLink} from './plain-form-session.js';

/** The set that is asked where the link names none. */
export const usualSet = 'give-feedback';

/** What a link to the form says, or a form on somebody's page that leads here. What could not be kept is left out. */
export function openingFrom(said: URLSearchParams): FormLink {
  const short = (name: string, maximum: number) => {
    const text = said.get(name)?.trim() ?? '';
    return isWritten(text) && isKeepable(text) && charactersIn(text) <= maximum ? text : undefined;
  };
  const language = short('lang', 100);
  return withoutGaps({
    // Whatever it is, it is looked for: a slip of the pen should not lead to another form.
    questionSet: said.get('question-set')?.trim() || usualSet,
    language: language !== undefined && isLanguageTag(language) ? language : sourceLanguage,
    service: short('service', 64),
    place: short('place', 300),
    topic: short('topic', 200),
    partner: short('partner', 100),
    campaign: short('campaign', 100),
  });
}

/** Whether a set could be called so at all. */
export function isSetName(name: string): boolean {
  return Slug.safeParse(name).success;
}

/** The form anew, about something else. */
export function anotherFormAddress({questionSet, language, partner, campaign}: FormLink): string {
  const said = new URLSearchParams();
  if (questionSet !== usualSet) said.set('question-set', questionSet);
  if (language !== sourceLanguage) said.set('lang', language);
  if (partner !== undefined) said.set('partner', partner);
  if (campaign !== undefined) said.set('campaign', campaign);
  const query = said.toString();
  return query === '' ? formPath : `${formPath}?${query}`;
}

/** The usual form for the same service and partner, where the link named a set that is not there. */
export function usualFormAddress({service, ...opening}: FormLink): string {
  const address = anotherFormAddress({...opening, questionSet: usualSet});
  return service === undefined ? address : `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams({service}).toString()}`;
}

function withoutGaps(opening: {[Part in keyof FormLink]: FormLink[Part] | undefined} & Pick<FormLink, 'questionSet' | 'language'>): FormLink {
  return Object.fromEntries(Object.entries(opening).filter(([, value]) => value !== undefined)) as unknown as FormLink;
}
