import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {formOf} from '../../../src/endpoint/import/file-form.js';
import {createCutter} from '../../../src/endpoint/import/json-cutter.js';
import {jsonRecords, type FoundRecord} from '../../../src/endpoint/import/json-records.js';
import {folderForFiles} from './files.js';

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
      expect(await formOf(path)).toBe('json');
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
    expect(found).toEqual([{where: 'line 1, at /0', fault: 'is longer than a record can be'}, {where: 'line 1, at /1', record: other}]);
  });
});

describe('Cutting JSON', () => {
  it('gives the same wherever the pieces of the file end', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue({maxDepth: 3})), fc.integer({min: 1, max: 9}), fc.boolean(), (values, size, isIndented) => {
        const bytes = Buffer.from(JSON.stringify(values.map((value) => ({value})), null, isIndented ? 1 : undefined));
        const cutter = createCutter();
        const cuts = [];
        for (let at = 0; at < bytes.length; at += size) cuts.push(...cutter.take(bytes.subarray(at, at + size)));
        const {cuts: last, isWhole} = cutter.end();
        expect(isWhole).toBe(true);
        expect([...cuts, ...last].map(({bytes: cut, path}) => [path, JSON.parse(cut!.toString())])).toEqual(values.map((value, position) => [[position], JSON.parse(JSON.stringify({value}))]));
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
