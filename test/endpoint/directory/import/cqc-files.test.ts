import {readdir, readFile as bytesOfFile, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {importRatings} from '../../../../src/endpoint/directory/import/import-ratings-command.js';
import {importFiles} from '../../../../src/endpoint/directory/import/import-files.js';
import {openSqliteStore} from '../../../../src/endpoint/store/sqlite/sqlite-store.js';
import type {Store} from '../../../../src/endpoint/store/store.js';
import {locationFiles, sampleFile, samplesAreThere, samplesNote} from '../../../support/ratings/samples.js';
import {sqliteWorker, temporaryFolder} from '../../../support/endpoint/sqlite-worker.js';
import {csv, directoryHeader, directoryPreface, directoryRow, folderForFiles, locationRow, locationRows, locationsHeader, ratingsIn, readFile, servicesIn, skippedIn, writeZip} from '../../../support/endpoint/cqc-files.js';

const files = folderForFiles();

const directory = (...rows: string[][]) => csv([...directoryPreface, directoryHeader, ...rows]);
const locations = (...rows: string[][]) => csv([locationsHeader, ...rows]);
const providersHeader = ['Provider ID', 'Provider Name', 'Provider Local Authority', 'Service / Population Group', 'Domain', 'Latest Rating', 'Publication Date', 'Report Type'];
const providerRows = ['Overall', 'Safe'].map((domain) => ['1-900000002', 'Example Care Ltd', 'Exampleshire', 'Overall', domain, 'Outstanding', '01/02/2020', 'Provider']);

describe('The care directory', () => {
  it('tells of each location what people look for it by, and for which day it holds', async () => {
    const read = await readFile(await files.write(directory(directoryRow())), {asOf: undefined});
    expect(servicesIn(read)).toEqual([{
      service: {id: '1-900000001', level: 'location', name: 'Example House', town: 'Exampleton', postcode: 'ZZ1 1AA', provider: {id: '1-900000002', name: 'Example Care Ltd'}, kinds: ['care-home'], status: {kind: 'registered'}},
      place: {id: 'exampleshire', name: 'Exampleshire'}, asOf: '2026-08-19', isPartial: true,
    }]);
    expect(read).toMatchObject({notes: []});
  });

  it('holds for the day that is said, whatever the file says of itself', async () => {
    expect(servicesIn(await readFile(await files.write(directory(directoryRow())), {asOf: '2026-11-01'}))).toMatchObject([{asOf: '2026-11-01'}]);
  });

  it.each([
    ['commas and line ends in a cell', {Name: 'Example\nHouse, The'}, 'Example House, The'],
    ['quotation marks in a cell', {Name: 'The "Example" House'}, 'The "Example" House'],
  ])('is read with %s', async (_what, changes, name) => {
    expect(servicesIn(await readFile(await files.write(directory(directoryRow(changes)))))).toMatchObject([{service: {name}}]);
  });

  it('is read as Excel saves it again: with semicolons, and in Windows-1252', async () => {
    const text = directory(directoryRow({Name: 'Café House', Address: '1 Example Road'})).replaceAll(',', ';');
    const read = await readFile(await files.write(Buffer.from(text, 'latin1')));
    expect(servicesIn(read)).toMatchObject([{service: {name: 'Café House'}}]);
    expect(read.notes).not.toEqual([]);
  });

  it('is read as Excel’s Unicode text: with tabs, in UTF-16', async () => {
    const text = directory(directoryRow({Name: 'Café House', Address: '1 Example Road'})).replaceAll(',', '\t');
    const read = await readFile(await files.write(Buffer.from(`\uFEFF${text}`, 'utf16le')));
    expect(servicesIn(read)).toMatchObject([{service: {name: 'Café House'}}]);
  });

  it('names the line of a bad row, and reads those after it', async () => {
    const rows = [directoryRow({'CQC Location ID (for office use only)': '', 'Location URL': ''}), ['Example House', 'cut off'], directoryRow()];
    const read = await readFile(await files.write(directory(...rows)));
    expect(skippedIn(read)).toEqual(['line 6: has no location id', 'line 7: has 2 columns where the header has 15']);
    expect(servicesIn(read)).toHaveLength(1);
  });

  it('loses one row to a quotation mark without a second one, not what follows', async () => {
    const [preface, bad] = [directory(), `"Example House${directoryRow().join(',').slice('Example House'.length).replaceAll('"', '')}\r\n`];
    const read = await readFile(await files.write(preface + bad + csv([directoryRow({'CQC Location ID (for office use only)': '1-900000005'}), directoryRow({'CQC Location ID (for office use only)': '1-900000006'})])));
    expect(skippedIn(read)).toEqual(['line 6: has a quotation mark without a second one']);
    expect(servicesIn(read).map(({service}) => service.id)).toEqual(['1-900000005', '1-900000006']);
  });
});

describe('The latest ratings', () => {
  const rated = {
    service: {id: '1-900000001', level: 'location', name: 'Example House', provider: {id: '1-900000002', name: 'Example Care Ltd'}},
    overall: {rating: 'good', published: '2019-08-05'},
  };

  it('of a location are one rating of all its rows', async () => {
    const [only, ...others] = ratingsIn(await readFile(await files.write(locations(...locationRows()))));
    expect(only).toMatchObject({source: 'latest-ratings', rating: rated});
    expect(only?.rating.keyQuestions.map(({question}) => question)).toEqual(['safe', 'effective', 'caring', 'responsive', 'well-led']);
    expect(others).toEqual([]);
  });

  it('are read in the spelling of any year’s header', async () => {
    const spelt = locationsHeader.map((name) => (name === 'Publication Date' ? 'PublicationDate' : name));
    expect(ratingsIn(await readFile(await files.write(csv([spelt, ...locationRows()]))))).toMatchObject([{rating: rated}]);
  });

  it('say the same as ODS, with dates as dates', async () => {
    const isDate = /^(\d\d)\/(\d\d)\/(\d{4})$/;
    const rows = locationRows().map((row) => row.map((cell) => {
      const [, day, month, year] = isDate.exec(cell) ?? [];
      return year === undefined ? cell : {xml: `<table:table-cell office:value-type="date" office:date-value="${year}-${month}-${day}"><text:p>Mon 5</text:p></table:table-cell>`};
    }));
    const ods = await readFile(await files.ods({README: [['What the columns mean']], Locations: [locationsHeader, ...rows]}));
    const text = await readFile(await files.write(locations(...locationRows())));
    expect(ods).toEqual(text);
    expect(ratingsIn(ods)).toHaveLength(1);
  });

  it('of providers are of the provider, and beside those of its locations', async () => {
    const read = await readFile(await files.ods({Locations: [locationsHeader, ...locationRows()], Providers: [providersHeader, ...providerRows]}));
    expect(ratingsIn(read).map(({rating}) => [rating.service.id, rating.service.level, rating.overall?.rating])).toEqual([['1-900000001', 'location', 'good'], ['1-900000002', 'provider', 'outstanding']]);
  });

  it('name the row of a bad one, in a sheet too', async () => {
    const bad = locationRow({'Location ID': '1-900000003', 'Publication Date': '31/02/2020'});
    const [text, ods] = [await readFile(await files.write(locations(bad, ...locationRows()))), await readFile(await files.ods({Locations: [locationsHeader, bad, ...locationRows()]}))];
    expect(skippedIn(text)).toEqual(['line 2: has a publication date that is none']);
    expect(skippedIn(ods)).toEqual(['sheet “Locations”, row 2: has a publication date that is none']);
    expect(ratingsIn(ods)).toHaveLength(1);
  });

  it('count a row that is cut off as a rating', async () => {
    const {found} = await readFile(await files.write(locations(['1-900000003', 'cut off'])));
    expect(found).toEqual([{of: 'ratings', where: 'line 2', fault: 'has 2 columns where the header has 23'}]);
  });

  it('say nothing where a dash stands', async () => {
    const [said] = servicesIn(await readFile(await files.write(locations(...locationRows({'Location City': '-', 'Location ODS Code': '-', 'Location Local Authority': '-'})))));
    expect(said?.service).not.toHaveProperty('town');
    expect(said?.service).not.toHaveProperty('odsCode');
    expect(said).not.toHaveProperty('place');
  });
});

describe('A file that is none of CQC’s', () => {
  it.each([
    ['a CSV without its header', csv([directoryRow()]), 'x.csv', /^has no header row/],
    ['HTML saved as CSV', '<!DOCTYPE html><title>Sign in</title>', 'page.csv', /^is a web page/],
    ['HTML saved as JSON', '\n<html><body>', 'page.json', /^is a web page/],
    ['an ODS that is no zip', directory(directoryRow()), 'x.ods', /^is no ODS file: it is not a zip/],
    ['an ODS that ends early', Buffer.from('PK\u0003\u0004 and no more'), 'short.ods', /^is no ODS file: its zip cannot be read/],
    ['an empty file', '', 'empty.csv', /^is empty/],
    ['an empty ODS', '', 'empty.ods', /it is empty/],
    ['blank lines', '\n\n \n', 'blank.csv', /^is empty/],
    ['JSON that ends in the middle', '[{"locationId": "1-900000001"', 'cut.json', /^is not JSON: it ends in the middle/],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0]), 'program', /^is neither text nor a spreadsheet/],
  ])('%s is told in words', async (_what, content, name, words) => {
    const read = await readFile(await files.write(content, name));
    expect(read.fault).toMatch(words);
    expect(read.found).toEqual([]);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['a zip of something else', {'readme.txt': 'Hello'}, /^is a zip file, but no ODS/],
    ['a file of Excel', {'xl/workbook.xml': '<a/>'}, /^is a file of Excel/],
    ['an ODS one of whose cells has no end', {'content.xml': `<a><table-row><table-cell>${`<p>${'x'.repeat(1024 * 1024)}</p>`.repeat(17)}</table-cell></table-row></a>`}, /a cell is too long/],
    ['an ODS whose content is broken', {'content.xml': '<a><b></a>'}, /not well-formed XML/],
    ['an ODS with entities of its own', {'content.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, /document type/],
    ['an ODS with other sheets only', {'content.xml': '<table name="Sheet"><table-row><table-cell><p>Budget</p></table-cell></table-row></table>'}, /^has no sheet with the header row/],
  ])('%s is told in words', async (what, entries, words) => {
    const path = files.path(what.replaceAll(' ', '-'));
    await writeZip(path, entries);
    expect((await readFile(path)).fault).toMatch(words);
  });

  it('a folder, and one that is not there, are told in words', async () => {
    expect((await readFile(files.path('.'))).fault).toBe('is a folder, not a file');
    expect((await readFile(files.path('gone.csv'))).fault).toBe('cannot be read: there is no such file');
  });
});

describe('care-endpoint import-ratings', () => {
  it.each([['--as-of'], ['--as-of', '31/02/2026'], ['--as-of', '2026-02-31'], ['--as-of', '9999-01-01']])('says how it is used when it is given %j', async (...words) => {
    await expect(importRatings.run(['file.csv', ...words], {})).rejects.toMatchObject({name: 'UsageFault', message: expect.stringContaining('--as-of takes ') as string});
  });
});

describe('Importing CQC’s files', () => {
  let folder: string;
  let store: Store;
  let complaints: string[];

  beforeEach(async () => {
    folder = temporaryFolder();
    store = await openSqliteStore({file: join(folder, 'care.db'), worker: await sqliteWorker()});
    complaints = [];
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, {recursive: true});
  });

  const teller = {warn: (line: string) => void complaints.push(line), say: () => undefined, progress: () => undefined, end: () => undefined};
  const load = (paths: string[], into = store) => importFiles(paths, {origin: 'import', asOf: '2026-11-01'}, {store: into, reporter: teller, today: '2026-11-22'});
  const record = {
    locationId: '1-900000001', providerId: '1-900000002', name: 'Example House', postalCode: 'ZZ1 1AA', registrationStatus: 'Registered', localAuthority: 'Exampleshire',
    currentRatings: {overall: {rating: 'Requires improvement', reportDate: '2024-05-01', keyQuestionRatings: [{name: 'Safe', rating: 'Good', reportDate: '2024-05-01'}]}},
    regulatedActivities: [{name: 'Accommodation', contacts: [{personTitle: 'Mx', personGivenName: 'Forename', personFamilyName: 'Familyname', personRoles: ['Registered Manager']}]}],
  };
  const three = async () => [await files.write(JSON.stringify(record)), await files.write(directory(directoryRow())), await files.write(locations(...locationRows())), await files.write(csv([providersHeader, ...providerRows]))];

  async function known(of: Store) {
    return {services: await of.services({limit: 100}), ratings: (await of.ratings({limit: 100})).ratings, places: await of.places()};
  }

  it('becomes visible by one switch, and twice changes nothing', async () => {
    const paths = await three();
    const before = await store.directoryRevision();
    await load(paths);
    expect(await store.directoryRevision()).toBe(before + 1);
    const first = await known(store);
    expect(await load(paths)).toMatchObject({services: {added: 0, changed: 0, skipped: 0}, ratings: {added: 0, changed: 0, skipped: 0}, unreadable: 0});
    expect(await store.directoryRevision()).toBe(before + 1);
    expect(await known(store)).toEqual(first);
  });

  it('gives the same in whatever order the files come, also one by one', async () => {
    const paths = await three();
    await load(paths);
    const expected = await known(store);
    expect(expected.ratings).toHaveLength(2);
    for (const [number, order] of [[...paths].reverse(), [paths[2]!, paths[0]!, paths[3]!, paths[1]!]].entries()) {
      const other = await openSqliteStore({file: join(folder, `other-${number}.db`), worker: await sqliteWorker()});
      try {
        if (number === 0) await load(order, other);
        else for (const path of order) await load([path], other);
        expect(await known(other)).toEqual(expected);
      } finally {
        await other.close();
      }
    }
  });

  it('imports the others where one of the files is none', async () => {
    const page = await files.write('<html>', 'login.csv');
    expect(await load([page, ...(await three())])).toMatchObject({unreadable: 1, ratings: {added: 3}});
    expect(complaints).toEqual([`${page}: is a web page (HTML), not a file of CQC’s: download the file itself`]);
    expect(await store.rating('1-900000001')).toMatchObject({rating: {overall: {rating: 'requires-improvement'}}});
  });

  it('keeps 500 rows at most in one transaction, services and ratings together', async () => {
    const sizes: number[] = [];
    const counting = {...store, importRows: (...given: Parameters<Store['importRows']>) => (sizes.push(given[1].services.length + given[1].ratings.length), store.importRows(...given))};
    const many = Array.from({length: 700}, (_, number) => locationRows({'Location ID': `1-8${String(number).padStart(8, '0')}`})).flat();
    expect(await load([await files.write(locations(...many))], counting)).toMatchObject({ratings: {added: 700}});
    expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1400);
  });

  it('leaves names of people, telephone numbers and websites out of the database', async () => {
    await load(await three());
    await store.close();
    const kept = Buffer.concat(await Promise.all((await readdir(folder)).map((name) => bytesOfFile(join(folder, name))))).toString('latin1');
    expect(kept).toContain('Example House');
    for (const left of ['Forename', 'Familyname', '1632960001', 'www.example.org']) expect(kept).not.toContain(left);
    store = await openSqliteStore({file: join(folder, 'care.db'), worker: await sqliteWorker()});
  });

  describe.skipIf(!samplesAreThere)(`CQC’s own${samplesNote}`, () => {
    it('records and latest ratings load whole, and twice change nothing', async () => {
      const paths = [...locationFiles(), sampleFile('latest-ratings-providers-2021-02-extract.csv')];
      const first = await load(paths);
      expect(first).toMatchObject({unreadable: 0, services: {skipped: 0}});
      expect(first.ratings.added).toBeGreaterThan(locationFiles().length / 2);
      expect(await load(paths)).toMatchObject({services: {added: 0, changed: 0}, ratings: {added: 0, changed: 0}});
    });
  });
});
