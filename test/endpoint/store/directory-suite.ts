import {expect, it} from 'vitest';
import type {ServiceRating} from '../../../src/contract/rating.js';
import type {Service} from '../../../src/contract/service.js';
import type {DirectoryRow, RatingRow} from '../../../src/domain/ratings/directory-row.js';
import {StoreUnavailable, type Store} from '../../../src/endpoint/store/store.js';
import {eventually, hopeless} from '../../support/eventually.js';
import {exampleDay, exampleRating, exampleService, newSubmission} from '../../support/store/submission-examples.js';
import {putRows, putServices} from '../../support/store/put-services.js';
import type {Opened} from './store-suite.js';

const leeds = {id: 'leeds', name: 'Leeds'};

const row = (service: Service, changes: Partial<DirectoryRow> = {}): DirectoryRow => ({service, asOf: exampleDay, ...changes});
const record = (rating: ServiceRating): RatingRow => ({rating, source: 'record'});
const listed = (rating: ServiceRating): RatingRow => ({rating, source: 'latest-ratings'});
const none = {services: [], ratings: []};

/** What every store promises of services, ratings and areas. */
export function directorySuite({open, another, ask}: Opened): void {
  it('shows nothing of an import before its end, and then all of it at once', async () => {
    const store = open();
    await putServices(store, [exampleService()], 'import');
    const before = await store.directoryRevision();
    const run = await store.startImport('import');
    await store.importRows(run, {services: [row(exampleService({name: 'Example Lodge'}), {place: leeds}), row(exampleService({id: '1-3'}))], ratings: [record(exampleRating())]});
    await store.importRows(run, {...none, services: [row(exampleService({id: '1-4'}))]});
    expect(await store.services({limit: 10})).toEqual([exampleService()]);
    expect(await store.rating('1-1000000001')).toEqual({});
    expect(await store.places()).toEqual([]);
    expect(await store.directoryRevision()).toBe(before);
    await store.endImport(run);
    expect((await store.services({limit: 10})).map(({name}) => name)).toEqual(['Example Lodge', 'Example House', 'Example House']);
    expect(await store.rating('1-1000000001')).toEqual({rating: exampleRating()});
    expect(await store.places()).toEqual([leeds]);
    expect(await store.directoryRevision()).toBe(before + 1);
  });

  it('never shows what an import left that was not ended, and the next one goes on without it', async () => {
    const store = open();
    const other = await another();
    const run = await other.startImport('import');
    const left = Array.from({length: 1200}, (_, number) => row(exampleService({id: `1-9${number}`})));
    await other.importRows(run, {services: [...left, row(exampleService({name: 'Left behind'}))], ratings: [record(exampleRating({source: 'Left behind'}))]});
    await other.close();
    expect(await store.services({limit: 10})).toEqual([]);
    await putServices(store, [exampleService()], 'import');
    expect(await store.services({limit: 10})).toEqual([exampleService()]);
    expect(await store.rating('1-1000000001')).toEqual({});
  });

  it('changes nothing when the same is imported again', async () => {
    const store = open();
    const rows = {services: [row(exampleService(), {place: leeds}), row(exampleService({id: '1-3'}), {isPartial: true})], ratings: [record(exampleRating()), listed(exampleRating({source: 'A list'}))]};
    expect(await putRows(store, rows)).toEqual({services: {added: 2, changed: 0, unchanged: 0}, ratings: {added: 2, changed: 0, unchanged: 0}});
    const revision = await store.directoryRevision();
    expect(await putRows(store, rows)).toEqual({services: {added: 0, changed: 0, unchanged: 2}, ratings: {added: 0, changed: 0, unchanged: 2}});
    expect(await store.directoryRevision()).toBe(revision);
  });

  it('keeps no change that the same import takes back', async () => {
    const store = open();
    await putServices(store, [exampleService()], 'import');
    const revision = await store.directoryRevision();
    await putServices(store, [exampleService({name: 'Example Lodge'}), exampleService()], 'import');
    expect(await store.directoryRevision()).toBe(revision);
  });

  it('lets a second import wait for the first', async () => {
    const store = open();
    const other = await another({lease: 10_000, waitMilliseconds: hopeless});
    const run = await store.startImport('import');
    await store.importRows(run, {...none, services: [row(exampleService())]});
    let second: 'waits' | 'is done' = 'waits';
    const waiting = putServices(other, [exampleService({id: '1-3'})], 'import').then(() => (second = 'is done'));
    // By the time that somebody later is refused, the second has asked as well.
    await expect((await another({lease: 10_000, waitMilliseconds: 0})).startImport('import')).rejects.toBeInstanceOf(StoreUnavailable);
    expect(second).toBe('waits');
    await store.endImport(run);
    await waiting;
    expect(await store.services({limit: 10})).toHaveLength(2);
  });

  it('refuses a second import when the first goes on for long, and says why', async () => {
    const store = open();
    const other = await another({lease: 10_000, waitMilliseconds: 300});
    const run = await store.startImport('import');
    const refused = other.startImport('import');
    await expect(refused).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(refused).rejects.toThrow(/another import is at work/);
    await store.importRows(run, {...none, services: [row(exampleService())]});
    await store.endImport(run);
    expect(await store.services({limit: 10})).toHaveLength(1);
  });

  it('gives signs of life while an import goes on, so that it outlasts the time for which a claim is believed', async () => {
    const lease = 300;
    const one = await another({lease, waitMilliseconds: hopeless});
    const heldUntil = async () => Number((await ask('SELECT held_until FROM directory_import'))[0]!['held_until']);
    const run = await one.startImport('import');
    const atFirst = await heldUntil();
    await eventually(async () => (await heldUntil()) > atFirst + lease, 'signs of life for longer than the lease');
    await one.importRows(run, {...none, services: [row(exampleService())]});
    await one.endImport(run);
    expect(await one.services({limit: 10})).toHaveLength(1);
  });

  it('takes no row for an import that has ended', async () => {
    const store = open();
    const run = await store.startImport('import');
    await store.endImport(run);
    await expect(store.importRows(run, {...none, services: [row(exampleService())]})).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.endImport(run)).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('never lets what held for an earlier day take the place of what is known of a later one', async () => {
    const store = open();
    await putRows(store, {services: [row(exampleService({name: 'Later'}), {asOf: '2026-11-02'})], ratings: [record(exampleRating({asOf: '2026-11-02'}))]});
    const earlier = {services: [row(exampleService({name: 'Earlier'}), {asOf: '2026-11-01'})], ratings: [record(exampleRating({asOf: '2026-11-01', overall: null}))]};
    expect(await putRows(store, earlier)).toMatchObject({services: {unchanged: 1}, ratings: {unchanged: 1}});
    expect(await store.service('1-1000000001')).toMatchObject({name: 'Later'});
    expect(await store.rating('1-1000000001')).toEqual({rating: exampleRating({asOf: '2026-11-02'})});
  });

  it('knows for which day it holds when only that has changed, and counts it as unchanged', async () => {
    const store = open();
    await putRows(store, {services: [row(exampleService(), {place: leeds, asOf: '2026-11-01'})], ratings: [record(exampleRating({asOf: '2026-11-01'}))]});
    expect(await putRows(store, {services: [row(exampleService(), {place: leeds, asOf: '2026-11-02'})], ratings: [record(exampleRating({asOf: '2026-11-02'}))]})).toMatchObject({services: {changed: 0, unchanged: 1}, ratings: {changed: 0, unchanged: 1}});
    expect((await store.rating('1-1000000001'))?.rating?.asOf).toBe('2026-11-02');
    expect((await store.servicesIn('leeds'))?.asOf).toBe('2026-11-02');
  });

  it('knows that all its records hold for the day until which CQC was asked for what changed, and no list or example does', async () => {
    const store = open();
    const ratingOf = (id: string) => exampleRating({service: {id, level: 'location', name: 'Example House'}});
    await putRows(store, {ratings: [record(ratingOf('1-7'))]}, 'example');
    await putRows(store, {services: [row(exampleService({id: '1-5'}), {place: leeds})], ratings: [record(ratingOf('1-5')), listed(ratingOf('1-6'))]});
    const before = await store.directoryRevision();
    const confirm = async (day: string) => store.endImport(await store.startImport('import'), {recordsHoldFor: day});
    await confirm('2026-11-20');
    expect(await store.directoryRevision()).toBe(before + 1);
    for (const [id, day] of [['1-5', '2026-11-20'], ['1-6', exampleDay], ['1-7', exampleDay]]) expect((await store.rating(id!))?.rating?.asOf).toBe(day);
    expect(await store.servicesIn('leeds')).toMatchObject({asOf: '2026-11-20', services: [{rating: {asOf: '2026-11-20'}}]});
    await confirm('2026-11-20');
    await confirm('2026-11-19');
    expect(await store.directoryRevision()).toBe(before + 1);
    expect((await store.rating('1-5'))?.rating?.asOf).toBe('2026-11-20');
  });

  it('keeps what a row that says only part leaves out, and whether the service has closed', async () => {
    const store = open();
    const closed = exampleService({status: {kind: 'closed', on: '2024-03-31'}});
    await putRows(store, {services: [row(closed, {place: leeds, asOf: '2026-11-01'})]});
    await putRows(store, {services: [row({id: '1-1000000001', level: 'location', name: 'Example Lodge', town: 'Exampleton', status: {kind: 'registered'}}, {asOf: '2026-11-02', isPartial: true})]});
    expect(await store.service('1-1000000001')).toEqual({...closed, name: 'Example Lodge', town: 'Exampleton'});
    expect(await store.places()).toEqual([leeds]);
  });

  it('finds a rating by the service’s id or ODS code in any case, by the id first', async () => {
    const store = open();
    const trust = exampleService({id: 'RXQ', name: 'Example Trust', level: 'provider', odsCode: undefined, provider: undefined});
    const ratings = [record(exampleRating()), record(exampleRating({service: {id: 'RXQ', level: 'provider', name: 'Example Trust'}}))];
    await putRows(store, {services: [row(exampleService({odsCode: 'RXQ'})), row(exampleService({id: '1-5', odsCode: 'VXX05'})), row(trust)], ratings});
    expect((await store.rating('rxq'))?.rating?.service.name).toBe('Example Trust');
    await putRows(store, {services: [row(exampleService())]});
    expect((await store.rating('vxx01'))?.rating?.service.id).toBe('1-1000000001');
    expect(await store.rating('VXX05')).toEqual({});
    expect(await store.rating('1-9')).toBeUndefined();
  });

  it('knows the rating of a service that is not in the directory', async () => {
    const store = open();
    await putRows(store, {ratings: [listed(exampleRating())]});
    expect(await store.rating('1-1000000001')).toEqual({rating: exampleRating()});
  });

  it('shows of a record and a list what was published last, with what only the record knows', async () => {
    const store = open();
    const newer = {rating: 'requires-improvement', label: 'Requires improvement', published: '2026-10-01'} as const;
    await putRows(store, {ratings: [record(exampleRating()), listed(exampleRating({overall: newer, source: 'A list'}))]});
    expect((await store.rating('1-1000000001'))?.rating).toMatchObject({overall: newer, history: [{label: 'Good'}], source: 'A list'});
  });

  it('puts the parts of a list’s rating together, however they are handed over, and counts one', async () => {
    const store = open();
    const keyQuestion = (question: 'safe' | 'caring') => ({question, rating: 'good' as const, label: 'Good', published: '2020-12-01'});
    const parts = [
      exampleRating({overall: null, keyQuestions: [keyQuestion('caring')]}),
      exampleRating(),
      exampleRating({overall: null, keyQuestions: [keyQuestion('safe')], services: [{name: 'Older people', overall: null, keyQuestions: []}]}),
    ];
    const inParts = async () => {
      const run = await store.startImport('import');
      const counts = [];
      for (const part of parts) counts.push((await store.importRows(run, {...none, ratings: [listed(part)]})).ratings);
      await store.endImport(run);
      return counts.reduce((sum, each) => ({added: sum.added + each.added, changed: sum.changed + each.changed, unchanged: sum.unchanged + each.unchanged}));
    };
    expect(await inParts()).toEqual({added: 1, changed: 0, unchanged: 0});
    expect(await store.rating('1-1000000001')).toEqual({rating: {...exampleRating(), keyQuestions: [keyQuestion('safe'), keyQuestion('caring')], services: parts[2]!.services}});
    const revision = await store.directoryRevision();
    expect(await inParts()).toEqual({added: 0, changed: 0, unchanged: 1});
    expect(await store.directoryRevision()).toBe(revision);
    await putRows(store, {ratings: [listed(parts[1]!)]});
    expect((await store.rating('1-1000000001'))?.rating?.keyQuestions).toEqual([]);
  });

  it('says of a rating that the service has closed when the directory knows it', async () => {
    const store = open();
    await putRows(store, {services: [row(exampleService({status: {kind: 'closed', on: '2026-09-30'}}))], ratings: [listed(exampleRating())]});
    expect((await store.rating('1-1000000001'))?.rating?.status).toEqual({kind: 'closed', on: '2026-09-30'});
  });

  it('never shows an example for the rating of a real service', async () => {
    const store = open();
    await putRows(store, {services: [row(exampleService())], ratings: [record(exampleRating({source: 'Example'}))]}, 'example');
    expect((await store.rating('1-1000000001'))?.rating?.source).toBe('Example');
    await putRows(store, {services: [row(exampleService())]}, 'import');
    expect(await store.rating('1-1000000001')).toEqual({});
    expect(await putRows(store, {ratings: [record(exampleRating({source: 'Example'}))]}, 'example')).toMatchObject({ratings: {unchanged: 1}});
    expect(await store.rating('1-1000000001')).toEqual({});
    await putRows(store, {ratings: [listed(exampleRating({source: 'A list', asOf: '2020-01-01'}))]}, 'import');
    expect((await store.rating('1-1000000001'))?.rating?.source).toBe('A list');
  });

  it('lists the locations of a provider with their ratings, by name', async () => {
    const store = open();
    const provider = exampleService({id: '1-1000000002', level: 'provider', name: 'Example Care Ltd', odsCode: undefined, provider: undefined});
    const locations = [exampleService({id: '1-3', name: 'Willow'}), exampleService({id: '1-4', name: 'Ash', provider: {id: '1-1000000002', name: 'Example Care Ltd'}}), exampleService({id: '1-5', name: 'Elm', provider: {id: '1-8'}})];
    const providerRating = exampleRating({service: {id: '1-1000000002', level: 'provider', name: 'Example Care Ltd'}, overall: null});
    await putRows(store, {services: [provider, ...locations].map((each) => row(each)), ratings: [record(providerRating), listed(exampleRating({service: {id: '1-3', level: 'location', name: 'Willow'}}))]});
    expect((await store.rating('1-1000000002'))?.rating).toEqual({
      ...providerRating,
      locations: [
        {service: {id: '1-4', name: 'Ash'}, status: {kind: 'registered'}, overall: null},
        {service: {id: '1-3', name: 'Willow'}, status: {kind: 'registered'}, overall: exampleRating().overall},
      ],
    });
  });

  it('knows the areas of its locations, and each area’s locations with their ratings', async () => {
    const store = open();
    const york = {id: 'york', name: 'York'};
    const services = [
      row(exampleService(), {place: leeds}),
      row(exampleService({id: '1-3', name: 'Ash'}), {place: leeds}),
      row(exampleService({id: '1-4', name: 'Elm'}), {place: york}),
      row(exampleService({id: '1-5', level: 'provider'}), {place: {id: 'hull', name: 'Hull'}}),
    ];
    await putRows(store, {services, ratings: [record(exampleRating()), listed(exampleRating())]});
    expect((await store.places()).sort((one, other) => one.name.localeCompare(other.name))).toEqual([leeds, york]);
    const found = await store.servicesIn('LEEDS');
    expect(found).toEqual({place: leeds, asOf: exampleDay, services: [{service: exampleService(), rating: exampleRating()}, {service: exampleService({id: '1-3', name: 'Ash'})}]});
    expect(await store.servicesIn('hull')).toBeUndefined();
    await putRows(store, {services: [row(exampleService(), {place: york})]});
    expect((await store.servicesIn('leeds'))?.services).toHaveLength(1);
    expect((await store.servicesIn('york'))?.services).toHaveLength(2);
  });

  it('hands out every rating, page by page', async () => {
    const store = open();
    const ratings = Array.from({length: 25}, (_, number) => exampleRating({service: {id: `1-${100 + number}`, level: 'location', name: 'Example House'}}));
    await putRows(store, {ratings: ratings.flatMap((rating) => [record(rating), listed(rating)])});
    const seen: ServiceRating[] = [];
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page: Awaited<ReturnType<Store['ratings']>> = await store.ratings({after, limit: 10});
      expect(page.ratings.length).toBeLessThanOrEqual(10);
      seen.push(...page.ratings);
      after = page.next;
    }
    expect(seen).toEqual(ratings);
  });

  it('keeps more rows than go into one transaction, with nobody’s feedback refused meanwhile', async () => {
    const store = open();
    const run = await store.startImport('import');
    const services = Array.from({length: 1201}, (_, number) => row(exampleService({id: `1-8${String(number).padStart(8, '0')}`, odsCode: undefined})));
    const ratings = services.map(({service: {id, level, name}}) => record(exampleRating({service: {id, level, name}})));
    const importing = store.importRows(run, {services, ratings});
    const feedback = await Promise.all(Array.from({length: 100}, () => store.save(newSubmission())));
    expect(feedback.every(({result}) => result === 'kept')).toBe(true);
    expect(await importing).toMatchObject({services: {added: 1201}, ratings: {added: 1201}});
    await store.endImport(run);
    expect(await store.services({limit: 2000})).toHaveLength(1201);
    expect((await store.ratings({limit: 2000})).ratings).toHaveLength(1201);
  });
}
