import fc from 'fast-check';
import {feedback} from './people.js';

/** One request's body and how it is labelled. */
export interface Sent {
  type: string;
  body: string | Uint8Array;
}

const keys = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length', '', '0', 'id', 'answers', 'about', 'services', 'story', 'experience', 'contact', 'extensions', 'source', 'urgency'),
  fc.string({unit: 'binary', maxLength: 12}),
);
const texts = fc.oneof(
  fc.string({unit: 'binary', maxLength: 40}),
  fc.constantFrom('\u0000', '\ud800', '\u202e', '🏥'.repeat(300), '__proto__', '2026-13-45', '9999', '-1', 'ongoing', '1-1000000001', '0197b2c4-7a1e-7cc2-9d0b-000000000000', 'https://a.example', 'javascript:alert(1)', "'; DROP TABLE submissions; --", '%00', '${1}'),
);
const leaves = fc.oneof(texts, fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.constantFrom(1e308, -0, 2 ** 53));
const {value: anything} = fc.letrec<{value: unknown}>((tie) => ({
  value: fc.oneof({depthSize: 'small', withCrossShrink: true}, leaves, fc.array(tie('value'), {maxLength: 5}), entriesOf(tie('value'))),
}));

/** An object whose keys may be any, `__proto__` among them. */
function entriesOf(values: fc.Arbitrary<unknown>): fc.Arbitrary<Record<string, unknown>> {
  return fc.array(fc.tuple(keys, values), {maxLength: 5}).map((entries) => {
    const made: Record<string, unknown> = {};
    for (const [key, value] of entries) Object.defineProperty(made, key, {value, enumerable: true, configurable: true, writable: true});
    return made;
  });
}

/** Right but for a few places, which is what gets furthest in. */
const almostRight = fc
  .array(fc.record({steps: fc.array(fc.nat(30), {minLength: 1, maxLength: 4}), change: fc.oneof(fc.constant('remove' as const), fc.constant('name' as const), fc.constant('set' as const)), key: keys, value: anything}), {maxLength: 3})
  .map((changes) => {
    const whole = JSON.parse(feedback().body) as Record<string, unknown>;
    for (const {steps, change, key, value} of changes) {
      const {holder, name} = placeAt(whole, steps);
      if (change === 'remove') delete holder[name];
      else if (Array.isArray(holder)) holder.push(value);
      else Object.defineProperty(holder, change === 'name' ? key : name, {value, enumerable: true, configurable: true, writable: true});
    }
    return JSON.stringify(whole);
  });

function placeAt(whole: Record<string, unknown>, steps: readonly number[]): {holder: Record<string, unknown>; name: string} {
  let [holder, name] = [whole, 'id'];
  for (const step of steps) {
    const names = Object.keys(holder);
    name = names[step % Math.max(1, names.length)] ?? 'id';
    const inner = holder[name];
    if (typeof inner !== 'object' || inner === null || Object.keys(inner).length === 0) break;
    holder = inner as Record<string, unknown>;
  }
  return {holder, name: Object.keys(holder).includes(name) ? name : (Object.keys(holder)[0] ?? 'id')};
}

const right = fc.constant(null).map(() => feedback().body);
const deep = fc.tuple(fc.constantFrom('[', '{"a":'), fc.integer({min: 1, max: 20_000})).map(([open, count]) => open.repeat(count));
const cutOff = fc.tuple(right, fc.nat(600)).map(([body, at]) => body.slice(0, at));
const bodies = fc.oneof(
  {weight: 5, arbitrary: almostRight},
  {weight: 3, arbitrary: anything.map((value) => JSON.stringify(value) ?? '')},
  {weight: 1, arbitrary: right},
  {weight: 1, arbitrary: cutOff},
  {weight: 1, arbitrary: deep},
  {weight: 1, arbitrary: fc.uint8Array({maxLength: 200})},
  {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 200})},
);
const types = fc.oneof(
  {weight: 12, arbitrary: fc.constant('application/json')},
  {weight: 1, arbitrary: fc.constantFrom('application/jose', 'text/plain', 'application/json; charset=utf-16', 'application/json;;=', 'application/x-www-form-urlencoded')},
);

/** Whatever may be sent: right, almost right, and anything at all. */
export const anySent: fc.Arbitrary<Sent> = fc.record({type: types, body: bodies});
