import {expect, it} from 'vitest';
import type {StepBy} from '../../../src/endpoint/store/handling-store.js';
import {erasing, newSubmission, nextId} from '../../support/store/submission-examples.js';
import type {Opened} from './store-suite.js';

const at = '2026-11-22T11:00:00.000Z';
const opening = {label: 'anna', openedAt: '2026-11-22T10:20:00.000Z'};
const step = (changes: Partial<StepBy> = {}): StepBy => ({state: 'handling', who: 'béla', at, steps: 0, ...changes});

/** What every store promises of what the team does with a submission. */
export function handlingSuite({open, another}: Opened): void {
  const keep = async (changes: Parameters<typeof newSubmission>[0] = {}) => {
    const submission = newSubmission(changes);
    await open().save(submission);
    return submission;
  };
  const stateOf = async (id: string) => (await open().submission(id))?.state;

  it('shows what nobody has opened as unopened, and who opened it first from then on', async () => {
    const {id} = await keep();
    expect(await stateOf(id)).toBe('unopened');
    expect(await open().steps(id)).toEqual([]);
    await open().markOpened(id, opening);
    await open().markOpened(id, {label: 'béla', openedAt: at});
    expect(await stateOf(id)).toBe('seen');
    expect(await open().steps(id)).toEqual([{state: 'seen', who: 'anna', at: opening.openedAt}]);
  });

  it('goes on step by step and back, and keeps who took each when, with their note letter for letter', async () => {
    const {id} = await keep();
    await open().markOpened(id, opening);
    const note = '  <b>قلتُ</b> "it" \\ 👵🏾\u202E\n\n';
    const first = await open().changeStatus(id, step({steps: 1, note}));
    expect(first).toEqual({result: 'advanced', steps: [{state: 'seen', who: 'anna', at: opening.openedAt}, {state: 'handling', who: 'béla', at, note}]});
    for (const [before, state] of (['closed', 'closed', 'handling', 'seen'] as const).entries()) expect(await open().changeStatus(id, step({state, steps: before + 2}))).toMatchObject({result: 'advanced'});
    expect((await open().steps(id)).map(({state}) => state)).toEqual(['seen', 'handling', 'closed', 'closed', 'handling', 'seen']);
    expect(await stateOf(id)).toBe('seen');
    expect((await open().inbox({order: 'arrived', limit: 10})).submissions.map(({state}) => state)).toEqual(['seen']);
  });

  it('takes the first step also where nobody is known to have opened it, since not even that may have fitted on the disk', async () => {
    const {id} = await keep();
    expect(await open().changeStatus(id, step({state: 'closed'}))).toEqual({result: 'advanced', steps: [{state: 'closed', who: 'béla', at}]});
    await open().markOpened(id, opening);
    expect(await stateOf(id)).toBe('closed');
    expect(await open().steps(id)).toHaveLength(1);
  });

  it('changes nothing for somebody who has not seen the last step, and says what there is now', async () => {
    const {id} = await keep();
    await open().markOpened(id, opening);
    await open().changeStatus(id, step({steps: 1, note: 'Mine.'}));
    const now = await open().steps(id);
    for (const steps of [0, 1, 3]) expect(await open().changeStatus(id, step({state: 'closed', who: 'anna', steps}))).toEqual({result: 'changed', steps: now});
    expect(await open().steps(id)).toEqual(now);
    expect((await open().log({submission: id, limit: 10})).entries).toHaveLength(1);
  });

  it('lets exactly one of two win who change the same at once, from two endpoints', async () => {
    const other = await another();
    for (let round = 0; round < 10; round += 1) {
      const {id} = await keep();
      for (const steps of [0, 1]) {
        const both = await Promise.all([open().changeStatus(id, step({who: 'anna', steps})), other.changeStatus(id, step({who: 'béla', steps, state: 'closed'}))]);
        expect(both.map((each) => each?.result).sort()).toEqual(['advanced', 'changed']);
        for (const each of both) expect(each?.steps).toHaveLength(steps + 1);
      }
      expect(await open().steps(id)).toHaveLength(2);
    }
  });

  it('records who changed what in the log, and never a word of the note', async () => {
    const {id} = await keep();
    await open().changeStatus(id, step({note: 'WORDS'}));
    const {entries} = await open().log({limit: 10});
    expect(entries).toEqual([{at, who: 'béla', what: 'changed', submission: id, detail: 'handling'}]);
  });

  it('tells nobody any more that something is urgent once somebody has taken a step', async () => {
    const {id} = await keep({urgency: 'immediate', alerts: [{kind: 'immediate', way: 'hook'}, {kind: 'arrival', way: 'hook'}]});
    await open().changeStatus(id, step());
    expect(await open().claimAlerts({way: 'hook', now: Date.parse(at), until: Date.parse(at) + 1, limit: 10})).toMatchObject([{submission: id, kind: 'arrival'}]);
    expect(await open().unopened(at)).toEqual({count: 0});
  });

  it('knows nothing of what is not there, was erased, or lies outside the limits', async () => {
    const source = {element: 'care-feedback', version: '0.1.0', mode: 'inline', partner: 'first'} as const;
    const [mine, erased] = [newSubmission(), await keep()];
    await open().save({...mine, coded: {...mine.coded, source}});
    await open().erase(erased.referenceHash, erasing);
    for (const [id, limits] of [[nextId(), {}], [erased.id, {}], [mine.id, {partner: 'other'}]] as const) {
      expect(await open().changeStatus(id, step(), limits)).toBeUndefined();
      await open().markOpened(id === mine.id ? nextId() : id, opening);
      expect(await open().steps(id, limits)).toEqual([]);
    }
    expect(await open().changeStatus(mine.id, step(), {partner: 'first'})).toMatchObject({result: 'advanced'});
    expect(await open().steps(mine.id, {partner: 'first'})).toHaveLength(1);
    expect(await open().steps(mine.id, {partner: 'other'})).toEqual([]);
  });

  it('erases who did what with it, and what they noted, with all else', async () => {
    const {id, referenceHash} = await keep();
    await open().changeStatus(id, step({note: 'WORDS'}));
    await open().erase(referenceHash, erasing);
    expect(await open().steps(id)).toEqual([]);
    expect(await open().unopenedInAll()).toEqual({count: 0});
  });

  it('counts what nobody has opened, however little urgent, and names the oldest and the one to open next', async () => {
    expect([await open().unopenedInAll(), await open().nextUnopened()]).toEqual([{count: 0}, undefined]);
    const calm = await keep();
    const [concern, urgent, later] = [await keep({urgency: 'concern'}), await keep({urgency: 'immediate'}), await keep({urgency: 'immediate'})];
    await keep({replaces: calm.id, quarantine: {reason: 'flood'}});
    expect(await open().unopenedInAll()).toEqual({count: 5, oldest: {id: calm.id, receivedAt: calm.receivedAt}});
    const inTurn: (string | undefined)[] = [];
    for (let each = 0; each < 4; each += 1) {
      inTurn.push(await open().nextUnopened());
      await open().markOpened(inTurn.at(-1)!, opening);
    }
    expect(inTurn).toEqual([urgent.id, later.id, concern.id, calm.id]);
    expect((await open().unopenedInAll()).count).toBe(1);
    await open().changeStatus(calm.id, step({steps: 1, state: 'closed'}));
    expect((await open().unopenedInAll()).count).toBe(1);
  });

  it('counts and names for a token only what it may see', async () => {
    const from = (partner: string) => {
      const submission = newSubmission();
      return {...submission, coded: {...submission.coded, source: {element: 'care-feedback', version: '0.1.0', mode: 'inline' as const, partner}}};
    };
    const [theirs, mine] = [from('other'), from('first')];
    for (const each of [theirs, mine]) await open().save(each);
    const limits = {partner: 'first'};
    expect(await open().unopenedInAll(limits)).toEqual({count: 1, oldest: {id: mine.id, receivedAt: mine.receivedAt}});
    expect(await open().nextUnopened(limits)).toBe(mine.id);
    await open().markOpened(mine.id, opening);
    expect([await open().unopenedInAll(limits), await open().nextUnopened(limits)]).toEqual([{count: 0}, undefined]);
  });
}
