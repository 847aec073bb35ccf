import {expect, it} from 'vitest';
import type {Store} from '../../../src/endpoint/store/store.js';
import {erasing, hash, newSubmission} from '../../support/store/submission-examples.js';

const [old, cut, recent] = ['2026-10-01T10:00:00.000Z', '2026-11-01T00:00:00.000Z', '2026-11-20T10:00:00.000Z'];
const opening = {label: 'inbox', openedAt: recent};

/** What every store promises of removing. `current` gives the store of the test that runs. */
export function retentionSuite(current: () => Store): void {
  it('tidies away the free text of what is older than the time, and keeps the coded answers', async () => {
    const store = current();
    const [before, after] = [newSubmission({receivedAt: old, stories: {story: 'OLD'}, contact: {name: 'Example Person'}}), newSubmission({receivedAt: recent, stories: {story: 'RECENT'}})];
    for (const each of [before, after]) await store.save(each);
    expect(await store.tidy({storiesBefore: cut, after: 0})).toEqual({stories: 1, contacts: 0});
    expect((await store.submission(before.id))?.answers).toEqual({overall: 'good', risk: 'no'});
    expect((await store.submission(after.id))?.answers).toMatchObject({story: 'RECENT'});
    expect(await store.openContact(before.id, opening)).toEqual({name: 'Example Person'});
    expect(await store.tidy({storiesBefore: cut, after: 0})).toEqual({stories: 0, contacts: 0});
  });

  it('tidies away contact details, sealed ones too, and leaves the words', async () => {
    const store = current();
    const plain = newSubmission({receivedAt: old, stories: {story: 'OLD'}, contact: {name: 'Example Person'}});
    const sealed = newSubmission({receivedAt: old, contactSealed: 'a.b.c.d.e'});
    for (const each of [plain, sealed]) await store.save(each);
    expect(await store.tidy({contactsBefore: cut, after: 0})).toEqual({stories: 0, contacts: 2});
    for (const {id} of [plain, sealed]) expect(await store.openContact(id, opening)).toBeUndefined();
    expect(await store.submission(plain.id)).toMatchObject({hasContact: false, answers: {story: 'OLD'}});
  });

  it('tidies what fits no submission with the words, and still shows that it was set apart', async () => {
    const store = current();
    const faults = [{pointer: '/answers/story', detail: 'is "WORDS"'}];
    const whole = newSubmission({receivedAt: old, quarantine: {reason: 'checks', faults, whole: 'WORDS'}, contactSealed: 'a.b.c.d.e'});
    const untold = newSubmission({receivedAt: old, quarantine: {reason: 'checks', faults, whole: ''}, contactSealed: 'a.b.c.d.e'});
    for (const each of [whole, untold]) await store.save(each);
    expect(await store.tidy({storiesBefore: cut, after: 0})).toEqual({stories: 2, contacts: 0});
    expect(await store.tidy({storiesBefore: cut, after: 0})).toEqual({stories: 0, contacts: 0});
    const entry = await store.submission(whole.id);
    expect(entry).toMatchObject({quarantine: 'checks', whole: '', hasContact: true});
    expect(entry).not.toHaveProperty('faults');
    // There all that came, words and all, is kept as contact details.
    expect(await store.submission(untold.id)).toMatchObject({hasContact: false});
  });

  it('tidies what the team noted with the words, since it may tell them again, and leaves who did what', async () => {
    const store = current();
    const [before, after] = [newSubmission({receivedAt: old}), newSubmission({receivedAt: recent})];
    for (const each of [before, after]) {
      await store.save(each);
      await store.changeStatus(each.id, {state: 'closed', note: 'WORDS', who: 'anna', at: recent, steps: 0});
    }
    expect(await store.tidy({contactsBefore: cut, after: 0})).toEqual({stories: 0, contacts: 0});
    expect(await store.tidy({storiesBefore: cut, after: 0})).toEqual({stories: 1, contacts: 0});
    expect(await store.tidy({storiesBefore: cut, after: 0})).toEqual({stories: 0, contacts: 0});
    expect(await store.steps(before.id)).toEqual([{state: 'closed', who: 'anna', at: recent}]);
    expect(await store.steps(after.id)).toMatchObject([{note: 'WORDS'}]);
  });

  it('tidies in short steps and misses none', async () => {
    const store = current();
    const submissions = Array.from({length: 1100}, () => newSubmission({receivedAt: old, stories: {story: 'OLD'}}));
    await Promise.all(submissions.map((submission) => store.save(submission)));
    const steps = [];
    for (let after: number | undefined = 0; after !== undefined;) {
      const {next, ...tidied}: {stories: number; next?: number} = await store.tidy({storiesBefore: cut, after});
      steps.push(tidied.stories);
      after = next;
    }
    expect(steps).toEqual([500, 500, 100]);
  });

  it('erases everything that somebody sent, and shows it nowhere', async () => {
    const store = current();
    const erased = newSubmission({urgency: 'immediate', stories: {story: 'WORDS'}, contact: {name: 'Example Person'}, quarantine: {reason: 'checks', faults: []}});
    const other = newSubmission({stories: {story: 'OTHERS'}});
    for (const each of [erased, other]) await store.save(each);
    expect(await store.erase(erased.referenceHash, erasing)).toEqual([{id: erased.id, receivedAt: erased.receivedAt, wasErased: false}]);
    expect(await store.submission(erased.id)).toBeUndefined();
    expect(await store.openContact(erased.id, opening)).toBeUndefined();
    for (const order of ['urgent', 'arrived'] as const) expect((await store.inbox({order, limit: 10})).submissions.map(({id}) => id)).toEqual([other.id]);
    expect((await store.submission(other.id))?.answers).toMatchObject({story: 'OTHERS'});
    expect(await store.erase(erased.referenceHash, erasing)).toMatchObject([{wasErased: true}]);
  });

  it('answers a late repeat of what was erased as before, and does not keep it again', async () => {
    const store = current();
    const submission = newSubmission({stories: {story: 'WORDS'}});
    await store.save(submission);
    await store.erase(submission.referenceHash, erasing);
    expect(await store.save({...submission, receivedAt: recent})).toEqual({result: 'repeated', receivedAt: submission.receivedAt});
    expect(await store.save({...submission, contentHash: hash('other')})).toEqual({result: 'conflict'});
    expect(await store.submission(submission.id)).toBeUndefined();
  });

  it('erases every version of what somebody sent, by the reference of any', async () => {
    const store = current();
    const first = newSubmission();
    const second = newSubmission({replaces: first.id});
    const third = newSubmission({replaces: second.id});
    const other = newSubmission();
    for (const each of [first, second, other, third]) await store.save(each);
    expect((await store.erase(second.referenceHash, erasing))?.map(({id}) => id)).toEqual([first.id, second.id, third.id]);
    expect((await store.inbox({order: 'arrived', limit: 10})).submissions.map(({id}) => id)).toEqual([other.id]);
  });

  it('erases nothing for a reference that nobody has', async () => {
    const store = current();
    await store.save(newSubmission());
    expect(await store.erase(hash('of nobody'), erasing)).toBeUndefined();
    expect((await store.inbox({order: 'arrived', limit: 10})).submissions).toHaveLength(1);
  });

  it('says in the log who erased which version and when, once, and nothing of what stood in it', async () => {
    const store = current();
    const first = newSubmission({stories: {story: 'WORDS'}});
    const second = newSubmission({replaces: first.id, stories: {story: 'WORDS'}});
    for (const each of [first, second]) await store.save(each);
    for (let times = 0; times < 2; times += 1) await store.erase(second.referenceHash, erasing);
    const {entries} = await store.log({what: 'erased', limit: 10});
    expect(entries).toEqual([first, second].map(({id}) => ({at: erasing.at, who: erasing.who, what: 'erased', submission: id})));
    expect(await store.log({what: 'exported', limit: 10})).toEqual({entries: []});
    expect(await store.log({since: '2026-11-23T09:00:00.001Z', limit: 10})).toEqual({entries: []});
  });

  it('hands out that it was erased to be told, once for each version, and nobody is woken by it any more', async () => {
    const store = current();
    const submission = newSubmission({urgency: 'immediate', alerts: [{kind: 'immediate', way: 'hook'}]});
    await store.save(submission);
    for (let times = 0; times < 2; times += 1) await store.erase(submission.referenceHash, {...erasing, alerts: [{kind: 'erasure', way: 'hook'}]});
    const now = Date.parse(erasing.at);
    expect(await store.claimAlerts({way: 'hook', now, until: now + 1, limit: 10})).toMatchObject([{submission: submission.id, kind: 'erasure', happenedAt: erasing.at}]);
  });

  it('erases as far as its versions can be seen to belong together, and says so beforehand', async () => {
    const store = current();
    const from = (partner: string) => ({...newSubmission().coded, source: {element: 'care-feedback', version: '0.1.0', mode: 'inline' as const, partner}});
    const first = newSubmission({coded: from('ours')});
    const second = newSubmission({coded: from('theirs'), replaces: first.id});
    const third = newSubmission({coded: from('ours'), replaces: second.id});
    for (const each of [first, second, third]) await store.save(each);
    const limited = {...erasing, scope: {partner: 'ours'}};
    const seen = (await store.versions(third.id, limited.scope)).map(({id}) => id);
    expect((await store.erase(third.referenceHash, limited))?.map(({id}) => id)).toEqual(seen);
    expect(seen).toEqual([third.id]);
    await store.erase(second.referenceHash, {...erasing, scope: {partner: 'theirs'}});
    // Whoever sees everything sees through what is erased.
    const fourth = newSubmission({replaces: third.id});
    await store.save(fourth);
    expect((await store.versions(fourth.id)).map(({id}) => id)).toEqual([first.id, fourth.id]);
    expect((await store.erase(fourth.referenceHash, erasing))?.filter(({wasErased}) => !wasErased).map(({id}) => id)).toEqual([first.id, fourth.id]);
  });

  it('erases nothing that is outside the limits of whoever erases, and does not know it for them', async () => {
    const store = current();
    const from = (partner: string) => ({...newSubmission().coded, source: {element: 'care-feedback', version: '0.1.0', mode: 'inline' as const, partner}});
    const ours = newSubmission({coded: from('ours'), stories: {story: 'WORDS'}});
    const theirs = newSubmission({coded: from('theirs'), replaces: ours.id, stories: {story: 'WORDS'}});
    for (const each of [ours, theirs]) await store.save(each);
    const limited = {...erasing, scope: {partner: 'theirs'}};
    expect(await store.erase(ours.referenceHash, limited)).toBeUndefined();
    expect((await store.erase(theirs.referenceHash, limited))?.map(({id}) => id)).toEqual([theirs.id]);
    // Nor does it tell them that anything came later.
    expect((await store.submission(ours.id))?.replacedBy).toBeUndefined();
  });

  it('remembers what was left to the defaults, once and until it is told otherwise, and whether anything has ever come', async () => {
    const store = current();
    expect(await store.retentionMemory()).toEqual({defaults: [], isEmpty: true});
    await Promise.all([1, 2, 3].map(() => store.rememberDefaults(['stories', 'contacts'])));
    const submission = newSubmission();
    await store.save(submission);
    expect(await store.retentionMemory()).toEqual({defaults: ['contacts', 'stories'], isEmpty: false});
    await store.rememberDefaults(['stories']);
    await store.erase(submission.referenceHash, erasing);
    expect(await store.retentionMemory()).toEqual({defaults: ['stories'], isEmpty: false});
    await store.rememberDefaults([]);
    expect(await store.retentionMemory()).toEqual({defaults: [], isEmpty: false});
  });
}
