import type {PlaceRatings} from '../../contract/place.js';
import {dayInWords} from '../../locale/day-in-words.js';
import {plural} from '../../locale/plural.js';
import {str, type Words} from '../../locale/words.js';
import {cqcSite, markWords} from '../shared/rating-mark/mark-words.js';

export type Kind = PlaceRatings['kinds'][number]['kind'];

/** What an area's ratings are told with, in one language. */
export function placeWords(words: Words) {
  const {msg, lang} = words;
  return {
    ...markWords(words),
    title: (place: string) => msg(str`Ratings of care services in ${place}`),
    services: (count: number) => plural(lang, count, {
      zero: msg(str`${count} services are counted here. The ratings are from the Care Quality Commission (CQC). A service of two kinds counts in both.`, {id: 'services-counted.zero'}),
      one: msg(str`${count} service is counted here. The rating is from the Care Quality Commission (CQC).`, {id: 'services-counted.one'}),
      two: msg(str`${count} services are counted here. The ratings are from the Care Quality Commission (CQC). A service of two kinds counts in both.`, {id: 'services-counted.two'}),
      few: msg(str`${count} services are counted here. The ratings are from the Care Quality Commission (CQC). A service of two kinds counts in both.`, {id: 'services-counted.few'}),
      many: msg(str`${count} services are counted here. The ratings are from the Care Quality Commission (CQC). A service of two kinds counts in both.`, {id: 'services-counted.many'}),
      other: msg(str`${count} services are counted here. The ratings are from the Care Quality Commission (CQC). A service of two kinds counts in both.`, {id: 'services-counted.other'}),
    }),
    kind: msg('Kind of service'),
    allKinds: msg('All kinds'),
    ofKind: (name: string, count: number) => msg(str`${name}: ${count}`),
    kinds: kindWords(words),
    whole: (name: string) => msg(str`${name}, overall rating`),
    byQuestion: (name: string) => msg(str`${name}, question by question`),
    rating: msg('Rating'),
    count: msg('Services'),
    notRated: msg('Not rated'),
    ages: msg('How old the overall ratings are'),
    age: msg('Age'),
    'under-1': msg('Under 1 year'),
    '1-to-3': msg('1 to 3 years'),
    '3-to-5': msg('3 to 5 years'),
    '5-or-more': msg('5 years or more'),
    unknown: msg('Not known'),
    changed: msg('Changed in the last year'),
    now: msg('Now'),
    before: msg('Before'),
    compare: msg('Compare services'),
    checked: (day: string) => msg(str`Checked ${dayInWords(day, lang)}. See ${cqcSite} for the latest.`),
    site: msg(str`Find services at ${cqcSite}`),
  };
}
export type PlaceWords = ReturnType<typeof placeWords>;

function kindWords({msg}: Words): Record<Kind, string> {
  return {
    gp: msg('GP practices'),
    dentist: msg('Dentists'),
    pharmacy: msg('Pharmacies'),
    optician: msg('Opticians'),
    hospital: msg('Hospitals'),
    ambulance: msg('Ambulance services'),
    'mental-health': msg('Mental health services'),
    community: msg('Community health services'),
    'care-home': msg('Care homes'),
    'home-care': msg('Care at home'),
    prison: msg('Health care in prisons'),
    specialised: msg('Specialised services'),
    other: msg('Other services'),
  };
}
