import {holderPlaces, type Index} from './search-index.js';
import {costs, type Candidate} from './candidates.js';

/** How well each service of an index fits what was typed, one typed word after another; a service's place in `Index.services` is its place here. */
export interface ServiceScores {
  /** Typed words so far, and what missing all of them would cost. */
  words: number;
  telling: number;
  missingAll: number;
  /** What each service saves of that, and its points among those that cost the same. */
  saved: Uint16Array;
  points: Float32Array;
  /** The typed words that stand in its name; those anywhere, little words left out. */
  inName: Uint8Array;
  tellingWords: Uint8Array;
  /** The last typed word that was counted in its name. */
  named: Uint8Array;
  /** The last typed word that was counted, and its points. */
  counted: Uint8Array;
  pointsOfCounted: Float32Array;
}

export function emptyScores({services: {length}}: Index): ServiceScores {
  return {
    words: 0, telling: 0, missingAll: 0,
    saved: new Uint16Array(length), points: new Float32Array(length), inName: new Uint8Array(length), named: new Uint8Array(length),
    tellingWords: new Uint8Array(length), counted: new Uint8Array(length), pointsOfCounted: new Float32Array(length),
  };
}

// A name says best which service is meant; what kind it is, many others say too.
const weights: readonly [place: number, weight: number][] = [
  [holderPlaces.nameStart, 5], [holderPlaces.name, 4], [holderPlaces.postcode, 4], [holderPlaces.town, 3], [holderPlaces.provider, 1.5], [holderPlaces.kind, 1],
];
const weightOf = Float32Array.from({length: 64}, (_, bits) => weights.find(([place]) => (bits & place) !== 0)?.[1] ?? 0);

/** Counts one typed word. A little word (`the`) saves little and, without others, finds nothing. */
export function scoreWord(index: Index, scores: ServiceScores, candidates: readonly Candidate[], little: boolean): void {
  const missing = little ? costs.missingLittle : costs.missing;
  scores.words += 1;
  scores.telling += little ? 0 : 1;
  scores.missingAll += missing;
  const rarity = rarityOf(index, candidates);
  for (const {word, cost} of candidates) {
    // A little word with a slip in it is no better than none.
    if (cost >= missing) continue;
    for (let place = index.from[word]!; place < index.from[word + 1]!; place += 1) {
      const service = index.holders[place]!;
      const bits = index.holderPlaces[place]!;
      count(scores, service, missing - cost, (rarity * weightOf[bits]!) / (1 + cost), little, bits);
    }
  }
}

function count(scores: ServiceScores, service: number, saved: number, points: number, little: boolean, bits: number): void {
  // Another reading of the word may have been counted first: `h` is the home of a care home, and the House of its name.
  if ((bits & holderPlaces.name) !== 0 && scores.named[service] !== scores.words) {
    scores.named[service] = scores.words;
    scores.inName[service]! += 1;
  }
  if (scores.counted[service] !== scores.words) {
    scores.counted[service] = scores.words;
    scores.saved[service]! += saved;
    scores.tellingWords[service]! += little ? 0 : 1;
    scores.points[service]! += points;
    scores.pointsOfCounted[service] = points;
  } else if (points > scores.pointsOfCounted[service]!) {
    scores.points[service]! += points - scores.pointsOfCounted[service]!;
    scores.pointsOfCounted[service] = points;
  }
}

/** The fewer services the nearest candidates stand in, the more a word tells. */
function rarityOf(index: Index, candidates: readonly Candidate[]): number {
  let holders = 0;
  for (const {word, cost} of candidates) {
    if (cost > candidates[0]!.cost) break;
    holders += index.from[word + 1]! - index.from[word]!;
  }
  return Math.log(1 + index.services.length / Math.max(1, holders));
}
