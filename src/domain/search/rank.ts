import type {Service} from '../../contract/service.js';
import type {Index} from './search-index.js';
import type {ServiceScores} from './score.js';

/** How much worse than the best result another may be: a slip, or an unfinished word. */
const toleratedCost = 2;

/** The services that a tally puts first, as positions in `index.services`; `typed` are the words that were tallied. */
export function rankByScore(index: Index, scores: ServiceScores, {typed, limit}: {typed: string; limit: number}): number[] {
  const cost = (service: number) => scores.missingAll - scores.saved[service]!;
  const fits = (service: number) => scores.tellingWords[service]! > 0 && 2 * scores.tellingWords[service]! >= scores.telling;
  let dearest = Infinity;
  for (let service = 0; service < index.services.length; service += 1) {
    if (fits(service)) dearest = Math.min(dearest, cost(service) + toleratedCost);
  }

  // A name of which every word was typed is nearer than one that has more to say.
  const points = (service: number) => scores.points[service]! * (1 + scores.inName[service]! / Math.max(1, index.nameLengths[service]!));
  // Of one word alone the points say as much.
  const begins = (service: number) => Number(scores.words > 1 && index.names[service]!.startsWith(typed));
  const compare = (one: number, other: number) => cost(one) - cost(other) || index.registered[other]! - index.registered[one]!
    || begins(other) - begins(one) || points(other) - points(one) || inOrder(index.services[one]!, index.services[other]!);

  const best = new Shortlist(limit, compare);
  for (let service = 0; service < index.services.length; service += 1) {
    if (fits(service) && cost(service) <= dearest) best.offer(service);
  }
  return best.chosen;
}

/** The services that a code stands for: those whose own it is, then those of the provider whose it is. */
export function rankByCode(index: Index, code: string, limit: number): number[] {
  const isOwn = ({id, odsCode}: Service) => Number(id.toLowerCase() === code || odsCode?.toLowerCase() === code);
  const compare = (one: number, other: number) => isOwn(index.services[other]!) - isOwn(index.services[one]!)
    || index.registered[other]! - index.registered[one]! || inOrder(index.services[one]!, index.services[other]!);
  return [...(index.byCode.get(code) ?? [])].sort(compare).slice(0, limit);
}

/** What stands first when nothing else tells two services apart. */
function inOrder(one: Service, other: Service): number {
  return Number(one.level === 'provider') - Number(other.level === 'provider') || alphabetically(one.name, other.name) || alphabetically(one.id, other.id);
}

function alphabetically(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** Keeps the best few of many without sorting the many. */
class Shortlist {
  readonly chosen: number[] = [];
  readonly #limit: number;
  readonly #compare: (one: number, other: number) => number;

  constructor(limit: number, compare: (one: number, other: number) => number) {
    this.#limit = limit;
    this.#compare = compare;
  }

  offer(service: number): void {
    let place = this.chosen.length;
    if (place >= this.#limit && this.#worseThanLast(service)) return;
    while (place > 0 && this.#compare(service, this.chosen[place - 1]!) < 0) place -= 1;
    this.chosen.splice(place, 0, service);
    if (this.chosen.length > this.#limit) this.chosen.pop();
  }

  #worseThanLast(service: number): boolean {
    const last = this.chosen.at(-1);
    return last === undefined || this.#compare(service, last) >= 0;
  }
}
