import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {ServiceRating} from '../../../src/contract/rating.js';
import {ServiceList, type Service} from '../../../src/contract/service.js';
import {createDirectory} from '../../../src/endpoint/directory/directory.js';
import {exampleReceiver, openEndpoint, problemIn, type TestEndpoint} from '../../support/endpoint/endpoint.js';
import {exampleRating} from '../../support/store/submission-examples.js';
import {putRows, putServices} from '../../support/store/put-services.js';

const house: Service = {
  id: '1-900000001', level: 'location', name: 'Example House', town: 'Exampleton', postcode: 'ZZ1 1AA', odsCode: 'VX123',
  provider: {id: '1-900000002', name: 'Example Care Ltd'}, kinds: ['care-home'], status: {kind: 'registered'},
};
const provider: Service = {id: '1-900000002', level: 'provider', name: 'Example Care Ltd', status: {kind: 'registered'}};
const others = Array.from({length: 60}, (_, number): Service => ({id: `1-91${String(number).padStart(7, '0')}`, level: 'location', name: `Sample Lodge ${number}`, status: {kind: 'registered'}}));

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await openEndpoint({receiver: {...exampleReceiver, isolated: ['vx123']}});
  await putServices(endpoint.dependencies.store, [house, provider, ...others], 'import');
  endpoint.dependencies.directory = createDirectory(endpoint.dependencies.store);
});
afterAll(() => endpoint.close());

async function found(query: string): Promise<Service[]> {
  const response = await endpoint.ask(`/v1/services?${query}`);
  expect(response.status).toBe(200);
  return ServiceList.parse(await response.json()).services;
}

describe('GET /v1/services', () => {
  it('lists the services that somebody may mean, best first', async () => {
    expect(await found('q=exmaple+house')).toMatchObject([{id: '1-900000001', name: 'Example House'}]);
    expect(await found('q=ZZ1%201AA')).toMatchObject([{id: '1-900000001'}]);
  });

  it('lists nothing when nothing was typed', async () => {
    for (const query of ['', 'q=', 'q=%20', 'limit=5']) expect(await found(query)).toEqual([]);
  });

  it('lists 10, or as many as asked for', async () => {
    expect(await found('q=sample')).toHaveLength(10);
    expect(await found('q=sample&limit=1')).toHaveLength(1);
    expect(await found('q=sample&limit=50')).toHaveLength(50);
  });

  it.each(['0', '51', '-1', '1.5', 'ten', '', '1e1', '999999999999'])('refuses the limit %j by its name', async (limit) => {
    const response = await endpoint.ask(`/v1/services?q=sample&limit=${limit}`);
    expect(response.status).toBe(400);
    expect((await problemIn(response)).title).toContain('"limit"');
  });

  it('may be read from any website', async () => {
    const response = await endpoint.ask('/v1/services?q=sample', {headers: {Origin: 'https://charity.example'}});
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
  });

  it.each(['q=sample', 'q=nothing+like+it', 'q='])('is kept in no cache, since the address holds what somebody typed: %s', async (query) => {
    const response = await endpoint.ask(`/v1/services?${query}`);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.has('ETag')).toBe(false);
  });

  it('never writes down what was typed, even when it fails', async () => {
    const {directory} = endpoint.dependencies;
    endpoint.dependencies.directory = {...directory, search: (query) => Promise.reject(new Error(`no such thing as ${query}`))};
    expect((await endpoint.ask('/v1/services?q=SECRET')).status).toBe(500);
    endpoint.dependencies.directory = directory;
    expect(endpoint.logged.join()).toContain('/v1/services');
    expect(endpoint.logged.join()).not.toContain('SECRET');
  });
});

describe('GET /v1/services/{id}', () => {
  it.each([
    ['location id', '1-900000001', house],
    ['ODS code', 'VX123', house],
    ['ODS code in small letters', 'vx123', house],
    ['provider id', '1-900000002', provider],
  ])('answers by %s', async (_what, id, service) => {
    const response = await endpoint.ask(`/v1/services/${id}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject(service);
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=300');
    const again = await endpoint.ask(`/v1/services/${id}`, {headers: {'If-None-Match': response.headers.get('ETag') ?? ''}});
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  it.each(['1-999999999', 'nothing', '%00', "'; DROP TABLE services", 'x'.repeat(5000)])('answers that %j is not in the directory', async (id) => {
    const response = await endpoint.ask(`/v1/services/${id}`);
    expect(response.status).toBe(404);
    expect((await problemIn(response)).status).toBe(404);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
  });
});

describe('GET /v1/services/{id}/rating', () => {
  const rating = exampleRating({service: {id: house.id, level: 'location', name: house.name}});
  const ofProvider = exampleRating({service: {id: provider.id, level: 'provider', name: provider.name}, overall: null});
  beforeAll(() => putRows(endpoint.dependencies.store, {ratings: [{rating, source: 'record'}, {rating: ofProvider, source: 'record'}]}));

  it.each(['1-900000001', 'VX123', 'vx123'])('answers by %s', async (id) => {
    const response = await endpoint.ask(`/v1/services/${id}/rating`, {headers: {Origin: 'https://charity.example'}});
    expect(ServiceRating.parse(await response.json())).toEqual(rating);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=300');
    expect((await endpoint.ask(`/v1/services/${id}/rating`, {headers: {'If-None-Match': response.headers.get('ETag') ?? ''}})).status).toBe(304);
    expect(await (await endpoint.ask(`/v1/services/${id}/rating`, {method: 'HEAD'})).text()).toBe('');
  });

  it('has of a provider each of its locations', async () => {
    const answer = ServiceRating.parse(await (await endpoint.ask('/v1/services/1-900000002/rating')).json());
    expect(answer.locations).toEqual([{service: {id: house.id, name: house.name}, status: {kind: 'registered'}, overall: rating.overall}]);
  });

  it('tells a service that is not known from one of whose rating nothing is', async () => {
    for (const [id, kind] of [['1-999999999', 'not-found'], ['%00', 'not-found'], ['1-910000000', 'no-rating']]) {
      const response = await endpoint.ask(`/v1/services/${id}/rating`);
      expect(response.status).toBe(404);
      expect((await problemIn(response)).type).toBe(`urn:care-elements:problem:${kind}`);
    }
  });
});

describe('Whether a service must be written about in the frame', () => {
  it('is said of the services that the owner named, by whichever id', async () => {
    expect(await (await endpoint.ask('/v1/services/1-900000001')).json()).toMatchObject({isolated: true});
    expect(await found('q=example+house')).toMatchObject([{isolated: true}]);
    expect(await (await endpoint.ask('/v1/services/1-900000002')).json()).not.toHaveProperty('isolated');
  });

  it('is not an import’s to say', async () => {
    await putServices(endpoint.dependencies.store, [{...provider, id: '1-900000009', isolated: true}], 'import');
    expect(await (await endpoint.ask('/v1/services/1-900000009')).json()).not.toHaveProperty('isolated');
  });
});
