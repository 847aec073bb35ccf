import type {Body, SignpostDirectory, SignpostRoute, SignpostStep} from '../contract/signposts.js';
import type {Situation, SituationWhen} from '../contract/situation.js';
import {completed} from './completed.js';
import {isIn, isThere} from './there.js';
import {monthsAfter} from './months-after.js';

/** One body that can help, why, and until when where that can be worked out. */
export interface Signpost {
  body: Body;
  reason: string;
  /** `YYYY-MM-DD`. */
  by?: string;
}

/**
 * Who can help, best first: the steps of every route that fits, in the
 * directory's order. `today` is `YYYY-MM-DD`; a body that has ended by then is
 * left out, and whoever takes over stands in its place.
 */
export function whoCanHelp(directory: SignpostDirectory, situation: Situation, today: string): Signpost[] {
  const known = completed(situation);
  const fitting = directory.routes.filter((route) => route.when && isIn(route, known.nation) && holds(route.when, known));
  const found = new Map<string, Signpost>();
  for (const {body: id, reason, months} of fitting.flatMap((route) => stepsOf(route, directory.routes, known))) {
    const body = bodyFor(id, directory.bodies, known, today);
    if (!body || found.has(body.id)) continue;
    const by = months !== undefined && known.happened ? monthsAfter(known.happened, months) : undefined;
    found.set(body.id, {body, reason: reason ?? body.does, ...(by !== undefined && {by})});
  }
  return [...found.values()];
}

/** Whether all that the condition names is so. */
export function holds(when: SituationWhen, situation: Situation): boolean {
  return Object.entries(when).every(([key, values]) => !values || (values as string[]).includes(situation[key as keyof Situation] ?? 'unknown'));
}

type BodyStep = Extract<SignpostStep, {body: string}>;

// A directory with a loop is refused where it is read, so this ends.
function stepsOf(route: SignpostRoute, routes: readonly SignpostRoute[], situation: Situation): BodyStep[] {
  return route.steps.flatMap((step) => {
    if (step.when && !holds(step.when, situation)) return [];
    if ('body' in step) return [step];
    return routes.filter(({id}) => id === step.route).flatMap((each) => stepsOf(each, routes, situation));
  });
}

/** The body of the person's own area before the general one, or who has taken over from it. */
function bodyFor(id: string, bodies: readonly Body[], situation: Situation & {nation: string}, today: string): Body | undefined {
  const named = bodies.filter((body) => body.id === id && isIn(body, situation.nation));
  const body = named.find(({area}) => isThere(area, situation.area)) ?? named.find(({area}) => !area);
  if (!body?.until || body.until >= today) return body;
  return body.successor === undefined ? undefined : bodyFor(body.successor, bodies, situation, today);
}
