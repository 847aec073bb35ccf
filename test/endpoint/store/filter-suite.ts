import {describe, expect, it} from 'vitest';
import type {Urgency} from '../../../src/contract/submission.js';
import type {Scope} from '../../../src/endpoint/access/access.js';
import {isWithinScope, scopesOf, type ScopeEntry} from '../../../src/endpoint/access/authorise.js';
import {scopeIn, type InboxFilter} from '../../../src/endpoint/store/submission-filter.js';
import type {InboxPosition, NewSubmission} from '../../../src/endpoint/store/store.js';
import {erasing, exampleDay, exampleService, newSubmission, nextId} from '../../support/store/submission-examples.js';
import {putRows} from '../../support/store/put-services.js';
import type {Opened} from './store-suite.js';

type Coded = NewSubmission['coded'];

const from = (partner: string) => ({source: {element: 'care-feedback', version: '0.1.0', mode: 'inline' as const, partner}});
const about = (...ids: string[]) => ({about: {kind: 'pathway' as const, services: ids.map((id) => ({id, name: 'Example House'}))}});

/** One whose coded part says more. */
function telling(said: Record<string, unknown>, changes: Partial<NewSubmission> = {}): NewSubmission {
  const submission = newSubmission(changes);
  return {...submission, coded: {...submission.coded, ...said, ...(changes.replaces !== undefined && {replaces: changes.replaces})} as Coded};
}

/** What every store promises of picking, and of what stands around a submission. */
export function filterSuite({open}: Opened): void {
  const kept = async (...submissions: NewSubmission[]) => {
    for (const each of submissions) await open().save(each);
    return submissions.map(({id}) => id);
  };
  const picked = async (filter: InboxFilter, scope: Scope = {}) => (await open().inbox({order: 'arrived', limit: 500, filter, scope})).submissions.map(({id}) => id);
  const count = (filter: InboxFilter, scope: Scope = {}, most = 1000) => open().matching({filter, scope, most});

  describe('what somebody asks for', () => {
    it('is, by what limits are of, what the same limit would leave, and a filter never shows more than the limits do', async () => {
      await putRows(open(), {services: [
        {service: exampleService({id: '1-1', odsCode: undefined}), place: {id: 'leeds', name: 'Leeds'}, asOf: exampleDay},
        {service: exampleService({id: '1-9', odsCode: 'VXX01'}), place: {id: 'bradford', name: 'Bradford'}, asOf: exampleDay},
        {service: exampleService({id: '1-3', level: 'provider', odsCode: undefined}), place: {id: 'leeds', name: 'Leeds'}, asOf: exampleDay},
      ]});
      const said = [
        from('example-charity'), from('Example-Charity'), {...from('other'), share: ['regulator', 'local']}, {...about('1-1', 'VXX01'), share: ['service']}, {...about('1-2', '1-3'), ...from('example-charity')}, about('1-1', '1-1'),
        {about: {kind: 'place', place: {name: 'Kingston upon Hull'}}, share: ['local']}, {about: {kind: 'place', place: {id: 'Leeds', name: 'x'}}}, {about: {kind: 'topic', topic: 'leeds'}}, {about: undefined, source: undefined},
      ];
      const asked: Scope[] = [
        {}, {partner: 'example-charity'}, {partner: 'none'}, {share: 'local'}, {share: 'regulator', partner: 'other'}, {service: ['1-1', '1-2']}, {service: ['vxx01']}, {service: ['1-9']}, {service: []},
        {place: 'leeds'}, {place: 'bradford'}, {place: 'kingston-upon-hull'}, {place: 'nowhere'}, {place: 'leeds', partner: 'example-charity'}, {share: 'service', service: ['1-1']},
      ];
      const all = said.map((each) => telling(each));
      await kept(...all);
      const areas: Record<string, string> = {'1-1': 'leeds', vxx01: 'bradford'};
      const scopes = new Map(all.map(({id, coded}) => {
        const own: ScopeEntry[] = scopesOf(coded);
        return [id, [...own, ...own.flatMap(({kind, value}) => (kind === 'service' && areas[value] ? [{kind: 'place' as const, value: areas[value]}] : []))]];
      }));
      for (const filter of asked) {
        for (const scope of asked) {
          const expected = all.filter(({id}) => isWithinScope(filter, scopes.get(id)!) && isWithinScope(scope, scopes.get(id)!)).map(({id}) => id);
          expect(await picked(filter, scope), JSON.stringify({filter, limits: scope})).toEqual(expected);
          expect(await count(filter, scope)).toBe(expected.length);
        }
      }
      for (const {id} of all) expect((await open().submission(id, {}, {place: 'leeds'}))?.id).toBe(isWithinScope(scopeIn({place: 'leeds'}), scopes.get(id)!) ? id : undefined);
    });

    it('is by urgency, by a language in any case with all that it stands for, and by all of these at once', async () => {
      const urgencies: Urgency[] = ['none', 'concern', 'immediate'];
      const languages = ['en', 'en-GB', 'eng', 'pa', 'pa-Arab', 'PA-guru'];
      const all = urgencies.flatMap((urgency) => languages.map((language) => telling({language, ...from(language.slice(0, 2))}, {urgency})));
      await kept(...all);
      const expected = (isIt: (language: string, urgency: Urgency) => boolean) => all.filter(({coded, urgency}) => isIt(coded.language!, urgency)).map(({id}) => id);
      expect(await picked({urgency: 'immediate'})).toEqual(expected((_, urgency) => urgency === 'immediate'));
      expect(await picked({language: 'en'})).toEqual(expected((language) => language === 'en' || language === 'en-GB'));
      expect(await picked({language: 'PA'})).toEqual(expected((language) => /^pa/i.test(language)));
      expect(await picked({language: 'pa-Guru'})).toEqual(expected((language) => language === 'PA-guru'));
      expect(await picked({language: 'p'})).toEqual([]);
      expect(await picked({language: 'en', urgency: 'none', partner: 'en'})).toEqual(expected((language, urgency) => language.startsWith('en') && language !== 'eng' && urgency === 'none'));
    });

    it('is by the days on which it arrived as London has them, also where the clocks change, the last day with them', async () => {
      const moments = ['2026-03-28T23:59:59.999Z', '2026-03-29T00:00:00.000Z', '2026-03-29T22:59:59.999Z', '2026-03-29T23:00:00.000Z', '2026-10-24T22:59:59.999Z', '2026-10-24T23:00:00.000Z', '2026-10-25T23:59:59.999Z', '2026-10-26T00:00:00.000Z'];
      const ids = await kept(...moments.map((receivedAt) => newSubmission({receivedAt})));
      const on = async (filter: InboxFilter) => (await picked(filter)).map((id) => moments[ids.indexOf(id)]);
      expect(await on({from: '2026-03-29', to: '2026-03-29'})).toEqual(moments.slice(1, 3));
      expect(await on({from: '2026-10-25', to: '2026-10-25'})).toEqual(moments.slice(5, 7));
      expect(await on({from: '2026-03-30'})).toEqual(moments.slice(3));
      expect(await on({to: '2026-03-28'})).toEqual(moments.slice(0, 1));
      expect(await on({from: '1000-01-01', to: '2999-12-31'})).toEqual(moments);
      expect(await on({from: '2026-12-01'})).toEqual([]);
    });

    it('is by what nobody has opened, and by what somebody has', async () => {
      const [opened, waiting] = await kept(newSubmission(), newSubmission());
      await open().markOpened(opened!, {label: 'anna', openedAt: '2026-11-22T11:00:00.000Z'});
      expect(await picked({state: 'unopened'})).toEqual([waiting]);
      expect(await picked({state: 'seen'})).toEqual([opened]);
      expect([await picked({state: 'handling'}), await picked({state: 'closed'})]).toEqual([[], []]);
    });

    it('is no more once it is erased', async () => {
      const erased = telling({language: 'pa', ...from('example-charity')});
      await kept(erased);
      await open().erase(erased.referenceHash, erasing);
      for (const filter of [{language: 'pa'}, {partner: 'example-charity'}, {state: 'unopened' as const}, {urgency: 'none' as const}]) expect([await picked(filter), await count(filter)]).toEqual([[], 0]);
    });

    it('comes page by page, each once, in either order, and is counted no further than asked', async () => {
      const all = Array.from({length: 60}, (_, number) => telling({...from(number % 3 ? 'other' : 'example-charity'), ...(number % 2 ? {share: ['local']} : {})}, {urgency: (['none', 'concern', 'immediate'] as const)[number % 7 % 3]!}));
      await kept(...all);
      for (const [order, limits, expected] of [['urgent', {}, 20], ['arrived', {}, 20], ['urgent', {share: 'local'}, 10], ['arrived', {share: 'local'}, 10]] as const) {
        const whole = (await open().inbox({order, limit: 500, scope: limits})).submissions.filter(({source}) => source?.partner === 'example-charity').map(({id}) => id);
        const seen: string[] = [];
        let after: InboxPosition | undefined;
        do {
          const page = await open().inbox({order, limit: 7, filter: {partner: 'example-charity'}, scope: limits, ...(after && {after})});
          seen.push(...page.submissions.map(({id}) => id));
          after = page.next;
        } while (after);
        expect(seen).toEqual(whole);
        expect(seen).toHaveLength(expected);
      }
      expect([await count({partner: 'other'}), await count({partner: 'other'}, {}, 40), await count({partner: 'other'}, {}, 39), await count({partner: 'other'}, {}, 5)]).toEqual([40, 40, 40, 6]);
    });
  });

  describe('the versions of a story', () => {
    it('are all that replacing links, before and after, in the order of arrival, whichever of them is asked about', async () => {
      const first = newSubmission();
      const second = telling({}, {replaces: first.id});
      const [third, branch] = [telling({}, {replaces: second.id}), telling({}, {replaces: first.id})];
      const ids = await kept(first, second, newSubmission(), third, branch);
      const expected = [ids[0], ids[1], ids[3], ids[4]];
      for (const id of expected) expect((await open().versions(id!)).map((each) => each.id)).toEqual(expected);
      expect(await open().versions(ids[2]!)).toEqual([{id: ids[2], receivedAt: '2026-11-22T10:09:41.000Z'}]);
      expect(await open().versions(nextId())).toEqual([]);
    });

    it('are found in a circle as well, and without what was erased', async () => {
      const [one, other] = [nextId(), nextId()];
      await kept(telling({}, {id: one, replaces: other}), telling({}, {id: other, replaces: one}));
      expect((await open().versions(one)).map(({id}) => id)).toEqual([one, other]);
      const gone = newSubmission();
      await kept(gone);
      await open().erase(gone.referenceHash, erasing);
      expect(await open().versions(gone.id)).toEqual([]);
    });

    it('lead nowhere through what is not within the limits', async () => {
      const [first, foreign] = [telling(from('mine')), nextId()];
      const [between, last] = [telling(from('other'), {id: foreign, replaces: first.id}), telling(from('mine'), {replaces: foreign})];
      await kept(first, between, last);
      for (const id of [first.id, last.id]) expect((await open().versions(id, {partner: 'mine'})).map((each) => each.id)).toEqual([id]);
      expect(await open().versions(foreign, {partner: 'mine'})).toEqual([]);
    });
  });

  describe('what arrived before and after on the same service', () => {
    it('names it by any of its ids, and is neither within the story nor beyond the limits', async () => {
      const all = [telling({...about('1-1'), ...from('mine')}), telling({...about('1-1'), ...from('other')}), telling({...about('VXX01', '1-2'), ...from('mine')}), telling(about('1-7')), telling({...about('1-1'), ...from('mine')}), telling({...about('1-1'), ...from('mine')})];
      const ids = await kept(...all);
      const services = ['1-1', 'vxx01'];
      expect(await open().beside({id: ids[2]!, services, except: []})).toEqual({before: ids[1], after: ids[4]});
      expect(await open().beside({id: ids[2]!, services, except: [], scope: {partner: 'mine'}})).toEqual({before: ids[0], after: ids[4]});
      expect(await open().beside({id: ids[2]!, services, except: [ids[2]!, ids[4]!]})).toEqual({before: ids[1], after: ids[5]});
      expect(await open().beside({id: ids[0]!, services: ['1-7'], except: []})).toEqual({after: ids[3]});
      expect(await open().beside({id: nextId(), services, except: []})).toEqual({});
    });
  });
}
