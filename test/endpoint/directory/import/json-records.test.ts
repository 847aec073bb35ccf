import fc from 'fast-check';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {describe, expect, it, vi} from 'vitest';
import {fileFormOf} from '../../../../src/endpoint/directory/import/file-form.js';
import {createCutter} from '../../../../src/endpoint/directory/import/json-cutter.js';
import {jsonRecords, type FoundRecord} from '../../../../src/endpoint/directory/import/json-records.js';
import {folderForFiles} from '../../../support/endpoint/cqc-files.js';

const files = folderForFiles();
const record = {locationId: '1-900000001', name: 'Example House'};
const other = {providerId: '1-900000002', name: 'Example Care Ltd', locationIds: ['1-900000001']};
const text = (value: unknown) => JSON.stringify(value);

async function read(content: string | Uint8Array): Promise<{found: FoundRecord[]; fault?: string}> {
  const found: FoundRecord[] = [];
  try {
    for await (const each of jsonRecords(await files.write(content), {read: () => undefined, foreign: () => undefined})) found.push(each);
    return {found};
  } catch (error) {
    return {found, fault: (error as Error).message};
  }
}

const recordsOf = ({found}: {found: FoundRecord[]}) => found.flatMap((each) => ('record' in each ? [each.record] : []));

describe('A JSON file', () => {
  it.each<[string, string, [string, unknown][]]>([
    ['one record', text(record), [['line 1', record]]],
    ['a list of records', text([record, other]), [['line 1, at /0', record], ['line 1, at /1', other]]],
    ['a list over several lines', JSON.stringify([record, other], null, 1), [['line 2, at /0', record], ['line 6, at /1', other]]],
    ['records in wrappers', text([{postcode: 'ZZ1 1AA', req: 'Example', loc: record}]), [['line 1, at /0', record]]],
    ['one wrapper', text({loc: record}), [['line 1', record]]],
    ['a page of a list', text({total: 1, locations: [record]}), [['line 1, at /locations/0', record]]],
    ['a page of providers', text({total: 1, providers: [other]}), [['line 1, at /providers/0', other]]],
    ['several pages', text([{locations: [record]}, {locations: [record]}]), [['line 1, at /0/locations/0', record], ['line 1, at /1/locations/0', record]]],
    ['lists in a list', text([[record], [other]]), [['line 1, at /0/0', record], ['line 1, at /1/0', other]]],
    ['a record on each line', `${text(record)}\n${text(other)}\n`, [['line 1', record], ['line 2', other]]],
    ['a page on each line', `${text({locations: [record]})}\r\n${text({providers: [other]})}`, [['line 1, at /locations/0', record], ['line 2, at /providers/0', other]]],
    ['a record that has a list of its own', text({...record, locations: []}), [['line 1', {...record, locations: []}]]],
    ['a provider’s rating in our own words', text({locations: [{overall: null}], service: {id: '1-2'}}), [['line 1', {locations: [{overall: null}], service: {id: '1-2'}}]]],
    ['brackets and quotation marks in text', text([{...record, name: '[“{"\\"}]'}]), [['line 1, at /0', {...record, name: '[“{"\\"}]'}]]],
    ['no records', '[]', []],
    ['a byte order mark', `\uFEFF${text([record])}`, [['line 1, at /0', record]]],
  ])('of %s gives each with its place', async (_what, content, expected) => {
    expect(await read(content)).toEqual({found: expected.map(([where, each]) => ({where, record: each}))});
  });

  it('loses one record to a fault in it, not those after it', async () => {
    const {found, fault} = await read(`[${text(record)},\n{"locationId": nonsense},\n{"a": ]},\n${text(other)}]`);
    expect(found.map((each) => ('fault' in each ? `${each.where}: ${each.fault}` : each.record))).toEqual([record, 'line 2, at /1: is not JSON', 'line 3, at /2: is not JSON', other]);
    expect(fault).toBeUndefined();
  });

  it.each([['{"locationId": "1-9'], ['[{"locationId": "1-9"}, {"name": "SECRET'], ['[{"locationId": "1-9"}']])('that ends in the middle is told so, and what stands before is read: %s', async (content) => {
    const {found, fault} = await read(content);
    expect(fault).toBe('is not JSON: it ends in the middle');
    expect(JSON.stringify(found)).not.toContain('SECRET');
    expect(found).toHaveLength(content.includes('}') ? 1 : 0);
  });

  it('with letters of Windows-1252 is read', async () => {
    expect(recordsOf(await read(Buffer.from('[{"locationId": "1-900000001", "name": "Caf\xe9"}]', 'latin1')))).toEqual([{...record, name: 'Café'}]);
  });

  it('as older PowerShell saves it, in UTF-16, is read', async () => {
    const content = Buffer.from(`\uFEFF${text([{...record, name: 'Café 🦉'}, other])}`, 'utf16le');
    for (const each of [content, Buffer.from(content).swap16()]) {
      const path = await files.write(each);
      expect(await fileFormOf(path)).toBe('json');
      expect(recordsOf(await read(each))).toEqual([{...record, name: 'Café 🦉'}, other]);
    }
  });

  it('that is one long page of a list is read record by record', async () => {
    const long = {...record, padding: 'x'.repeat(100_000)};
    const {found} = await read(`{"total": 200, "nextPageUri": null, "more": {"locations": [1]}, "locations": [${Array.from({length: 200}, () => text(long)).join(',\n')}], "uri": "/locations"}`);
    expect(found).toHaveLength(200);
    expect(found[199]).toEqual({where: 'line 200, at /locations/199', record: long});
  });

  it('with a record that no record can be as long as, names it and reads the next', async () => {
    const {found} = await read(`[{"padding": "${'x'.repeat(33 * 1024 * 1024)}"}, ${text(other)}]`);
    expect(found).toEqual([{where: 'line 1, at /0', fault: 'is longer than 33,554,432 bytes, and no record of CQC’s is: fetch it again, or leave it out'}, {where: 'line 1, at /1', record: other}]);
  });

  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  it.each([
    ['goes deeper than any record', `{"a": ${nested(100_000)}}`, 'is nested more than 64 deep'],
    ['goes a little deeper than any record', `{"a": ${nested(64)}}`, 'is nested more than 64 deep'],
    ['is nothing but small values', `{"a": [${'0,'.repeat(600_000)}0]}`, 'has more than 500,000 values'],
    ['is nothing but small lists', `{"a": [${'[],'.repeat(600_000)}[]]}`, 'has more than 500,000 values'],
  ])('with a record that %s, names it before it is parsed and reads the next', async (_what, hostile, fault) => {
    const parse = vi.spyOn(JSON, 'parse');
    for (const [content, where] of [[`[${hostile}, ${text(other)}]`, ', at /0'], [`${hostile}\n${text(other)}`, '']] as const) {
      const {found} = await read(content);
      expect(found).toEqual([{where: `line 1${where}`, fault: `${fault}, and no record of CQC’s is: fetch it again, or leave it out`}, expect.objectContaining({record: other})]);
    }
    expect(Math.max(...parse.mock.calls.map(([given]) => given.length))).toBeLessThan(1000);
    parse.mockRestore();
  });

  it('with a record that goes as deep as any may, and with a key twice, takes what stands last', async () => {
    expect(recordsOf(await read(`{"locationId": "1-900000009", "locationId": "1-900000001", "name": "Example House", "a": ${nested(63)}}`))).toEqual([{...record, a: JSON.parse(nested(63)) as unknown}]);
  });

  it('with one key after another, as no page has, is read without keeping them', async () => {
    const {found, fault} = await read(`{${Array.from({length: 400_000}, (_, each) => `"key${each}":0`).join(',')}}`);
    expect([found.length, fault]).toEqual([1, undefined]);
  });
});

describe('Cutting JSON', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const piece = (content: string) => Buffer.from(content.repeat(Math.ceil(1024 * 1024 / content.length)));

  it.each([['one string', '{"name": "', 'x', false], ['lists in lists', '{"a": ', '[', false], ['small values', '{"a": [', '0,', false], ['one key of a page', '{"', 'k', true], ['a page of something else', '{"a": [', '0,', true], ['a page of one record', '{"locations": [{"a": [', '0,', true], ['nothing', '', ' ', false]] as const)('keeps no more than a record can be, though the file is %s without an end', (_what, begin, goesOn, isPage) => {
    const bounds = {bytes: 4 * 1024 * 1024, values: 100_000, depth: 64};
    const cutter = createCutter({pageKeys: isPage ? ['locations'] : [], bounds});
    cutter.take(Buffer.from(begin));
    collect();
    const before = process.memoryUsage().arrayBuffers;
    for (let each = 0; each < 40; each += 1) cutter.take(piece(goesOn));
    collect();
    // Half of what has come: some of what nobody holds any more may not be gone yet.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024);
  });

  it('gives the same wherever the pieces of the file end', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({maxDepth: 3})), fc.integer({min: 1, max: 9}), fc.boolean(), (values, size, isIndented) => {
        const bytes = Buffer.from(JSON.stringify(values.map((value) => ({value})), null, isIndented ? 1 : undefined));
        const cutter = createCutter();
        const cuts = [];
        for (let at = 0; at < bytes.length; at += size) cuts.push(...cutter.take(bytes.subarray(at, at + size)));
        const {cuts: last, isWhole} = cutter.end();
        expect(isWhole).toBe(true);
        expect([...cuts, ...last].map((cut) => [cut.path, 'bytes' in cut && JSON.parse(cut.bytes.toString())])).toEqual(values.map((value, position) => [[position], JSON.parse(JSON.stringify({value}))]));
      }),
      {numRuns: 300},
    );
  });

  it('throws nothing, whatever the file is', () => {
    const letters = fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', ':', 'a', '1', ' ', '\n', 'é');
    fc.assert(
      fc.property(fc.array(letters).map((all) => Buffer.from(all.join(''))), fc.boolean(), (bytes, isPage) => {
        const cutter = createCutter(isPage ? {pageKeys: ['a'], sawKey: () => undefined} : {});
        cutter.take(bytes);
        cutter.end();
      }),
      {numRuns: 2000},
    );
  });
});
