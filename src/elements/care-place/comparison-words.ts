import {str, type Words} from '../../locale/words.js';

/** What people compare services with, in one language. */
export function comparisonWords({msg}: Words) {
  return {
    coming: msg('The list of services is on its way.'),
    failed: msg('The list of services has not come.'),
    again: msg('Try again'),
    find: msg('Find a service by its name or town'),
    choose: msg('Choose up to four'),
    found: (count: number) => (count === 1 ? msg('1 service found.') : msg(str`${count} services found.`)),
    firstOf: (shown: number, count: number) => msg(str`${count} services found. The first ${shown} are listed.`),
    full: msg('You have chosen four. Take one out to choose another.'),
    chosen: msg('The services that you compare'),
    service: msg('Service'),
    overall: msg('Overall'),
    takeOut: (name: string) => msg(str`Take out ${name}`),
  };
}
export type ComparisonWords = ReturnType<typeof comparisonWords>;
