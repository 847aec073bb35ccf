import {randomBytes} from 'node:crypto';
import {describe, expect, it} from 'vitest';
import {SubmissionId} from '../../../src/contract/identifiers.js';
import {uuidV7} from '../../../src/contract/uuid.js';
import {hiddenIds} from '../../../src/endpoint/access/hidden-ids.js';

const {hide, find} = hiddenIds(new Uint8Array(32).fill(1));
const moment = Date.UTC(2026, 10, 22);
const ids = Array.from({length: 100}, (_, place) => uuidV7(moment + place, randomBytes(10)));

describe('an id as the service knows it', () => {
  it('is an id as every other, always the same, and leads back to the one that it hides', () => {
    for (const id of [...ids, '00000000-0000-7000-8000-000000000000', 'ffffffff-ffff-7fff-bfff-ffffffffffff']) {
      expect(SubmissionId.safeParse(hide(id)).success).toBe(true);
      expect(hide(id.toUpperCase())).toBe(hide(id));
      expect(find(hide(id))).toBe(id);
      expect(hide(find(id))).toBe(id);
    }
    expect(new Set(ids.map(hide)).size).toBe(ids.length);
  });

  it('has nothing of the one that it hides, neither its moment nor what a device could know it by', () => {
    // Of 128 bits six are the same in every id, and half of the others are by chance.
    const shared = ids.map((id) => bitsOf(id).filter((bit, place) => bit === bitsOf(hide(id))[place]).length);
    expect(shared.reduce((sum, each) => sum + each, 0) / ids.length).toBeCloseTo(6 + 61, -1);
    for (const [place, id] of ids.entries()) {
      for (const part of id.split('-').filter((each) => each.length > 4)) expect(hide(id)).not.toContain(part);
      if (place > 0) expect(hide(id).slice(0, 8)).not.toBe(hide(ids[place - 1]!).slice(0, 8));
    }
  });

  it('is another under another key', () => {
    const other = hiddenIds(new Uint8Array(32).fill(2));
    for (const id of ids) {
      expect(other.hide(id)).not.toBe(hide(id));
      expect(other.find(hide(id))).not.toBe(id);
    }
  });
});

function bitsOf(id: string): string[] {
  return [...BigInt(`0x${id.replaceAll('-', '')}`).toString(2).padStart(128, '0')];
}
