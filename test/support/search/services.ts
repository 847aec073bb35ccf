import type {Service} from '../../../src/contract/service.js';

let made = 0;

/** An invented service; each call makes another id. */
export function service(parts: Partial<Service> & {name: string}): Service {
  made += 1;
  return {id: `1-9${String(made).padStart(9, '0')}`, level: 'location', status: {kind: 'registered'}, ...parts};
}

/** What was found, by name. */
export function names(services: readonly Service[]): string[] {
  return services.map(({name}) => name);
}
