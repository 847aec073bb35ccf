import type {Service} from '../../contract/service.js';
import type {About} from '../../contract/submission.js';
import {namedService} from './pages/service-naming.js';
import type {FoundServices} from './pages/service-control.js';
import type {FormLink} from './pages/plain-form-session.js';
import type {Directory} from '../dependencies.js';
import {kindsTogether} from '../../domain/questionnaire/kinds-together.js';

const mostMatches = 10;

/** Looks services up by id; the directory for pages, the store where it must be as the inbox sees it. */
export type LookUp = (id: string) => Promise<Service | undefined>;

/** What the services of `about` do, as far as `lookUp` knows them all. */
export async function kindsOf(about: About | undefined, lookUp: LookUp): Promise<readonly string[] | undefined> {
  const named = about && 'services' in about ? about.services : [];
  return kindsTogether(await Promise.all(named.map(async ({id}) => (id === undefined ? undefined : lookUp(id)))));
}

/** The directory's record, or nothing when it has none or cannot be asked: a page never fails for it. */
export function lookUpIn(directory: Directory): LookUp {
  return (id) => directory.service(id).catch(() => undefined);
}

/** The services that match what somebody typed. */
export async function searchServices(query: string, directory: Directory): Promise<FoundServices> {
  return directory.search(query, mostMatches).catch(() => 'unavailable' as const);
}

/** What the link says it is about. `unknown` names a service that is in no list. */
export type LinkedService = {about?: About; service?: Service; unknown?: true};

/** What a link's service, place or topic stands for. */
export async function linkedServiceOf({service, place, topic}: FormLink, directory: Directory): Promise<LinkedService> {
  if (service !== undefined) {
    const known = await lookUpIn(directory)(service);
    return known ? {about: {kind: 'service', services: [namedService(known)]}, service: known} : {unknown: true};
  }
  if (place !== undefined) return {about: {kind: 'place', place: {name: place}}};
  return topic === undefined ? {} : {about: {kind: 'topic', topic}};
}
