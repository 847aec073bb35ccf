import type {Body, LocalSignposts, SignpostDirectory, SignpostRoute, Way} from '../../contract/signposts.js';
import {bodyKeys, routeKeys} from './directory-faults.js';

/** That a person has checked one way. */
export type Confirmation = NonNullable<LocalSignposts['confirm']>[number];

/** A part of the whole, with its place in the owner's file where it comes from there. */
export interface MatchedPart<Part> {
  part: Part;
  own?: number;
}

/**
 * The directory with what an owner wrote beside it: their bodies and routes in
 * the place of ours of the same id (and area), or after ours; then what they confirm.
 * `local` has no faults, see `localFaults`.
 */
export function withLocal(directory: SignpostDirectory, local: LocalSignposts): SignpostDirectory {
  const {bodies, routes} = matchLocalParts(directory, local);
  const confirmed = confirmationsByBody(local.confirm ?? []);
  return {
    language: directory.language,
    bodies: bodies.map(({part}) => withConfirmed(part, confirmed.get(part.id) ?? [])),
    routes: routes.map(({part}) => part),
  };
}

/** Bodies and routes of both, each with where it comes from, in the order of the whole. */
export function matchLocalParts(directory: SignpostDirectory, {bodies, routes}: LocalSignposts): {bodies: MatchedPart<Body>[]; routes: MatchedPart<SignpostRoute>[]} {
  return {bodies: together(directory.bodies, bodies, bodyKeys), routes: together(directory.routes, routes, routeKeys)};
}

function together<Part>(ours: readonly Part[], own: readonly Part[] = [], keysOf: (part: Part) => string[]): MatchedPart<Part>[] {
  const whole: MatchedPart<Part>[] = ours.map((part) => ({part}));
  const places = new Map(ours.flatMap((part, place) => keysOf(part).map((key) => [key, place])));
  own.forEach((part, index) => {
    const place = keysOf(part).map((key) => places.get(key)).find((found) => found !== undefined);
    whole[place ?? whole.length] = {part, own: index};
  });
  return whole;
}

function confirmationsByBody(confirm: readonly Confirmation[]): Map<string, Confirmation[]> {
  const found = new Map<string, Confirmation[]>();
  for (const each of confirm) {
    const before = found.get(each.body);
    if (before) before.push(each);
    else found.set(each.body, [each]);
  }
  return found;
}

/** A body of one area alone is whole in its owner's file; there is nothing to confirm beside it. */
function withConfirmed(body: Body, confirmations: readonly Confirmation[]): Body {
  if (body.area || confirmations.length === 0) return body;
  const kinds = [...new Set(confirmations.map(({kind}) => kind))];
  return {...body, ways: kinds.reduce((ways, kind) => withKindConfirmed(ways, confirmations.filter((each) => each.kind === kind)), body.ways)};
}

/** `confirmations` are all of one kind. */
function withKindConfirmed(ways: readonly Way[], confirmations: readonly Confirmation[]): Way[] {
  const kind = confirmations[0]?.kind;
  const others = ways.filter((way) => way.kind !== kind);
  const ours = ways.filter((way) => way.kind === kind).map((way) => ({way, by: confirmations.find((each) => confirms(each, way))}));
  const added = confirmations.filter(({value}) => value !== undefined && !ours.some(({way}) => sameValue(way.value, value))).map(wayOf);
  // Somebody who checked and found another value has found ours to be wrong.
  const kept = ours.filter(({by}) => by !== undefined || added.length === 0);
  return [...others, ...kept.map(({way, by}) => (by ? {...way, checked: by.checked, source: by.source} : way)), ...added];
}

function confirms({kind, value}: Confirmation, way: Way): boolean {
  return way.kind === kind && (value === undefined || sameValue(way.value, value));
}

/** A way that is only in the owner's file. Its value fits its kind where the file has no faults. */
export function wayOf({kind, value = '', checked, source}: Confirmation): Way {
  return {kind, value, checked, source};
}

/** A number is the same however it is spaced. */
function sameValue(one: string, other: string): boolean {
  return one.replaceAll(' ', '') === other.replaceAll(' ', '');
}
