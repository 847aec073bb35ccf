import {afterAll, afterEach, beforeAll, beforeEach, expect, it} from 'vitest';
import type {QuestionSet} from '../../../src/contract/question-set.js';
import type {Service} from '../../../src/contract/service.js';
import type {ImportTimes} from '../../../src/endpoint/store/import-steps.js';
import {StoreUnavailable, type InboxPosition, type Store} from '../../../src/endpoint/store/store.js';
import {accessSuite} from './access-suite.js';
import {alertSuite} from './alert-suite.js';
import {directorySuite} from './directory-suite.js';
import {filterSuite} from './filter-suite.js';
import {exampleService, hash, newSubmission, nextId} from '../../support/store/submission-examples.js';
import {handlingSuite} from './handling-suite.js';
import {putServices} from '../../support/store/put-services.js';
import {reportsSuite} from './reports-suite.js';
import {retentionSuite} from './retention-suite.js';
import {rightsSuite} from './rights-suite.js';

/** The store of the test that runs, and the way to others over the same rows, as other processes have them: these are closed when the test ends. */
export interface Opened {
  open(): Store;
  another(importTimes?: ImportTimes): Promise<Store>;
  ask: Place['ask'];
}

/** One place where rows lie, which can be opened more than once. */
export interface Place {
  open(importTimes?: ImportTimes): Promise<Store>;
  /** What a question to the database itself finds. */
  ask(question: string): Promise<Record<string, unknown>[]>;
  /** Takes away what the test before wrote, over a connection of its own, also while stores are open. */
  clear(): Promise<void>;
  /** Takes the place away. */
  end(): Promise<void>;
}

const house = exampleService();

const exampleSet: QuestionSet = {
  id: 'example',
  version: '1',
  pages: [{id: 'only', questions: [{id: 'comment', kind: 'long-text', required: true}]}],
  texts: {en: {title: 'Example', pages: {only: {title: 'Tell us'}}, questions: {comment: {label: 'What was it like?'}}}},
};

/** What every store promises. */
export function storeSuite(openPlace: () => Promise<Place>): void {
  let place: Place;
  let store: Store;
  const others: Store[] = [];
  const another = async (importTimes?: ImportTimes) => {
    const other = await place.open(importTimes);
    others.push(other);
    return other;
  };

  // Opened once for all: a store has nothing in memory that outlives the rows.
  beforeAll(async () => {
    place = await openPlace();
    store = await place.open();
  });
  beforeEach(() => place.clear());
  afterEach(async ({task}) => {
    await Promise.all(others.splice(0).map((other) => other.close()));
    if (task.result?.state !== 'fail') return;
    // What a test leaves that broke off, an import say, ends with its store.
    await store.close();
    store = await place.open();
  });
  afterAll(async () => {
    await store.close();
    await place.end();
  });

  const idsIn = async (query: Parameters<Store['inbox']>[0]) => (await store.inbox(query)).submissions.map(({id}) => id);

  retentionSuite(() => store);
  reportsSuite(() => store);
  rightsSuite(() => store);

  it('remembers the earliest day on which an owner was told that a field will be needed, each for itself, for every endpoint over it', async () => {
    expect(await store.graceBegan('dataComplaint', '2027-01-10')).toBe('2027-01-10');
    const other = await another();
    expect(await other.graceBegan('dataComplaint', '2027-03-01')).toBe('2027-01-10');
    expect(await store.graceBegan('another', '2027-03-01')).toBe('2027-03-01');
    // A clock that was wrong at first takes no days away.
    expect(await store.graceBegan('another', '2027-02-01')).toBe('2027-02-01');
    expect(await other.graceBegan('another', '2027-03-02')).toBe('2027-02-01');
  });

  it('keeps a submission once, however often it comes', async () => {
    const submission = newSubmission();
    expect(await store.save(submission)).toEqual({result: 'kept', receivedAt: submission.receivedAt});
    expect(await store.save({...submission, receivedAt: '2027-01-01T00:00:00.000Z'})).toEqual({result: 'repeated', receivedAt: submission.receivedAt});
    expect(await idsIn({order: 'arrived', limit: 10})).toEqual([submission.id]);
  });

  it('refuses other content under an id that has arrived, and keeps the first', async () => {
    const submission = newSubmission({stories: {comment: 'first'}});
    await store.save(submission);
    expect(await store.save({...submission, contentHash: hash('other'), stories: {comment: 'second'}})).toEqual({result: 'conflict'});
    expect((await store.submission(submission.id))?.answers).toMatchObject({comment: 'first'});
  });

  it('answers exactly one of many that come at once with "kept"', async () => {
    const submission = newSubmission();
    const answers = await Promise.all(Array.from({length: 50}, () => store.save(submission)));
    expect(answers.filter((answer) => answer.result === 'kept')).toHaveLength(1);
    expect(answers.filter((answer) => answer.result === 'repeated')).toHaveLength(49);
  });

  it('still knows everything after it was closed and opened again', async () => {
    const submission = newSubmission({stories: {story: 'ਮੇਰੀ ਮਾਂ 🏥 أمي'}, contact: {email: 'a@example.org'}});
    await store.save(submission);
    await store.close();
    store = await place.open();
    expect(await store.save(submission)).toMatchObject({result: 'repeated'});
    expect((await store.submission(submission.id))?.answers['story']).toBe('ਮੇਰੀ ਮਾਂ 🏥 أمي');
    expect(await store.openContact(submission.id, {label: 'inbox', openedAt: '2026-11-22T11:00:00.000Z'})).toEqual({email: 'a@example.org'});
  });

  it('gives back a story letter for letter, in any script and with marks and line breaks', async () => {
    const story = 'ਜੀ\u200dਆਇਆਂ\r\n\t\u202eمرحبا\u202c "quoted" \\ 👩‍👩‍👧\n'.repeat(200);
    const submission = newSubmission({stories: {story, change: '\u2028'}});
    await store.save(submission);
    expect((await store.submission(submission.id))?.answers).toEqual({overall: 'good', risk: 'no', story, change: '\u2028'});
  });

  it('lists urgent ones first and then the newest, page by page without a gap', async () => {
    const urgencies = ['none', 'immediate', 'concern', 'none', 'immediate'] as const;
    const ids = [];
    for (const urgency of urgencies) {
      const submission = newSubmission({urgency});
      ids.push(submission.id);
      await store.save(submission);
    }
    const expected = [ids[4], ids[1], ids[2], ids[3], ids[0]];
    expect(await idsIn({order: 'urgent', limit: 10})).toEqual(expected);
    const seen: string[] = [];
    for (let after: {rank: number; row: number} | undefined, more = true; more; more = after !== undefined) {
      const page = await store.inbox({order: 'urgent', limit: 2, ...(after ? {after} : {})});
      seen.push(...page.submissions.map(({id}) => id));
      after = page.next;
    }
    expect(seen).toEqual(expected);
  });

  it('lists in the order of arrival behind a cursor that goes on being valid', async () => {
    const first = newSubmission();
    const second = newSubmission();
    const third = newSubmission({urgency: 'immediate'});
    await store.save(first);
    await store.save(second);
    const page = await store.inbox({order: 'arrived', limit: 1});
    expect(page.submissions.map(({id}) => id)).toEqual([first.id]);
    await store.save(third);
    expect(await idsIn({order: 'arrived', limit: 10, after: page.next!})).toEqual([second.id, third.id]);
    const end = await store.inbox({order: 'arrived', limit: 3});
    expect(end.next).toBeUndefined();
  });

  it('links what was corrected to its newest correction', async () => {
    const first = newSubmission();
    const second = newSubmission({replaces: first.id});
    const third = newSubmission({replaces: first.id});
    for (const each of [first, second, third]) await store.save(each);
    expect((await store.submission(first.id))?.replacedBy).toBe(third.id);
    expect(await store.submission(third.id)).not.toHaveProperty('replacedBy');
  });

  it('never lists contact details, and says that there are some', async () => {
    const submission = newSubmission({contact: {name: 'Example Person', phone: '01632 960000'}});
    await store.save(submission);
    const {submissions} = await store.inbox({order: 'urgent', limit: 1});
    expect(submissions[0]).toMatchObject({hasContact: true});
    expect(JSON.stringify(submissions)).not.toContain('Example Person');
  });

  it('sets a submission apart with its reason and what the checks found, among the others', async () => {
    const faults = [{pointer: '/answers/story', detail: 'has more than 20000 characters'}];
    const apart = newSubmission({urgency: 'concern', quarantine: {reason: 'checks', faults}});
    const other = newSubmission();
    for (const each of [apart, other]) await store.save(each);
    const {submissions} = await store.inbox({order: 'urgent', limit: 10});
    expect(submissions.map(({id, quarantine, faults: found}) => ({id, quarantine, found}))).toEqual([
      {id: apart.id, quarantine: 'checks', found: faults},
      {id: other.id, quarantine: undefined, found: undefined},
    ]);
    expect(submissions[0]).not.toHaveProperty('whole');
    expect((await store.save(apart)).result).toBe('repeated');
  });

  it('keeps what fits no submission as it came, letter for letter, beside what could be read of it', async () => {
    const id = nextId();
    const whole = '{"story":"ਮੇਰੀ ਮਾਂ 🏥","colour":"red"}';
    await store.save(newSubmission({id, coded: {id, answers: {}, language: 'pa'}, stories: {story: 'ਮੇਰੀ ਮਾਂ 🏥'}, quarantine: {reason: 'unreadable', whole}}));
    expect(await store.submission(id)).toEqual({
      id, language: 'pa', answers: {story: 'ਮੇਰੀ ਮਾਂ 🏥'}, state: 'unopened', urgency: 'none', receivedAt: '2026-11-22T10:09:41.000Z', hasContact: false, quarantine: 'unreadable', whole,
    });
    const nothing = newSubmission({coded: {id: nextId(), answers: {}}, quarantine: {reason: 'unreadable', whole: ''}, contact: {whole: 'not JSON'}});
    await store.save(nothing);
    expect(await store.submission(nothing.id)).toMatchObject({whole: '', hasContact: true});
    expect(await store.openContact(nothing.id, {label: 'inbox', openedAt: '2026-11-22T11:00:00.000Z'})).toEqual({whole: 'not JSON'});
  });

  it('opens sealed contact details sealed', async () => {
    const submission = newSubmission({contactSealed: 'a.b.c.d.e'});
    await store.save(submission);
    expect(await store.submission(submission.id)).toMatchObject({hasContact: true});
    expect(await store.openContact(submission.id, {label: 'inbox', openedAt: '2026-11-22T11:00:00.000Z'})).toEqual({sealed: 'a.b.c.d.e'});
  });

  it('has no contact details of an unknown id or of somebody who gave none', async () => {
    const submission = newSubmission();
    await store.save(submission);
    const opening = {label: 'inbox', openedAt: '2026-11-22T11:00:00.000Z'};
    expect(await store.openContact(submission.id, opening)).toBeUndefined();
    expect(await store.openContact(nextId(), opening)).toBeUndefined();
  });

  const opened: Opened = {open: () => store, another, ask: (question) => place.ask(question)};
  accessSuite(opened);
  directorySuite(opened);
  alertSuite(opened);
  handlingSuite(opened);
  filterSuite(opened);

  it('adds and updates services, and raises the revision only for a change', async () => {
    const before = await store.directoryRevision();
    expect(await putServices(store, [house], 'import')).toMatchObject({added: 1, changed: 0});
    const after = await store.directoryRevision();
    expect(after).toBeGreaterThan(before);
    expect(await putServices(store, [{...house}], 'import')).toEqual({added: 0, changed: 0, unchanged: 1});
    expect(await store.directoryRevision()).toBe(after);
    expect(await putServices(store, [{...house, name: 'Example Lodge'}], 'import')).toMatchObject({added: 0, changed: 1});
    expect(await store.directoryRevision()).toBeGreaterThan(after);
    expect(await store.service('1-1000000001')).toMatchObject({name: 'Example Lodge'});
  });

  it('never lets an example replace what was imported, and an import replaces an example', async () => {
    await putServices(store, [house], 'example');
    expect(await putServices(store, [{...house, name: 'Imported House'}], 'import')).toMatchObject({added: 0, changed: 1});
    expect(await putServices(store, [house], 'example')).toEqual({added: 0, changed: 0, unchanged: 1});
    expect(await store.service(house.id)).toMatchObject({name: 'Imported House'});
  });

  it('finds a service by its id or its ODS code in any case, the place before its provider', async () => {
    const provider: Service = {id: 'RXQ', level: 'provider', name: 'Example Trust', odsCode: 'VXX01', status: {kind: 'registered'}};
    await putServices(store, [provider, house], 'import');
    expect(await store.service('rxq')).toMatchObject({name: 'Example Trust'});
    expect(await store.service('vxx01')).toMatchObject({id: house.id});
    expect(await store.service('1-9')).toBeUndefined();
  });

  it('hands out every service, page by page', async () => {
    const services = Array.from({length: 25}, (_, index) => ({...house, id: `1-${100 + index}`, odsCode: undefined}));
    await putServices(store, services, 'import');
    const seen: string[] = [];
    for (;;) {
      const page = await store.services({limit: 10, ...(seen.length > 0 ? {after: seen.at(-1)!} : {})});
      seen.push(...page.map(({id}) => id));
      if (page.length < 10) break;
    }
    expect(seen).toEqual(services.map(({id}) => id));
  });

  it('hands services out in the order of their ids’ bytes, in any case, wherever it runs', async () => {
    const ids = ['é-1', 'b-1', 'a-1', 'A-2', '1_1', '1-1', 'É-0', '10'];
    await putServices(store, ids.map((id) => ({...house, id, odsCode: undefined})), 'import');
    expect((await store.services({limit: 10})).map(({id}) => id)).toEqual(['1-1', '10', '1_1', 'a-1', 'A-2', 'b-1', 'É-0', 'é-1']);
    expect((await store.services({limit: 10, after: 'A-1'})).map(({id}) => id)).toEqual(['A-2', 'b-1', 'É-0', 'é-1']);
    expect(await store.service('É-1')).toBeUndefined();
    expect(await store.service('B-1')).toMatchObject({id: 'b-1'});
  });

  it('takes what is set apart with a character that texts cannot hold, and shows that one was there', async () => {
    const whole = JSON.stringify({story: 'before\u0000after'});
    const submission = newSubmission({stories: {story: 'before\u0000after', 'na\u0000me': 'x'}, quarantine: {reason: 'unreadable', whole}, contact: {whole: 'a\u0000b'}});
    expect(await store.save(submission)).toMatchObject({result: 'kept'});
    expect(await store.submission(submission.id)).toMatchObject({whole, answers: {story: 'before\uFFFDafter', 'na\uFFFDme': 'x'}});
    expect(await store.openContact(submission.id, {label: 'inbox', openedAt: '2026-11-22T11:00:00.000Z'})).toEqual({whole: 'a\u0000b'});
  });

  it('never shows a row behind the cursor of somebody who follows, though two stores take many at once', async () => {
    const other = await another();
    const sent = Array.from({length: 600}, () => newSubmission());
    let isDone = false;
    // Ten senders, each with one on its way at a time: enough to meet, and too few to come all at once.
    const writing = Promise.all(Array.from({length: 10}, async (_, sender) => {
      for (const [index, submission] of sent.entries()) if (index % 10 === sender) await (sender % 2 ? other : store).save(submission);
    })).finally(() => (isDone = true));
    const followed: string[] = [];
    let after: InboxPosition | undefined;
    while (!isDone) {
      const there = await store.inbox({order: 'arrived', limit: 500, ...(after && {after})});
      // A cursor stands behind a row only where there is another, so the last of them is read again.
      const all = there.submissions.length;
      const page = there.next || all < 2 ? there : await store.inbox({order: 'arrived', limit: all - 1, ...(after && {after})});
      if (!page.next) continue;
      followed.push(...page.submissions.map(({id}) => id));
      after = page.next;
    }
    await writing;
    followed.push(...(await idsIn({order: 'arrived', limit: 600, ...(after && {after})})));
    expect(new Set(followed).size).toBe(followed.length);
    expect(sent.filter(({id}) => !followed.includes(id))).toEqual([]);
  });

  it('never changes a published question set, and serves the version added last', async () => {
    expect(await store.addQuestionSet(exampleSet)).toBe('added');
    expect(await store.addQuestionSet(structuredClone(exampleSet))).toBe('same');
    expect(await store.addQuestionSet({...exampleSet, pages: [{id: 'only', questions: []}]})).toBe('different');
    expect(await store.addQuestionSet({...exampleSet, version: '2'})).toBe('added');
    expect(await store.questionSet('example')).toMatchObject({version: '2'});
    expect(await store.questionSet('example', '1')).toEqual(exampleSet);
    expect(await store.questionSet('other')).toBeUndefined();
  });

  it('sees at once what another process wrote', async () => {
    const other = await another();
    const before = await store.directoryRevision();
    await putServices(other, [house], 'import');
    expect(await store.directoryRevision()).toBeGreaterThan(before);
    expect(await store.service(house.id)).toBeDefined();
  });

  it('lets two write at the same time without losing a row', async () => {
    const other = await another();
    const submissions = Array.from({length: 200}, () => newSubmission());
    const answers = await Promise.all(submissions.map((submission, index) => (index % 2 ? other : store).save(submission)));
    expect(answers.every((answer) => answer.result === 'kept')).toBe(true);
    expect(await idsIn({order: 'arrived', limit: 500})).toHaveLength(200);
  });

  it('fails only for the one row that cannot be kept, not for those that came with it', async () => {
    const good = [newSubmission(), newSubmission()];
    const bad = newSubmission({stories: {story: undefined as unknown as string}});
    const answers = await Promise.allSettled([store.save(good[0]!), store.save(bad), store.save(good[1]!)]);
    expect(answers.map(({status}) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((answers[1] as PromiseRejectedResult).reason).toBeInstanceOf(StoreUnavailable);
    expect(await store.received(bad.id)).toBeUndefined();
    expect(await idsIn({order: 'arrived', limit: 10})).toEqual(good.map(({id}) => id));
  });

  it('says that it cannot answer once it is closed', async () => {
    const closed = await another();
    await closed.close();
    await expect(closed.check()).rejects.toBeInstanceOf(StoreUnavailable);
    await closed.close();
  });
}
