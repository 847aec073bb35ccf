import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {dateFault} from '../../../src/domain/questionnaire/dates.js';
import {dateFromParts, partsOfDate} from '../../../src/domain/questionnaire/written-dates.js';
import {leftOutWithout, sharedCase} from '../../support/shared-case.js';

const latest = '2026-12-01';
const dates = sharedCase('dates.json');

type Boxes = [day: string, month: string, year: string];
const read = ([day, month, year]: Boxes, languages: string[] = []) => dateFromParts({day, month, year}, {latest, languages});

describe('a date as people write it', () => {
  it.skipIf(dates === undefined)(`is taken, for every one that was found to be refused${leftOutWithout('dates.json', dates)}`, () => {
    const [written = []] = Object.values(JSON.parse(dates!) as Record<string, Boxes[]>);
    expect(written.map((boxes) => read(boxes))).toEqual(['2026-02', '2026-03-03', '2026-09', '2026-05-03', '2026-05-03', '2026-05-03', '2026-05-03', '2026-02-01']);
  });

  const taken: [Boxes, string][] = [
    [['', '', '2026'], '2026'],
    [['', '3', '2026'], '2026-03'],
    [['03', '05', ' 2026 '], '2026-05-03'],
    [['3', '5', "'25"], '2025-05-03'],
    [['3', '5', '’99'], '1999-05-03'],
    [['', '', '68'], '1968'],
    [['', '', '00'], '2000'],
    [['3', 'MARCH', '2026'], '2026-03-03'],
    [['', 'Sept.', '2026'], '2026-09'],
    [['', 'janu', '2026'], '2026-01'],
    [['the 1st', 'of June', '2026'], '2026-06-01'],
    [['22nd.', 'oct', '2025'], '2025-10-22'],
    [['3.', '5.', '2026.'], '2026-05-03'],
    [['3ydd', '5', '2026'], '2026-05-03'],
    [['1er', '5', '2026'], '2026-05-01'],
    [['3日', '5月', '2026年'], '2026-05-03'],
    [['۳', '۵', '۲۰۲۶'], '2026-05-03'],
    [['৩', '৫', '২০২৬'], '2026-05-03'],
    [['੩', '੫', '੨੦੨੬'], '2026-05-03'],
    [['૩', '૫', '૨૦૨૬'], '2026-05-03'],
    [['௩', '௫', '௨௦௨௬'], '2026-05-03'],
    [['၃', '၅', '၂၀၂၆'], '2026-05-03'],
    [['', '', '𝟤𝟘𝟚𝟞'], '2026'],
    // A whole date in one box, where it can be but one.
    [['3 March 2026', '', ''], '2026-03-03'],
    [['', 'March 2026', ''], '2026-03'],
    [['3 March', '', '26'], '2026-03-03'],
    [['', '', '2026-05-03'], '2026-05-03'],
    [['27/3/2026', '', ''], '2026-03-27'],
    [['3/27/2026', '', ''], '2026-03-27'],
    [['5/5/2026', '', ''], '2026-05-05'],
    [['', '5/2026', ''], '2026-05'],
    [['2026', '', ''], '2026'],
  ];
  it.each(taken)('%j is %s', (boxes, date) => {
    expect(read(boxes)).toBe(date);
    expect(dateFault(date, latest)).toBeUndefined();
  });

  it.each<[language: string, boxes: Boxes, date: string]>([
    ['cy', ['3', 'Mawrth', '2026'], '2026-03-03'],
    ['cy-GB', ['', 'Rhag', '2025'], '2025-12'],
    ['pl', ['3', 'maja', '2026'], '2026-05-03'],
    ['pl', ['', 'październik', '2025'], '2025-10'],
    ['fr', ['1er', 'févr.', '2026'], '2026-02-01'],
    ['fr', ['', 'Aout', '2025'], '2025-08'],
    ['ar', ['', 'مارس', '2026'], '2026-03'],
    ['ur', ['٣', 'مئی', '٢٠٢٦'], '2026-05-03'],
    ['pa', ['', 'ਮਾਰਚ', '੨੦੨੬'], '2026-03'],
    ['zh', ['', '十一月', '2025'], '2025-11'],
    ['fa', ['', 'March', '2026'], '2026-03'],
    ['no language at all', ['', 'March', '2026'], '2026-03'],
  ])('months have their names in the language of the page too: %s, %j', (language, boxes, date) => expect(read(boxes, [language])).toBe(date));

  it.each<[Boxes, string[]]>([
    // Two months begin so, in one language or in two.
    [['', 'ju', '2026'], []],
    [['', 'jui', '2026'], ['fr']],
    [['', 'mar', '2026'], ['fi']],
    [['', 'listopad', '2025'], ['pl', 'hr']],
    // Which is the day?
    [['3/5/2026', '', ''], []],
    [['03', '', '05-2026'], []],
    [['26 March 03', '', ''], []],
    [['', 'May/June', '2026'], []],
    [['about 3', '5', '2026'], []],
    [['3', '5', '226'], []],
    [['3', '5', '20266'], []],
    [['3', '', '2026'], []],
    [['', '.', '2026'], []],
    [['', 'yesterday', ''], []],
  ])('%j is not guessed at where it could be another', (boxes, languages) => expect(dateFault(read(boxes, languages), latest)).toBe('not-a-date'));

  it('is told to be in the future where its year is more likely a slip than ninety years ago', () => {
    expect(read(['', '', '27'])).toBe('2027');
    expect(dateFault(read(['', '', '36']), latest)).toBe('too-late');
    expect(read(['', '', '37'])).toBe('1937');
  });

  it('does not become a hundred years old by a clock that was put back', () => {
    expect(dateFromParts({day: '', month: '', year: '25'}, {latest: '1970-01-02'})).toBe('2025');
  });

  it('stays nothing where nothing was written', () => expect(read(['', ' ', ''])).toBe(''));

  it('comes back into its boxes', () => {
    const digits = fc.stringMatching(/^[1-9][0-9]?$/);
    fc.assert(fc.property(digits, digits, fc.stringMatching(/^[1-9][0-9]{3}$/), (day, month, year) => {
      const parts = partsOfDate(read([day, month, year]));
      expect([Number(parts.day), Number(parts.month), parts.year]).toEqual([Number(day), Number(month), year]);
    }));
    expect(partsOfDate(read(['5', '', '2026']))).toEqual({day: '05', month: '', year: '2026'});
    expect(partsOfDate('ongoing')).toEqual({day: '', month: '', year: ''});
  });
});
