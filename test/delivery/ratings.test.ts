import {readFileSync} from 'node:fs';
import type {ServerResponse} from 'node:http';
import {describe, expect, it} from 'vitest';
import type {PlaceRatings, RatedService} from '../../src/contract/place.js';
import type {ServiceRating} from '../../src/contract/rating.js';
import {fetchPlace, fetchPlaces, fetchPlaceServices, placeAt} from '../../src/delivery/places.js';
import {fetchRating, ratingAt, type ReadRecord} from '../../src/delivery/ratings.js';
import {Unusable} from '../../src/delivery/unusable.js';
import {ratingFromRecord} from '../../src/ratings/rating-from-record.js';
import {sampleFile, samplesAreThere, samplesNote} from '../ratings/samples.js';
import {serve, serveNothing} from './server.js';

const result = {rating: 'good', label: 'Good', published: '2021-05-04', report: 'https://api.cqc.org.uk/public/v1/reports/a-report'} as const;
const rating: ServiceRating = {
  service: {id: '1-900000001', name: 'Example House', level: 'location'}, status: {kind: 'registered'}, overall: result, keyQuestions: [{question: 'safe', ...result}],
  services: [{name: 'Older people', overall: result, keyQuestions: [{question: 'safe', ...result}]}], history: [result], asOf: '2026-11-22', source: 'An example',
};
const counts = {outstanding: 0, good: 1, 'requires-improvement': 0, inadequate: 0, 'not-rated': 0};
const area: PlaceRatings = {
  place: {id: 'exampleshire', name: 'Exampleshire'}, services: 1, asOf: '2026-11-22',
  kinds: [{kind: 'gp', services: 1, overall: counts, keyQuestions: {safe: counts, effective: counts, caring: counts, responsive: counts, 'well-led': counts}}],
  ages: {'under-1': 0, '1-to-3': 0, '3-to-5': 0, '5-or-more': 1, unknown: 0}, changed: [],
};
const services: RatedService[] = [{service: {id: '1-900000001', name: 'Example House', kinds: ['gp']}, overall: result, keyQuestions: []}];

/** An endpoint that answers every question with `text`, and remembers what it was asked. */
async function endpointWith(text: string, status = 200, headers: Record<string, string> = {}) {
  const asked: string[] = [];
  const endpoint = await serve((request, response: ServerResponse) => {
    asked.push(request.url ?? '');
    response.writeHead(status, {'Content-Type': 'application/json', ...headers}).end(text);
  });
  return {endpoint, asked};
}

/** Why there is nothing to show, as the page's developer reads it; without the endpoint's address. */
async function reasonFor(asking: (endpoint: URL) => Promise<unknown>, text = '{}', status?: number): Promise<string> {
  const {endpoint} = await endpointWith(text, status);
  const error = await asking(endpoint).then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(Unusable);
  return (error as Unusable).reason.replace(endpoint.origin, '');
}

const readRecord: ReadRecord = async (record, about) => ratingFromRecord(record, about);

describe('asking the endpoint how a service is rated', () => {
  const ask = (endpoint: URL) => fetchRating(endpoint, '1-900000001');

  it('gives its rating', async () => {
    const {endpoint, asked} = await endpointWith(JSON.stringify(rating));
    expect(await ask(endpoint)).toEqual(rating);
    expect(await fetchRating(new URL('/care', endpoint), 'RXQ02')).toEqual(rating);
    expect(asked).toEqual(['/v1/services/1-900000001/rating', '/care/v1/services/RXQ02/rating']);
  });

  it('tells a developer exactly why there is none', async () => {
    expect(await reasonFor(ask, '{"title": "Not found"}', 404)).toBe('/v1/services/1-900000001/rating answered 404: the endpoint knows no rating of 1-900000001.');
    expect(await reasonFor(ask, '', 500)).toBe('/v1/services/1-900000001/rating answered 500.');
    expect(await reasonFor(ask, '<!doctype html><h1>Good</h1>')).toBe('/v1/services/1-900000001/rating answered with a page instead of JSON.');
    expect(await reasonFor(ask, '{"service": ')).toBe('/v1/services/1-900000001/rating answered with something else instead of JSON.');
    expect(await reasonFor(ask)).toBe('/v1/services/1-900000001/rating is not a rating: /service is missing.');
    expect(await reasonFor(ask, 'null')).toBe('/v1/services/1-900000001/rating is not a rating: it cannot be null.');
    expect(await reasonFor(ask, JSON.stringify({...rating, overall: {...result, rating: 'excellent'}}))).toBe('/v1/services/1-900000001/rating is not a rating: /overall/rating cannot be "excellent".');
    await expect(fetchRating(await serveNothing(), '1-900000001')).rejects.toThrow('could not be reached');
  });

  it('asks for no id that leads elsewhere', async () => {
    for (const id of ['..', '../receiver', '', 'a b', '1-900000001/../..']) expect(await reasonFor((endpoint) => fetchRating(endpoint, id))).toBe(`${id} is not a CQC id or an ODS code.`);
  });

  it('shows the rating without a report that must not become a link', async () => {
    const {report, ...bare} = result;
    for (const bad of ['javascript:alert(1)', 'http://example.org/x', 'data:text/html,x', '', 7, null, {}]) {
      const {endpoint} = await endpointWith(JSON.stringify(rating).replaceAll(JSON.stringify(report), JSON.stringify(bad)));
      expect(await ask(endpoint)).toEqual({
        ...rating, overall: bare, keyQuestions: [{question: 'safe', ...bare}], services: [{name: 'Older people', overall: bare, keyQuestions: [{question: 'safe', ...bare}]}], history: [bare],
      });
    }
  });

  it('survives five megabytes of anything, and depth without end', async () => {
    const {endpoint} = await endpointWith(JSON.stringify({...rating, note: 'x'.repeat(5_000_000), later: Array.from({length: 100_000}, () => ({report: 'javascript:alert(1)'}))}));
    expect(await ask(endpoint)).toMatchObject({service: rating.service, overall: result});
    expect(await reasonFor(ask, `{"service": ${'['.repeat(5000)}${']'.repeat(5000)}}`)).toContain('is not a rating: /service cannot be this.');
    expect(await reasonFor(ask, 'x'.repeat(5_000_000))).toContain('answered with something else instead of JSON.');
  });

  it('stops when the element goes', async () => {
    const {endpoint} = await endpointWith(JSON.stringify(rating));
    const stop = new AbortController();
    stop.abort(new Error('gone'));
    await expect(fetchRating(endpoint, '1-900000001', stop.signal)).rejects.toThrow('gone');
  });
});

describe('a rating at an address of the page’s own', () => {
  const record = {locationId: '1-900000001', name: 'Example House', registrationStatus: 'Registered', currentRatings: {overall: {rating: 'Good', reportDate: '2021-05-04', reportLinkId: 'a-report'}}};
  const today = new Date().toLocaleDateString('en-CA', {timeZone: 'Europe/London'});

  it('may be as an endpoint answers it', async () => {
    const {endpoint, asked} = await endpointWith(JSON.stringify(rating));
    expect(await ratingAt(new URL('/ratings/house.json', endpoint))).toEqual(rating);
    expect(await ratingAt(new URL('/ratings/house.json?v=2', endpoint), undefined, readRecord)).toEqual(rating);
    expect(asked).toEqual(['/ratings/house.json', '/ratings/house.json?v=2']);
  });

  it('may be a record of CQC’s, as old as the file', async () => {
    const {endpoint} = await endpointWith(JSON.stringify(record), 200, {'Last-Modified': 'Wed, 01 Jul 2026 23:30:00 GMT'});
    expect(await ratingAt(endpoint, undefined, readRecord)).toEqual({
      service: {id: '1-900000001', level: 'location', name: 'Example House'}, status: {kind: 'registered'}, overall: result, keyQuestions: [], asOf: '2026-07-02', source: 'CQC’s own record',
    });
  });

  it.each([[undefined], ['yesterday'], ['Wed, 01 Jan 2999 00:00:00 GMT']])('is of today where the file says of its age %s', async (changed) => {
    const {endpoint} = await endpointWith(JSON.stringify(record), 200, changed === undefined ? {} : {'Last-Modified': changed});
    expect((await ratingAt(endpoint, undefined, readRecord)).asOf).toBe(today);
  });

  it('tells a developer exactly why there is none', async () => {
    const ask = (address: URL) => ratingAt(new URL('/house.json?key=secret', address), undefined, readRecord);
    expect(await reasonFor(ask, JSON.stringify({...record, name: ''}))).toBe('/house.json is not a record of CQC’s: it has no name that can be shown.');
    expect(await reasonFor(ask, '[]')).toBe('/house.json is not a rating: it cannot be this.');
    expect(await reasonFor(ask, '{}', 404)).toBe('/house.json answered 404.');
    expect(await reasonFor((address) => ratingAt(address), JSON.stringify(record))).toContain('is not a rating: /service is missing.');
  });

  it.skipIf(!samplesAreThere)(`reads one of CQC’s own${samplesNote}`, async () => {
    const {endpoint} = await endpointWith(readFileSync(sampleFile('location-care-home-outstanding.json'), 'utf8'));
    expect(await ratingAt(endpoint, undefined, readRecord)).toMatchObject({overall: {rating: 'outstanding', published: '2017-12-30'}});
  });
});

describe('asking the endpoint about an area', () => {
  it('gives its areas, one of them, and the services there', async () => {
    const areas = await endpointWith(JSON.stringify({places: [area.place]}));
    expect(await fetchPlaces(areas.endpoint)).toEqual([area.place]);
    const one = await endpointWith(JSON.stringify(area));
    expect(await fetchPlace(one.endpoint, 'exampleshire')).toEqual(area);
    expect(await placeAt(new URL('/places/here.json', one.endpoint))).toEqual(area);
    const there = await endpointWith(JSON.stringify({services}));
    expect(await fetchPlaceServices(there.endpoint, 'exampleshire')).toEqual(services);
    expect([areas.asked, one.asked, there.asked]).toEqual([['/v1/places'], ['/v1/places/exampleshire', '/places/here.json'], ['/v1/places/exampleshire/services']]);
  });

  it('tells a developer exactly why there is nothing', async () => {
    expect(await reasonFor((endpoint) => fetchPlace(endpoint, 'exampleshire'), '{}', 404)).toBe('/v1/places/exampleshire answered 404: no such place is known there.');
    expect(await reasonFor((endpoint) => fetchPlace(endpoint, 'exampleshire'))).toBe('/v1/places/exampleshire is not the ratings of a place: /place is missing.');
    expect(await reasonFor((endpoint) => fetchPlaces(endpoint))).toBe('/v1/places is not a list of places: /places is missing.');
    expect(await reasonFor((endpoint) => fetchPlaceServices(endpoint, 'exampleshire'), '<h1>')).toBe('/v1/places/exampleshire/services answered with a page instead of JSON.');
    expect(await reasonFor((endpoint) => fetchPlaceServices(endpoint, '../services'))).toBe('../services is not the id of a place.');
  });

  it('shows a service without a report that must not become a link', async () => {
    const {endpoint} = await endpointWith(JSON.stringify({services}).replace('https://api', 'javascript:api'));
    const [first] = await fetchPlaceServices(endpoint, 'exampleshire');
    expect(first?.overall).toEqual({rating: 'good', label: 'Good', published: '2021-05-04'});
  });
});
