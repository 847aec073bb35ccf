import {randomBytes} from 'node:crypto';
import {describe, expect, it} from 'vitest';
import {cursorOf, positionOf} from '../../../src/endpoint/inbox/inbox-cursor.js';
import type {Keys} from '../../../src/endpoint/keys/keys.js';

const keysWith = (formSigning: Uint8Array) => ({formSigning}) as Keys;
const keys = keysWith(randomBytes(32));

describe('a cursor', () => {
  it.each([{rank: 0, row: 0}, {rank: 2, row: 4711}, {rank: 1, row: 2 ** 47}])('leads back to %j, and in no other order', (position) => {
    for (const [order, other] of [['urgent', 'arrived'], ['arrived', 'urgent']] as const) {
      expect(positionOf(order, cursorOf(order, position, keys), keys)).toEqual(position);
      expect(positionOf(other, cursorOf(order, position, keys), keys)).toBeUndefined();
    }
  });

  it('does not say how much has come before it: those of neighbours have nothing in common', () => {
    const [one, next] = [4711, 4712].map((row) => Buffer.from(cursorOf('arrived', {rank: 0, row}, keys), 'base64url'));
    expect(one!.filter((byte, place) => byte === next![place]).length).toBeLessThan(6);
    expect(one!.readUIntBE(2, 6)).not.toBe(4711);
  });

  it('that nobody made here leads nowhere', () => {
    const ours = cursorOf('arrived', {rank: 0, row: 4711}, keys);
    const changed = `${ours.startsWith('A') ? 'B' : 'A'}${ours.slice(1)}`;
    for (const cursor of [changed, cursorOf('arrived', {rank: 0, row: 4711}, keysWith(randomBytes(32))), ours.slice(0, -2), `${ours}AAAA`, '', 'arrived 0 4711', randomBytes(16).toString('base64url')]) expect(positionOf('arrived', cursor, keys)).toBeUndefined();
  });
});
