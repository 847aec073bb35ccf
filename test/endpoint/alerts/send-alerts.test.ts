import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {Alert, AlertWay} from '../../../src/endpoint/store/alert.js';
import {startSending, type AlertSender} from '../../../src/endpoint/alerts/send-alerts.js';
import {NotifierFault, type Notifier} from '../../../src/endpoint/alerts/notifier.js';
import type {SettledAlert} from '../../../src/endpoint/store/alert-store.js';
import {StoreUnavailable} from '../../../src/endpoint/store/store.js';
import {eventually} from '../../support/eventually.js';
import {openEndpoint, type TestEndpoint} from '../../support/endpoint/endpoint.js';
import {newSubmission} from '../../support/store/submission-examples.js';

const times = {claim: 30_000, rest: 20};
const minutes = (count: number) => count * 60_000;

let endpoint: TestEndpoint;
let now: number;
let sender: AlertSender | undefined;
let logged: string[];
let written: SettledAlert[];
beforeEach(async () => {
  endpoint = await openEndpoint();
  now = Date.parse(newSubmission().receivedAt);
  logged = [];
  written = [];
});
afterEach(async () => {
  await sender?.stop();
  sender = undefined;
  await endpoint.close();
});

/** Somebody who is told, and remembers it. */
function listener(answer: (alert: Alert, count: number) => Promise<void> = () => Promise.resolve()) {
  const told: Alert[] = [];
  const tell: Notifier = async (alert) => {
    told.push(alert);
    await answer(alert, told.length);
  };
  return {
    told,
    tell,
    async hears(count: number) {
      await eventually(() => told.length >= count, () => `${count} alerts; there are ${told.length}`);
      return told.slice(0, count);
    },
  };
}

const start = (tellers: Partial<Record<AlertWay, Notifier>>, store = endpoint.dependencies.store) => {
  const noting = {
    ...store,
    async settleAlert(settled: SettledAlert) {
      await store.settleAlert(settled);
      written.push(settled);
    },
  };
  sender = startSending(tellers, {store: noting, clock: () => new Date(now), log: (line) => logged.push(line), times});
  return sender;
};

async function urgent(ways: readonly AlertWay[] = ['hook']) {
  const submission = newSubmission({urgency: 'immediate', alerts: ways.map((way) => ({kind: 'immediate', way}))});
  await endpoint.dependencies.store.save(submission);
  return submission;
}

/** Waits for the next alert whose outcome is written down, and says in how long it is due again. */
async function isDueAgainIn(): Promise<number | undefined> {
  const {dueAt} = await eventually(() => written.shift(), 'an outcome that is written down');
  return dueAt === undefined ? undefined : dueAt - now;
}

describe('whoever is to be told', () => {
  it('is told of what was kept before, and at once of what is kept after', async () => {
    const hook = listener();
    const first = await urgent();
    const {wake} = start({hook: hook.tell});
    expect(await hook.hears(1)).toMatchObject([{submission: first.id, told: 0}]);
    const second = await urgent();
    wake();
    expect((await hook.hears(2))[1]).toMatchObject({submission: second.id});
  });

  it('is told again after each gap, until a person has opened it', async () => {
    const hook = listener();
    const {id} = await urgent();
    start({hook: hook.tell});
    for (const [time, gap] of [5, 10, 20, 40].entries()) {
      await hook.hears(time + 1);
      expect(await isDueAgainIn()).toBe(minutes(gap));
      now += minutes(gap);
    }
    await hook.hears(5);
    expect(hook.told.map(({told}) => told)).toEqual([0, 1, 2, 3, 4]);
    expect(await isDueAgainIn()).toBe(minutes(80));

    await endpoint.dependencies.store.markOpened(id, {label: 'inbox', openedAt: new Date(now).toISOString()});
    now += minutes(100_000);
    const other = await urgent();
    expect((await hook.hears(6))[5]).toMatchObject({submission: other.id});
  });

  it('is told by the one way though the other hangs', async () => {
    const hanging = listener(() => new Promise(() => undefined));
    const mail = listener();
    const {id} = await urgent(['hook', 'mail']);
    const running = startSending({hook: (alert, signal) => Promise.race([hanging.tell(alert, signal), new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(new NotifierFault('ended'))))]), mail: mail.tell}, {store: endpoint.dependencies.store, clock: () => new Date(now), log: (line) => logged.push(line), times});
    expect(await mail.hears(1)).toMatchObject([{submission: id, way: 'mail'}]);
    await hanging.hears(1);
    await running.stop();
    // What the end cut off is no fault, and due when the claim ends.
    expect(logged).toEqual([]);
    now += times.claim;
    expect(await endpoint.dependencies.store.claimAlerts({way: 'hook', now, until: now, limit: 10})).toMatchObject([{submission: id, told: 0, failed: 0}]);
  });

  it('is tried again when it could not be told, and the log says so once, and once that it can', async () => {
    const hook = listener((_alert, count) => (count < 4 ? Promise.reject(new NotifierFault('it answered 500')) : Promise.resolve()));
    await urgent();
    const {failing} = start({hook: hook.tell});
    for (const [time, pause] of [2000, 4000, 8000].entries()) {
      await hook.hears(time + 1);
      expect(await isDueAgainIn()).toBe(pause);
      expect(failing()).toEqual(['hook']);
      now += pause;
    }
    await hook.hears(4);
    expect(await isDueAgainIn()).toBe(minutes(5));
    expect(hook.told.map(({told, failed}) => [told, failed])).toEqual([[0, 0], [0, 1], [0, 2], [0, 3]]);
    expect(failing()).toEqual([]);
    expect(logged).toEqual(['alerts by hook: not delivered, and tried again until it is: it answered 500', 'alerts by hook: delivered again']);
  });

  it('is told what is not urgent once, and of many everything', async () => {
    const hook = listener();
    const all = Array.from({length: 50}, () => newSubmission({alerts: [{kind: 'arrival', way: 'hook'}]}));
    await Promise.all(all.map((submission) => endpoint.dependencies.store.save(submission)));
    start({hook: hook.tell});
    const told = (await hook.hears(50)).map(({submission}) => submission);
    expect(told.sort()).toEqual(all.map(({id}) => id).sort());
    await sender?.stop();
    expect(await endpoint.dependencies.store.claimAlerts({way: 'hook', now: now + minutes(1e6), until: now, limit: 100})).toEqual([]);
  });

  it('is told though the store did not answer for a while, of which the log says once', async () => {
    const hook = listener();
    const {id} = await urgent();
    const {store} = endpoint.dependencies;
    let fails = 3;
    const failing = {...store, claimAlerts: (...claim: Parameters<typeof store.claimAlerts>) => (fails-- > 0 ? Promise.reject(new StoreUnavailable('the disk is gone')) : store.claimAlerts(...claim))};
    start({hook: hook.tell}, failing);
    expect(await hook.hears(1)).toMatchObject([{submission: id}]);
    expect(logged).toEqual(['alerts by hook: the store does not answer: the disk is gone']);
  });
});
