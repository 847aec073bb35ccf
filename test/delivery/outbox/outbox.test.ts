import {compactDecrypt, exportJWK, generateKeyPair, type CryptoKey as JoseKey} from 'jose';
import {beforeAll, beforeEach, describe, expect, it, onTestFinished, vi} from 'vitest';
import type {EndpointAnswer} from '../../../src/delivery/outbox/classify-response.js';
import type {OutboxListener, Kept} from '../../../src/delivery/outbox/outbox.js';
import type {DeliveryOutcome} from '../../../src/delivery/outbox/outcome.js';
import type {OutboxStore} from '../../../src/delivery/outbox/outbox-store.js';
import type {QueuedSubmission} from '../../../src/delivery/outbox/queued-submission.js';
import {receipt, submission} from '../../support/contract/contract-examples.js';
import {openOffice, openTab, pass, settle, taken, type Office} from '../../support/delivery/post-office.js';

const letter = {id: submission.id, body: JSON.stringify(submission)};
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

let keys: object[];
let privateKey: JoseKey;
beforeAll(async () => {
  const pair = await generateKeyPair('ECDH-ES', {crv: 'P-256', extractable: true});
  privateKey = pair.privateKey;
  keys = [{...(await exportJWK(pair.publicKey)), kid: 'newest', use: 'enc', alg: 'ECDH-ES'}];
});

let office: Office;
let heard: DeliveryOutcome[];
/** Where the letter was safe at each thing that was heard of it. */
let places: (Kept | 'lost')[];
const hearer: OutboxListener = {hear: (outcome, on) => void (heard.push(outcome), places.push(on)), lose: () => void places.push('lost')};
beforeEach(() => {
  office = openOffice();
  heard = [];
  places = [];
});

const answering = (...statuses: number[]) => {
  office.answer = (attempt) => {
    const status = statuses.shift();
    return status ? {status} : taken(office, attempt);
  };
};

async function opened(jwe: string): Promise<string> {
  return new TextDecoder().decode((await compactDecrypt(jwe, privateKey)).plaintext);
}

describe('a letter', () => {
  it('lies on the device before anything is sent, unreadable, in the shape that every version knows', async () => {
    const tab = openTab(office);
    expect(await tab.keep(letter, keys, hearer)).toBe('device');
    expect(office.attempts).toEqual([]);
    const record = office.records.get(letter.id)!;
    expect(record).toEqual({
      id: letter.id, endpoint: 'https://central.example/', kind: 'submission', body: expect.any(String) as string, bodyType: 'application/jose',
      createdAt: office.now, tries: 0, nextAt: office.now,
    });
    expect(await opened(String(record.body))).toBe(letter.body);
  });

  it('does not go while it is being sealed and put on the device, whatever wakes the page then', async () => {
    let isOnDevice = (): void => undefined;
    const written = new Promise<void>((done) => (isOnDevice = done));
    const store: Pick<OutboxStore, 'all' | 'keep' | 'remove' | 'change'> = {
      all: async () => [...office.records.values()],
      keep: async (record) => void (office.records.set(record.id, record), await written),
      remove: async (id) => void office.records.delete(id),
      change: async (record) => void office.records.set(record.id, record),
    };
    const tab = openTab(office, undefined, {store: store as OutboxStore});
    const keeping = tab.keep(letter, keys, hearer);
    for (let wakes = 0; wakes < 3; wakes += 1) await tab.send(letter.id);
    await vi.waitFor(() => expect(office.records.size).toBe(1));
    await tab.send(letter.id);
    expect(office.attempts).toEqual([]);
    isOnDevice();
    expect(await keeping).toBe('device');
    await tab.send(letter.id);
    expect(office.attempts.map(({bodyType}) => bodyType)).toEqual(['application/jose']);
  });

  it('goes sealed to the endpoint, and leaves the device with its receipt', async () => {
    const tab = openTab(office);
    await tab.keep(letter, keys, hearer);
    await tab.send(letter.id);
    expect(office.attempts[0]).toMatchObject({id: letter.id, bodyType: 'application/jose', isAction: false, address: new URL('https://central.example/v1/submissions')});
    expect(await opened(office.rows.get(letter.id)!)).toBe(letter.body);
    expect(heard).toEqual([{kind: 'received', receipt}]);
    expect(office.records.size).toBe(0);
  });

  it('is the same bytes at every try, from every tab, however often Send was pressed', async () => {
    answering(500, 503, 429);
    const tab = openTab(office);
    await tab.keep(letter, keys, hearer);
    await tab.send(letter.id);
    await tab.keep(letter, keys, hearer);
    await tab.send(letter.id);
    await openTab(office).send();
    await pass(office, day);
    await openTab(office).send();
    expect(office.attempts.length).toBeGreaterThan(3);
    expect(new Set(office.attempts.map(({body}) => body)).size).toBe(1);
    expect([office.rows.size, office.records.size]).toEqual([1, 0]);
  });

  it.each([['on the device', () => keys], ['in memory alone', () => []]])('is refused once, also where it was being sent when its writer pressed Send, kept %s', async (_where, sealing) => {
    answering(422, 422);
    let turn = Promise.resolve();
    const tab = openTab(office, undefined, {withLock: async (_name, work) => ((turn = turn.then(work)), await turn, true)});
    await tab.keep(letter, sealing(), hearer);
    await Promise.all([tab.send(), tab.send(letter.id)]);
    expect([office.attempts.length, heard.map(({kind}) => kind)]).toEqual([1, ['not-taken']]);
  });

  it('for an action lies encrypted under a key of its own, and goes as plain JSON', async () => {
    const action = {address: new URL('https://other.example/take'), isAction: true};
    const tab = openTab(office, action);
    expect(await tab.keep(letter, [], hearer)).toBe('device');
    const {body, kind, bodyType} = office.records.get(letter.id)!;
    expect([kind, bodyType, Buffer.from(body as Uint8Array).includes('story')]).toEqual(['action', 'application/json', false]);
    office.answer = () => ({status: 204});
    await openTab(office, action).send();
    await settle(office);
    // By the other tab, and once more by this one, which believes nobody else.
    const sent = {id: letter.id, body: letter.body, bodyType: 'application/json', isAction: true, address: action.address};
    expect(office.attempts).toMatchObject([sent, sent]);
    expect([office.records.size, office.keys.size, heard]).toEqual([0, 0, [{kind: 'accepted'}]]);
  });

  it('goes to an action no second time where storage does not let it go', async () => {
    const to = {address: new URL('https://other.example/take'), isAction: true};
    office.answer = () => ({status: 204});
    const tab = openTab(office, to);
    await tab.keep(letter, [], hearer);
    const {id} = letter;
    const remove = office.records.delete.bind(office.records);
    office.records.delete = () => { throw new DOMException('It fails.', 'UnknownError'); };
    await tab.send(id);
    office.now += minute;
    await tab.send();
    expect([office.attempts.length, office.records.size]).toEqual([1, 1]);
    office.records.delete = remove;
    await tab.send();
    await settle(office);
    expect([office.attempts.length, office.records.size]).toEqual([1, 0]);
  });

  it.each([
    ['there is no key to seal with', async () => openTab(office).keep(letter, [], hearer)],
    ['storage refuses', async () => ((office.failing = 1), openTab(office).keep(letter, keys, hearer))],
  ])('is only in memory where %s, and still goes', async (_why, keep) => {
    expect(await keep()).toBe('memory');
    expect(office.records.size).toBe(0);
    answering(503);
    await office.tabs[0]!.send(letter.id);
    await pass(office, hour);
    expect(heard.map(({kind}) => kind)).toEqual(['not-yet', 'received']);
    expect(office.rows.size).toBe(1);
  });

  it('is only in memory where storage never answers', async () => {
    onTestFinished(() => void vi.useRealTimers());
    vi.useFakeTimers({toFake: ['setTimeout']});
    let isAsked = () => {};
    const asked = new Promise<void>((resolve) => (isAsked = resolve));
    const tab = openTab(office, undefined, {store: {keep: () => (isAsked(), new Promise(() => {})), all: async () => [], keyOf: async () => undefined, change: async () => {}, remove: async () => {}, lease: async () => true, release: async () => {}}});
    const kept = tab.keep(letter, keys, hearer);
    await asked;
    vi.runAllTimers();
    expect(await kept).toBe('memory');
  });
});

describe('what is answered', () => {
  it.each(Array.from({length: 500}, (_, place) => place + 100))('with %i ends as the table says', async (status) => {
    office.answer = () => ({status});
    const tab = openTab(office);
    await tab.keep(letter, keys, hearer);
    await tab.send(letter.id);
    const {nextAt, tries} = office.records.get(letter.id)!;
    const wait = nextAt - office.now;
    const refused = [400, 413, 415, 422].includes(status);
    const again = status < 400 || status >= 500 || [408, 409, 425, 429].includes(status);
    expect(wait).toBe(refused ? Infinity : again ? 1000 : hour);
    expect([tries, heard.length]).toEqual([1, 1]);
    expect(heard[0]!.kind).toBe(refused ? 'not-taken' : again ? 'not-yet' : 'misconfigured');
  });

  it.each<[string, EndpointAnswer]>([
    ['the id of somebody else', {status: 201, value: {...receipt, id: '0197b2c4-7a1e-7cc2-9d0b-5f2f0d1f7a12'}}],
    ['nothing at all', {status: 201}],
    ['a page', {status: 200, value: undefined}],
  ])('with %s keeps it', async (_what, answer) => {
    office.answer = () => answer;
    const tab = openTab(office);
    await tab.keep(letter, keys, hearer);
    await tab.send(letter.id);
    expect(office.records.size).toBe(1);
  });

  it('is waited for as long as the endpoint asks, in either form, whatever a reload would like', async () => {
    for (const form of [() => '600', () => new Date(office.now + 600_000).toUTCString()]) {
      const retryAfterHeader = form();
      office.answer = () => ({status: 503, retryAfterHeader});
      const tab = openTab(office);
      await tab.keep(letter, keys, hearer);
      await tab.send(letter.id);
      const tries = office.attempts.length;
      await openTab(office).send();
      await pass(office, 599_000);
      expect(office.attempts).toHaveLength(tries);
      delete office.answer;
      await pass(office, 2000);
      expect([office.rows.size, office.records.size]).toEqual([1, 0]);
      office.rows.clear();
    }
  });
});

describe('time', () => {
  it('brings at least one try in every five minutes, and no storm', async () => {
    office.answer = () => ({status: 500});
    const tab = openTab(office);
    await tab.keep(letter, keys, hearer);
    await tab.send(letter.id);
    await pass(office, hour);
    const early = office.attempts.length;
    await pass(office, hour);
    expect(office.attempts.length - early).toBeGreaterThanOrEqual(12);
    expect(office.attempts.length - early).toBeLessThanOrEqual(60);
  });

  it('that a connection may be back sends at once what found nobody, and not what was asked to wait', async () => {
    const tab = openTab(office);
    await tab.keep({...letter, id: 'unanswered'}, keys, hearer);
    await tab.keep({...letter, id: 'asked'}, keys, hearer);
    office.answer = () => ({status: 503});
    await tab.send('unanswered');
    office.answer = () => ({status: 503, retryAfterHeader: '600'});
    await tab.send('asked');
    delete office.answer;
    await tab.sendAgain();
    expect([...office.rows.keys()]).toEqual(['unanswered']);
  });

  it('tries hourly where something needs mending', async () => {
    office.answer = () => ({status: 404});
    const tab = openTab(office);
    await tab.keep(letter, keys, hearer);
    await tab.send(letter.id);
    await pass(office, 5 * hour + minute);
    expect(office.attempts).toHaveLength(6);
  });

  it('sends nothing by itself after thirty days, says that it waits, and sends or deletes it when told to', async () => {
    office.answer = () => ({status: 503});
    await openTab(office).keep(letter, keys, hearer);
    office.now += 31 * day;
    const tab = openTab(office);
    await tab.send();
    await tab.sendAgain();
    expect(office.attempts).toEqual([]);
    expect((await tab.undelivered()).map(({id}) => id)).toEqual([letter.id]);
    expect((await tab.sendUndelivered(letter.id)).kind).toBe('not-yet');
    delete office.answer;
    expect(await tab.sendUndelivered(letter.id)).toEqual({kind: 'received', receipt});
    expect(await tab.undelivered()).toEqual([]);

    await openTab(office).keep({...letter, id: 'another'}, keys, hearer);
    office.now += 31 * day;
    await tab.remove('another');
    expect([office.records.size, office.rows.has('another')]).toEqual([0, false]);
  });

  it.each([['ahead', 365], ['behind', -365]])('that was a year %s when it was written costs nothing', async (_way, days) => {
    const right = office.now;
    office.now += days * day;
    office.answer = () => ({status: 503});
    const tab = openTab(office);
    await tab.keep(letter, keys, hearer);
    await tab.send(letter.id);
    office.now = right + minute;
    delete office.answer;
    const later = openTab(office);
    await later.send();
    for (const {id} of await later.undelivered()) await later.sendUndelivered(id);
    expect([office.rows.size, office.records.size]).toEqual([1, 0]);
  });
});

describe('several', () => {
  it('ten tabs bring every letter exactly once', async () => {
    answering(503, 503, 503);
    let turns = Promise.resolve();
    const inTurn = (_name: string, work: () => Promise<void>) => (turns = turns.then(work)).then(() => true);
    const tabs = Array.from({length: 10}, () => openTab(office, undefined, {withLock: inTurn}));
    await Promise.all(tabs.map((tab, place) => tab.keep({...letter, id: `letter-${place}`}, keys, hearer)));
    await Promise.all(tabs.map((tab, place) => tab.send(`letter-${place}`)));
    await pass(office, hour);
    expect([office.rows.size, office.records.size]).toEqual([10, 0]);
    expect(heard.filter(({kind}) => kind === 'received')).toHaveLength(10);
  });

  it('one that is never taken does not keep the others waiting', async () => {
    office.answer = (attempt) => (attempt.id === 'bad' ? {status: 500} : taken(office, attempt));
    const tab = openTab(office);
    for (const id of ['bad', 'good', 'other']) await tab.keep({...letter, id}, keys, hearer);
    await tab.send('bad');
    await pass(office, hour);
    expect([...office.rows.keys()].sort()).toEqual(['good', 'other']);
  });

  it('wait together where nobody answers the first of them', async () => {
    office.answer = () => ({status: 0});
    const tab = openTab(office);
    for (const id of ['one', 'two', 'three']) await tab.keep({...letter, id}, keys, hearer);
    await tab.send();
    expect(office.attempts).toHaveLength(1);
  });

  it('two endpoints on one website keep apart', async () => {
    const other = openTab(office, {address: new URL('https://other.example/'), isAction: false});
    const tab = openTab(office);
    await other.keep({...letter, id: 'other'}, keys, hearer);
    await tab.keep(letter, keys, hearer);
    await tab.send();
    expect([...office.rows.keys(), ...office.records.keys()]).toEqual([letter.id, 'other']);
    expect(tab.name).toBe('care-elements-outbox:https://central.example/');
    expect(other.name).not.toBe(tab.name);
  });

  it('leaves alone what only a later version understands', async () => {
    office.records.set('later', {id: 'later', endpoint: 'https://central.example/', kind: 'something-else' as 'submission', body: 'x', bodyType: 'application/json', createdAt: office.now, tries: 0, nextAt: 0});
    await openTab(office).send();
    expect([office.attempts.length, office.records.size]).toEqual([0, 1]);
  });

  it('sends its last copy where somebody has cleared the storage', async () => {
    answering(503);
    const tab = openTab(office);
    await tab.keep(letter, keys, hearer);
    await tab.send(letter.id);
    office.records.clear();
    await pass(office, hour);
    expect(office.rows.size).toBe(1);
  });
});

describe.each([['an endpoint', false], ['an action', true]])('for %s, whatever another script of this website does to storage', (_whom, isAction) => {
  const to = {address: new URL('https://central.example/'), isAction};
  const others: QueuedSubmission = {id: letter.id, endpoint: to.address.href, kind: isAction ? 'action' : 'submission', body: 'what somebody else says', bodyType: 'application/jose', createdAt: 0, tries: 0, nextAt: 0};
  const answer = () => (office.answer = isAction ? () => ({status: 204}) : (attempt) => taken(office, attempt));

  it.each<[string, Partial<QueuedSubmission> | undefined]>([
    ['says something else in its place', {body: others.body, bodyType: 'application/jose'}],
    ['puts a whole other record in its place', others],
    ['says that it is for another endpoint', {endpoint: 'https://other.example/'}],
    ['says that it is years old', {createdAt: 1}],
    ['says that it was refused', {nextAt: Infinity}],
    ['says that nobody knows when it is due', {nextAt: NaN}],
    ['takes it away', undefined],
  ])('which %s, what somebody wrote here comes as they wrote it', async (_what, change) => {
    const tab = openTab(office, to);
    await tab.keep(letter, keys, hearer);
    office.answer = () => ({status: 503});
    await tab.send(letter.id);
    const sent = office.attempts[0]!;
    const record = office.records.get(letter.id)!;
    office.records.clear();
    if (change) office.records.set(letter.id, {...record, ...change});
    answer();
    await pass(office, 10 * minute);
    expect(office.attempts.slice(1).map(({body, bodyType, address}) => ({body, bodyType, address}))).toEqual([{body: sent.body, bodyType: sent.bodyType, address: sent.address}]);
    expect([heard.at(-1)!.kind, office.records.size]).toEqual([isAction ? 'accepted' : 'received', 0]);
  });

  it('the form is told within ten seconds that the page has the last copy, also where nothing is tried by itself', async () => {
    office.answer = () => ({status: 404});
    const tab = openTab(office, to);
    await tab.keep(letter, keys, hearer);
    await tab.send(letter.id);
    expect(places).toEqual(['device']);
    await pass(office, minute);
    expect(places).toEqual(['device']);
    office.records.clear();
    await pass(office, 10_000);
    expect(places).toEqual(['device', 'lost']);
    await pass(office, hour);
    expect(places).toEqual(['device', 'lost', 'memory']);
    expect(await tab.keep(letter, keys, hearer)).toBe('memory');
  });

  it('and sends no refused letter again because of it', async () => {
    office.answer = () => ({status: 422});
    const tab = openTab(office, to);
    await tab.keep(letter, keys, hearer);
    await tab.send(letter.id);
    office.records.clear();
    await pass(office, day);
    expect([office.attempts.length, places]).toEqual([1, ['device', 'lost']]);
  });

  it('and then says that it has arrived, it is not believed', async () => {
    office.answer = () => ({status: 503});
    const tab = openTab(office, to);
    await tab.keep(letter, keys, hearer);
    await tab.send(letter.id);
    office.records.clear();
    await tab.learn(letter.id);
    expect(heard.map(({kind}) => kind)).toEqual(['not-yet', 'not-yet']);
    answer();
    await pass(office, hour);
    expect(heard.at(-1)!.kind).toBe(isAction ? 'accepted' : 'received');
  });
});

describe('what is not as any version writes it', () => {
  it.each<[string, object]>([
    ['is due nobody knows when', {nextAt: NaN}],
    ['was made at no time', {createdAt: NaN, nextAt: Infinity}],
    ['was made at no time that a calendar has', {createdAt: -1e20}],
    ['has no body', {body: null}],
    ['was tried nobody knows how often', {tries: NaN}],
  ])('and %s is left alone, and keeps no other waiting', async (_what, wrong) => {
    const record: QueuedSubmission = {id: 'wrong', endpoint: 'https://central.example/', kind: 'submission', body: 'x', bodyType: 'application/jose', createdAt: office.now, tries: 0, nextAt: 0};
    office.records.set('wrong', {...record, ...wrong});
    answering(503);
    const tab = openTab(office);
    await tab.keep(letter, keys, hearer);
    await tab.send(letter.id);
    await pass(office, minute);
    expect([...office.rows.keys()]).toEqual([letter.id]);
    expect([await tab.undelivered(), [...office.records.values()]]).toEqual([[], [{...record, ...wrong}]]);
    expect(office.attempts.map(({id}) => id)).toEqual([letter.id, letter.id]);
  });
});

describe('a turn that somebody else never ends', () => {
  const inTurn = async () => false;

  it('keeps nobody from sending what they wrote here, at once and later, and no other waits for it in vain', async () => {
    answering(503);
    await openTab(office).keep({...letter, id: 'of another page'}, keys, hearer);
    office.tabs.length = 0;
    const tab = openTab(office, undefined, {withLock: inTurn});
    await tab.keep(letter, keys, hearer);
    await tab.send(letter.id);
    await pass(office, minute);
    expect(heard.map(({kind}) => kind)).toEqual(['not-yet', 'received']);
    expect([...office.records.keys()]).toEqual(['of another page']);
    await openTab(office).send();
    expect(office.records.size).toBe(0);
  });

  it('makes no storm of looking whether it has ended', async () => {
    await openTab(office).keep(letter, keys, hearer);
    office.wakes.clear();
    let looks = 0;
    await openTab(office, undefined, {withLock: async () => ((looks += 1), false)}).send();
    await pass(office, minute);
    expect(looks).toBe(7);
  });

  it('lets each be refused once, where it was being sent when its writer pressed Send', async () => {
    answering(422, 422);
    const tab = openTab(office, undefined, {withLock: inTurn});
    await tab.keep(letter, keys, hearer);
    await Promise.all([tab.send(), tab.send(letter.id)]);
    expect([office.attempts.length, heard.map(({kind}) => kind)]).toEqual([1, ['not-taken']]);
  });

  it('keeps no writer from sending what was stuck', async () => {
    await openTab(office).keep(letter, keys, hearer);
    office.now += 31 * day;
    expect(await openTab(office, undefined, {withLock: inTurn}).sendUndelivered(letter.id)).toEqual({kind: 'received', receipt});
  });
});

describe('whatever fails, once', () => {
  /** A whole life of a letter: written, sent, the page closed, opened again, and time. */
  async function live(isAction: boolean): Promise<'device' | 'memory'> {
    const to = {address: new URL('https://central.example/'), isAction};
    const tab = openTab(office, to);
    const on = await tab.keep(letter, keys, hearer);
    await tab.send(letter.id).catch(() => undefined);
    await pass(office, 10 * minute);
    // A page in memory alone stays open, as it asks for.
    if (on === 'device') {
      office.tabs.length = 0;
      office.wakes.clear();
    }
    const later = openTab(office, to);
    await later.send().catch(() => undefined);
    await pass(office, 2 * hour);
    await openTab(office, to).send().catch(() => undefined);
    await settle(office);
    return on;
  }

  it.each([[false, false], [false, true], [true, false], [true, true]])('call after call, to an action: %s, done before it fails: %s: nothing lost, nothing twice', async (isAction, isLate) => {
    let total = 0;
    for (let failing = 0; failing <= total; failing += 1) {
      office = openOffice();
      Object.assign(office, {failing, isLate});
      answering(503);
      await live(isAction);
      total = Math.max(total, failing === 0 ? office.calls : 0);
      expect([failing, office.rows.size, office.records.size]).toEqual([failing, 1, 0]);
    }
    expect(total).toBeGreaterThan(8);
  });
});
