import {classifyResponse, type EndpointAnswer} from '../../../src/delivery/outbox/classify-response.js';
import {Outbox, type OutboxDependencies} from '../../../src/delivery/outbox/outbox.js';
import type {DeliveryOutcome} from '../../../src/delivery/outbox/outcome.js';
import type {SendRequest} from '../../../src/delivery/outbox/send-request.js';
import type {OutboxStore} from '../../../src/delivery/outbox/outbox-store.js';
import type {QueuedSubmission} from '../../../src/delivery/outbox/queued-submission.js';
import {receipt} from '../contract/contract-examples.js';

/** What a browser keeps for one origin, and what an endpoint has, in one place that tests can break. */
export interface Office {
  records: Map<string, QueuedSubmission>;
  keys: Map<string, CryptoKey>;
  /** The bodies that the endpoint has on its disk, by id. */
  rows: Map<string, string>;
  attempts: SendRequest[];
  now: number;
  /** Which call of storage or network fails, counted from 1; 0 is none. */
  failing: number;
  /** How the failing call fails: before it did anything, or after. */
  isLate: boolean;
  calls: number;
  answer?: (attempt: SendRequest) => EndpointAnswer | Promise<EndpointAnswer>;
  /** What each tab wants to be called for, and when. */
  wakes: Map<Outbox, {at: number; wake: () => void}>;
  tabs: Outbox[];
  /** Every sending that goes on. */
  going: Set<Promise<void>>;
}

export function openOffice(): Office {
  return {records: new Map(), keys: new Map(), rows: new Map(), attempts: [], now: Date.UTC(2026, 10, 25), failing: 0, isLate: false, calls: 0, wakes: new Map(), tabs: [], going: new Set()};
}

export const address = new URL('https://central.example/');

/** One page with the form; a reload is a second one over the same office. */
export function openTab(office: Office, to = {address, isAction: false}, more: Partial<OutboxDependencies> = {}): Outbox {
  const call = async <Result>(work: () => Result): Promise<Result> => {
    const fails = (office.calls += 1) === office.failing;
    if (fails && !office.isLate) throw new TypeError('it fails');
    const result = work();
    await Promise.resolve();
    if (fails) throw new TypeError('it fails once done');
    return result;
  };
  const tab: Outbox = new Outbox(to, {
    store: storeIn(office, call),
    send: async (attempt): Promise<DeliveryOutcome> => {
      office.attempts.push(attempt);
      try {
        const answer = await call(() => (office.answer ?? ((sent) => taken(office, sent)))(attempt));
        return classifyResponse(await answer, attempt, office.now);
      } catch (error) {
        return {kind: 'not-yet', reason: String(error)};
      }
    },
    now: () => office.now,
    random: () => 0.5,
    wakeIn: (milliseconds, wake) => void office.wakes.set(tab, {at: office.now + milliseconds, wake}),
    withLock: async (_name, work) => (await work(), true),
    announce: (id) => office.tabs.filter((each) => each !== tab && each.name === tab.name).forEach((each) => void each.learn(id)),
    ...more,
  });
  const send = tab.send.bind(tab);
  tab.send = (first) => {
    const going = send(first).finally(() => office.going.delete(going));
    office.going.add(going);
    return going;
  };
  office.tabs.push(tab);
  return tab;
}

/** What the endpoint does: one row for an id, and the same receipt for every repeat. */
export function taken(office: Office, {id, body}: SendRequest): EndpointAnswer {
  const isRepeat = office.rows.has(id);
  if (!isRepeat) office.rows.set(id, body);
  return {status: isRepeat ? 200 : 201, value: {...receipt, id}};
}

/** Lets `milliseconds` pass, with every wake that falls into them. */
export async function pass(office: Office, milliseconds: number): Promise<void> {
  const end = office.now + milliseconds;
  for (let wakes = 0; wakes < 20_000; wakes += 1) {
    const [next] = [...office.wakes].filter(([, {at}]) => at <= end).sort(([, one], [, other]) => one.at - other.at);
    if (!next) break;
    office.wakes.delete(next[0]);
    office.now = Math.max(office.now, next[1].at);
    next[1].wake();
    await settle(office);
  }
  office.now = end;
}

/** Until everything that was begun has ended. */
export async function settle({going}: Office): Promise<void> {
  while (going.size > 0) await Promise.allSettled(going);
  // Nobody waits for what storage is told last; it needs no more than a few turns.
  for (let turns = 0; turns < 20; turns += 1) await new Promise((resolve) => setImmediate(resolve));
}

function storeIn(office: Office, call: <Result>(work: () => Result) => Promise<Result>): OutboxStore {
  return {
    keep: (record, key) => call(() => {
      office.records.set(record.id, structuredClone(record));
      if (key) office.keys.set(record.id, key);
    }),
    all: (endpoint) => call(() => [...office.records.values()].filter((record) => record.endpoint === endpoint).map((record) => structuredClone(record))),
    keyOf: (id) => call(() => office.keys.get(id)),
    change: ({id, tries, nextAt}) => call(() => {
      const record = office.records.get(id);
      if (record) office.records.set(id, {...record, tries, nextAt});
    }),
    remove: (id) => call(() => void (office.records.delete(id), office.keys.delete(id))),
    lease: () => call(() => true),
    release: () => call(() => undefined),
  };
}
