import {readFileSync} from 'node:fs';
import type {ServerResponse} from 'node:http';
import {describe, expect, it} from 'vitest';
import type {PlaceRatings, RatedService} from '../../../src/contract/place.js';
import type {ServiceRating} from '../../../src/contract/rating.js';
import {fetchPlace, fetchPlaces, fetchPlaceServices, placeAt, placeServicesAt} from '../../../src/delivery/client/fetch-places.js';
import {ratingAddress, ratingAt} from '../../../src/delivery/client/fetch-rating.js';
import {InvalidResponseError} from '../../../src/delivery/client/invalid-response-error.js';
import {readRecord} from '../../../src/elements/care-rating/read-record.js';
import {londonDay} from '../../../src/locale/london-day.js';
import {sampleFile, samplesAreThere, samplesNote} from '../../support/ratings/samples.js';
import {serve, serveNothing} from '../../support/delivery/server.js';

const result = {rating: 'good', label: 'Good', published: '2021-05-04'} as const;
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
  expect(error).toBeInstanceOf(InvalidResponseError);
  return (error as InvalidResponseError).reason.replace(endpoint.origin, '');
}

const ask = (endpoint: URL) => ratingAt(ratingAddress(endpoint.href, '1-900000001'));

describe('asking the endpoint how a service is rated', () => {
  it('gives its rating', async () => {
    const {endpoint, asked} = await endpointWith(JSON.stringify(rating));
    expect(await ask(endpoint)).toEqual(rating);
    expect(await ratingAt(ratingAddress(`${endpoint.origin}/care/`, 'RXQ02'))).toEqual(rating);
    expect(asked).toEqual(['/v1/services/1-900000001/rating', '/care/v1/services/RXQ02/rating']);
  });

  it('tells a developer exactly why there is none', async () => {
    expect(await reasonFor(ask, '{"title": "Not found"}', 404)).toBe('/v1/services/1-900000001/rating answered 404.');
    expect(await reasonFor(ask, '', 500)).toBe('/v1/services/1-900000001/rating answered 500.');
    expect(await reasonFor(ask)).toBe('This is not a rating: /service is missing.');
    expect(await reasonFor(ask, 'null')).toBe('This is not a rating: it cannot be null.');
    expect(await reasonFor(ask, JSON.stringify({...rating, overall: {...result, rating: 'excellent'}}))).toBe('This is not a rating: /overall/rating cannot be "excellent".');
  });

  it('leaves it to the browser’s own words where there is no answer, or no JSON', async () => {
    const page = await endpointWith('<!doctype html><h1>Good</h1>');
    await expect(ask(page.endpoint)).rejects.toThrow(SyntaxError);
    await expect(ask(await serveNothing())).rejects.toThrow(TypeError);
  });

  it('asks for no id that leads elsewhere', () => {
    for (const id of ['../receiver', 'a b', '1-900000001/../..', '?x', '#x']) expect(ratingAddress('https://central.example', id).href).toBe(`https://central.example/v1/services/${encodeURIComponent(id)}/rating`);
  });

  it('survives five megabytes of anything, and depth without end', async () => {
    const {endpoint} = await endpointWith(JSON.stringify({...rating, note: 'x'.repeat(5_000_000), later: Array.from({length: 100_000}, () => ({report: 'javascript:alert(1)'}))}));
    expect(await ask(endpoint)).toMatchObject({service: rating.service, overall: result});
    expect(await reasonFor(ask, `{"service": ${'['.repeat(5000)}${']'.repeat(5000)}}`)).toBe('This is not a rating: /service cannot be this.');
  });

  it('stops when the element goes', async () => {
    const {endpoint} = await endpointWith(JSON.stringify(rating));
    const stop = new AbortController();
    stop.abort(new Error('gone'));
    await expect(ratingAt(endpoint, stop.signal)).rejects.toThrow('gone');
  });
});

describe('a rating at an address of the page’s own', () => {
  const record = {locationId: '1-900000001', name: 'Example House', registrationStatus: 'Registered', currentRatings: {overall: {rating: 'Good', reportDate: '2021-05-04', reportLinkId: 'a-report'}}};
  const today = londonDay(new Date());

  it('may be as an endpoint answers it, and then no reader of records is asked', async () => {
    const {endpoint, asked} = await endpointWith(JSON.stringify(rating));
    const reader = () => Promise.reject(new Error('It was asked.'));
    expect(await ratingAt(new URL('/ratings/house.json', endpoint))).toEqual(rating);
    expect(await ratingAt(new URL('/ratings/house.json?v=2', endpoint), undefined, reader)).toEqual(rating);
    expect(asked).toEqual(['/ratings/house.json', '/ratings/house.json?v=2']);
  });

  it('may be a record of CQC’s, as old as the file', async () => {
    const {endpoint} = await endpointWith(JSON.stringify(record), 200, {'Last-Modified': 'Wed, 01 Jul 2026 23:30:00 GMT'});
    const report = 'https://api.cqc.org.uk/public/v1/reports/a-report';
    expect(await ratingAt(endpoint, undefined, readRecord)).toEqual({
      service: {id: '1-900000001', level: 'location', name: 'Example House'}, status: {kind: 'registered'}, overall: {...result, report}, keyQuestions: [], asOf: '2026-07-02', source: 'CQC’s own record',
    });
  });

  it.each([[undefined], ['yesterday'], ['Wed, 01 Jan 2999 00:00:00 GMT']])('is of today where the file says of its age %s', async (changed) => {
    const {endpoint} = await endpointWith(JSON.stringify(record), 200, changed === undefined ? {} : {'Last-Modified': changed});
    expect((await ratingAt(endpoint, undefined, readRecord)).asOf).toBe(today);
  });

  it('tells a developer exactly why there is none', async () => {
    const askForFile = (address: URL) => ratingAt(new URL('/house.json?key=secret', address), undefined, readRecord);
    expect(await reasonFor(askForFile, JSON.stringify({...record, name: ''}))).toBe('This is not a record of CQC’s: it has no name that can be shown.');
    expect(await reasonFor(askForFile, '[]')).toBe('This is not a rating: it cannot be this.');
    expect(await reasonFor(askForFile, '{}', 404)).toBe('/house.json answered 404.');
    expect(await reasonFor((address) => ratingAt(address), JSON.stringify(record))).toBe('This is not a rating: /service is missing.');
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
    expect(await placeServicesAt(new URL('/places/here/services.json', there.endpoint))).toEqual(services);
    expect([areas.asked, one.asked, there.asked]).toEqual([['/v1/places'], ['/v1/places/exampleshire', '/places/here.json'], ['/v1/places/exampleshire/services', '/places/here/services.json']]);
  });

  it('tells a developer exactly why there is nothing', async () => {
    expect(await reasonFor((endpoint) => fetchPlace(endpoint, 'exampleshire'), '{}', 404)).toBe('/v1/places/exampleshire answered 404: no such place is known there.');
    expect(await reasonFor((endpoint) => fetchPlace(endpoint, 'exampleshire'))).toBe('/v1/places/exampleshire is not the ratings of a place: /place is missing.');
    expect(await reasonFor((endpoint) => fetchPlaces(endpoint))).toBe('/v1/places is not a list of places: /places is missing.');
    expect(await reasonFor((endpoint) => fetchPlaceServices(endpoint, 'exampleshire'), '<h1>')).toBe('/v1/places/exampleshire/services answered with a page instead of JSON.');
    expect(await reasonFor((endpoint) => fetchPlaceServices(endpoint, '../services'))).toBe('../services is not the id of a place.');
  });
});
