import {describe, expect, it} from 'vitest';
import type {Share} from '../../../src/contract/submission.js';
import type {Scope} from '../../../src/endpoint/access/access.js';
import type {NewSubmission, Store} from '../../../src/endpoint/store/store.js';
import {erasing, hash, newSubmission, nextId} from '../../support/store/submission-examples.js';

/** What the right that a submission carried gives, which every store must keep to. */
export function rightsSuite(open: () => Store): void {
  const mine = hash('a right that one person alone knows');
  const another = hash('the right of another');
  const kept = async (...all: NewSubmission[]) => {
    for (const each of all) await open().save(each);
  };
  const entry = async ({id}: NewSubmission) => open().submission(id);
  const contact = {name: 'Example Person'};
  const opening = {label: 'example', openedAt: '2026-11-22T11:00:00.000Z'};
  const claiming = (changes: Partial<NewSubmission>) => newSubmission({isReplacementProven: false, ...changes});

  describe('the right that something carried', () => {
    it('finds it, and nothing that carried another or none', async () => {
      const [own, others, none] = [newSubmission({rightHash: mine}), newSubmission({rightHash: another}), newSubmission()];
      await kept(own, others, none);
      expect(await open().idOfRight(mine)).toBe(own.id);
      expect(await open().idOfRight(hash('a right that nothing carried'))).toBeUndefined();
      expect(await Promise.all([own, others, none].map(({id}) => open().hasRight(id)))).toEqual([true, true, false]);
      expect(await open().hasRight(nextId())).toBe(false);
    });

    it('proves what it replaces, in whatever order they come, together or apart', async () => {
      const first = newSubmission({rightHash: mine});
      const second = claiming({rightHash: mine, replaces: first.id});
      const third = claiming({rightHash: mine, replaces: second.id});
      await kept(third, first);
      await Promise.all([open().save(second), open().save(newSubmission())]);
      expect(await entry(first)).toMatchObject({replacedBy: second.id});
      expect(await entry(second)).toMatchObject({replaces: first.id, isReplacementProven: true, replacedBy: third.id});
      expect(await entry(third)).toMatchObject({replaces: second.id, isReplacementProven: true});
      expect(await open().idOfRight(mine)).toBe(third.id);
      expect((await open().versions(second.id)).map(({id}) => id).sort()).toEqual([first.id, second.id, third.id].sort());
      expect((await open().erase(first.referenceHash, erasing))?.length).toBe(3);
      expect(await open().idOfRight(mine)).toBeUndefined();
    });

    it('proves nothing where it is another’s, or where either has none', async () => {
      const [first, bare] = [newSubmission({rightHash: mine}), newSubmission()];
      const claims = [claiming({rightHash: another, replaces: first.id}), claiming({replaces: first.id}), claiming({rightHash: another, replaces: bare.id}), claiming({replaces: bare.id})];
      await kept(first, bare, ...claims);
      for (const claim of claims) expect(await entry(claim)).toMatchObject({replaces: claim.replaces, isReplacementProven: false});
      for (const each of [first, bare]) {
        expect(await entry(each)).not.toHaveProperty('replacedBy');
        expect((await open().versions(each.id)).map(({id}) => id)).toEqual([each.id]);
        expect((await open().claims(each.id)).map(({id}) => id)).toEqual(claims.filter(({replaces}) => replaces === each.id).map(({id}) => id));
        expect(await open().erase(each.referenceHash, erasing)).toHaveLength(1);
      }
      for (const claim of claims) expect(await entry(claim)).toBeDefined();
    });

    it('is that of the earlier one where somebody has proven to have sent it, and else the endpoint’s own', async () => {
      const [first, bare] = [newSubmission({rightHash: mine}), newSubmission()];
      const [corrects, correctsBare] = [newSubmission({replaces: first.id, rightHash: hash('made for the first')}), newSubmission({replaces: bare.id, rightHash: hash('made for the bare')})];
      await kept(first, bare, corrects, correctsBare);
      expect(await open().idOfRight(mine)).toBe(corrects.id);
      expect(await open().idOfRight(hash('made for the first'))).toBeUndefined();
      expect(await open().idOfRight(hash('made for the bare'))).toBe(correctsBare.id);
      expect(await open().hasRight(bare.id)).toBe(false);
    });

    it('is forgotten with what it opened', async () => {
      const own = newSubmission({rightHash: mine});
      await kept(own);
      await open().erase(own.referenceHash, erasing);
      expect(await open().idOfRight(mine)).toBeUndefined();
      expect(await open().hasRight(own.id)).toBe(false);
      expect(await open().save(own)).toMatchObject({result: 'repeated'});
      expect(await open().idOfRight(mine)).toBeUndefined();
    });
  });

  describe('what somebody agreed to share, and said otherwise later', () => {
    const sharing = (share: Share[] | undefined, changes: Partial<NewSubmission> = {}) => {
      const made = claiming({rightHash: mine, ...changes});
      return {...made, coded: {...made.coded, ...(share && {share})} as NewSubmission['coded']};
    };
    const shares: Share[] = ['service', 'local', 'regulator'];
    const seenBy = async (scope: Scope) => (await open().inbox({order: 'arrived', limit: 500, scope})).submissions.map(({id}) => id);
    /** That of these only `expected` is there for anybody with whom it was shared, whichever way they ask. */
    async function expectOnly(expected: NewSubmission[], all: NewSubmission[], share: Share) {
      const ids = expected.map(({id}) => id);
      for (const limits of [{share}, {share, service: ['1-1000000001']}]) {
        expect(await seenBy(limits)).toEqual(ids);
        expect((await open().inbox({order: 'urgent', limit: 500, scope: limits, filter: {urgency: 'none'}})).submissions.map(({id}) => id)).toEqual(ids);
        expect(await open().matching({filter: {urgency: 'none'}, scope: limits, most: 10})).toBe(ids.length);
        expect((await open().reports({services: ['1-1000000001'], since: '2026-11-01', scope: limits})).map(({id}) => id)).toEqual(ids);
        expect((await open().unopenedInAll(limits)).count).toBe(ids.length);
        expect(await open().setsAnswered(limits)).toHaveLength(Math.min(1, ids.length));
        for (const {id} of all) {
          const isThere = ids.includes(id);
          const alone = await open().submission(id, limits);
          expect(alone?.id).toBe(isThere ? id : undefined);
          for (const link of ['replaces', 'replacedBy']) expect(alone ?? {}).not.toHaveProperty(link);
          expect(await open().openContact(id, opening, limits)).toEqual(isThere ? {name: 'Example Person'} : undefined);
          expect((await open().versions(id, limits)).map((version) => version.id)).toEqual(isThere ? [id] : []);
          expect(await open().claims(id, limits)).toEqual([]);
          expect(await open().changeStatus(id, {state: 'closed', steps: 7, who: 'example', at: opening.openedAt}, limits)).toEqual(isThere ? {result: 'changed', steps: []} : undefined);
        }
      }
      // A team that looks for what it may hand on finds the same.
      expect((await open().inbox({order: 'arrived', limit: 500, filter: {share}})).submissions.map(({id}) => id)).toEqual(ids);
      expect(await open().matching({filter: {share}, most: 10})).toBe(ids.length);
      expect((await open().inbox({order: 'arrived', limit: 500})).submissions.map(({id}) => id)).toEqual(all.map(({id}) => id));
    }

    it.each(shares)('is not there any more for %s once their correction shares it with nobody, nor one without contact', async (share) => {
      const first = sharing(shares, {contact});
      const last = sharing(undefined, {replaces: first.id, contact});
      await kept(first);
      await expectOnly([first], [first], share);
      await kept(last);
      await expectOnly([], [first, last], share);
    });

    it('is the newest version alone, with what that one says', async () => {
      const first = sharing(['service', 'local'], {contact});
      const second = sharing(['local'], {replaces: first.id, contact});
      const third = sharing(['service'], {replaces: second.id, contact});
      await kept(third, first, second);
      const all = [third, first, second];
      await expectOnly([third], all, 'service');
      await expectOnly([], all, 'local');
    });

    it('is of two corrections of one version what arrived last, also through one more between', async () => {
      const first = sharing(['service'], {contact});
      const [one, other] = [sharing(['service'], {replaces: first.id, contact}), sharing(['service'], {replaces: first.id, contact})];
      const last = sharing(['local'], {replaces: one.id, contact});
      await kept(first, one, other, last);
      await expectOnly([], [first, one, other, last], 'service');
      await expectOnly([last], [first, one, other, last], 'local');
    });

    it('is the newest also of what came before there were rights', async () => {
      const bare = {rightHash: undefined, isReplacementProven: true, contact};
      const first = sharing(['service'], bare);
      const [one, other] = [sharing(['service'], {...bare, replaces: first.id}), sharing(['service'], {...bare, replaces: first.id})];
      const last = sharing(['local'], {...bare, replaces: other.id});
      await kept(first, one);
      await expectOnly([one], [first, one], 'service');
      await kept(other, last);
      await expectOnly([], [first, one, other, last], 'service');
      await expectOnly([last], [first, one, other, last], 'local');
    });

    it('stays so where the correction was erased', async () => {
      const first = sharing(['service']);
      const last = sharing(undefined, {replaces: first.id});
      await kept(first, {...last, coded: {...last.coded, source: {...last.coded.source!, partner: 'example-charity'}}});
      expect(await open().erase(last.referenceHash, {...erasing, scope: {partner: 'example-charity'}})).toHaveLength(1);
      expect(await open().submission(first.id)).toBeDefined();
      expect(await seenBy({share: 'service'})).toEqual([]);
    });

    it('is not changed by what anybody else claims to correct', async () => {
      const first = sharing(['service']);
      await kept(first, sharing(undefined, {replaces: first.id, rightHash: another}));
      expect(await seenBy({share: 'service'})).toEqual([first.id]);
    });
  });

  describe('contact details of which somebody said later that they want no contact', () => {
    it('are opened by nobody, and there for nobody, whichever version they came with', async () => {
      const first = newSubmission({contact});
      const second = newSubmission({contact, replaces: first.id});
      const refuses = newSubmission({replaces: second.id});
      await kept(first, second);
      for (const {id} of [first, second]) expect(await open().openContact(id, opening)).toEqual({name: 'Example Person'});
      await kept(refuses);
      for (const limits of [{}, {service: ['1-1000000001']}]) {
        for (const {id} of [first, second, refuses]) {
          expect(await open().openContact(id, opening, limits)).toBeUndefined();
          expect(await open().submission(id, limits)).toMatchObject({hasContact: false});
        }
      }
      expect((await open().log({limit: 10})).entries).toHaveLength(2);
      expect((await open().inbox({order: 'arrived', limit: 10})).submissions.map(({hasContact}) => hasContact)).toEqual([false, false, false]);
    });

    it('are still there where a stranger claims so, and again where they give some later', async () => {
      const first = newSubmission({contact});
      const claim = claiming({replaces: first.id, rightHash: another});
      await kept(first, claim);
      expect(await open().openContact(first.id, opening)).toEqual({name: 'Example Person'});
      const refuses = newSubmission({replaces: first.id});
      await kept(refuses, newSubmission({replaces: refuses.id, contact}));
      expect(await open().openContact(first.id, opening)).toEqual({name: 'Example Person'});
    });
  });
}
