import {plural} from '../../locale/plural.js';
import {str, type Words} from '../../locale/words.js';

/** What people compare services with, in one language. */
export function comparisonWords({lang, msg}: Words) {
  return {
    coming: msg('The list of services is on its way.'),
    failed: msg('The list of services has not come.'),
    again: msg('Try again'),
    find: msg('Find a service by its name or town'),
    choose: msg('Choose up to four'),
    found: (count: number) => plural(lang, count, {
      zero: msg(str`${count} services found.`, {id: 'services-found.zero'}),
      one: msg(str`${count} service found.`, {id: 'services-found.one'}),
      two: msg(str`${count} services found.`, {id: 'services-found.two'}),
      few: msg(str`${count} services found.`, {id: 'services-found.few'}),
      many: msg(str`${count} services found.`, {id: 'services-found.many'}),
      other: msg(str`${count} services found.`, {id: 'services-found.other'}),
    }),
    firstOf: (shown: number, count: number) => plural(lang, count, {
      zero: msg(str`${count} services found. The first ${shown} are listed.`, {id: 'services-found-first.zero'}),
      one: msg(str`${count} service found. The first ${shown} are listed.`, {id: 'services-found-first.one'}),
      two: msg(str`${count} services found. The first ${shown} are listed.`, {id: 'services-found-first.two'}),
      few: msg(str`${count} services found. The first ${shown} are listed.`, {id: 'services-found-first.few'}),
      many: msg(str`${count} services found. The first ${shown} are listed.`, {id: 'services-found-first.many'}),
      other: msg(str`${count} services found. The first ${shown} are listed.`, {id: 'services-found-first.other'}),
    }),
    full: msg('You have chosen four. Take one out to choose another.'),
    chosen: msg('The services that you compare'),
    service: msg('Service'),
    overall: msg('Overall'),
    takeOut: (name: string) => msg(str`Take out ${name}`),
  };
}
export type ComparisonWords = ReturnType<typeof comparisonWords>;
