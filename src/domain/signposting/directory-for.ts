import type {Body, SignpostDirectory, SignpostRoute} from '../../contract/signposts.js';
import type {Nation} from '../../contract/situation-values.js';
import {matchesNation, matchesArea} from './area-match.js';

/**
 * What of a directory is for one nation and one area, and holds together by
 * itself. Without an area the bodies of all areas stay, so that whoever asked
 * can tell areas apart without telling us which. An area that nobody knows
 * leaves the general bodies.
 */
export function directoryFor(directory: SignpostDirectory, {nation, area}: {nation?: Nation | undefined; area?: string | undefined}): SignpostDirectory {
  const here = directory.bodies.filter((body) => nation === undefined || matchesNation(body, nation));
  const bodies = area === undefined ? here : forArea(here, area);
  const routes = directory.routes.filter((route) => nation === undefined || matchesNation(route, nation));
  return {language: directory.language, bodies: withoutLostSuccessors(bodies), routes: wholeRoutes(routes, new Set(bodies.map(({id}) => id)))};
}

/** The area's own bodies first, and the general ones that they do not stand for. */
function forArea(bodies: readonly Body[], area: string): Body[] {
  const local = bodies.filter((body) => matchesArea(body.area, area));
  const standsFor = (general: Body) => local.some(({id, nation}) => id === general.id && (nation === undefined || nation === general.nation));
  return [...local, ...bodies.filter((body) => !body.area && !standsFor(body))];
}

function withoutLostSuccessors(bodies: readonly Body[]): Body[] {
  const ids = new Set(bodies.map(({id}) => id));
  return bodies.map((body) => {
    const {successor, ...rest} = body;
    return successor === undefined || ids.has(successor) ? body : rest;
  });
}

/** Routes without the steps that lead nowhere now, and without those that lead to nobody at all. */
function wholeRoutes(routes: readonly SignpostRoute[], bodies: ReadonlySet<string>): SignpostRoute[] {
  const leading = leadingToSomebody(routes, bodies);
  return routes
    .filter(({id}) => leading.has(id))
    .map((route) => ({...route, steps: route.steps.filter((step) => ('body' in step ? bodies.has(step.body) : leading.has(step.route)))}));
}

function leadingToSomebody(routes: readonly SignpostRoute[], bodies: ReadonlySet<string>): Set<string> {
  const before = new Map<string, string[]>(routes.map(({id}) => [id, []]));
  for (const {id, steps} of routes) for (const step of steps) if ('route' in step) before.get(step.route)?.push(id);
  const leading = new Set<string>();
  const waiting = routes.filter(({steps}) => steps.some((step) => 'body' in step && bodies.has(step.body))).map(({id}) => id);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (leading.has(id)) continue;
    leading.add(id);
    waiting.push(...(before.get(id) ?? []));
  }
  return leading;
}
