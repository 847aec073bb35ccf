import {expect, it} from 'vitest';
import type {NewAlert} from '../../../src/endpoint/store/alert.js';
import type {Store} from '../../../src/endpoint/store/store.js';
import {hash, newSubmission, nextId} from '../../support/store/submission-examples.js';
import type {Opened} from './store-suite.js';

const both: NewAlert[] = [{kind: 'immediate', way: 'hook'}, {kind: 'immediate', way: 'mail'}];
const arrivedAt = Date.parse(newSubmission().receivedAt);
const now = arrivedAt + 1000;
const opening = {label: 'inbox', openedAt: '2026-11-22T10:20:00.000Z'};

/** What every store promises of alerts. */
export function alertSuite({open, another}: Opened): void {
  const claim = (changes: Partial<Parameters<Store['claimAlerts']>[0]> = {}, store = open()) => store.claimAlerts({way: 'hook', now, until: now + 30_000, limit: 10, ...changes});
  const urgent = async (changes: Parameters<typeof newSubmission>[0] = {}) => {
    const submission = newSubmission({urgency: 'immediate', alerts: both, ...changes});
    await open().save(submission);
    return submission;
  };

  it('hands out what is to be told of a submission, each way for itself, from the moment it is kept', async () => {
    const {id, receivedAt} = await urgent();
    expect(await claim({now: arrivedAt - 1})).toEqual([]);
    expect(await claim({now: arrivedAt})).toEqual([{row: expect.any(Number), submission: id, kind: 'immediate', way: 'hook', happenedAt: receivedAt, told: 0, failed: 0}]);
    expect(await claim({way: 'mail'})).toMatchObject([{submission: id, way: 'mail'}]);
  });

  it('tells nothing twice because it came twice, or because other content came under its id', async () => {
    const submission = await urgent();
    await open().save(submission);
    await open().save({...submission, contentHash: hash('other')});
    expect(await claim()).toHaveLength(1);
  });

  it('tells nothing of a submission that could not be kept', async () => {
    const bad = newSubmission({urgency: 'immediate', alerts: both, stories: {story: undefined as unknown as string}});
    const good = newSubmission({urgency: 'immediate', alerts: both});
    await Promise.allSettled([open().save(bad), open().save(good)]);
    expect((await claim()).map(({submission}) => submission)).toEqual([good.id]);
  });

  it('gives each to one endpoint at a time, however many ask', async () => {
    for (let each = 0; each < 20; each += 1) await urgent();
    const other = await another();
    const claims = await Promise.all(Array.from({length: 10}, (_, each) => claim({limit: 4}, each % 2 ? other : open())));
    const ids = claims.flat().map(({submission}) => submission);
    // Whoever asks while another holds a row goes on without it, so some may be left.
    ids.push(...(await claim({limit: 100})).map(({submission}) => submission));
    expect(ids).toHaveLength(20);
    expect(new Set(ids).size).toBe(20);
  });

  it('gives out again what an endpoint took that never came back', async () => {
    const {id} = await urgent();
    await claim({until: now + 30_000});
    expect(await claim({now: now + 29_999})).toEqual([]);
    const other = await another();
    expect(await claim({now: now + 30_000}, other)).toMatchObject([{submission: id, told: 0, failed: 0}]);
  });

  it('gives out again when it is due what was told or could not be, with how often', async () => {
    await urgent();
    const [alert] = await claim();
    await open().settleAlert({row: alert!.row, told: 1, failed: 0, dueAt: now + 300_000});
    expect(await claim({now: now + 299_999})).toEqual([]);
    expect(await claim({now: now + 300_000})).toEqual([{...alert, told: 1}]);
    await open().settleAlert({row: alert!.row, told: 1, failed: 1, dueAt: now + 302_000});
    expect(await claim({now: now + 302_000})).toEqual([{...alert, told: 1, failed: 1}]);
  });

  it('forgets what is done', async () => {
    await open().save(newSubmission({alerts: [{kind: 'arrival', way: 'hook'}]}));
    const [alert] = await claim();
    await open().settleAlert({row: alert!.row, told: 1, failed: 0});
    expect(await claim({now: now + 1e10})).toEqual([]);
  });

  it('gives out what is urgent before everything else, and of each the oldest first', async () => {
    const at = (second: number) => `2026-11-22T10:09:4${second}.000Z`;
    const ids: string[] = [];
    for (const [urgency, second] of [['none', 2], ['immediate', 5], ['none', 3], ['immediate', 4]] as const) {
      const submission = newSubmission({urgency, receivedAt: at(second), alerts: [{kind: urgency === 'none' ? 'arrival' : 'immediate', way: 'hook'}]});
      ids.push(submission.id);
      await open().save(submission);
    }
    const inTurn = (await claim({limit: 3, now: now + 10_000, until: now + 20_000})).map(({submission}) => submission);
    expect(inTurn).toEqual([ids[3], ids[1], ids[0]]);
    expect((await claim({limit: 3, now: now + 10_000})).map(({submission}) => submission)).toEqual([ids[2]]);
  });

  it('tells nobody any more of what a person has opened, also where it is being told just now', async () => {
    const [first, second] = [await urgent(), await urgent({alerts: [...both, {kind: 'arrival', way: 'hook'}]})];
    const [alert] = await claim({limit: 1});
    expect(alert?.submission).toBe(first.id);
    await open().markOpened(first.id, opening);
    await open().settleAlert({row: alert!.row, told: 1, failed: 0, dueAt: now});
    await open().markOpened(second.id, opening);
    expect(await claim({way: 'mail'})).toEqual([]);
    // That it has arrived is news all the same for whoever follows.
    expect(await claim()).toMatchObject([{submission: second.id, kind: 'arrival'}]);
  });

  it('knows which urgent ones nobody has opened, since when the oldest stands, and of nothing else', async () => {
    const before = '2026-11-22T10:10:00.000Z';
    expect(await open().unopened(before)).toEqual({count: 0});
    const [first, second] = [await urgent(), await urgent({alerts: []})];
    await urgent({receivedAt: before});
    await open().save(newSubmission({urgency: 'concern'}));
    expect(await open().unopened(before)).toEqual({count: 2, oldest: {id: first.id, receivedAt: first.receivedAt}});
    await open().markOpened(first.id, opening);
    await open().markOpened(first.id, {label: 'other', openedAt: before});
    await open().markOpened(nextId(), opening);
    expect(await open().unopened(before)).toEqual({count: 1, oldest: {id: second.id, receivedAt: second.receivedAt}});
  });
}
