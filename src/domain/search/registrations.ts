import type {Service} from '../../contract/service.js';
import {compactPostcode, wordsIn} from '../../contract/words-in.js';

/**
 * What registrations of one service share: CQC registers a home that two providers run together
 * once for each (a dual registration), with the same name and address. The directory
 * has no street, so it is the name, as search compares names, the postcode, and what the service
 * does: a health centre's practice and the community service in its rooms often share the rest. `undefined` for what can be no such registration.
 */
function sharedBy({level, postcode, kinds = [], provider, status}: Service, name: readonly string[]): string | undefined {
  if (level !== 'location' || status.kind !== 'registered' || !postcode || !provider) return undefined;
  return [name.join(' '), compactPostcode(postcode), [...kinds].sort().join(' ')].join('\n');
}

/** Gathers services, one after another, and says in the end which of them are registrations of one. */
export class Registrations<Entry extends {service: Service}> {
  readonly #byShared = new Map<string, Entry[]>();

  /** `name`: the words of its name, where they are known already. */
  add(entry: Entry, name = wordsIn(entry.service.name)): void {
    const shared = sharedBy(entry.service, name);
    if (shared === undefined) return;
    const others = this.#byShared.get(shared);
    if (others) others.push(entry);
    else this.#byShared.set(shared, [entry]);
  }

  /** Those that are of one service, each in the order in which they were added. Two of one provider are two services that share a name. */
  together(): Entry[][] {
    const groups = [...this.#byShared.values()].filter((group) => group.length > 1);
    return groups.filter((group) => new Set(group.map(({service}) => service.provider?.id.toLowerCase())).size === group.length);
  }
}

/** Of each service one entry: of several registrations the one that `isBetter` than the others, or the first. The order is kept. */
export function onceEach<Entry extends {service: Service}>(entries: readonly Entry[], isBetter: (one: Entry, other: Entry) => boolean): Entry[] {
  const registrations = new Registrations<Entry>();
  for (const entry of entries) registrations.add(entry);
  const others = new Set(registrations.together().flatMap((group) => {
    const best = group.reduce((before, entry) => (isBetter(entry, before) ? entry : before));
    return group.filter((entry) => entry !== best);
  }));
  return entries.filter((entry) => !others.has(entry));
}
