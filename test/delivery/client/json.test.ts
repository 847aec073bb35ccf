import {describe, expect, it, onTestFinished} from 'vitest';
import {jsonFrom, jsonText} from '../../../src/delivery/client/json.js';
import {submission} from '../../support/contract/contract-examples.js';

const odd: unknown[] = [
  '', 'a', '"\\/', '\u0000\u0007\b\t\n\u000b\f\r\u001f\u007f\u0080\u2028\u2029', '👩🏽‍⚕️ é ਸਤ ਸ੍ਰੀ \u200f(٣)\u200f', '\ud83d', '\ude00', 'a\ud83d\ud83d\ude00\ude00', '</script>',
  0, -0, 1, -1.5, 1e21, 1e-7, 2 ** 53, NaN, Infinity, -Infinity, true, false, null,
  [], [undefined, null, [[]]], {}, {a: undefined, b: null}, {b: 1, a: 2, 10: 'x', 9: 'y'}, {'': 1, '"': 2, 'é\n': 3},
  JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}'), submission, {deep: [{deep: [{deep: 'x'.repeat(5000)}]}]},
];

describe('JSON', () => {
  it.each(odd.map((value) => [value]))('of %j is what JSON.stringify writes', (value) => {
    expect(jsonText(value)).toBe(JSON.stringify(value));
  });

  it('is the same for every character there is', () => {
    const all = Array.from({length: 0x10000}, (_, unit) => String.fromCharCode(unit)).join('');
    expect(jsonText(all)).toBe(JSON.stringify(all));
  });

  it('is the same where everything has a toJSON and something hung into it, and JSON writes something else', () => {
    const right = JSON.stringify(submission);
    const {stringify} = JSON;
    const owners = [Array.prototype, String.prototype, Number.prototype, Boolean.prototype, Object.prototype] as unknown as {toJSON?: unknown; each?: unknown}[];
    onTestFinished(() => {
      for (const owner of owners) {
        delete owner.toJSON;
        delete owner.each;
      }
      JSON.stringify = stringify;
    });
    for (const owner of owners) Object.assign(owner, {toJSON: () => 'patched', each: 'hung'});
    JSON.stringify = () => 'patched';
    const written = jsonText(submission);
    for (const owner of owners) delete owner.toJSON;
    expect(written === right).toBe(true);
  });

  it('is read back, and what is none is nothing', () => {
    expect(jsonFrom(jsonText(submission))).toEqual(submission);
    expect(jsonFrom('<!doctype html>')).toBeUndefined();
  });
});
