import {describe, expect, it} from 'vitest';
import type {NewSubmission, Store} from '../../../src/endpoint/store/store.js';
import {erasing, hash, newSubmission, nextId} from './examples.js';

/** What the right that a submission carried gives, which every store must keep to. */
export function rightsSuite(open: () => Store): void {
  const mine = hash('a right that one person alone knows');
  const another = hash('the right of another');
  const kept = async (...all: NewSubmission[]) => {
    for (const each of all) await open().save(each);
  };
  const entry = async ({id}: NewSubmission) => open().submission(id);
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
}
