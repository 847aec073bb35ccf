import {brotliDecompressSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {PlaceList, PlaceRatings, RatedServiceList} from '../../../src/contract/place.js';
import {openEndpoint, problemIn, type TestEndpoint} from '../../support/endpoint/endpoint.js';
import {exampleRating, exampleService} from '../../support/store/submission-examples.js';
import {putRows} from '../../support/store/put-services.js';

const [leeds, york] = [{id: 'leeds', name: 'Leeds'}, {id: 'york', name: 'York'}];
const asOf = '2026-11-20';
const home = exampleService({id: '1-900000001', name: 'Example Lodge', kinds: ['care-home'], odsCode: undefined});
const surgery = exampleService({id: '1-900000002', name: 'Ash Surgery', kinds: ['gp'], odsCode: undefined});
const closed = exampleService({id: '1-900000003', name: 'Old House', status: {kind: 'closed', on: '2025-01-31'}, odsCode: undefined});
const clinic = exampleService({id: '1-900000004', name: 'Elm Clinic', odsCode: undefined});
const rating = exampleRating({service: {id: home.id, level: 'location', name: home.name}, asOf});

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openEndpoint();
  const services = [...[home, surgery, closed].map((service) => ({service, place: leeds, asOf})), {service: clinic, place: york, asOf}];
  await putRows(endpoint.dependencies.store, {services, ratings: [{rating, source: 'record'}]});
});
afterAll(() => endpoint.close());

const get = async (path: string, headers: Record<string, string> = {}) => endpoint.ask(path, {headers});
const servicesAt = async (path: string) => RatedServiceList.parse(await (await get(path)).json()).services;

describe('GET /v1/places', () => {
  it('lists the areas that services are in, by name', async () => {
    expect(PlaceList.parse(await (await get('/v1/places')).json())).toEqual({places: [leeds, york]});
  });
});

describe('GET /v1/places/{id}', () => {
  it('counts how the services of the area are rated', async () => {
    const counted = PlaceRatings.parse(await (await get('/v1/places/leeds')).json());
    expect(counted).toMatchObject({place: leeds, services: 2, asOf});
    expect(counted.kinds.map(({kind, services}) => ({kind, services}))).toEqual([{kind: 'care-home', services: 1}, {kind: 'gp', services: 1}]);
    expect(counted.kinds[0]?.overall).toMatchObject({good: 1, 'not-rated': 0});
  });

  it('takes an id in any case', async () => {
    expect((await get('/v1/places/Leeds')).status).toBe(200);
  });
});

describe('GET /v1/places/{id}/services', () => {
  it('lists the services that have not closed with their ratings, by name', async () => {
    expect((await servicesAt('/v1/places/leeds/services')).map(({service, overall}) => [service.name, overall?.rating])).toEqual([['Ash Surgery', undefined], ['Example Lodge', 'good']]);
  });

  it('lists those of one kind, or of none', async () => {
    expect((await servicesAt('/v1/places/leeds/services?kind=care-home')).map(({service}) => service.id)).toEqual([home.id]);
    expect(await servicesAt('/v1/places/leeds/services?kind=dentist')).toEqual([]);
    expect((await servicesAt('/v1/places/york/services?kind=other')).map(({service}) => service.id)).toEqual([clinic.id]);
    expect(await servicesAt('/v1/places/leeds/services?kind=')).toHaveLength(2);
  });

  it.each(['castle', 'care-home,gp', '__proto__'])('refuses the kind %j by its name', async (kind) => {
    const response = await get(`/v1/places/leeds/services?kind=${kind}`);
    expect(response.status).toBe(400);
    expect((await problemIn(response)).title).toContain('"kind"');
  });
});

describe.each(['/v1/places', '/v1/places/leeds', '/v1/places/leeds/services', '/v1/places/leeds/services?kind=gp'])('GET %s', (path) => {
  it('may be read from any website, kept for five minutes and then asked for whether it still stands', async () => {
    const response = await get(path, {Origin: 'https://charity.example'});
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Content-Type')).toBe('application/json');
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=300');
    const again = await get(path, {'If-None-Match': response.headers.get('ETag') ?? ''});
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    const head = await endpoint.ask(path, {method: 'HEAD'});
    expect([head.status, head.headers.get('ETag'), await head.text()]).toEqual([200, response.headers.get('ETag'), '']);
  });
});

describe('An area’s answer', () => {
  it('comes packed to whoever takes it so', async () => {
    const packed = await get('/v1/places/leeds', {'Accept-Encoding': 'gzip, br'});
    expect(packed.headers.get('Content-Encoding')).toBe('br');
    expect(brotliDecompressSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(await (await get('/v1/places/leeds')).text());
  });

  it.each(['hull', '%00', "leeds'--", 'x'.repeat(5000)])('is a 404 for %j, where no service is', async (id) => {
    for (const path of [`/v1/places/${id}`, `/v1/places/${id}/services`]) {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect((await problemIn(response)).type).toMatch(/not-found$/);
    }
  });

  it('is the new one once an import has ended', async () => {
    const hull = {id: 'hull', name: 'Hull'};
    const service = exampleService({id: '1-900000009', name: 'Fir House', odsCode: undefined});
    expect((await get('/v1/places/hull')).status).toBe(404);
    await putRows(endpoint.dependencies.store, {services: [{service, place: hull, asOf}]});
    expect(await servicesAt('/v1/places/hull/services')).toHaveLength(1);
    await putRows(endpoint.dependencies.store, {services: [{service: {...service, status: closed.status}, place: hull, asOf}]});
    expect(await servicesAt('/v1/places/hull/services')).toEqual([]);
    expect(PlaceList.parse(await (await get('/v1/places')).json()).places.map(({id}) => id)).toEqual(['hull', 'leeds', 'york']);
  });

  it('stays there when the store stops to answer, for areas that were asked for, and is 503 for others', async () => {
    const stopped = await openEndpoint();
    await putRows(stopped.dependencies.store, {services: [{service: home, place: leeds, asOf}, {service: clinic, place: york, asOf}]});
    for (const path of ['/v1/places', '/v1/places/leeds']) expect((await stopped.ask(path)).status).toBe(200);
    await stopped.dependencies.store.close();
    for (const path of ['/v1/places', '/v1/places/leeds', '/v1/places/leeds/services']) expect((await stopped.ask(path)).status).toBe(200);
    expect((await stopped.ask('/v1/places/york')).status).toBe(503);
    await stopped.close();
  });
});
