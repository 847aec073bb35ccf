import {mkdir, readdir, readFile, rm, stat, utimes, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {exportRatings} from '../../../../src/endpoint/directory/export/export-ratings.js';
import {openStaticFiles} from '../../../../src/endpoint/directory/export/static-files.js';
import type {Store} from '../../../../src/endpoint/store/store.js';
import {openEndpoint, type TestEndpoint} from '../../../support/endpoint/endpoint.js';
import {temporaryFolder} from '../../../support/endpoint/sqlite-worker.js';
import {exampleDay, exampleRating, exampleService} from '../../../support/store/submission-examples.js';
import {putRows} from '../../../support/store/put-services.js';

const leeds = {id: 'leeds', name: 'Leeds'};
const trust = exampleService({id: 'RXQ02', name: 'Example Hospital', odsCode: undefined, provider: undefined});
const ratingOf = ({id, level, name}: typeof trust) => exampleRating({service: {id, level, name}});

let endpoint: TestEndpoint;
let folder: string;
beforeEach(async () => {
  endpoint = await openEndpoint();
  folder = join(temporaryFolder(), 'public');
  const services = [exampleService(), exampleService({id: '1-1000000009', odsCode: undefined}), trust];
  await putRows(endpoint.dependencies.store, {
    services: services.map((service) => ({service, place: leeds, asOf: exampleDay})),
    ratings: [exampleService(), trust].map((service) => ({rating: ratingOf(service), source: 'record'})),
  });
});
afterEach(async () => {
  await endpoint.close();
  await rm(join(folder, '..'), {recursive: true});
});

const write = async (store: Store = endpoint.dependencies.store) => exportRatings(store, await openStaticFiles(folder), () => undefined);
const written = async () => (await readdir(folder, {recursive: true, withFileTypes: true})).filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name).slice(folder.length)).sort();

describe('Ratings as files', () => {
  it('hold letter for letter what the endpoint answers, and say how many there are', async () => {
    expect(await write()).toEqual({ratings: 2, places: 1, written: 5});
    const files = ['/v1/places.json', '/v1/places/leeds.json', '/v1/places/leeds/services.json', '/v1/services/1-1000000001/rating.json', '/v1/services/RXQ02/rating.json'];
    expect(await written()).toEqual(files);
    for (const file of files) {
      const answer = await (await endpoint.ask(file.replace(/\.json$/, ''))).text();
      expect(await readFile(join(folder, file), 'utf8')).toBe(answer);
    }
  });

  it('are written again only where they would hold something else', async () => {
    await write();
    const long = new Date('2020-01-01');
    for (const file of await written()) await utimes(join(folder, file), long, long);
    await putRows(endpoint.dependencies.store, {ratings: [{rating: {...ratingOf(trust), overall: null}, source: 'record'}]});
    expect(await write()).toEqual({ratings: 2, places: 1, written: 3});
    const untouched = [];
    for (const file of await written()) if ((await stat(join(folder, file))).mtimeMs === long.getTime()) untouched.push(file);
    expect(untouched).toEqual(['/v1/places.json', '/v1/services/1-1000000001/rating.json']);
  });

  it('are all of one state when an import ends in the middle', async () => {
    const {store} = endpoint.dependencies;
    let hasChanged = false;
    const changing = {
      ...store,
      async ratings(page: Parameters<Store['ratings']>[0]) {
        if (!hasChanged) await putRows(store, {services: [{service: {...trust, name: 'Other Hospital'}, place: leeds, asOf: exampleDay}], ratings: [{rating: {...ratingOf(trust), source: 'The second import'}, source: 'record'}]});
        hasChanged = true;
        return store.ratings(page);
      },
    };
    await write(changing);
    expect(await readFile(join(folder, 'v1/services/RXQ02/rating.json'), 'utf8')).toContain('The second import');
    expect(await readFile(join(folder, 'v1/places/leeds/services.json'), 'utf8')).toContain('Other Hospital');
  });

  it('leave what else is in the folder', async () => {
    await mkdir(join(folder, 'v1/services/1-9'), {recursive: true});
    await writeFile(join(folder, 'v1/services/1-9/rating.json'), '{}');
    await write();
    expect(await readFile(join(folder, 'v1/services/1-9/rating.json'), 'utf8')).toBe('{}');
  });

  it('are not written where the folder is a file, or cannot be written to, and the message says so', async () => {
    await writeFile(folder, 'text');
    await expect(write()).rejects.toThrow(/public is a file/);
    expect(await readFile(folder, 'utf8')).toBe('text');
    await rm(folder);
    await mkdir(join(folder, 'v1'), {recursive: true});
    await writeFile(join(folder, 'v1/places'), 'a file in the way');
    await expect(write()).rejects.toMatchObject({name: 'StartFault', message: expect.stringMatching(/public cannot be written to: .+\n.*the same command writes the rest/)});
  });

  it('leave no half of a file when one cannot take its name', async () => {
    await mkdir(join(folder, 'v1/services/RXQ02/rating.json'), {recursive: true});
    await expect(write()).rejects.toThrow(/cannot be written to/);
    expect((await written()).filter((file) => !file.endsWith('.json'))).toEqual([]);
  });
});
