import type {Service} from '../../../contract/service.js';
import type {About, NamedService} from '../../../contract/submission.js';
import {isWritten} from '../../../contract/characters.js';
import {oneLineIn, type Fields} from './read-page-fields.js';
import {notListed, type FoundServices} from './service-control.js';
import type {Naming, ServiceNaming} from './plain-form-session.js';

/** Nothing named yet; most people tell about one service. */
export const nothingNamed: ServiceNaming = {kind: 'service', chosen: [], query: '', name: '', town: '', place: ''};

/** What somebody wrote on the page that asks which service; the services chosen before stay. */
export function namingFrom(id: string, fields: Fields, before: ServiceNaming): ServiceNaming {
  const text = (part: string) => oneLineIn(fields, `${id}-${part}`) ?? '';
  const kinds: readonly Naming[] = ['service', 'pathway', 'place'];
  return {
    kind: kinds.find((kind) => kind === fields.one(`${id}-kind`)) ?? before.kind,
    chosen: before.chosen,
    query: text('query'),
    searched: before.searched,
    pick: fields.one(`${id}-pick`),
    name: text('name'),
    town: text('town'),
    place: text('place'),
  };
}

/** Whether the words in the search field have not been searched for. */
export function needsSearch({kind, query, searched}: ServiceNaming): boolean {
  return kind !== 'place' && isWritten(query) && query !== searched;
}

/** With a search for the words in its field; what was picked from the one before is let go. */
export function searching(naming: ServiceNaming): ServiceNaming {
  return {...naming, searched: naming.query, pick: undefined, name: naming.name || naming.query};
}

/**
 * The service that the fields name now: the chosen match, or a name as written
 * where the list has none. `undefined` while they name none.
 */
export function namedNow(naming: ServiceNaming, found: FoundServices | undefined): NamedService | undefined {
  if (found === undefined) return undefined;
  const isByName = found === 'unavailable' || found.length === 0 || naming.pick === notListed;
  if (isByName) return isWritten(naming.name) ? {name: naming.name, ...(isWritten(naming.town) && {town: naming.town})} : undefined;
  const match = found.find(({id}) => id === naming.pick);
  return match && namedService(match);
}

/** A service of the directory as a submission names it. */
export function namedService({id, name, town}: Service): NamedService {
  return {id, name, ...(town !== undefined && {town})};
}

/** The pathway so far with one service more, and the fields empty for the next. */
export function adding(naming: ServiceNaming, named: NamedService): ServiceNaming {
  return {...nothingNamed, kind: 'pathway', chosen: [...naming.chosen, named]};
}

/** The pathway without the service at `position`. */
export function removing(naming: ServiceNaming, position: number): ServiceNaming {
  return {...naming, chosen: naming.chosen.filter((_, each) => each !== position)};
}

/** The answer that the page makes; the checks say what it lacks. */
export function aboutFrom(naming: ServiceNaming, named: NamedService | undefined): About {
  if (naming.kind === 'place') return {kind: 'place', place: {name: naming.place.trim()}};
  if (naming.kind === 'service') return {kind: 'service', services: named ? [named] : []};
  return {kind: 'pathway', services: [...naming.chosen, ...(named ? [named] : [])]};
}
