import type {Service} from '../../contract/service.js';

/**
 * What services do together; `undefined` as soon as one is not known. One rule
 * for what is asked and what is taken: nobody is refused for what we do not know.
 */
export function kindsTogether(services: readonly (Service | undefined)[]): string[] | undefined {
  const kinds = services.map((service) => service?.kinds);
  return kinds.some((each) => each === undefined) ? undefined : kinds.flatMap((each) => each ?? []);
}
