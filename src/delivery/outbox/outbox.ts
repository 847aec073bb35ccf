import {submissionsAddress} from '../client/endpoint-addresses.js';
import type {DeliveryOutcome} from './outcome.js';
import {encryptLocally, seal, decryptLocally} from './sealing.js';
import {firstTimeoutMilliseconds, retryTimeoutMilliseconds, type SendRequest} from './send-request.js';
import type {OutboxStore} from './outbox-store.js';
import {isQueuedSubmission, type QueuedSubmission} from './queued-submission.js';
import {dueAt, isUndelivered, nextAttemptAt} from './retry-policy.js';

/** What is to be sent: from the first Send these bytes are frozen. */
export interface OutgoingSubmission {
  id: string;
  body: string;
}

/** Where letters go: the base address of an endpoint, or an action. */
export interface Destination {
  address: URL;
  isAction: boolean;
}

/** Where a letter is safe until it has arrived: on this device, or only while the page stays open. */
export type Kept = 'device' | 'memory';

/** Who is told what becomes of a letter, and where it is safe by then. */
export interface OutboxListener {
  hear(outcome: DeliveryOutcome, on: Kept): void;
  /** It lies on the device no more; nothing else has become of it. */
  lose(): void;
}

/** What the outbox leaves to others, so that every path of it can be walked. */
export interface OutboxDependencies {
  store: OutboxStore;
  send(attempt: SendRequest): Promise<DeliveryOutcome>;
  now(): number;
  /** From 0 to 1. */
  random(): number;
  /** Calls `wake` after so many milliseconds; a later call takes the place of an earlier one. */
  wakeIn(milliseconds: number, wake: () => void): void;
  /** Does the work while no other tab does; `false`, with nothing done, where another has the turn and keeps it. */
  withLock(name: string, work: () => Promise<void>): Promise<boolean>;
  /** Tells the other tabs that a letter has arrived, and nothing else of it: any script of this website hears it. */
  announce(id: string): void;
}

/** What this page keeps a hold on itself. */
interface Mine {
  /** As it is sent, whatever storage says by then. */
  record: QueuedSubmission;
  /** As it lies on the device, while it does. */
  stored?: QueuedSubmission;
  hearer: OutboxListener;
  /** Set once nothing is done to it any more: until it is sealed and put on the device nothing of it goes, so that every try sends the same. */
  isReady?: true;
}

/** Milliseconds after which storage that does not answer counts as refused. */
const patienceForStorage = 5000;
/** Milliseconds until another look, where nothing says when. */
const soon = 10_000;

/** Keeps letters to one destination until they have arrived. */
export class Outbox {
  /** Its name among tabs, copies and versions. */
  readonly name: string;
  readonly #to: Destination;
  readonly #means: OutboxDependencies;
  readonly #mine = new Map<string, Mine>();
  /** What has arrived, though storage may not have let it go. */
  readonly #arrived = new Set<string>();
  /** When to try again, where storage did not take a note of it. */
  readonly #noted = new Map<string, Pick<QueuedSubmission, 'tries' | 'nextAt'>>();
  /** What nobody answered the last time. */
  readonly #unanswered = new Set<string>();
  #going = Promise.resolve();

  constructor(to: Destination, means: OutboxDependencies) {
    this.#to = to;
    this.#means = means;
    this.name = `care-elements-outbox:${to.address.href}`;
  }

  /**
   * Keeps a letter, and tells `hearer` of every attempt to send it. One that is
   * kept already stays as it is.
   *
   * @param keys of the receiver, newest first; without one that can be used, nothing is put on the device
   */
  async keep({id, body}: OutgoingSubmission, keys: readonly object[], hearer: OutboxListener): Promise<Kept> {
    const before = this.#mine.get(id);
    if (before) return ((before.hearer = hearer), placeOf(before));
    const {isAction, address} = this.#to;
    const now = this.#means.now();
    const plain: QueuedSubmission = {id, endpoint: address.href, kind: isAction ? 'action' : 'submission', body, bodyType: 'application/json', createdAt: now, tries: 0, nextAt: now};
    const mine: Mine = {record: plain, hearer};
    this.#mine.set(id, mine);
    try {
      const hidden = isAction ? await encryptLocally(body) : undefined;
      if (!hidden) mine.record = {...plain, body: await seal(body, keys), bodyType: 'application/jose'};
      const stored = {...mine.record, ...(hidden && {body: hidden.body})};
      await inTime(this.#means.store.keep(stored, hidden?.key));
      mine.stored = stored;
    } catch {
      // Storage is blocked, full or silent, or nothing could be sealed: the page itself is all there is.
    }
    mine.isReady = true;
    return placeOf(mine);
  }

  /** Sends whatever is due, and `first` before all else, due or not. */
  async send(first?: string): Promise<void> {
    const {now, withLock: inTurn, wakeIn} = this.#means;
    const all = await this.#all();
    let hadTurn = true;
    // While this waits for its turn, another call may have sent it and heard the answer.
    const tries = all.find(({id}) => id === first)?.tries;
    const isDue = (queued: QueuedSubmission) => (queued.id === first && queued.tries === tries) || dueAt(queued, now()) <= now();
    if (all.some(isDue)) {
      const sendThose = (which: (queued: QueuedSubmission) => boolean) => this.#oneByOne(async () => {
        // Looked at anew: whoever had the turn before may have sent them.
        const due = (await this.#all()).filter((queued) => which(queued) && isDue(queued)).sort((one, other) => Number(other.id === first) - Number(one.id === first) || one.nextAt - other.nextAt);
        // After one that nobody took, the others need not wait for the same in vain; and it is the last the next time.
        for (const queued of due) if ((await this.#try(queued)).kind === 'not-yet') break;
      });
      hadTurn = await inTurn(this.name, () => sendThose(() => true));
      // Whoever has the turn may never end it. A repeat is known by its id, so what somebody wrote here need not wait for them.
      if (!hadTurn) await sendThose(({id}) => this.#mine.has(id));
    }
    const dues = (await this.#all()).map((queued) => dueAt(queued, now()));
    // Nothing tells that storage was cleared, and nobody may be told for long that a letter lies where it does not.
    const look = [...this.#mine.values()].some(({stored}) => stored) ? now() + soon : Infinity;
    const next = Math.min(look, ...dues);
    if (next < Infinity) wakeIn(Math.max(hadTurn ? 1000 : soon, next - now()), this.#wake);
  }

  /** There may be a connection again: what found nobody the last time is due. */
  async sendAgain(): Promise<void> {
    for (const id of this.#unanswered) this.#noted.set(id, {tries: 0, nextAt: 0});
    await this.send();
  }

  /** What is sent only when its writer says so: it is too old, or was refused. */
  async undelivered(): Promise<QueuedSubmission[]> {
    return (await this.#all()).filter((queued) => isUndelivered(queued, this.#means.now()) && !this.#mine.has(queued.id));
  }

  /** Sends one that was stuck, and says what became of it. */
  async sendUndelivered(id: string): Promise<DeliveryOutcome> {
    let became: DeliveryOutcome = {kind: 'not-yet', reason: 'it is gone'};
    const sendIt = () => this.#oneByOne(async () => {
      const queued = (await this.#all()).find((each) => each.id === id);
      if (queued) became = await this.#try(queued);
    });
    // Its writer has just decided, and waits for an answer.
    if (!(await this.#means.withLock(this.name, sendIt))) await sendIt();
    return became;
  }

  /** Forgets one for good. */
  async remove(id: string): Promise<void> {
    await this.#means.store.remove(id);
    this.#mine.delete(id);
  }

  /**
   * Takes another tab's word that a letter has arrived. Any script of this website can
   * say so, and take the letter from the device, so it is only a reason to ask: the same
   * bytes, sent once more, are answered as they were the first time.
   */
  async learn(id: string): Promise<void> {
    if (!this.#mine.has(id)) return;
    this.#noted.set(id, {tries: 0, nextAt: 0});
    return this.send(id);
  }

  /** Of this page's own sendings one at a time, whether they have the turn among tabs or go without. */
  #oneByOne(work: () => Promise<void>): Promise<void> {
    const done = this.#going.then(work);
    this.#going = done.catch(() => undefined);
    return done;
  }

  readonly #wake = (): void => void this.send().catch(() => undefined);

  /** What waits as far as anybody knows, and what only this page has. */
  async #all(): Promise<QueuedSubmission[]> {
    const {store, now} = this.#means;
    const stored = await inTime(store.all(this.#to.address.href)).catch(() => undefined);
    const found = new Map(stored?.filter(isQueuedSubmission).map((queued) => [queued.id, queued]));
    for (const id of this.#arrived) if (found.delete(id)) void store.remove(id).catch(() => undefined);
    for (const [id, mine] of this.#mine) {
      if (!mine.isReady) {
        found.delete(id);
        continue;
      }
      if (stored && mine.stored && !isCopy(found.get(id), mine.stored)) {
        // Sent by another tab, which is about to tell, or somebody cleared or changed the storage: then this page has the last copy.
        delete mine.stored;
        mine.record.nextAt = Math.max(mine.record.nextAt, now() + soon);
        mine.hearer.lose();
      }
      // Any script of this website can write into storage; what somebody wrote here goes as they wrote it, and when this page says.
      found.set(id, mine.record);
    }
    return [...found.values()].map((queued) => ({...queued, ...this.#noted.get(queued.id)}));
  }

  /** One attempt, and what follows from it. Never throws. */
  async #try(queued: QueuedSubmission): Promise<DeliveryOutcome> {
    const {store, now, random, announce: tell} = this.#means;
    const {id} = queued;
    const outcome = await this.#post(queued);
    const hasArrived = outcome.kind === 'received' || outcome.kind === 'accepted';
    const note = {tries: queued.tries + 1, nextAt: nextAttemptAt(outcome, queued.tries, now(), random())};
    this.#noted.set(id, note);
    this.#unanswered.delete(id);
    if (hasArrived) this.#arrived.add(id);
    if (outcome.kind === 'not-yet' && !outcome.retryAfterSeconds) this.#unanswered.add(id);
    // Whatever storage makes of it, this page goes by what it knows.
    await inTime(hasArrived ? store.remove(id) : store.change({...queued, ...note})).then(() => hasArrived || this.#noted.delete(id), () => undefined);
    const mine = this.#mine.get(id);
    if (mine) Object.assign(mine.record, note);
    mine?.hearer.hear(outcome, placeOf(mine));
    if (hasArrived) {
      this.#mine.delete(id);
      tell(id);
    }
    return outcome;
  }

  async #post({id, body, kind, bodyType, tries}: QueuedSubmission): Promise<DeliveryOutcome> {
    const {store, send} = this.#means;
    const {address, isAction} = this.#to;
    try {
      const text = typeof body === 'string' ? body : await decryptLocally({body, key: (await store.keyOf(id))!});
      // A first attempt that took too long tells of a slow line.
      return await send({address: kind === 'action' ? address : submissionsAddress(address), body: text, bodyType, id, isAction, timeoutMilliseconds: tries ? retryTimeoutMilliseconds : firstTimeoutMilliseconds});
    } catch (error) {
      return {kind: 'not-yet', reason: String(error)};
    }
  }
}

function placeOf({stored}: Mine): Kept {
  return stored ? 'device' : 'memory';
}

/** Whether another page that finds `record` would send what `stored` says. */
function isCopy(record: QueuedSubmission | undefined, stored: QueuedSubmission): boolean {
  return record !== undefined && (['kind', 'bodyType', 'createdAt', 'body'] as const).every((key) => String(record[key]) === String(stored[key]));
}

/** What storage answers, unless it keeps silent for too long. */
function inTime<Answer>(asked: Promise<Answer>): Promise<Answer> {
  return Promise.race([asked, new Promise<never>((_, refuse) => setTimeout(() => refuse(new Error('storage does not answer')), patienceForStorage))]);
}
