import type {Scope} from '../access/access.js';
import type {Report} from '../../domain/concerns/concern-level.js';
import type {Dependencies} from '../dependencies.js';
import {everyIdOf} from '../access/service-ids.js';

const day = 24 * 60 * 60 * 1000;

/** The moment at which the last so many days began. */
export function beginningOf(days: number, {clock}: Pick<Dependencies, 'clock'>): string {
  return new Date(clock().getTime() - days * day).toISOString();
}

/** What was told of a service since then under any id of any of its registrations, within the limits; `services` are these ids. */
export async function reportsAbout({id, service}: {id: string; service: Parameters<typeof everyIdOf>[1]}, {since, scope}: {since: string; scope: Scope}, dependencies: Pick<Dependencies, 'store' | 'directory'>): Promise<{services: string[]; reports: Report[]}> {
  const services = await everyIdOf(id, service, dependencies);
  return {services, reports: await dependencies.store.reports({services, since, scope})};
}
