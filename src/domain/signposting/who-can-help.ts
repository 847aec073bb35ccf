import type {Body, SignpostDirectory, SignpostRoute, SignpostStep} from '../../contract/signposts.js';
import type {Situation, SituationWhen} from '../../contract/situation.js';
import {completeSituation} from './completed-situation.js';
import {matchesNation, matchesArea} from './area-match.js';
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
  const known = completeSituation(situation);
  const fitting = directory.routes.filter((route) => route.when && matchesNation(route, known.nation) && holds(route.when, known));
  const found = new Map<string, Signpost>();
  for (const {body: id, reason, months} of stepsOf(fitting, directory.routes, known)) {
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

// Each route is gone through once: what it adds stands already the second time.
// So this ends, and soon, for a directory with a loop too, which an endpoint
// refuses to serve and a browser may be given all the same.
function stepsOf(fitting: readonly SignpostRoute[], routes: readonly SignpostRoute[], situation: Situation & {nation: string}): BodyStep[] {
  const steps: BodyStep[] = [];
  const taken = new Set<SignpostRoute>();
  const ahead: (SignpostRoute | SignpostStep)[] = [...fitting].reverse();
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    if ('steps' in next) {
      if (!taken.has(next)) ahead.push(...[...next.steps].reverse());
      taken.add(next);
    } else if (next.when && !holds(next.when, situation)) {
      continue;
    } else if ('body' in next) {
      steps.push(next);
    } else {
      const {route} = next;
      ahead.push(...routes.filter((each) => each.id === route && matchesNation(each, situation.nation)).reverse());
    }
  }
  return steps;
}

/** The body of the person's own area before the general one, or who has taken over from it. */
function bodyFor(id: string, bodies: readonly Body[], situation: Situation & {nation: string}, today: string, before: readonly string[] = []): Body | undefined {
  const named = bodies.filter((body) => body.id === id && matchesNation(body, situation.nation));
  const body = named.find(({area}) => matchesArea(area, situation.area)) ?? named.find(({area}) => !area);
  if (!body?.until || body.until >= today) return body;
  // Bodies that succeed each other in a circle have all ended.
  if (body.successor === undefined || before.includes(id)) return undefined;
  return bodyFor(body.successor, bodies, situation, today, [...before, id]);
}
