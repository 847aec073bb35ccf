import {describe, expect, it} from 'vitest';
import type {Scope} from '../../../src/endpoint/access/access.js';
import {isWithinScope, scopesOf, type ScopeEntry} from '../../../src/endpoint/access/authorise.js';
import type {InboxPosition, NewSubmission, Store} from '../../../src/endpoint/store/store.js';
import {exampleDay, exampleService, hash, newSubmission, nextId} from '../../support/store/submission-examples.js';
import {putRows} from '../../support/store/put-services.js';
import type {Opened} from './store-suite.js';

type Said = Partial<NewSubmission['coded'] & {source: unknown; about: unknown}>;

/** One whose coded part says more. */
function telling(said: Said, changes: Partial<NewSubmission> = {}): NewSubmission {
  const submission = newSubmission(changes);
  return {...submission, coded: {...submission.coded, ...said} as NewSubmission['coded']};
}

const from = (partner: string) => ({source: {element: 'care-feedback', version: '0.1.0', mode: 'inline' as const, partner}});
const about = (...ids: string[]) => ({about: {kind: 'pathway' as const, services: ids.map((id) => ({id, name: 'Example House'}))}});

/** What every store promises of who may see what, and of the log. */
export function accessSuite({open, another}: Opened): void {
  const kept = async (...submissions: NewSubmission[]) => {
    for (const each of submissions) await open().save(each);
    return submissions.map(({id}) => id);
  };
  const idsWithin = async (scope: Scope, store = open()) => (await store.inbox({order: 'arrived', limit: 500, scope})).submissions.map(({id}) => id);

  describe('what is not within somebody’s limits', () => {
    const said: Said[] = [
      from('example-charity'), from('Example-Charity'), {...from('other'), share: ['regulator', 'local']}, {...about('1-1', 'VXX01'), share: ['service']}, {...about('1-2'), ...from('example-charity')},
      {about: {kind: 'place', place: {name: 'Kingston upon Hull'}}, share: ['local']}, {about: {kind: 'place', place: {id: 'Leeds', name: 'x'}}}, {about: {kind: 'topic', topic: 'leeds'}}, {about: undefined, source: undefined},
    ];
    const asked: Scope[] = [
      {}, {partner: 'example-charity'}, {partner: 'none'}, {share: 'local'}, {share: 'regulator', partner: 'other'}, {share: 'regulator', partner: 'example-charity'}, {service: ['1-1', '1-2']}, {service: ['vxx01']}, {service: []},
      {place: 'leeds'}, {place: 'kingston-upon-hull'}, {place: 'bradford'}, {place: 'leeds', partner: 'example-charity'}, {share: 'service', service: ['1-1']}, {share: 'service'},
      {colour: 'red'} as unknown as Scope,
    ];

    it('is what the rule says, in lists, alone, with its contact details and as what was corrected', async () => {
      await putRows(open(), {services: [
        {service: exampleService({id: '1-1', odsCode: undefined}), place: {id: 'leeds', name: 'Leeds'}, asOf: exampleDay},
        {service: exampleService({id: '1-9', odsCode: 'VXX01'}), place: {id: 'bradford', name: 'Bradford'}, asOf: exampleDay},
        {service: exampleService({id: '1-2', odsCode: undefined}), place: {id: 'leeds', name: 'Leeds'}, asOf: exampleDay},
      ]});
      const areas: Record<string, string> = {'1-1': 'leeds', '1-2': 'leeds', vxx01: 'bradford'};
      const all = said.map((each) => telling(each, {contact: {name: 'Example Person'}}));
      await kept(...all);
      for (const scope of asked) {
        const withAreas = (scopes: ScopeEntry[]) => [...scopes, ...scopes.flatMap(({kind, value}) => (kind === 'service' && areas[value] ? [{kind: 'place' as const, value: areas[value]}] : []))];
        const expected = all.filter(({coded}) => isWithinScope(scope, withAreas(scopesOf(coded)))).map(({id}) => id);
        expect(await idsWithin(scope), JSON.stringify(scope)).toEqual(expected);
        for (const {id} of all) {
          const hidden = !expected.includes(id);
          const alone = await open().submission(id, scope);
          expect(alone?.id).toBe(hidden ? undefined : id);
          expect(await open().openContact(id, {label: 'example', openedAt: '2026-11-22T11:00:00.000Z'}, scope)).toEqual(hidden ? undefined : {name: 'Example Person'});
        }
      }
    });

    it('leaves no gap in pages and no cursor that leads to nothing, in either order', async () => {
      const all = Array.from({length: 40}, (_, number) => telling(from(number % 3 ? 'other' : 'example-charity'), {urgency: number % 2 ? 'immediate' : 'none'}));
      await kept(...all);
      for (const order of ['urgent', 'arrived'] as const) {
        const pages: string[][] = [];
        let after: InboxPosition | undefined;
        do {
          const page = await open().inbox({order, limit: 7, scope: {partner: 'example-charity'}, ...(after && {after})});
          pages.push(page.submissions.map(({id}) => id));
          after = page.next;
        } while (after);
        expect(pages.map((page) => page.length)).toEqual([7, 7]);
        expect(new Set(pages.flat())).toEqual(new Set(all.filter((_, number) => number % 3 === 0).map(({id}) => id)));
      }
    });

    it('is linked to nothing that is, in either direction, and nothing newer stands in the way of what is', async () => {
      const [first, own, foreign, last] = [telling(from('other')), telling(from('mine')), telling(from('other')), telling(from('other'))];
      const linked = [first, {...own, replaces: first.id, isReplacementProven: true, coded: {...own.coded, replaces: first.id}}, {...foreign, replaces: first.id, isReplacementProven: true, coded: {...foreign.coded, replaces: first.id}}, {...last, replaces: own.id, isReplacementProven: true, coded: {...last.coded, replaces: own.id}}];
      await kept(...linked);
      const mine = await open().submission(own.id, {partner: 'mine'});
      expect(mine?.id).toBe(own.id);
      expect(mine).not.toHaveProperty('replaces');
      expect(mine).not.toHaveProperty('replacedBy');
      expect(await open().submission(own.id)).toMatchObject({replaces: first.id, replacedBy: last.id});
      expect(await open().submission(first.id, {partner: 'other'})).toMatchObject({replacedBy: foreign.id});
    });

    it('is, for the service that it is about, what could not be read', async () => {
      const scope: Scope = {share: 'service', service: ['1-1']};
      const said = {...about('1-1'), share: ['service' as const]};
      const [readable, unread] = await kept(telling(said), telling(said, {quarantine: {reason: 'unreadable', whole: '{}'}}));
      expect(await idsWithin(scope)).toEqual([readable]);
      expect(await open().submission(readable!, scope)).toMatchObject({id: readable});
      expect(await open().submission(unread!, scope)).toBeUndefined();
    });

    it('follows the directory: what was moved to another area is that area’s', async () => {
      const [id] = await kept(telling(about('1-1')));
      const inArea = (area: string, asOf: string) => putRows(open(), {services: [{service: exampleService({id: '1-1'}), place: {id: area, name: area}, asOf}]});
      await inArea('leeds', '2026-11-01');
      expect([await idsWithin({place: 'leeds'}), await idsWithin({place: 'bradford'})]).toEqual([[id], []]);
      await inArea('bradford', '2026-11-02');
      expect([await idsWithin({place: 'leeds'}), await idsWithin({place: 'bradford'})]).toEqual([[], [id]]);
    });
  });

  describe('tokens', () => {
    const token = (name: string, changes = {}) => ({name, hash: hash(name), rights: ['read' as const], scope: {partner: 'example-charity'}, madeAt: '2026-11-22T10:00:00.000Z', ...changes});

    it('are found by their hash and by their name until they are ended, and then are still listed', async () => {
      expect(await open().addToken(token('anna', {until: '2026-12-31'}))).toBe('added');
      expect(await open().addToken(token('béla', {rights: ['read', 'contact'], scope: {}}))).toBe('added');
      const anna = {name: 'anna', rights: ['read'], scope: {partner: 'example-charity'}, until: '2026-12-31', madeAt: '2026-11-22T10:00:00.000Z'};
      expect(await open().tokenOf({hash: hash('anna')})).toEqual(anna);
      expect(await open().tokenOf({name: 'béla'})).toMatchObject({rights: ['read', 'contact'], scope: {}});
      expect([await open().tokenOf({hash: hash('other')}), await open().tokenOf({name: 'Anna'})]).toEqual([undefined, undefined]);
      const endings = [];
      for (const name of ['anna', 'anna', 'nobody']) endings.push(await open().endToken(name, '2026-11-23T10:00:00.000Z'));
      expect(endings).toEqual(['ended', 'ended-before', 'unknown']);
      expect([await open().tokenOf({hash: hash('anna')}), await open().tokenOf({name: 'anna'})]).toEqual([undefined, undefined]);
      expect(await open().tokens()).toMatchObject([{...anna, endedAt: '2026-11-23T10:00:00.000Z'}, {name: 'béla'}]);
    });

    it('have a name for good, also once they are ended, and another process knows them at once', async () => {
      const other = await another();
      await open().addToken(token('anna'));
      expect(await other.tokenOf({hash: hash('anna')})).toMatchObject({name: 'anna'});
      await other.endToken('anna', '2026-11-23T10:00:00.000Z');
      expect(await open().tokenOf({hash: hash('anna')})).toBeUndefined();
      expect(await open().addToken(token('anna', {hash: hash('new')}))).toBe('taken');
    });
  });

  describe('the log', () => {
    const line = (who: string, more = {}) => ({at: '2026-11-22T10:00:00.000Z', who, what: 'opened' as const, ...more});
    const followed = async (store: Store, of: {submission?: string}) => {
      const entries = [];
      for (let after: number | undefined = 0; after !== undefined; ) {
        const page: Awaited<ReturnType<Store['log']>> = await store.log({...of, after, limit: 2});
        entries.push(...page.entries);
        after = page.next;
      }
      return entries;
    };

    it('says who did what to which submission, in the order of the deeds, page by page', async () => {
      const [one, other] = [nextId(), nextId()];
      const entries = [line('anna', {submission: one}), line('béla', {what: 'listed', detail: '25'}), line('anna', {submission: other}), line('béla', {what: 'opened-contact', submission: one}), line('anna', {submission: one})];
      await open().record(entries.slice(0, 3));
      await open().record([]);
      await open().record(entries.slice(3));
      expect(await followed(open(), {})).toEqual(entries);
      expect(await followed(open(), {submission: one})).toEqual([entries[0], entries[3], entries[4]]);
      expect(await followed(open(), {submission: nextId()})).toEqual([]);
    });

    it('names the minute, and of what people do with their own feedback the day, whoever writes the line', async () => {
      const [id] = await kept(newSubmission({contact: {name: 'Example Person'}}));
      const [at, minute, day] = ['2026-11-22T23:59:59.999Z', '2026-11-22T23:59:00.000Z', '2026-11-22T00:00:00.000Z'];
      await open().record([{at, who: 'anna', what: 'listed', detail: '1'}, {at, who: 'unknown', what: 'failed-sign-in', detail: 'by form'}, {at, who: 'the person', what: 'opened', submission: id!}]);
      for (const label of ['anna', 'the person']) await open().openContact(id!, {label, openedAt: at});
      await open().changeStatus(id!, {state: 'closed', steps: 0, who: 'anna', at}, {});
      await open().erase(newSubmission({id: id!}).referenceHash, {who: 'the person', at, alerts: []});
      const lines = await followed(open(), {});
      expect(lines.map(({who, what, at: said}) => [who, what, said])).toEqual([
        ['anna', 'listed', minute], ['unknown', 'failed-sign-in', minute], ['the person', 'opened', day],
        ['anna', 'opened-contact', minute], ['the person', 'opened-contact', day],
        ['anna', 'changed', minute], ['the person', 'erased', day],
      ]);
    });

    it('has a line for each opening of contact details, and none where there are none to open', async () => {
      const [id, without] = await kept(newSubmission({contact: {name: 'Example Person'}}), newSubmission());
      for (const each of [id!, without!, nextId()]) await open().openContact(each, {label: 'anna', openedAt: '2026-11-22T11:00:00.000Z'});
      expect(await followed(open(), {})).toEqual([{at: '2026-11-22T11:00:00.000Z', who: 'anna', what: 'opened-contact', submission: id}]);
    });
  });
}
