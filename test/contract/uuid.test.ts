import fc from 'fast-check';
import {expect, it} from 'vitest';
import {SubmissionId} from '../../src/contract/identifiers.js';
import {uuidV7} from '../../src/contract/uuid.js';

const moment = fc.integer({min: 0, max: 2 ** 48 - 1});
const tenBytes = fc.uint8Array({minLength: 10, maxLength: 10});

it('makes the example of RFC 9562, appendix A.6', () => {
  const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
  expect(uuidV7(Date.parse('2022-02-22T19:22:22Z'), random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

it('makes an id that the endpoint takes, whenever and whatever the dice say', () => {
  fc.assert(fc.property(moment, tenBytes, (now, random) => SubmissionId.safeParse(uuidV7(now, random)).success));
});

it('sorts ids by the time they were made', () => {
  fc.assert(fc.property(moment, moment, tenBytes, tenBytes, (one, other, random, more) => {
    fc.pre(one < other);
    return uuidV7(one, random) < uuidV7(other, more);
  }));
});

it('leaves the random bytes as they were', () => {
  const random = new Uint8Array(16).fill(255);
  uuidV7(0, random);
  expect([...random]).toEqual(new Array(16).fill(255));
});
