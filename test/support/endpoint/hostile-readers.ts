// Everything that reads what anybody may have written, and what each may stumble over: for tests and for `bench/linear.js`.
import {charactersIn, isKeepable, isWritten} from '../../../src/contract/characters.js';
import {readCode} from '../../../src/contract/code.js';
import type {InboxEntry} from '../../../src/contract/inbox.js';
import type {Receiver} from '../../../src/contract/receiver.js';
import {withDangerWords} from '../../../src/endpoint/inbox/danger-words.js';
import {csvLine} from '../../../src/endpoint/inbox/export/csv.js';
import {columnsFor} from '../../../src/endpoint/inbox/export/feedback-columns.js';
import {exportedAnswers, exportedSet} from '../../../src/endpoint/inbox/export/answers-for-export.js';
import {cellsOf} from '../../../src/endpoint/directory/import/csv-rows.js';
import {createCutter} from '../../../src/endpoint/directory/import/json-cutter.js';
import {oneLine, placeId} from '../../../src/domain/ratings/place-id.js';
import {textFromBytes} from '../../../src/endpoint/directory/import/text-of.js';
import {structureFaults} from '../../../src/endpoint/http/untrusted-json.js';
import {words} from '../../../src/locale/words.js';
import {html} from '../../../src/endpoint/html/html.js';
import {detailPage} from '../../../src/endpoint/inbox/pages/detail-page.js';
import {listPage} from '../../../src/endpoint/inbox/pages/list-page.js';
import {beginning, block, hasHidden} from '../../../src/endpoint/inbox/pages/visible-characters.js';
import {localiseSet} from '../../../src/endpoint/html/localised-set.js';
import {builtInSet} from '../../../src/domain/questionnaire/sets/built-in-sets.js';
import {buildIndex} from '../../../src/domain/search/search-index.js';
import {wordsIn} from '../../../src/contract/words-in.js';
import {search} from '../../../src/domain/search/search.js';
import {dangerPhrases} from '../../../src/domain/signposting/danger-phrases.js';

const set = builtInSet('give-feedback')!;
const receiver = {name: 'Example Healthwatch', role: 'healthwatch', prescribedPerson: false, privacyNotice: 'https://healthwatch.example/privacy', lawfulBasis: '', retention: '', readHours: '', replyWithin: '', whatHappens: '', phone: '01632 960000', keys: [], contract: '1.0', languages: ['en'], isolated: false} as unknown as Receiver;
const asked = exportedSet(localiseSet(set, 'en', receiver, words));
const columns = columnsFor([asked], false);
const frame = {words: words('en'), banner: 'Example Healthwatch'};

/** A submission of which everything that anybody may have written is `text`. */
function telling(text: string): InboxEntry {
  return {
    id: '0197b2c4-7a1e-7cc2-9d0b-000000000001', questionSet: {id: set.id, version: set.version}, language: 'en', startedAt: '2026-11-22T10:02:11Z', finishedAt: '2026-11-22T10:09:40Z', receivedAt: '2026-11-22T10:09:41.000Z', urgency: 'none', hasContact: false, state: 'unopened',
    about: {kind: 'service', services: [{id: '1-1000000001', name: text}]}, answers: {relationship: 'carer', experience: 'mixed', story: text, 'of-no-set': text}, source: {element: 'care-feedback', version: '0.1.0', mode: 'inline', campaign: text},
  } as InboxEntry;
}

const known = (text: string) => ({submission: withDangerWords(telling(text)), localised: localiseSet(set, 'en', receiver, words), isForService: false});
const services = ['Example House', 'Example Lodge', 'Sunny Meadow'].map((name, number) => ({id: `1-${number}`, level: 'location' as const, name, status: {kind: 'registered' as const}}));
const index = buildIndex(services);

/** By what each does. */
export const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'a cell of the export': (text) => csvLine([text]),
  'a row of the export as CSV': (text) => csvLine(columns.cellsOf({entry: telling(text), set: asked})),
  'a line of the export as JSON': (text) => JSON.stringify({...telling(text), words: exportedAnswers(telling(text), asked)}),
  'the page of one submission': (text) => detailPage(frame, {shown: known(text), related: {versions: [], claims: [], others: []}, opensContact: true, erases: true}),
  'the list of the inbox': (text) => listPage(frame, {threads: [{shown: known(text), older: []}], unopened: {count: 0}, unopenedInAll: undefined, order: 'urgent', filterView: {typed: {}, offered: [], findsByReference: true, faults: {}, places: [], languages: []}, isFirst: true, next: undefined}),
  'marking of invisible characters': (text) => [hasHidden(text), String(block(text))],
  'the beginning of a story': (text) => beginning(text, 300),
  'words of a page': (text) => String(html`${text}`),
  'looking for danger': dangerPhrases,
  'counting and checking characters': (text) => [charactersIn(text), isKeepable(text), isWritten(text)],
  'looking at keys and depth': (text) => structureFaults({[text]: {[text]: text}}),
  'words to search by': wordsIn,
  'a search': (text) => search(index, text, 10),
  'a name to be found': (text) => buildIndex([{...services[0]!, name: text}]),
  'a row of an import': (text) => cellsOf(text, ','),
  'records of an import': (text) => createCutter().take(Buffer.from(`[{"name": ${JSON.stringify(text)}}, ${text}]`)),
  'text of an import': (text) => textFromBytes(Buffer.from(text), () => undefined),
  'the name of a place': (text) => [oneLine(text), placeId(text)],
  'a code as somebody wrote it': readCode,
};

/** One that each of them may stumble over: alone, again and again, and with an end that does not fit. */
export const pieces: Readonly<Record<string, string>> = {
  'line breaks': '\n', blanks: ' ', 'blanks and line breaks': ' \r\n', quotes: '"', 'quotes and blanks': '" ', semicolons: ';', apostrophes: "'", formulas: '=', 'cells of a formula': ';=1', letters: 'a', 'short words': 'a ', 'words of danger': 'kill ', 'a phrase that begins': 'want to ', digits: '7', hyphens: '-', commas: ',', ampersands: '&', brackets: '[', backslashes: '\\',
  'marks that turn': '\u202e', 'marks above': 'a\u0301', 'joined signs': '👩\u200d', 'letters that fold': 'ﬃ', 'capital dotted letters': 'İ', 'no-break blanks': '\u00a0',
};

/** So many of a piece, between a beginning and an end of another kind. */
export function textOfMany(piece: string, length: number): string {
  return `x${piece.repeat(length / piece.length)}!`;
}
