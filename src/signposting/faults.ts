import type {Fault} from '../contract/problem.js';
import type {SignpostDirectory} from '../contract/signposts.js';

/**
 * What the schema cannot see in a whole directory: steps that name no body or
 * route, routes that come back to themselves, bodies that succeed each other in
 * a circle, the same id twice. Pointers are into the directory.
 */
export function signpostFaults(_directory: SignpostDirectory): Fault[] {
  return [];
}
