import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {StoreUnavailable} from '../../../src/endpoint/store/store.js';
import {openFormEndpoint, type FormEndpoint} from '../../support/plain-form/example.js';
import {toCheckAnswers, type Person} from '../../support/plain-form/page-person.js';
import {putServices} from '../../support/store/put-services.js';

const house = '/feedback?service=1-1000000001';
const thanks = 'Thank you. We have got what you sent.';
const correction = 'You sent this before and have changed it. We keep both and read the newer one.';
let endpoint: FormEndpoint;
let before: number;

beforeAll(async () => {
  endpoint = await openFormEndpoint();
});
beforeEach(async () => {
  before = (await endpoint.arrived()).length;
});
afterAll(() => endpoint.close());

const arrivedNow = async () => (await endpoint.arrived()).slice(before);
const referenceOn = (person: Person) => /([0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(person.page.words)?.[0];

async function rewrite(check: Person, story: string): Promise<Person> {
  const page = await check.press('Change your answer: What happened?');
  return page.write(/^What happened\?/, story).press('Continue');
}

describe('the same page sent more than once', () => {
  it('is one submission with one reference: a refresh, and a double click', async () => {
    const check = await toCheckAnswers(endpoint, house, 'Once.');
    const [first, second] = await Promise.all([check.press('Send'), check.press('Send')]);
    endpoint.now = new Date(endpoint.now.getTime() + 60_000);
    const third = await check.press('Send');
    expect([first, second, third].map((person) => person.page.heading)).toEqual([thanks, thanks, thanks]);
    expect(new Set([first, second, third].map(referenceOn)).size).toBe(1);
    expect(await arrivedNow()).toHaveLength(1);
  });

  it('is one submission also after the endpoint has started again', async () => {
    const check = await toCheckAnswers(endpoint, house, 'Across a restart.');
    const first = await check.press('Send');
    await endpoint.restart();
    const second = await check.press('Send');
    expect(referenceOn(second)).toBe(referenceOn(first));
    expect(await arrivedNow()).toHaveLength(1);
  });

  it('is one submission also where somebody went further back and came again without a change', async () => {
    const check = await toCheckAnswers(endpoint, house, 'Unchanged.');
    const first = await check.press('Send');
    endpoint.now = new Date(endpoint.now.getTime() + 60_000);
    const again = await rewrite(check, 'Unchanged.');
    const second = await again.press('Send');
    expect(second.page.heading).toBe(thanks);
    expect(referenceOn(second)).toBe(referenceOn(first));
    expect(second.page.words).not.toContain(correction);
    expect(await arrivedNow()).toHaveLength(1);
  });

  it.each([16, 25 * 60])('is one submission %i minutes later, whose words and code are shown to nobody who comes back to the device', async (minutes) => {
    const check = await toCheckAnswers(endpoint, house, 'Sent before.');
    await check.press('Send');
    endpoint.now = new Date(endpoint.now.getTime() + minutes * 60_000);
    for (const button of ['Send', 'Back', /^Change your answer: What happened/]) {
      const later = await check.press(button);
      expect(later.page.heading).toBe('You have sent this already');
      expect(later.page.html).toContain('href="/feedback/sent"');
      expect(later.page.html).not.toMatch(/Sent before\.|class="reference"/);
    }
    expect(await arrivedNow()).toHaveLength(1);
  });
});

describe('what was changed after it was sent, on a page from before', () => {
  it('becomes a version of its own that is linked, and never an error', async () => {
    const check = await toCheckAnswers(endpoint, house, 'The food was cold.');
    const first = await check.press('Send');
    const second = await (await rewrite(check, 'The food was cold and late.')).press('Send');
    expect(second.page.heading).toBe(thanks);
    expect(second.page.words).toContain(correction);
    expect(referenceOn(second)).not.toBe(referenceOn(first));
    const [older, newer] = await arrivedNow();
    expect(newer).toMatchObject({replaces: older!.id, answers: {story: 'The food was cold and late.'}});
    expect(older).toMatchObject({replacedBy: newer!.id, answers: {story: 'The food was cold.'}});
    expect(newer!.id.slice(0, 13)).toBe(older!.id.slice(0, 13));
  });

  it('makes no third row when the changed page is sent again, or twice at once', async () => {
    const check = await toCheckAnswers(endpoint, house, 'One.');
    await check.press('Send');
    const changed = await rewrite(check, 'Two.');
    const sent = await Promise.all([changed.press('Send'), changed.press('Send')]);
    endpoint.now = new Date(endpoint.now.getTime() + 60_000);
    sent.push(await changed.press('Send'));
    expect(new Set(sent.map(referenceOn)).size).toBe(1);
    expect(await arrivedNow()).toHaveLength(2);
  });

  it('is a chain when it is changed again, and back to what it was at first', async () => {
    const check = await toCheckAnswers(endpoint, house, 'One.');
    const first = await check.press('Send');
    const pages = [await rewrite(check, 'Two.'), await rewrite(check, 'Three.')];
    for (const page of pages) await page.press('Send');
    endpoint.now = new Date(endpoint.now.getTime() + 60_000);
    const back = await rewrite(check, 'One.');
    const last = await back.press('Send');

    const versions = await arrivedNow();
    expect(versions.map(({answers}) => answers['story'])).toEqual(['One.', 'Two.', 'Three.', 'One.']);
    expect(versions.map(({replaces}) => replaces)).toEqual([undefined, versions[0]!.id, versions[1]!.id, versions[2]!.id]);
    expect(referenceOn(last)).not.toBe(referenceOn(first));
    // Each page again, in any order, is what it was.
    for (const page of [pages[1]!, check, back, pages[0]!]) expect((await page.press('Send')).page.heading).toBe(thanks);
    expect(await arrivedNow()).toHaveLength(4);
  });

  it('keeps a change of the contact details as well', async () => {
    const check = await toCheckAnswers(endpoint, house, 'Contact.');
    await check.press('Send');
    const asked = await (await check.press('Change your answer: May we contact you?')).choose('Yes').press('Continue');
    const contact = await asked.choose('Yes').press('Continue');
    const changed = await contact.write('Email', 'me@a.example').press('Continue');
    await changed.press('Send');
    expect((await arrivedNow()).map(({hasContact}) => hasContact)).toEqual([false, true]);
  });
});

describe('a Send that does not succeed', () => {
  it('keeps every answer on the page, says so, and succeeds once the store is back', async () => {
    const check = await toCheckAnswers(endpoint, house, 'Kept on the page.');
    const {store} = endpoint.dependencies;
    const {save} = store;
    store.save = () => Promise.reject(new StoreUnavailable('the disk is full'));
    const failed = await check.press('Send');
    store.save = save;

    expect(failed.response.status).toBe(503);
    expect(Number(failed.response.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(failed.page.title).toMatch(/^Error: /);
    expect(failed.page.isErrorSummaryFirst).toBe(true);
    expect(failed.page.words).toContain('We have not got this yet Your answers are still on this page.');
    expect(failed.page.words).toContain('Kept on the page.');
    expect((await failed.press('Try to send again')).page.heading).toBe(thanks);
    expect(await arrivedNow()).toHaveLength(1);
  });

  it('tells the operator that the store fails, and nothing of what was written', async () => {
    const check = await toCheckAnswers(endpoint, house, 'A secret story.');
    const {store} = endpoint.dependencies;
    const {save} = store;
    store.save = () => Promise.reject(new StoreUnavailable('the disk is full'));
    await check.press('Send');
    store.save = save;
    expect(endpoint.logged.at(-1)).toContain('the disk is full');
    expect(endpoint.logged.join()).not.toContain('A secret story.');
  });

  it('leads to the page that lacks something, should a page be sent that the answers do not allow', async () => {
    const check = await toCheckAnswers(endpoint, house, 'A date that has become too late.');
    const dated = await (await check.press('Change your answer: When did it happen?')).write('Day', '23').write('Month', '11').press('Continue');
    endpoint.now = new Date('2026-11-20T12:00:00Z');
    const refused = await dated.press('Send');
    const mended = await refused.write('Day', '20').press('Continue');
    endpoint.now = new Date('2026-11-24T12:00:00Z');
    expect(refused.page.errors).toEqual(['Write a date that is not in the future']);
    expect(mended.page.heading).toMatch(/^Check your answers/);
    expect(await arrivedNow()).toHaveLength(0);
  });
});

describe('what the form makes and the rules refuse', () => {
  it('stays on the page, and the operator hears where it was refused but not what it said', async () => {
    const check = await toCheckAnswers(endpoint, house, 'A secret story.');
    const {questionSets} = endpoint.dependencies;
    const {find} = questionSets;
    questionSets.find = async (id, version) => {
      const set = await find(id, version);
      questionSets.find = async () => set && {...set, pages: set.pages.filter(({id: page}) => page !== 'story')};
      return set;
    };
    const refused = await check.press('Send');
    questionSets.find = find;
    expect(refused.response.status).toBe(422);
    expect(refused.page.words).toContain('A secret story.');
    expect(refused.page.words).toContain('We could not take this as it is.');
    expect(endpoint.logged.at(-1)).toContain('/answers/story');
    expect(endpoint.logged.join()).not.toContain('A secret story.');
    expect((await refused.press('Try to send again')).page.heading).toBe(thanks);
  });
});

describe('what the directory learns while somebody writes', () => {
  it('does not stand in the way of sending', async () => {
    const {store} = endpoint.dependencies;
    const service = {id: '1-1000000099', level: 'location' as const, name: 'Example Place', kinds: ['mental-health' as const], status: {kind: 'registered' as const}};
    await putServices(store, [service], 'import');
    const check = await toCheckAnswers(endpoint, '/feedback?service=1-1000000099', 'x');
    const detained = await (await check.press('Change your answer: Was the person detained under the Mental Health Act?')).choose('Yes').press('Continue');
    await putServices(store, [{...service, kinds: ['care-home']}], 'import');
    // The directory may be behind the store, which decides what is taken.
    endpoint.dependencies.directory.service = (id) => Promise.resolve(id === service.id ? service : undefined);
    expect((await detained.press('Send')).page.heading).toBe(thanks);
    expect((await arrivedNow()).at(-1)?.answers).not.toHaveProperty('detained');
  });
});
