import type {Body, SignpostDirectory, SignpostRoute, SignpostStep} from '../../../src/contract/signposts.js';

/** A body that nobody has checked and that cannot be reached. */
export function body(id: string, more: Partial<Body> = {}): Body {
  return {id, name: `The ${id}`, does: `${id} helps.`, ways: [], checked: null, ...more};
}

/** A route that is always taken. A name with a colon, `route:more`, leads to a route; any other to a body. */
export function route(id: string, to: readonly string[], more: Partial<SignpostRoute> = {}): SignpostRoute {
  return {id, when: {}, steps: to.map((each): SignpostStep => (each.startsWith('route:') ? {route: each.slice('route:'.length)} : {body: each})), ...more};
}

export function directory(bodies: Body[], routes: SignpostRoute[] = []): SignpostDirectory {
  return {language: 'en', bodies, routes};
}

export const places = (faults: readonly {pointer: string}[]): string[] => faults.map(({pointer}) => pointer);
export const ids = (parts: readonly {id: string}[]): string[] => parts.map(({id}) => id);
