import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {ServiceRating} from '../../../../src/contract/rating.js';
import {Service} from '../../../../src/contract/service.js';
import {csv, directoryHeader, directoryPreface, directoryRow, folderForFiles, inContent, locationRow, locationsHeader, odsContent, ratingsIn, readFile, servicesIn, skippedIn, type Read} from '../../../support/endpoint/cqc-files.js';

const files = folderForFiles();

// What people and machines have put into cells, and what a page or a terminal would obey.
const nasty = fc.constantFrom(
  '', ' ', '-', '"', '""', '"a', 'a"b', ',', '\n', '\r\n', 'a\nb', '<script>alert(1)</script>', '&amp;', '&#0;', ']]>', '=HYPERLINK("x")', 'javascript:alert(1)', '__proto__', 'constructor',
  '\u001B[2J', '\u0000', '\uFEFF', '\u202E', '\uD800', '🦉', 'x'.repeat(100_000), '1-900000001', '31/02/2026', '2026-13-45', '9'.repeat(400), 'Good', 'Requires Improvement', 'Überlingen', '‘Example’',
);
const cell = fc.oneof(nasty, fc.string({unit: 'grapheme', maxLength: 40}), fc.string({unit: 'binary', maxLength: 40}));

/** Rows some of whose cells are anything. */
function rowsOf(header: readonly string[], row: (changes?: Record<string, string>) => string[]): fc.Arbitrary<string[][]> {
  return fc.array(fc.dictionary(fc.constantFrom(...header), cell, {maxKeys: 6}).map(row), {maxLength: 8});
}

/** Bad rows cost themselves alone: a good row before and one after them are read, and all that is read is as the contract has it. */
function expectSound(read: Read, first: string, last: string): void {
  expect(read.fault).toBeUndefined();
  const ids = servicesIn(read).map(({service}) => service.id);
  expect(ids).toEqual(expect.arrayContaining([first, last]));
  for (const {service} of servicesIn(read)) expect(Service.safeParse(service).success).toBe(true);
  for (const {rating} of ratingsIn(read)) expect(ServiceRating.safeParse(rating).success).toBe(true);
  for (const line of skippedIn(read)) expect(line).not.toMatch(/[\p{Cc}\p{Cs}<]/u);
}

const [first, last] = ['1-100000001', '1-100000002'];
const settings = {numRuns: 150};

describe('Whatever stands in the cells, rows before and after are read, of', () => {
  it('the care directory', async () => {
    const sure = (id: string) => directoryRow({'CQC Location ID (for office use only)': id});
    await fc.assert(
      fc.asyncProperty(rowsOf(directoryHeader, directoryRow), async (rows) => {
        expectSound(await readFile(await files.write(csv([...directoryPreface, directoryHeader, sure(first), ...rows, sure(last)]))), first, last);
      }),
      settings,
    );
  });

  it('the latest ratings (CSV)', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf(locationsHeader, locationRow), async (rows) => {
        expectSound(await readFile(await files.write(csv([locationsHeader, locationRow({'Location ID': first}), ...rows, locationRow({'Location ID': last})]))), first, last);
      }),
      settings,
    );
  });

  it('the latest ratings (ODS)', async () => {
    // What XML cannot hold no spreadsheet writes.
    const inXml = (text: string) => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
    await fc.assert(
      fc.asyncProperty(rowsOf(locationsHeader, locationRow), async (rows) => {
        const sheet = [locationsHeader, locationRow({'Location ID': first}), ...rows.map((row) => row.map(inXml)), locationRow({'Location ID': last})];
        expectSound(await readFile(await files.ods({README: [['What the columns mean']], Locations: sheet})), first, last);
      }),
      settings,
    );
  });

  it('a CSV file into which lines of anything were put', async () => {
    const start = csv([locationsHeader, locationRow({'Location ID': first})]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, {maxLength: 5}).map((cells) => cells.join(',')), {maxLength: 6}), async (lines) => {
        expectSound(await readFile(await files.write(start + lines.map((line) => `${line}\r\n`).join('') + csv([locationRow({'Location ID': last})]))), first, last);
      }),
      settings,
    );
  });
});

it('a file of anything is told in words, or read', async () => {
  const start = fc.constantFrom('', '{', '[', 'PK\u0003\u0004', '<html>', 'Name,', 'Location ID,', '\u001F\u008B', '\u00FF\u00FE');
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array({maxLength: 300}), async (begins, bytes) => {
      await readFile(await files.write(Buffer.concat([Buffer.from(begins, 'latin1'), bytes])));
    }),
    {numRuns: 500},
  );
});

it('a spreadsheet whose content is anything is told in words, or read', async () => {
  const pieces = fc.constantFrom(
    '<table:table table:name="a">', '</table:table>', '<table:table-row>', '<table:table-row table:number-rows-repeated="1048576">', '</table:table-row>', '<table:table-cell table:number-columns-repeated="16384">',
    '<table:table-cell table:number-columns-repeated="-1">', '</table:table-cell>', '<text:p>', '</text:p>', '<text:s text:c="999999999"/>', 'words', '&lol;', '&#x1b;', '<!DOCTYPE a [<!ENTITY lol "lol">]>', '<office:annotation>', '</office:annotation>', ']]>', '<!--', '\u0000',
  );
  const header = odsContent({Locations: [locationsHeader]}).slice(0, -'</table:table></office:spreadsheet></office:body></office:document-content>'.length);
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, {maxLength: 12}), fc.boolean(), async (parts, isHeaded) => {
      await readFile(await files.ods(isHeaded ? header + parts.join('') : inContent(parts.join(''))));
    }),
    {numRuns: 400},
  );
});
