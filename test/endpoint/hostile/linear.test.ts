import {describe, expect, it} from 'vitest';
import {readCode} from '../../../src/contract/code.js';
import {charactersIn, isKeepable, isWritten} from '../../../src/contract/characters.js';
import {csvLine} from '../../../src/endpoint/export/csv.js';
import {cellsOf} from '../../../src/endpoint/import/csv-rows.js';
import {oneLine, placeId} from '../../../src/endpoint/import/place-id.js';
import {html} from '../../../src/pages/html.js';
import {beginning, block, hasHidden} from '../../../src/pages/inbox/visible.js';
import {wordsIn} from '../../../src/search/fold.js';
import {dangerPhrases} from '../../../src/signposting/danger-phrases.js';
import {growth, mostGrowth} from '../../support/growth.js';

// Everything that reads what anybody may have written, however long.
const readers: Record<string, (text: string) => unknown> = {
  'a cell of the export': (text) => csvLine([text]),
  'marking of invisible characters': (text) => [hasHidden(text), String(block(text))],
  'the beginning of a story': (text) => beginning(text, 300),
  'words of a page': (text) => String(html`${text}`),
  'looking for danger': dangerPhrases,
  'counting and checking characters': (text) => [charactersIn(text), isKeepable(text), isWritten(text)],
  'words to search by': wordsIn,
  'a row of an import': (text) => cellsOf(text, ','),
  'the name of a place': (text) => [oneLine(text), placeId(text)],
  'a code as somebody wrote it': readCode,
};

// One that each of them may stumble over: alone, again and again, and with an end that does not fit.
const pieces = {
  'line breaks': '\n', blanks: ' ', 'blanks and line breaks': ' \r\n', quotes: '"', 'quotes and blanks': '" ', semicolons: ';', apostrophes: "'", formulas: '=', 'cells of a formula': ';=1', letters: 'a', 'short words': 'a ', 'words of danger': 'kill ', 'a phrase that begins': 'want to ', digits: '7', hyphens: '-', commas: ',', ampersands: '&',
  'marks that turn': '\u202e', 'marks above': 'a\u0301', 'joined signs': '👩\u200d', 'letters that fold': 'ﬃ', 'capital dotted letters': 'İ', 'no-break blanks': '\u00a0',
};

describe.each(Object.entries(readers))('%s takes time that grows as the length does', (_name, read) => {
  it.each(Object.entries(pieces))('with many %s', (_of, piece) => {
    const textOf = (length: number) => `x${piece.repeat(length / piece.length)}!`;
    expect(growth(read, textOf, 4000)).toBeLessThan(mostGrowth);
  });
});
