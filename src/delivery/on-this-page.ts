import {randomBytes} from './clean-built-ins.js';
import {now} from './clock.js';
import {IndexedDbStore} from './indexeddb-store.js';
import {Outbox, type Destination} from './outbox.js';
import type {Outcome} from './outcome.js';
import {send} from './sending.js';
import {inTurn} from './turns.js';

/** What tabs, copies and versions tell each other. */
interface Told {
  id: string;
  outcome: Outcome;
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
    send,
    now,
    random: () => randomBytes(1)[0]! / 256,
    inTurn: (name, work) => inTurn(name, store, now, work),
    wakeIn(milliseconds, wake) {
      clearTimeout(timer);
      timer = setTimeout(wake, milliseconds);
    },
    // In the shape that copies of us understand which believe it.
    tell: (id) => channel(outbox.name)?.postMessage({id, outcome: {kind: 'accepted'}} satisfies Told),
  });
  outboxes.set(address.href, outbox);

  const sendDue = () => document.visibilityState === 'visible' && void outbox.send().catch(() => undefined);
  addEventListener('online', () => void outbox.sendAgain().catch(() => undefined));
  addEventListener('pageshow', sendDue);
  document.addEventListener('visibilitychange', sendDue);
  channel(outbox.name)?.addEventListener('message', ({data}: MessageEvent<Told>) => void outbox.learn(data.id).catch(() => undefined));
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
