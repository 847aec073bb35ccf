import {plural} from '../../../locale/plural.js';
import {str, type Words} from '../../../locale/words.js';

/** The words that a question of the kind `service` needs beside its own. */
export function serviceWords({lang, msg}: Words) {
  return {
    one: msg('One service'),
    several: msg('More than one service'),
    area: msg('Care in my area'),
    search: msg('Name, town or postcode of the service'),
    notListed: msg('It is not in the list'),
    inList: msg('Search the list again'),
    name: msg('Name of the service'),
    town: msg('Town'),
    place: msg('Name of the area, for example a town or county'),
    add: msg('Add another service'),
    remove: (name: string) => msg(str`Remove ${name}`),
    find: msg('Search'),
    found: (count: number) => plural(lang, count, {
      zero: msg(str`${count} services found. Use the arrow keys to choose.`, {id: 'services-found-arrows.zero'}),
      one: msg(str`${count} service found. Use the arrow keys to choose.`, {id: 'services-found-arrows.one'}),
      two: msg(str`${count} services found. Use the arrow keys to choose.`, {id: 'services-found-arrows.two'}),
      few: msg(str`${count} services found. Use the arrow keys to choose.`, {id: 'services-found-arrows.few'}),
      many: msg(str`${count} services found. Use the arrow keys to choose.`, {id: 'services-found-arrows.many'}),
      other: msg(str`${count} services found. Use the arrow keys to choose.`, {id: 'services-found-arrows.other'}),
    }),
    pick: msg('Choose the service'),
    noneFound: msg('No service found. You can go on with the name as you wrote it.'),
    cannotSearch: msg('The list cannot be searched now. You can go on with the name as you wrote it.'),
    closed: msg('This service has closed.'),
  };
}
export type ServiceWords = ReturnType<typeof serviceWords>;
