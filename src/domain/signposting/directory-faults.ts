import {pointer, type Fault} from '../../contract/problem.js';
import type {Body, SignpostDirectory, SignpostRoute} from '../../contract/signposts.js';
import {circlesOf} from './in-circles.js';
import {isKnownNumber, knownNumbers} from './known-numbers.js';
import {normaliseArea} from './area-match.js';

type Parts = Pick<SignpostDirectory, 'bodies' | 'routes'>;

/**
 * What the schema cannot see in a whole directory: steps that name no body or
 * route, routes that come back to themselves, bodies that succeed each other in
 * a circle, the same id twice, numbers that pass for well known. Pointers are
 * into the directory.
 */
export function signpostFaults(directory: Parts): Fault[] {
  return [...repeatedIds(directory), ...knownFaults(directory.bodies), ...successorFaults(directory.bodies), ...stepFaults(directory)];
}

/** Ids that stand twice; a body's may, where its areas differ. */
export function repeatedIds({bodies, routes}: Parts): Fault[] {
  return [
    ...repeated(bodies, bodyKeys).map((place) => ({pointer: pointer(['bodies', place, 'id']), detail: `is "${bodies[place]!.id}", which stands twice for the same area`})),
    ...repeated(routes, routeKeys).map((place) => ({pointer: pointer(['routes', place, 'id']), detail: `is "${routes[place]!.id}", which stands twice`})),
  ];
}

/** By what a body is told from others: its id, with each of its areas. */
export function bodyKeys({id, area}: Body): string[] {
  return area ? area.map((each) => `${id} ${normaliseArea(each)}`) : [id];
}

/** By what a route is told from others. */
export function routeKeys({id}: SignpostRoute): string[] {
  return [id];
}

function repeated<Part>(parts: readonly Part[], keysOf: (part: Part) => string[]): number[] {
  const before = new Set<string>();
  return parts.flatMap((part, place) => {
    const keys = keysOf(part);
    const stands = keys.some((key) => before.has(key));
    for (const key of keys) before.add(key);
    return stands ? [place] : [];
  });
}

function knownFaults(bodies: readonly Body[]): Fault[] {
  return bodies.flatMap(({ways}, b) =>
    ways.flatMap((way, w) => (way.known && !isKnownNumber(way) ? [{pointer: pointer(['bodies', b, 'ways', w, 'known']), detail: `is only for the numbers that everybody knows: ${knownNumbers}`}] : [])),
  );
}

function successorFaults(bodies: readonly Body[]): Fault[] {
  const ids = new Set(bodies.map(({id}) => id));
  const inCircle = circlesOf(arrows(bodies.map(({id, successor}) => ({id, to: successor === undefined ? [] : [successor]}))));
  return bodies.flatMap(({id, successor}, place) => {
    const at = pointer(['bodies', place, 'successor']);
    if (successor === undefined) return [];
    if (!ids.has(successor)) return [{pointer: at, detail: `names "${successor}", which is no body here`}];
    return inCircle(id, successor) ? [{pointer: at, detail: `is "${successor}", which comes back to "${id}": nobody would be left when they have ended`}] : [];
  });
}

function stepFaults({bodies, routes}: Parts): Fault[] {
  const bodyIds = new Set(bodies.map(({id}) => id));
  const routeIds = new Set(routes.map(({id}) => id));
  const inCircle = circlesOf(arrows(routes.map(({id, steps}) => ({id, to: steps.flatMap((step) => ('route' in step ? [step.route] : []))}))));
  return routes.flatMap(({id, steps}, r) =>
    steps.flatMap((step, s) => {
      const at = (key: string) => pointer(['routes', r, 'steps', s, key]);
      if ('body' in step) return bodyIds.has(step.body) ? [] : [{pointer: at('body'), detail: `names "${step.body}", which is no body here`}];
      if (!routeIds.has(step.route)) return [{pointer: at('route'), detail: `names "${step.route}", which is no route here`}];
      return inCircle(id, step.route) ? [{pointer: at('route'), detail: `is "${step.route}", which comes back to "${id}"`}] : [];
    }),
  );
}

function arrows(parts: readonly {id: string; to: readonly string[]}[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const {id, to} of parts) {
    const before = found.get(id);
    if (before) before.push(...to);
    else found.set(id, [...to]);
  }
  return found;
}
