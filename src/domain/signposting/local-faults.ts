import {pointer, type Fault} from '../../contract/problem.js';
import {Way, type LocalSignposts, type SignpostDirectory} from '../../contract/signposts.js';
import {situationValues} from '../../contract/situation-values.js';
import type {Situation} from '../../contract/situation.js';
import {startsWithEmergency} from './emergency-first.js';
import {repeatedIds, signpostFaults} from './directory-faults.js';
import {matchLocalParts, wayOf, withLocal} from './local-signposts.js';
import {whoCanHelp} from './who-can-help.js';

/**
 * What is wrong with an owner's file that fits its schema: what it confirms is
 * not there, or the directory would not hold together with it. Pointers are into the file.
 */
export function localFaults(directory: SignpostDirectory, local: LocalSignposts): Fault[] {
  const alone = [...repeatedIds({bodies: local.bodies ?? [], routes: local.routes ?? []}), ...confirmationFaults(directory, local)];
  if (alone.length > 0) return alone;
  const whole = withLocal(directory, local);
  const faults = faultsInFile(directory, local, signpostFaults(whole));
  return faults.length > 0 ? faults : dangerFaults(directory, local);
}

function confirmationFaults(directory: SignpostDirectory, local: LocalSignposts): Fault[] {
  const general = new Map(matchLocalParts(directory, local).bodies.filter(({part}) => !part.area).map(({part}) => [part.id, part]));
  return (local.confirm ?? []).flatMap((confirmation, place) => {
    const {body: id, kind, value} = confirmation;
    const at = (key: string) => pointer(['confirm', place, key]);
    const body = general.get(id);
    if (!body) return [{pointer: at('body'), detail: `names "${id}", which is no body here`}];
    if (value !== undefined) {
      const {error} = Way.safeParse(wayOf(confirmation));
      return error ? [{pointer: at('value'), detail: error.issues[0]?.message ?? 'is not what is taken here'}] : [];
    }
    const ways = body.ways.filter((way) => way.kind === kind);
    if (ways.length === 1) return [];
    const found = ways.map((way) => `"${way.value}"`).join(', ');
    return [{pointer: at('value'), detail: ways.length === 0 ? `is missing, and "${id}" has no ${kind} that could be confirmed` : `is missing, and "${id}" has more than one ${kind}: ${found}`}];
  });
}

/** Faults in parts of the owner's own; ours have none, which a test holds. */
function faultsInFile(directory: SignpostDirectory, local: LocalSignposts, faults: readonly Fault[]): Fault[] {
  const whole = matchLocalParts(directory, local);
  return faults.flatMap(({pointer: at, detail}) => {
    const [, list, place, rest = ''] = /^\/(bodies|routes)\/(\d+)(.*)$/.exec(at) ?? [];
    const own = whole[list as 'bodies' | 'routes'][Number(place)]?.own;
    return own === undefined ? [] : [{pointer: `${pointer([list!, own])}${rest}`, detail}];
  });
}

const emergency = '999';
// After every `until`.
const lastDay = '9999-12-31';

/** Whoever is in danger sees 999 first, in every nation and whatever else is known. A file may add to that and not take it away. */
function dangerFaults(directory: SignpostDirectory, local: LocalSignposts): Fault[] {
  const {parts, situations} = partsThatCould(directory, local);
  const lost = (some: LocalSignposts) => {
    const whole = withLocal(directory, some);
    return situations.find((situation) => !startsWithEmergency(whoCanHelp(whole, situation, lastDay)));
  };
  // What only stands after ours cannot come before it, and is not tried.
  const situation = parts.length > 0 ? lost(local) : undefined;
  if (!situation) return [];
  return [{pointer: parts.find(({alone}) => lost(alone))?.at ?? '', detail: `takes 999 from the top of what people see in ${situation.nation}`}];
}

/** The parts of a file that stand in the place of 999 or of a route of ours, each alone, and the situations to try them in. */
function partsThatCould(directory: SignpostDirectory, {bodies = [], confirm = [], routes = []}: LocalSignposts) {
  const ours = new Set(directory.routes.map(({id}) => id));
  const others = bodies.filter(({id}) => id !== emergency);
  const parts: {at: string; alone: LocalSignposts}[] = [
    ...bodies.flatMap((body, place) => (body.id === emergency ? [{at: pointer(['bodies', place]), alone: {bodies: [body]}}] : [])),
    ...confirm.flatMap((each, place) => (each.body === emergency ? [{at: pointer(['confirm', place]), alone: {confirm: [each]}}] : [])),
    ...routes.flatMap((route, place) => (ours.has(route.id) ? [{at: pointer(['routes', place]), alone: {bodies: others, routes: [route]}}] : [])),
  ];
  return {parts, situations: situationsWith(bodies.flatMap(({id, area = []}) => (id === emergency ? area : [])))};
}

/** In every nation: nothing known, and each thing alone. */
function situationsWith(areas: readonly string[]): Situation[] {
  const {nation: nations, ...others} = situationValues;
  const single = Object.entries(others).flatMap(([key, values]) => values.map((value): Situation => ({[key]: value})));
  const inAreas = areas.map((area): Situation => ({area}));
  return nations.flatMap((nation) => [{}, ...single, ...inAreas].map((situation) => ({...situation, nation})));
}
