import {createHmac, randomBytes} from 'node:crypto';
import type {Submission} from '../contract/submission.js';
import {addressPrefix} from './address-prefix.js';
import {createBuckets, type Rate} from './token-buckets.js';

/** A pattern of those who send what is no person's. It sets nothing apart that somebody must look at soon. */
export type Suspicion = 'trap' | 'flood' | 'same-words';

/** How much is taken at once from one place. */
export interface Limits {
  /** The seconds after which a sender may come again, or `undefined` where it may now. */
  waitForAddress(from: string | undefined): number | undefined;
  waitForPartner(partner: string | undefined): number | undefined;
  /** What is typical of machines about one that came now; it is taken all the same. */
  patternIn(submission: Submission, from: string | undefined): Suspicion | undefined;
}

/** How much each thing that is counted may come. */
export type Rates = Readonly<Record<'address' | 'partner' | 'aboutOneService' | 'sameWords', Rate>>;

/** With CARE_LIMITS=off. */
export const noLimits: Limits = {waitForAddress: () => undefined, waitForPartner: () => undefined, patternIn: () => undefined};

const hour = 60 * 60;
// A hundred people behind one address, who all send within minutes and whose
// browsers try again, stay well below these.
const usualRates: Rates = {
  address: {atOnce: 300, perSecond: 1},
  // A whole campaign comes through one partner, and after an outage all at once.
  partner: {atOnce: 3000, perSecond: 20},
  // A busy waiting room; no more than this is ever refused for it, only set apart.
  aboutOneService: {atOnce: 150, perSecond: 150 / hour},
  // The same long words, letter for letter: a letter that many sign is read as one.
  sameWords: {atOnce: 20, perSecond: 20 / (24 * hour)},
};

// Shorter ones are the same by chance.
const longEnough = 60;

/**
 * The limits, in memory alone. Addresses, partners and words are held only as
 * hashes under a salt that is made anew each day, and stand in no record.
 */
export function createLimits(clock: () => Date, rates: Rates = usualRates): Limits {
  const addresses = createBuckets(rates.address);
  const partners = createBuckets(rates.partner);
  const services = createBuckets(rates.aboutOneService);
  const stories = createBuckets(rates.sameWords);
  const hidden = dailyHash(clock, () => [addresses, partners, services, stories].forEach((each) => each.empty()));
  const take = (buckets: Buckets, ...of: string[]) => {
    const key = hidden(of.join('\n'));
    return buckets.take(key, clock().getTime());
  };

  return {
    waitForAddress: (from) => (from === undefined ? undefined : take(addresses, addressPrefix(from))),
    waitForPartner: (partner) => (partner === undefined ? undefined : take(partners, partner)),
    patternIn({about, answers}, from) {
      const isSame = Object.values(answers).filter((answer) => typeof answer === 'string' && answer.length >= longEnough).map((story) => take(stories, String(story))).some((wait) => wait !== undefined);
      if (isSame) return 'same-words';
      if (from === undefined) return undefined;
      const subjects = 'services' in about ? about.services.map(({id, name}) => id ?? name) : [];
      return subjects.map((subject) => take(services, addressPrefix(from), subject)).some((wait) => wait !== undefined) ? 'flood' : undefined;
    },
  };
}

type Buckets = ReturnType<typeof createBuckets>;

/** Hashes that differ from day to day: what was hashed yesterday can be compared with nothing. */
function dailyHash(clock: () => Date, onNewDay: () => void): (text: string) => string {
  let day: string | undefined;
  let salt = randomBytes(32);
  return (text) => {
    const today = clock().toISOString().slice(0, 10);
    if (today !== day) {
      if (day !== undefined) onNewDay();
      [day, salt] = [today, randomBytes(32)];
    }
    return createHmac('sha256', salt).update(text).digest('base64url');
  };
}
