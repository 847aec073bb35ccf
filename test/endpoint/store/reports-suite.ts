import {expect, it} from 'vitest';
import type {About} from '../../../src/contract/submission.js';
import type {Coded, NewSubmission, Store} from '../../../src/endpoint/store/store.js';
import {erasing, hash, newSubmission} from '../../support/store/submission-examples.js';

/** What every store promises of reports about a service, for counting and for those who wrote them. */
export function reportsSuite(open: () => Store): void {
  const about = (services: About, changes: Partial<NewSubmission> = {}) => {
    const submission = newSubmission(changes);
    return {...submission, coded: {...(submission.coded as Coded), about: services}};
  };
  const one = (id: string, changes: Partial<NewSubmission> = {}) => about({kind: 'service', services: [{id, name: 'Example'}]}, changes);
  const long = '2026-01-01T00:00:00.000Z';
  const idsOf = async (services: string[], since = long) => (await open().reports({services, since})).map(({id}) => id);
  const keep = async (...all: NewSubmission[]) => {
    for (const each of all) await open().save(each);
  };

  it('finds the reports about a service by any of its ids, in any case, also on the way of a pathway, without people’s words', async () => {
    const [first, second, other] = [one('RXQ02', {stories: {story: 'WORDS'}}), one('vxx01'), one('1-9')];
    const pathway = about({kind: 'pathway', services: [{id: '1-8', name: 'A'}, {id: 'rxq02', name: 'B'}, {id: 'RXQ02', name: 'B again'}]});
    const place = about({kind: 'place', place: {name: 'Leeds'}});
    await keep(first, second, other, pathway, place);
    expect(await idsOf(['rxq02', 'VXX01'])).toEqual([first.id, second.id, pathway.id]);
    const [report] = await open().reports({services: ['RXQ02'], since: long});
    expect(report).toEqual({id: first.id, receivedAt: first.receivedAt, answers: {overall: 'good', risk: 'no'}, isAboutIt: true, isSetApart: false});
  });

  it('leaves out what arrived earlier, but for versions of what arrived since', async () => {
    const first = one('1-7', {receivedAt: '2026-01-02T00:00:00.000Z'});
    const second = one('1-7', {replaces: first.id, receivedAt: '2026-11-02T00:00:00.000Z'});
    const elsewhere = one('1-8', {replaces: second.id, receivedAt: '2026-11-03T00:00:00.000Z'});
    await keep(first, second, elsewhere, one('1-7', {receivedAt: '2026-01-03T00:00:00.000Z'}));
    const reports = await open().reports({services: ['1-7'], since: '2026-11-01T00:00:00.000Z'});
    expect(reports.map(({id, corrects, isAboutIt}) => [id, corrects, isAboutIt])).toEqual([
      [first.id, undefined, true], [second.id, first.id, true], [elsewhere.id, second.id, false],
    ]);
  });

  it('says what was set apart, and forgets what was erased', async () => {
    const apart = one('1-6', {quarantine: {reason: 'flood'}});
    const erased = one('1-6');
    await keep(apart, erased);
    await open().erase(erased.referenceHash, erasing);
    expect((await open().reports({services: ['1-6'], since: long})).map(({id, isSetApart}) => [id, isSetApart])).toEqual([[apart.id, true]]);
  });

  it('names the services that enough submissions named since a day, in any case, those first that the most named, without what was set apart, and as many as are asked for', async () => {
    await keep(one('1-21'), one('1-21'), one('1-22'), one('1-22'), one('RXQ21'), one('rxq21'), one('RXQ21'), one('1-23'), one('1-24', {receivedAt: '2025-12-31T23:59:59.999Z'}), one('1-24'), ...Array.from({length: 3}, () => one('1-25', {quarantine: {reason: 'flood'}})));
    const told = (changes = {}) => open().servicesNamed({since: long, fewest: 2, limit: 10, ...changes});
    expect(await told()).toEqual(['rxq21', '1-21', '1-22']);
    expect(await told({fewest: 1})).toEqual(['rxq21', '1-21', '1-22', '1-23', '1-24']);
    expect(await told({limit: 1})).toEqual(['rxq21']);
    expect(await told({scope: {service: ['1-22']}})).toEqual(['1-22']);
  });

  it('names every set that anything answers, once', async () => {
    const {coded, ...rest} = newSubmission();
    const other = {...rest, coded: {...(coded as Coded), questionSet: {id: 'give-feedback', version: '1'}}};
    const unread = newSubmission({coded: {id: rest.id, answers: {}}, quarantine: {reason: 'unreadable', whole: '{}'}});
    await keep(newSubmission(), newSubmission(), other, unread);
    expect(await open().setsAnswered()).toEqual([{id: 'give-feedback', version: '1'}, {id: 'quick', version: '1'}]);
  });

  it('finds a submission by its reference, also once it is erased', async () => {
    const submission = newSubmission();
    await keep(submission, newSubmission());
    expect(await open().idOfReference(submission.referenceHash)).toBe(submission.id);
    expect(await open().idOfReference(hash('unknown'))).toBeUndefined();
    await open().erase(submission.referenceHash, erasing);
    expect(await open().idOfReference(submission.referenceHash)).toBe(submission.id);
  });
}
