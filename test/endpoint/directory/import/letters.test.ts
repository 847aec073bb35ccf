import {describe, expect, it} from 'vitest';
import {textFromBytes} from '../../../../src/endpoint/directory/import/text-of.js';
import {readReferences} from '../../../../src/domain/ratings/html-characters.js';
import {visibleText} from '../../../../src/domain/ratings/visible-text.js';
import {fromWindows1252} from '../../../../src/domain/ratings/windows-1252.js';
import {csv, directoryHeader, directoryRow, folderForFiles, locationRow, locationsHeader, ratingsIn, readFile, servicesIn} from '../../../support/endpoint/cqc-files.js';

const files = folderForFiles();

// What these bytes are, by a table that Unicode publishes; the five that are missing are nothing.
const published: Readonly<Record<number, string>> = {
  0x80: '€', 0x82: '‚', 0x83: 'ƒ', 0x84: '„', 0x85: '…', 0x86: '†', 0x87: '‡', 0x88: 'ˆ', 0x89: '‰', 0x8a: 'Š', 0x8b: '‹', 0x8c: 'Œ', 0x8e: 'Ž',
  0x91: '‘', 0x92: '’', 0x93: '“', 0x94: '”', 0x95: '•', 0x96: '–', 0x97: '—', 0x98: '˜', 0x99: '™', 0x9a: 'š', 0x9b: '›', 0x9c: 'œ', 0x9e: 'ž', 0x9f: 'Ÿ',
};

/** A text in Windows-1252. */
function bytesOf(text: string): Buffer {
  const byLetter = new Map(Object.entries(published).map(([byte, letter]) => [letter, Number(byte)]));
  return Buffer.from([...text].map((letter) => byLetter.get(letter) ?? letter.charCodeAt(0)));
}

const names = ['St Mary’s', 'O‘Brien – “Court”', 'Šnajder & Œuvre €5…', 'Žižek Ÿ™', 'Café Ångström', '“CAFÉ”', '‘CAFÉ’S’'];

async function namesIn(content: string | Uint8Array): Promise<string[]> {
  return servicesIn(await readFile(await files.write(content))).map(({service}) => service.name);
}

const directory = (...given: string[]) => csv([directoryHeader, ...given.map((name, place) => directoryRow({Name: name, 'CQC Location ID (for office use only)': `1-90000000${place}`}))]);
const records = (...given: string[]) => given.map((name, place) => ({locationId: `1-90000000${place}`, name, registrationStatus: 'Registered'}));

describe('Letters of Windows-1252', () => {
  it('are those that Unicode publishes, whatever Node’s own decoder says', () => {
    for (const [byte, letter] of Object.entries(published)) expect(fromWindows1252(String.fromCharCode(Number(byte)))).toBe(letter);
    expect(textFromBytes(Buffer.from(Array.from({length: 0x60}, (_, place) => 0xa0 + place)), () => undefined)).toBe(Array.from({length: 0x60}, (_, place) => String.fromCharCode(0xa0 + place)).join(''));
  });

  it('are kept in CSV, and in JSON', async () => {
    for (const name of names) expect(textFromBytes(bytesOf(name), () => undefined)).toBe(name);
    expect(await namesIn(bytesOf(directory(...names)))).toEqual(names);
    expect(await namesIn(bytesOf(JSON.stringify(records(...names))))).toEqual(names);
  });

  it('are kept on both sides of every place where a file is cut into pieces', async () => {
    const letters = '’“”–€…Š'.repeat(40);
    for (const size of [256 * 1024 - 60, 256 * 1024 - 300]) {
      const rows = directory('x'.repeat(290), letters).split('\r\n');
      const padding = csv([directoryRow({Name: 'y'.repeat(200), 'CQC Location ID (for office use only)': '1-900000009'})]);
      const times = Math.floor((size - rows[0]!.length) / padding.length);
      const rest = size - rows[0]!.length - times * padding.length;
      const content = `${rows[0]}\r\n${padding.repeat(times)}${padding.replace('yyy', 'y'.repeat(Math.min(90, rest)))}${rows[2]}\r\n`;
      expect((await namesIn(bytesOf(content))).at(-1)).toBe(letters);
    }
    const long = [...records('x'.repeat(300)), {...records(letters)[0], filler: '–'.repeat(256 * 1024)}, ...records(letters)];
    expect((await namesIn(bytesOf(JSON.stringify(long)))).slice(1)).toEqual([letters, letters]);
  });

  it('are kept beside UTF-8, in other lines, records and cells', async () => {
    const row = (name: Uint8Array, provider: Uint8Array) => {
      const [before = '', between = '', after = ''] = csv([directoryRow({Name: 'NAME', 'Provider name': 'PROVIDER'})]).split(/NAME|PROVIDER/);
      return Buffer.concat([Buffer.from(before), name, Buffer.from(between), provider, Buffer.from(after)]);
    };
    const utf8 = (text: string) => Buffer.from(text);
    const read = await readFile(await files.write(Buffer.concat([Buffer.from(csv([directoryHeader])), row(bytesOf('St Mary’s'), utf8('Šnajder Café “Ltd”')), row(utf8('ਮਾਂ’s'), utf8('Å'))])));
    expect(servicesIn(read).map(({service: {name, provider}}) => [name, provider?.name])).toEqual([['St Mary’s', 'Šnajder Café “Ltd”'], ['ਮਾਂ’s', 'Å']]);
  });

  it('that were read as Latin-1 before somebody wrote them as UTF-8 come out right too', async () => {
    const misread = names.map((name) => bytesOf(name).toString('latin1'));
    expect(await namesIn(directory(...misread))).toEqual(names);
    expect(await namesIn(JSON.stringify(records(...misread)).replaceAll('\u0092', '\\u0092'))).toEqual(names);
  });
});

describe('Character references of HTML', () => {
  it.each([
    ['Smith &amp; Jones', 'Smith & Jones'], ['Smith &amp;amp; Jones', 'Smith &amp; Jones'], ['St Mary&#39;s', 'St Mary\'s'], ['St Mary&#039;s', 'St Mary\'s'], ['St Mary&apos;s', 'St Mary\'s'],
    ['ST MARY&APOS;S', 'ST MARY\'S'], ['St Mary&rsquo;s', 'St Mary’s'], ['St Mary&#x2019;s', 'St Mary’s'], ['St Mary&#146;s', 'St Mary’s'], ['Oak&nbsp;House', 'Oak House'], ['The &quot;Oak&quot;', 'The "Oak"'],
    ['Caf&eacute; &Eacute;', 'Café É'], ['&lt;b&gt;Oak&lt;/b&gt;', '<b>Oak</b>'], ['Oak&shy;House', 'OakHouse'],
    ['R&D; Clinic', 'R&D; Clinic'], ['Marks & Spencer; Oak', 'Marks & Spencer; Oak'], ['&#0; &#xD800; &#1114112; &nonsense;', '&#0; &#xD800; &#1114112; &nonsense;'], ['&constructor; A', '&constructor; A'],
  ])('%s is %s, in a list and in a record', async (written, meant) => {
    expect(await namesIn(directory(written))).toEqual([meant]);
    expect(await namesIn(JSON.stringify(records(written)))).toEqual([meant]);
  });

  it('are read once in the name of a town, of a provider and of an area, and of what is rated', async () => {
    const row = directoryRow({Address: '1 Road,Exampleton &amp;amp; District', 'Provider name': 'A &amp; B', 'Local authority': 'Bath &amp; Exampleshire'});
    expect(servicesIn(await readFile(await files.write(csv([directoryHeader, row]))))).toMatchObject([{service: {town: 'Exampleton &amp; District', provider: {name: 'A & B'}}, place: {name: 'Bath & Exampleshire'}}]);
    const rated = locationRow({'Location Name': 'A &amp;amp; B', 'Service / Population Group': 'Children &amp;amp; others'});
    expect(ratingsIn(await readFile(await files.write(csv([locationsHeader, rated]))))).toMatchObject([{rating: {service: {name: 'A &amp; B'}, services: [{name: 'Children &amp; others'}]}}]);
  });

  it('take no time that grows faster than a text does', () => {
    expect(readReferences('&amp'.repeat(100_000))).toBe('&amp'.repeat(100_000));
  });
});

describe('Characters that show nothing', () => {
  it.each([
    ['a zero-width space', 'Exa\u200bmple House'], ['a byte-order mark', '\ufeffExample\ufeff House'], ['a soft hyphen', 'Exam\u00adple House'], ['a no-break space', 'Example\u00a0House'],
    ['marks of direction', '\u202aExample\u200e House\u202c'], ['a word joiner', 'Example\u2060 House'], ['a joiner between Latin letters', 'Exam\u200dple\u200c House'], ['a selector of variants', 'Example\ufe0f House'],
    ['a filler of Hangul', 'Example\u3164 House'], ['a tag', 'Example\u{e0041} House'],
  ])('%s is left out of a name, in a list and in a record, and of an id', async (_what, name) => {
    expect(await namesIn(directory(name))).toEqual(['Example House']);
    expect(await namesIn(JSON.stringify(records(name)))).toEqual(['Example House']);
  });

  it('do not keep a row from being known by its id', async () => {
    const [row] = servicesIn(await readFile(await files.write(csv([directoryHeader, directoryRow({'CQC Location ID (for office use only)': '\u200b1-900000007\ufeff', Postcode: 'ZZ1\u00a01AA\u200b'})]))));
    expect(row).toMatchObject({service: {id: '1-900000007', postcode: 'ZZ1 1AA'}});
    const [record] = servicesIn(await readFile(await files.write(JSON.stringify([{...records('Oak')[0], locationId: '1-900000007\u200b'}]))));
    expect(record).toMatchObject({service: {id: '1-900000007'}});
  });

  it.each([
    ['Persian', 'خانه می\u200cروم'], ['Sinhala', 'ශ්\u200dරී ලංකා'], ['Malayalam, at the end of a word', 'അവന്\u200d'], ['Bengali', 'র\u200c্যাব'], ['Hindi', 'क्\u200dष'], ['emoji', '👩\u200d⚕\ufe0f clinic'],
  ])('stay where the letters need them: %s', (_what, name) => {
    expect(visibleText(name)).toBe(name);
    expect(visibleText(`\u200b${name}\u00ad`)).toBe(name);
  });
});
