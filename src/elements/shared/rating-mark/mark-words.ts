import {ageInWords} from '../../../locale/age-in-words.js';
import {dayInWords} from '../../../locale/day-in-words.js';
import {str, type Words} from '../../../locale/words.js';

/** Written out, as the law asks; no translation changes it. */
export const cqcSite = 'www.cqc.org.uk';

/** What all that shows ratings says, in one language. */
export function markWords({msg, lang}: Words) {
  return {
    outstanding: msg('Outstanding'),
    good: msg('Good'),
    'requires-improvement': msg('Requires improvement'),
    inadequate: msg('Inadequate'),
    safe: msg('Safe'),
    effective: msg('Effective'),
    caring: msg('Caring'),
    responsive: msg('Responsive'),
    'well-led': msg('Well-led'),
    overall: msg('Overall rating from the Care Quality Commission (CQC)'),
    none: msg('No rating was found'),
    published: (day: string, today: string) => {
      const [date, age] = [dayInWords(day, lang), ageInWords(day, today, lang)];
      return age ? msg(str`Published ${date}, ${age}`) : msg(str`Published ${date}`);
    },
    location: (provider?: string) => (provider ? msg(str`Location, run by ${provider}`) : msg('Location')),
    provider: () => msg('Provider, rated as a whole organisation'),
    profile: (name: string) => msg(str`${name} at ${cqcSite}`),
    attribution: msg('Contains CQC information, Open Government Licence v3.0'),
  };
}
export type MarkWords = ReturnType<typeof markWords>;
