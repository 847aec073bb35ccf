import {createHmac, randomBytes} from 'node:crypto';
import type {Submission} from '../../contract/submission.js';
import {addressPrefix, networksOf} from './address-prefix.js';
import {createBuckets, type Rate} from './token-buckets.js';

/** A pattern of those who send what is no person's. It sets nothing apart that somebody must look at soon. */
export type Suspicion = 'trap' | 'flood' | 'same-words';

/** How much is taken at once from one place; each gives the seconds after which a sender may come again, or `undefined` where it may now. */
export interface RateLimiter {
  /** For what can be taken, looked at only then: what is refused takes nothing from it. */
  waitToSend(from: string | undefined): number | undefined;
  /** For what was refused. Whoever sends much of it is told less, and keeps nobody behind the same address from sending. */
  waitAfterRefusal(from: string | undefined): number | undefined;
  /** For people who come back to what they sent and have shown its code: counted for each submission, so that nobody waits for another. */
  waitToComeBack(from: string | undefined, id: string): number | undefined;
  /** For a code that opens nothing. */
  waitAfterWrongCode(from: string | undefined): number | undefined;
  /** For whoever signs in, looked at before; takes nothing. */
  waitToSignIn(from: string | undefined): number | undefined;
  /** Notes a sign-in that failed, and says whether to list it: of very many only some are. */
  signInFailed(from: string | undefined): boolean;
  /** Whether many sign-ins have failed of late, from wherever they came. */
  manySignInsFail(): boolean;
  /** What is typical of machines about one that came now; it is taken all the same. */
  patternIn(submission: Submission, from: string | undefined): Suspicion | undefined;
}

// There is none for a partner: anybody can send in its name, and so would use up what is for its people.

/** How much each thing that is counted may come. */
export type Rates = Readonly<Record<'sending' | 'refusals' | 'comingBack' | 'wrongCodes' | 'failedSignIns' | 'aboutOneService' | 'sameWords', Rate>>;

/** With CARE_LIMITS=off. */
export const noRateLimiter: RateLimiter = {waitToSend: () => undefined, waitAfterRefusal: () => undefined, waitToComeBack: () => undefined, waitAfterWrongCode: () => undefined, waitToSignIn: () => undefined, signInFailed: () => true, manySignInsFail: () => false, patternIn: () => undefined};

const hour = 60 * 60;
// A hundred people behind one address, who all send within minutes and whose
// browsers try again, stay well below these.
const usualRates: Rates = {
  sending: {atOnce: 300, perSecond: 1},
  refusals: {atOnce: 300, perSecond: 1},
  // Whoever has a code can do no more with it than read.
  comingBack: {atOnce: 60, perSecond: 0.5},
  // A code has 80 bits: this keeps programs from trying for the sake of it.
  wrongCodes: {atOnce: 60, perSecond: 0.5},
  // A hand that slips tries a few times.
  failedSignIns: {atOnce: 10, perSecond: 1 / 30},
  // A busy waiting room; no more than this is ever refused for it, only set apart.
  aboutOneService: {atOnce: 150, perSecond: 150 / hour},
  // The same long words, letter for letter: a letter that many sign is read as one.
  sameWords: {atOnce: 20, perSecond: 20 / (24 * hour)},
};

// From all addresses together: then somebody should look.
const manyFailures: Rate = {atOnce: 30, perSecond: 30 / hour};

// Shorter ones are the same by chance.
const longEnough = 60;

/**
 * The limits, in memory alone. Addresses and words are held only as hashes under
 * a salt that is made anew each day, and stand in no record.
 */
export function createRateLimiter(clock: () => Date, rates: Rates = usualRates): RateLimiter {
  const [sending, refusals, wrongCodes, failedSignIns] = [rates.sending, rates.refusals, rates.wrongCodes, rates.failedSignIns].map(byNetwork) as [ByNetwork, ByNetwork, ByNetwork, ByNetwork];
  const comingBack = createBuckets(rates.comingBack);
  const failures = createBuckets(manyFailures);
  const services = createBuckets(rates.aboutOneService);
  const stories = createBuckets(rates.sameWords);
  const hidden = dailyHash(clock, () => [...[sending, refusals, wrongCodes, failedSignIns].flat(), comingBack, services, stories].forEach((each) => each.empty()));
  const take = (buckets: Buckets, ...of: string[]) => buckets.take(hidden(of.join('\n')), clock().getTime());

  /** The longest wait of the networks that an address is in; takes nothing. */
  function waitOf(buckets: ByNetwork, from: string | undefined): number | undefined {
    const waits = from === undefined ? [] : networksOf(from).flatMap((network, size) => buckets[size]!.wait(hidden(network), clock().getTime()) ?? []);
    return waits.length === 0 ? undefined : Math.max(...waits);
  }

  /** A token of each network that an address is in, where all have one: else whoever has used up a small one would go on to use up those around it. */
  function takeOf(buckets: ByNetwork, from: string | undefined): number | undefined {
    const wait = waitOf(buckets, from);
    if (wait === undefined && from !== undefined) for (const [size, network] of networksOf(from).entries()) take(buckets[size]!, network);
    return wait;
  }

  return {
    waitToSend: (from) => takeOf(sending, from),
    waitAfterRefusal: (from) => takeOf(refusals, from),
    waitToComeBack: (from, id) => (from === undefined ? undefined : take(comingBack, addressPrefix(from), id)),
    waitAfterWrongCode: (from) => takeOf(wrongCodes, from),
    waitToSignIn: (from) => waitOf(failedSignIns, from),
    signInFailed(from) {
      takeOf(failedSignIns, from);
      return failures.take('from anywhere', clock().getTime()) === undefined;
    },
    manySignInsFail: () => failures.wait('from anywhere', clock().getTime()) !== undefined,
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

/** Buckets for each size of network, the smallest first. */
type ByNetwork = readonly Buckets[];

/** Whoever has a larger network of IPv6 has many of the smaller: each step up may hold what four of the one below do. */
function byNetwork({atOnce, perSecond}: Rate): ByNetwork {
  return [1, 4, 16].map((times) => createBuckets({atOnce: atOnce * times, perSecond: perSecond * times}));
}

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
