import type {Environment} from './variable-types.js';

/**
 * What to tell of variables that were probably meant to be one of the endpoint's: a line for each, without
 * what is in it. One that is like none may be somebody else's, and is passed over.
 */
export function unknownVariables(environment: Environment, known: readonly string[]): string[] {
  const unknown = Object.keys(environment).filter((name) => name.startsWith('CARE_') && !known.includes(name) && environment[name]?.trim());
  return unknown.sort().flatMap((name) => {
    const nearest = nearestOf(name, known);
    return nearest === undefined ? [] : [`${name} is set, and the endpoint has no such variable. Did you mean ${nearest}?`];
  });
}

/** The one with the fewest letters left out, added or changed: two, or in longer ones two in five. */
function nearestOf(name: string, known: readonly string[]): string | undefined {
  const bare = (each: string) => each.replace(/^CARE_/, '').replaceAll('_', '');
  const near = known.map((each) => ({each, slips: slipsBetween(bare(name), bare(each))})).filter(({each, slips}) => slips <= Math.max(2, bare(each).length * 0.4));
  return near.sort((one, other) => one.slips - other.slips)[0]?.each;
}

/** How many letters were left out, added or changed. */
function slipsBetween(one: string, other: string): number {
  let above = [...Array(other.length + 1).keys()];
  for (const [row, letter] of [...one].entries()) {
    const current = [row + 1];
    for (const [column, otherLetter] of [...other].entries()) current.push(Math.min(above[column + 1]! + 1, current[column]! + 1, above[column]! + (letter === otherLetter ? 0 : 1)));
    above = current;
  }
  return above[other.length]!;
}
