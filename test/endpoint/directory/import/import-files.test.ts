import {existsSync} from 'node:fs';
import {rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {importRatings} from '../../../../src/endpoint/directory/import/import-ratings-command.js';
import {createDirectory} from '../../../../src/endpoint/directory/directory.js';
import {importFiles} from '../../../../src/endpoint/directory/import/import-files.js';
import type {Totals} from '../../../../src/endpoint/directory/import/import-counts.js';
import {openSqliteStore} from '../../../../src/endpoint/store/sqlite/sqlite-store.js';
import type {Store} from '../../../../src/endpoint/store/store.js';
import {locationFiles, sampleFile, samplesAreThere, samplesNote} from '../../../support/ratings/samples.js';
import {leftOutWithout} from '../../../support/shared-case.js';
import {sqliteWorker, temporaryFolder} from '../../../support/endpoint/sqlite-worker.js';
import {csv, locationRow, locationsHeader} from '../../../support/endpoint/cqc-files.js';

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

const teller = {warn: (line: string) => void complaints.push(line.replaceAll(folder, '')), say: () => undefined, progress: () => undefined, end: () => undefined};

async function importAll(files: string[], origin: 'import' | 'example' = 'import', asOf?: string): Promise<Totals & {unreadable: number}> {
  return importFiles(files, {origin, asOf}, {store, reporter: teller, today: '2026-11-22'});
}

/** What became of the services. */
async function load(files: string[], origin: 'import' | 'example' = 'import') {
  const {services, unreadable} = await importAll(files, origin, '2026-11-01');
  return {...services, unreadable};
}

async function file(content: unknown, name = 'records.json'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const record = {locationId: '1-900000001', providerId: '1-900000002', name: 'Example House', postalCode: 'ZZ1 1AA', registrationStatus: 'Registered'};
const another = {...record, locationId: '1-900000003', name: 'Example Lodge'};

describe('A day of publication that is yet to come', () => {
  const rated = (id: string, day: string) => ({...record, locationId: id, currentRatings: {overall: {rating: 'Good', reportDate: day, keyQuestionRatings: [{name: 'Safe', rating: 'Good', reportDate: '2024-03-01'}]}}});
  const told = (where: string, day: string) => `${where}: says that it was published on ${day}, which is yet to come; imported as it stands`;

  it('is named with the service’s id, and the rating is imported as it stands', async () => {
    const path = await file([rated('1-900000001', '2026-11-22'), rated('1-900000003', '2062-03-01')]);
    expect(await importAll([path])).toMatchObject({ratings: {added: 2, skipped: 0}});
    expect(complaints).toEqual([told('/records.json, 1-900000003', '2062-03-01')]);
    expect(await store.rating('1-900000003')).toMatchObject({rating: {overall: {published: '2062-03-01'}}});
  });

  it('is named in the latest ratings too, and of a key question', async () => {
    const row = (id: string, domain: string, day: string) => locationRow({'Location ID': id, Domain: domain, 'Publication Date': day});
    const path = await file(csv([locationsHeader, row('1-900000001', 'Overall', '05/08/2019'), row('1-900000003', 'Overall', '05/08/2019'), row('1-900000003', 'Safe', '23/11/2026')]), 'ratings.csv');
    await importAll([path]);
    expect(complaints).toEqual([told('/ratings.csv, 1-900000003', '2026-11-23')]);
  });

  it('is named a hundred times, and then how many more there are', async () => {
    await importAll([await file(Array.from({length: 103}, (_, number) => rated(`1-9${number}`, '2062-03-01')))]);
    expect(complaints).toHaveLength(101);
    expect(complaints.at(-1)).toBe('/records.json: 3 more have such a day');
  });
});

describe('The cases that broke an import', () => {
  // Bytes, not text.
  const windows1252 = fileURLToPath(new URL('../../../../../shared/cases/directory-windows-1252.csv', import.meta.url));
  it.skipIf(!existsSync(windows1252))(`keep every letter of Windows-1252${leftOutWithout('directory-windows-1252.csv', existsSync(windows1252) ? '' : undefined)}`, async () => {
    expect(await importAll([windows1252])).toMatchObject({services: {added: 6, skipped: 0}, unreadable: 0});
    const names = await Promise.all([1, 2, 3, 4, 5, 6].map(async (number) => (await store.service(`1-85000000${number}`))?.name));
    expect(names).toEqual(['St Mary’s Nursing Home', 'O’Brien Court', 'Oak House – Dementia', 'The “Example” Clinic', 'Šnajder Dental', '5€ Clinic…']);
  });
});

describe('Importing services', () => {
  it('adds what is new, changes what has changed, and counts both', async () => {
    expect(await load([await file([record, another])])).toMatchObject({added: 2, changed: 0, unchanged: 0, skipped: 0});
    expect(await load([await file([{...record, name: 'Example Hall'}, another])])).toMatchObject({added: 0, changed: 1, unchanged: 1, skipped: 0});
    expect(await store.service('1-900000001')).toMatchObject({name: 'Example Hall'});
  });

  it('twice changes nothing', async () => {
    const path = await file([record, another]);
    await load([path]);
    const revision = await store.directoryRevision();
    expect(await load([path])).toMatchObject({added: 0, changed: 0, unchanged: 2});
    expect(await store.directoryRevision()).toBe(revision);
  });

  it('removes nothing because a file lacks it', async () => {
    await load([await file([record, another])]);
    await load([await file([record])]);
    expect(await store.service('1-900000003')).toMatchObject({name: 'Example Lodge'});
  });

  it('takes the last of several records of one service', async () => {
    expect(await load([await file([record, {...record, name: 'Example Hall'}])])).toMatchObject({added: 1, changed: 1});
    expect(await store.service('1-900000001')).toMatchObject({name: 'Example Hall'});
  });

  it('names the file, the place and the reason of a bad record, and loads the others', async () => {
    expect(await load([await file([record, {name: 'Nobody’s'}, 7, another])])).toEqual({added: 2, changed: 0, unchanged: 0, skipped: 2, unreadable: 0});
    expect(complaints).toEqual(['/records.json, line 1, at /1: has neither locationId nor providerId; skipped', '/records.json, line 1, at /2: is not an object; skipped']);
  });

  it('names a file that is not JSON or not there, quotes nothing of it, and loads the others', async () => {
    const files = [await file('{"name": "SECRET', 'broken.json'), join(folder, 'gone.json'), await file(record)];
    expect(await load(files)).toEqual({added: 1, changed: 0, unchanged: 0, skipped: 0, unreadable: 2});
    expect(complaints[0]).toMatch(/^\/broken\.json: is not JSON/);
    expect(complaints[1]).toMatch(/^\/gone\.json: cannot be read/);
    expect(complaints.join()).not.toContain('SECRET');
  });

  it('reads a file with a byte order mark', async () => {
    expect(await load([await file(`\uFEFF${JSON.stringify(record)}`)])).toMatchObject({added: 1});
  });

  it('puts no more than 500 in one transaction', async () => {
    const sizes: number[] = [];
    const counting = {...store, importRows: (...given: Parameters<Store['importRows']>) => (sizes.push(given[1].services.length + given[1].ratings.length), store.importRows(...given))};
    const many = Array.from({length: 601}, (_, number) => ({...record, locationId: `1-8${String(number).padStart(8, '0')}`}));
    const {services, ratings} = await importFiles([await file(many)], {origin: 'import', asOf: undefined}, {store: counting, reporter: teller, today: '2026-11-22'});
    expect([services, ratings]).toMatchObject([{added: 601}, {added: 601}]);
    expect(sizes).toEqual([500, 500, 202]);
  });
});

describe('A list page', () => {
  const line = {locationId: '1-900000001', locationName: 'Example House (new name)', postalCode: 'ZZ1 1AB'};

  it('adds services that are not known yet', async () => {
    expect(await load([await file({total: 1, locations: [line]})])).toMatchObject({added: 1});
  });

  it('changes name and postcode of those that are, and not whether they have closed', async () => {
    const closed = {...record, odsCode: 'VX123', registrationStatus: 'Deregistered', deregistrationDate: '2024-03-31'};
    await load([await file([closed, {locations: [line]}])]);
    expect(await store.service('1-900000001')).toMatchObject({
      name: 'Example House (new name)', postcode: 'ZZ1 1AB', odsCode: 'VX123', provider: {id: '1-900000002'}, status: {kind: 'closed', on: '2024-03-31'},
    });
  });

  it('does not take another service for its own because an ODS code looks like its id', async () => {
    await load([await file({...record, odsCode: 'ZZZ01'})]);
    await load([await file({locations: [{locationId: 'ZZZ01', locationName: 'Example Hospital'}]})]);
    expect(await store.service('1-900000001')).toMatchObject({name: 'Example House'});
    expect(await store.service('zzz01')).toEqual({id: 'ZZZ01', level: 'location', name: 'Example Hospital', status: {kind: 'registered'}});
  });
});

describe('Examples', () => {
  const example = {id: '1-900000001', level: 'location', name: 'Example of a home', kinds: ['care-home'], status: {kind: 'registered'}};

  it('are services in the contract’s own shape or records', async () => {
    expect(await load([await file([example, another])], 'example')).toMatchObject({added: 2, skipped: 0});
  });

  it('say which area they are in beside what a service says', async () => {
    await load([await file([{...example, localAuthority: 'Exampleshire'}, another])], 'example');
    expect(await store.places()).toEqual([{id: 'exampleshire', name: 'Exampleshire'}]);
    expect(await store.service('1-900000001')).toEqual(example);
  });

  it('never replace what was imported', async () => {
    await load([await file(record)]);
    expect(await load([await file([example])], 'example')).toMatchObject({added: 0, changed: 0, unchanged: 1});
    expect(await store.service('1-900000001')).toMatchObject({name: 'Example House'});
  });

  it('give way to what is imported, whole', async () => {
    await load([await file([example])], 'example');
    expect(await load([await file(record)])).toMatchObject({added: 0, changed: 1});
    expect((await store.service('1-900000001'))?.kinds).toBeUndefined();
  });
});

describe('Ratings in the contract’s own shape', () => {
  const own = {
    service: {id: '1-900000001', name: 'Example House', level: 'location'}, status: {kind: 'registered'},
    overall: {rating: 'good', label: 'Good', published: '2024-01-01'}, keyQuestions: [], asOf: '2026-11-20', source: 'Invented for the demonstration',
  };

  it.each(['example', 'import'] as const)('are taken with their service (%s), for the day that they say themselves', async (origin) => {
    expect(await importAll([await file([own])], origin, '2026-11-01')).toMatchObject({services: {added: 1}, ratings: {added: 1}, unreadable: 0});
    expect(await store.rating('1-900000001')).toMatchObject({rating: {overall: {rating: 'good'}, asOf: '2026-11-20', source: 'Invented for the demonstration'}});
    expect(await store.service('1-900000001')).toMatchObject({name: 'Example House'});
  });

  it('stand beside examples of services, in any order', async () => {
    const services = await file([{id: '1-900000001', level: 'location', name: 'Example House', town: 'Exampleton', status: {kind: 'registered'}}], 'services.json');
    const ratings = await file([own], 'ratings.json');
    await importAll([ratings, services], 'example');
    expect(await importAll([services, ratings], 'example')).toMatchObject({services: {changed: 0}, ratings: {changed: 0}});
    expect(await store.service('1-900000001')).toMatchObject({town: 'Exampleton'});
  });

  it('give way to what a record of a later day says, and to no earlier one', async () => {
    await importAll([await file([own])], 'example');
    await importAll([await file([record])], 'example', '2026-11-19');
    expect(await store.rating('1-900000001')).toMatchObject({rating: {overall: {rating: 'good'}}});
    await importAll([await file([record])], 'example', '2026-11-21');
    expect(await store.rating('1-900000001')).toMatchObject({rating: {overall: null}});
  });

  it('that are none are named with what is wrong, and the others are taken', async () => {
    expect(await importAll([await file([{...own, overall: {rating: 'superb', label: 'SECRET'}}, own])], 'example')).toMatchObject({ratings: {added: 1, skipped: 1}});
    expect(complaints).toEqual(['/records.json, line 1, at /0: is no rating in our own words: /overall/rating is missing or wrong; skipped']);
  });
});

describe('care-endpoint import-ratings', () => {
  it.each([[[]], [['--examples']], [['--all', 'file.json']]])('says how it is used when it is given %j', async (words) => {
    await expect(importRatings.run(words, {})).rejects.toMatchObject({name: 'UsageFault'});
  });
});

describe('A file that was made to break the import', () => {
  it('costs its own records alone: each is named with its place and reason, and the others are imported', async () => {
    const long = 'x'.repeat(600_000);
    const hostile = [
      `{"locationId": "1-900000005", "deep": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      `{"locationId": "1-900000006", "deep": ${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`,
      JSON.stringify({id: '1-900000007', level: 'location', name: long, status: {kind: 'registered'}}),
      `{"locationId": "1-900000008", "name": "Example House", "many": [${'[],'.repeat(600_000)}0]}`,
      '{"locationId": {"toString": 1}, "providerId": {"valueOf": 1}, "__proto__": {"locationId": "1-900000004"}}',
    ];
    const path = await file(`[${[JSON.stringify(record), ...hostile, JSON.stringify(another)].join(',\n')}]`);
    expect(await load([path])).toEqual({added: 2, changed: 0, unchanged: 0, skipped: 5, unreadable: 0});
    const fetched = ', and no record of CQC’s is: fetch it again, or leave it out; skipped';
    expect(complaints).toEqual([
      `/records.json, line 2, at /1: is nested more than 64 deep${fetched}`,
      `/records.json, line 3, at /2: is nested more than 64 deep${fetched}`,
      '/records.json, line 4, at /3: has more than 524,288 characters, and nothing that this endpoint answers has; skipped',
      `/records.json, line 5, at /4: has more than 500,000 values${fetched}`,
      expect.stringMatching(/^\/records\.json, line 6, at \/5: .*; skipped$/),
    ]);
  });
});

describe.skipIf(!samplesAreThere)(`CQC’s own records${samplesNote}`, () => {
  it.each(['albany house', 'doncaster', 'DN6 7JX', 'albny huose'])('%s finds Albany House first, beside the examples', async (query) => {
    await load([new URL('../../../../demo/services.json', import.meta.url).pathname], 'example');
    expect(await load(locationFiles())).toMatchObject({changed: 0, skipped: 0, unreadable: 0});
    const [first] = await createDirectory(store).search(query, 10);
    expect(first?.name).toBe('Albany House - Doncaster');
  });

  it('and their list page load in any order', async () => {
    const list = sampleFile('locations-list-page.json');
    const files = locationFiles();
    await load([list, ...files]);
    expect(await load([...files, list])).toMatchObject({added: 0, changed: 0, skipped: 0});
    expect(complaints).toEqual([]);
  });
});
