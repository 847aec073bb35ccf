import type {Service} from '../../contract/service.js';
import {compactPostcode, wordsIn} from '../../contract/words-in.js';

/**
 * Those of `services` whose id, postcode or name, alone or with its town or postcode, is exactly what somebody typed,
 * as search compares words. A provider and its place may have one name; feedback is about the place.
 */
export function namedExactly(typed: string, services: readonly Service[]): readonly Service[] {
  const words = wordsIn(typed).join('');
  if (words === '') return [];
  const code = typed.replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, '').toLowerCase();
  const exact = services.filter(({id, odsCode, name, town = '', postcode = ''}) => {
    const names = [[name], [name, town], [name, postcode], [name, town, postcode]].map((parts) => wordsIn(parts.join(' ')).join(''));
    return [id, odsCode].some((each) => each?.toLowerCase() === code) || compactPostcode(postcode) === words || names.includes(words);
  });
  const places = exact.filter(({level}) => level === 'location');
  return places.length > 0 ? places : exact;
}

/** What tells a service from others of a list with the same name, town and postcode, such as two registrations of one home: its provider, or where that tells nothing its id. `undefined` where there are no such others. */
export function tellingApart(service: Service, among: readonly Service[]): string | undefined {
  const where = ({name, town = '', postcode = ''}: Service) => [wordsIn(name).join(' '), wordsIn(town).join(' '), compactPostcode(postcode)].join('\n');
  const alike = among.filter((other) => other.id !== service.id && where(other) === where(service));
  if (alike.length === 0) return undefined;
  const provider = service.provider?.name;
  return provider === undefined || alike.some((other) => other.provider?.name === provider) ? service.id : provider;
}
