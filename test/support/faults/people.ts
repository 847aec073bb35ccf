import {randomBytes} from 'node:crypto';
import type {InboxPage} from '../../../src/contract/inbox.js';
import type {Submission} from '../../../src/contract/submission.js';
import {uuidV7} from '../../../src/contract/uuid.js';
import {submissionsAddress} from '../../../src/delivery/client/endpoint-addresses.js';
import type {DeliveryOutcome} from '../../../src/delivery/outbox/outcome.js';
import {sendRequest} from '../../../src/delivery/outbox/send-request.js';
import {exampleSubmission, inboxToken} from '../endpoint/endpoint.js';

/** Feedback that somebody sends, frozen at the first try: every later one sends the same bytes. */
export interface Feedback {
  id: string;
  story: string;
  body: string;
}

/** New feedback with a story that no other has. */
export function feedback(changes: Partial<Submission> = {}): Feedback {
  const id = uuidV7(Date.now(), randomBytes(10));
  const story = `They were kind. ${id}`;
  return {id, story, body: JSON.stringify({...exampleSubmission(), id, answers: {...exampleSubmission().answers, story}, ...changes})};
}

/** One try by the sender's own rules. */
export function tryOnce(address: URL, {id, body}: Feedback, more: {patience?: number; signal?: AbortSignal} = {}): Promise<DeliveryOutcome> {
  return sendRequest({address: submissionsAddress(address), id, body, isAction: false, ...(more.patience === undefined ? {} : {timeoutMilliseconds: more.patience})}, more.signal);
}

/** Everybody who sent something, and what they were told. */
export class People {
  /** All that was ever sent, by id. */
  readonly sent = new Map<string, Feedback>();
  /** What the sender was told is kept, by id, with its receipt's reference. */
  readonly acknowledged = new Map<string, string>();

  /** Sends `feedback` once, new or again. */
  async send(address: URL, one: Feedback = feedback(), more: {patience?: number} = {}): Promise<DeliveryOutcome> {
    this.sent.set(one.id, one);
    const outcome = await tryOnce(address, one, more);
    if (outcome.kind === 'received') this.acknowledged.set(one.id, outcome.receipt.reference);
    return outcome;
  }

  /** `writers` people send one after the other until `isOver`, or until one of theirs is not acknowledged. */
  async writeUntil(address: URL, writers: number, isOver: () => boolean): Promise<void> {
    await Promise.all(
      Array.from({length: writers}, async () => {
        while (!isOver() && (await this.send(address)).kind === 'received');
      }),
    );
  }

  /** Takes every acknowledgement but these as not heard. */
  hearOnly(ids: ReadonlySet<string>): void {
    for (const id of this.acknowledged.keys()) if (!ids.has(id)) this.acknowledged.delete(id);
  }

  /** What nobody was told to be kept; it may be there all the same. */
  unanswered(): Feedback[] {
    return [...this.sent.values()].filter(({id}) => !this.acknowledged.has(id));
  }

  /** Looks what of `acknowledged` is in the inbox that `address` serves, and how often anything is. */
  async tally(address: URL, acknowledged: Iterable<string> = this.acknowledged.keys()): Promise<Tally> {
    const kept = await inboxOf(address);
    const promised = [...acknowledged];
    return {
      acknowledged: promised.length,
      lost: promised.filter((id) => kept.get(id)?.[0] !== this.sent.get(id)?.story).length,
      twice: [...kept.values()].filter((stories) => stories.length > 1).length,
      rows: [...kept.values()].flat().length,
    };
  }
}

/** What was promised, and what is there. */
export interface Tally {
  acknowledged: number;
  /** Acknowledged, and not there as it was sent. */
  lost: number;
  /** Ids that are there more than once. */
  twice: number;
  /** Everything that is there. */
  rows: number;
}

/** The line by which a run is read. */
export function tell(what: string, {acknowledged, lost, twice}: Tally): void {
  console.log(`${what}: acknowledged ${acknowledged} / lost ${lost} / twice ${twice}`);
}

/** The stories of every row in the inbox, by id. */
async function inboxOf(address: URL): Promise<Map<string, string[]>> {
  const kept = new Map<string, string[]>();
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page = await inboxPage(address, after);
    for (const {id, answers} of page.submissions) kept.set(id, [...(kept.get(id) ?? []), String(answers['story'])]);
    after = page.next;
  }
  return kept;
}

async function inboxPage(address: URL, after: string): Promise<InboxPage> {
  const query = new URLSearchParams({order: 'arrived', limit: '500', ...(after && {after})});
  const response = await fetch(new URL(`/v1/inbox?${query}`, address), {headers: {Authorization: `Bearer ${inboxToken}`}});
  if (response.status !== 200) throw new Error(`The inbox answered ${response.status}.`);
  return (await response.json()) as InboxPage;
}
