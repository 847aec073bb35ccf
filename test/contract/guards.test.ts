import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {isReceipt, isService, receiverFault} from '../../src/contract/guards.js';
import {Receipt} from '../../src/contract/receipt.js';
import {Receiver} from '../../src/contract/receiver.js';
import {Service} from '../../src/contract/service.js';
import {receipt, receiver, service} from '../support/contract/contract-examples.js';

const long = (characters: number) => '\u{1F600}'.repeat(characters);
const mark = (text: string) => ({name: text, words: text});

/** Values on both sides of every limit that a receiver has. */
const oddValues: unknown[] = [
  null, true, false, 0, 7, '', ' ', '\n\t', 'text', 'en', 'en-GB', 'xx-', 'e', 'regulator', 'charity', 'boss', '1.0', [], ['en'], ['en', 'not a tag'], [null], [7], [[]], [{}], {}, {kty: 'EC'},
  'https://a.example/x', 'http://a.example', 'http://localhost:4000/privacy', 'http://127.0.0.1/', 'http://127.0.0.1.example/', 'http://[::1]/', 'https://u:p@a.example/', 'ftp://a.example', '/privacy', 'javascript:alert(1)', 'javascript:x@a.example', 'mailto:data@a.example', 'MAILTO:data@a.example', 'mailto:data@a.example?body=x', 'mailto:', 'mailto:data', 'mailto:a@a.example,b@a.example', 'mailto:a%0A@a.example', 'mailto:a\n@a.example', 'tel:+44-1632-960000',
  'half \uD83D pair', 'half \uDE00', 'nul \u0000', 'bell \u0007', 'c1 \u0085', 'joiner \u200D\u200F kept', 'lines\r\nkept\t',
  long(100), long(101), long(200), long(201), long(320), long(321), long(2000), long(2001), `${' '.repeat(2000)}a`,
  {regulator: mark('ok')}, {local: mark('')}, {service: {name: 'ok'}}, {service: {...mark('ok'), more: 1}}, {other: mark('ok')}, {regulator: mark(long(200)), local: mark(long(201))}, {regulator: undefined}, {regulator: null},
];

const keys = [...Object.keys(receiver), 'added-later', 'origins'];
const mutation = fc.record({
  key: fc.constantFrom(...keys),
  value: fc.oneof({weight: 4, arbitrary: fc.constantFrom(...oddValues)}, {weight: 1, arbitrary: fc.jsonValue()}, {weight: 1, arbitrary: fc.string({unit: 'binary'})}, {weight: 1, arbitrary: fc.constant(undefined)}),
});

function mutated(changes: readonly {key: string; value: unknown}[]): Record<string, unknown> {
  const changed: Record<string, unknown> = {...receiver};
  for (const {key, value} of changes) {
    if (value === undefined) delete changed[key];
    else changed[key] = value;
  }
  return changed;
}

describe('the small guard for a receiver', () => {
  it('says the same as the schema for each odd value in each field', () => {
    const disagreed = keys.flatMap((key) =>
      [undefined, ...oddValues].filter((value) => {
        const changed = mutated([{key, value}]);
        return (receiverFault(changed) === undefined) !== Receiver.safeParse(changed).success;
      }).map((value) => `${key}: ${JSON.stringify(value)}`),
    );
    expect(disagreed).toEqual([]);
  });

  it('says the same as the schema for several odd fields at once, and names one that the schema names', () => {
    fc.assert(
      fc.property(fc.array(mutation, {maxLength: 4}), (changes) => {
        const changed = mutated(changes);
        const fault = receiverFault(changed);
        const parsed = Receiver.safeParse(changed);
        expect(fault === undefined).toBe(parsed.success);
        if (fault) expect(parsed.error?.issues.map(({path}) => String(path[0]))).toContain(/^\/([^/ ]+)/.exec(fault)?.[1]);
      }),
      {numRuns: 2000},
    );
  });

  it('says the same as the schema for what is no receiver at all', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => (receiverFault(value) === undefined) === Receiver.safeParse(value).success));
    for (const value of [undefined, null, [], 'text', 7, {}]) expect(receiverFault(value)).toBeTypeOf('string');
  });

  it.each(['javascript:alert(1)', 'javascript://a.example/%0Aalert(1)', 'data:text/html,x', 'vbscript:x', 'http://a.example/', '/complain', 'mailto:data@a.example?body=x', 'mailto:data@a.example?cc=b@a.example', ' mailto:data@a.example'])('takes no %j for where people complain', (dataComplaint) => {
    expect(receiverFault({...receiver, dataComplaint})).toMatch(/^\/dataComplaint cannot be /);
    expect(Receiver.safeParse({...receiver, dataComplaint}).success).toBe(false);
  });

  it('takes an https and a mailto address for where people complain, or none', () => {
    for (const dataComplaint of ['https://a.example/complain?from=form', 'mailto:data.protection+care@a.example', undefined]) expect(receiverFault({...receiver, dataComplaint})).toBeUndefined();
  });

  it('takes keys that were added later', () => {
    expect(receiverFault({...receiver, opensOnSundays: true})).toBeUndefined();
  });

  it('tells a developer which field to mend, and what stands there', () => {
    expect(receiverFault({...receiver, privacyNotice: undefined})).toBe('/privacyNotice is missing');
    expect(receiverFault({...receiver, privacyNotice: 'http://a.example'})).toBe('/privacyNotice cannot be "http://a.example"');
    expect(receiverFault({...receiver, share: {local: {name: 'The council', words: ''}}})).toBe('/share/local/words cannot be ""');
    expect(receiverFault('<!doctype html>')).toBe('it cannot be "<!doctype html>"');
  });
});

describe('the small guard for a receipt', () => {
  it('takes every receipt that the schema takes, for its own submission only', () => {
    expect(Receipt.safeParse(receipt).success).toBe(true);
    expect(isReceipt(receipt, receipt.id)).toBe(true);
    expect(isReceipt(receipt, '0197b2c4-7a1e-7cc2-9d0b-5f2f0d1f7a12')).toBe(false);
  });

  it.each(['id', 'reference', 'receivedAt', 'token'])('takes none without its %s', (key) => {
    expect(isReceipt({...receipt, [key]: undefined}, receipt.id)).toBe(false);
    expect(isReceipt({...receipt, [key]: 7}, receipt.id)).toBe(false);
  });

  it.each([undefined, null, 'text', [], [receipt]])('takes no %j', (value) => {
    expect(isReceipt(value, receipt.id)).toBe(false);
  });
});

describe('the small guard for a service', () => {
  it('takes every service that the schema takes', () => {
    const odd = fc.constantFrom(...oddValues);
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(service)), odd, (key, value) => {
        const changed = {...service, [key]: value};
        if (Service.safeParse(changed).success) expect(isService(changed)).toBe(true);
      }),
      {numRuns: 1000},
    );
    expect(isService(service)).toBe(true);
    expect(isService({id: 'RXQ02', level: 'location', name: 'Example', status: {kind: 'closed'}})).toBe(true);
  });

  it('takes a service of a kind that a later version adds', () => {
    expect(isService({...service, kinds: ['care-home', 'sauna']})).toBe(true);
  });

  it.each([
    ['id', 7], ['name', null], ['level', undefined], ['status', 'registered'], ['status', {}], ['town', 7], ['postcode', null], ['kinds', 'care-home'], ['kinds', [7]], ['isolated', 'yes'],
  ])('takes none whose %s is %j', (key, value) => {
    expect(isService({...service, [key]: value})).toBe(false);
  });
});
