import type {Service} from '../../contract/service.js';
import {compactPostcode, wordsIn} from '../../contract/words-in.js';
import {otherSpelling, partsOfPostcode} from './fold.js';
import {Gatherer, type WordTable} from './gather.js';
import {kindWords} from './kind-words.js';
import {Registrations} from './registrations.js';

/** Where a word stands in a service: bits, because one word may stand in several places. */
export const holderPlaces = {nameStart: 1, name: 2, town: 4, postcode: 8, provider: 16, kind: 32} as const;

/**
 * The directory, ready for searching. Never changed after `buildIndex` has made it.
 *
 * `words` is sorted. The word at `w` stands in `services[holders[i]]`, in the
 * places `holderPlaces[i]`, for `i` from `from[w]` to before `from[w + 1]`.
 */
export interface Index extends WordTable {
  services: readonly Service[];
  /** The words of each service's name, with spaces between. */
  names: readonly string[];
  /** How many words each service's name has. */
  nameLengths: Uint8Array;
  /** 1 for a service that is registered. */
  registered: Uint8Array;
  /** Services by what somebody may copy from a letter, in lower case: id, ODS code, the provider's id. */
  byCode: ReadonlyMap<string, readonly number[]>;
  /** By its id and its ODS code in lower case, each service that has several registrations, with all of these. */
  registrations: ReadonlyMap<string, readonly Service[]>;
}

const servicesAtATime = 200;

/** The index of these services, in one go. */
export function buildIndex(services: readonly Service[]): Index {
  const steps = indexInSteps(services);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in short steps, for a caller that has answers to give in between. */
export function* indexInSteps(services: readonly Service[]): Generator<void, Index> {
  const gatherer = new Gatherer();
  const names: string[] = [];
  const nameLengths = new Uint8Array(services.length);
  const registered = new Uint8Array(services.length);
  const byCode = new Map<string, number[]>();
  const registrations = new Registrations<{service: Service}>();
  const providerNames = namesOfProviders(services);
  const wordsOnce = remembering(wordsIn);
  yield;

  for (const [position, service] of services.entries()) {
    const name = wordsIn(service.name);
    const provider = wordsOnce(service.provider?.name ?? providerNames.get(service.provider?.id ?? '') ?? '');
    gatherer.add(placedWords(service, {name, provider, town: wordsOnce(service.town ?? '')}), position);
    names.push(name.join(' '));
    nameLengths[position] = Math.min(name.length, 255);
    registered[position] = service.status.kind === 'registered' ? 1 : 0;
    for (const code of codesOf(service)) putUnder(byCode, code, position);
    registrations.add({service}, name);
    if (position % servicesAtATime === 0) yield;
  }
  return {...(yield* gatherer.table()), services, names, nameLengths, registered, byCode, registrations: byIdOf(registrations)};
}

function namesOfProviders(services: readonly Service[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const {level, id, name} of services) if (level === 'provider') names.set(id, name);
  return names;
}

function putUnder(byCode: Map<string, number[]>, code: string, position: number): void {
  const others = byCode.get(code);
  if (others) others.push(position);
  else byCode.set(code, [position]);
}

function byIdOf(registrations: Registrations<{service: Service}>): Map<string, readonly Service[]> {
  return new Map(registrations.together().flatMap((group) => {
    const services = group.map(({service}) => service);
    return services.flatMap(({id, odsCode}) => [id, ...(odsCode === undefined ? [] : [odsCode])].map((code) => [code.toLowerCase(), services] as const));
  }));
}

function codesOf({id, odsCode, provider}: Service): Set<string> {
  return new Set([id, odsCode, provider?.id].filter((code) => code !== undefined).map((code) => code.toLowerCase()));
}

/** Towns and providers come up again and again. */
function remembering(wordsOf: (text: string) => string[]): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const words = known.get(text) ?? wordsOf(text);
    known.set(text, words);
    return words;
  };
}

type Said = Readonly<Record<'name' | 'town' | 'provider', readonly string[]>>;

function placedWords(service: Service, {name, town, provider}: Said): Map<string, number> {
  const placed = new Map<string, number>();
  const put = (word: string, place: number) => void placed.set(word, (placed.get(word) ?? 0) | place);
  const putAll = (words: readonly string[], place: number) => {
    for (const word of words) {
      put(word, place);
      const other = otherSpelling(word);
      if (other) put(other, place);
    }
  };

  putAll(name, holderPlaces.name);
  putAll(name.slice(0, 1), holderPlaces.nameStart);
  putAll(town, holderPlaces.town);
  putAll(provider, holderPlaces.provider);
  for (const kind of service.kinds ?? []) putAll(kindWords[kind], holderPlaces.kind);

  const postcode = compactPostcode(service.postcode ?? '');
  const parts = partsOfPostcode(postcode);
  if (postcode) put(postcode, holderPlaces.postcode);
  if (parts) put(parts.outward, holderPlaces.postcode);
  return placed;
}
