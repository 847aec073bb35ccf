import {randomBytes} from '../client/clean-built-ins.js';
import {now} from '../client/clock.js';
import {IndexedDbStore} from './indexeddb-store.js';
import {Outbox, type Destination} from './outbox.js';
import type {DeliveryOutcome} from './outcome.js';
import {sendRequest} from './send-request.js';
import {withLock} from './with-lock.js';

/** What tabs, copies and versions tell each other. */
interface OutboxMessage {
  id: string;
  outcome: DeliveryOutcome;
}

const outboxes = new Map<string, Outbox>();

/** The page's one outbox for a destination. It tries to send from now on, as long as the page is there. */
export function outboxFor({address, isAction}: Destination): Outbox {
  const known = outboxes.get(address.href);
  if (known) return known;

  const store = new IndexedDbStore();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const outbox: Outbox = new Outbox({address, isAction}, {
    store,
    send: sendRequest,
    now,
    random: () => randomBytes(1)[0]! / 256,
    withLock: (name, work) => withLock(name, store, now, work),
    wakeIn(milliseconds, wake) {
      clearTimeout(timer);
      timer = setTimeout(wake, milliseconds);
    },
    // In the shape that copies of us understand which believe it.
    announce: (id) => channel(outbox.name)?.postMessage({id, outcome: {kind: 'accepted'}} satisfies OutboxMessage),
  });
  outboxes.set(address.href, outbox);

  const sendDue = () => document.visibilityState === 'visible' && void outbox.send().catch(() => undefined);
  addEventListener('online', () => void outbox.sendAgain().catch(() => undefined));
  addEventListener('pageshow', sendDue);
  document.addEventListener('visibilitychange', sendDue);
  channel(outbox.name)?.addEventListener('message', ({data}: MessageEvent<OutboxMessage>) => void outbox.learn(data.id).catch(() => undefined));
  sendDue();
  return outbox;
}

const channels = new Map<string, BroadcastChannel>();

function channel(name: string): BroadcastChannel | undefined {
  try {
    if (!channels.has(name)) channels.set(name, new BroadcastChannel(name));
  } catch {
    // Blocked, as storage is then: no other tab has anything to tell.
  }
  return channels.get(name);
}
