import {join} from 'node:path';
import {writeFile} from 'node:fs/promises';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {PlaceRatings, RatedServiceList} from '../../../src/contract/place.js';
import {importFiles} from '../../../src/endpoint/directory/import/import-files.js';
import {leftOutWithout, sharedCase} from '../../support/shared-case.js';
import {openEndpoint, type TestEndpoint} from '../../support/endpoint/endpoint.js';
import {csv, directoryHeader, directoryRow} from '../../support/endpoint/cqc-files.js';
import {arrives, entriesOn, memberWith, signedIn} from '../../support/endpoint/team.js';
import {readPage} from '../../support/plain-form/page-reader.js';

let endpoint: TestEndpoint;
beforeEach(async () => {
  endpoint = await openEndpoint();
});
afterEach(() => endpoint.close());

const teller = {warn: () => undefined, say: () => undefined, progress: () => undefined, end: () => undefined};

async function load(content: string): Promise<void> {
  const path = join(endpoint.folder, 'directory');
  await writeFile(path, content);
  await importFiles([path], {origin: 'import', asOf: '2026-11-01'}, {store: endpoint.dependencies.store, reporter: teller, today: '2026-11-22'});
}

const about = (id: string) => ({about: {kind: 'service', services: [{id, name: 'Dual House'}]}});
const told = (id: string, topics?: string[]) => arrives(endpoint, about(id), {experience: 'poor', 'told-service': 'no', ...(topics && {topics})});
const json = async <Answer>(path: string): Promise<Answer> => (await endpoint.ask(path)).json() as Promise<Answer>;

const [one, two] = ['1-870000001', '1-870000002'];
const name = 'directory-dual-registration.csv';
const dual = sharedCase(name);
// As CQC's API has them, and its list with a home of another name between them.
const records = JSON.stringify([[one, 'DUAL HOUSE', '1-700000001', 'LS2 1AA'], [two, 'Dual-House', '1-700000002', 'LS21AA'], ['1-870000003', 'Single House', '1-700000001', 'LS2 1AA']].map(([locationId, called, providerId, postalCode]) => ({
  locationId, name: called, providerId, postalCode, postalAddressTownCity: 'Exampleton', localAuthority: 'Leeds', registrationStatus: 'Registered', type: 'Social Care Org', careHome: 'Y', gacServiceTypes: [{name: 'Residential homes'}],
  currentRatings: {overall: {rating: locationId === one ? 'Good' : 'Inadequate', reportDate: locationId === one ? '2020-01-01' : '2024-03-01'}},
})));
const list = csv([directoryHeader, ...[[one, 'Dual House', 'Example Care Ltd', '1-700000001'], ['1-870000003', 'Single House', 'Example Care Ltd', '1-700000001'], [two, 'Dual House ', 'Example Partners Ltd', '1-700000002']].map(([id, called, provider, providerId]) => directoryRow({
  Name: called!, Postcode: 'LS2 1AA', 'Local authority': 'Leeds', 'Provider name': provider!, 'CQC Location ID (for office use only)': id!, 'CQC Provider ID (for office use only)': providerId!,
}))]);

describe.each([[`CQC’s list${leftOutWithout(name, dual)}`, dual], ['a list with another home between them', list], ['records, written in other ways', records]])('Two registrations of one home, in %s,', (_what, content) => {
  beforeEach(async () => {
    if (content !== undefined) await load(content);
  });
  const where = content === undefined ? it.skip : it;
  const others = content === dual ? 0 : 1;

  where('are one in the counts and the list of their area', async () => {
    const place = await json<PlaceRatings>('/v1/places/leeds');
    expect([place.services, place.kinds.find(({kind}) => kind === 'care-home')?.services]).toEqual([1 + others, 1 + others]);
    expect((await json<RatedServiceList>('/v1/places/leeds/services')).services).toHaveLength(1 + others);
  });

  where('meet in concerns: on the page of either, and once among the services that are raised', async () => {
    for (const id of [one, two, two]) await told(id!);
    const member = await signedIn(endpoint);
    for (const id of [one, two]) {
      const {words} = readPage(await (await member.get(`/inbox/services/${id}`)).text());
      expect(words).toContain('Amber: look into this');
      expect(words).toContain('Different people who told us about it 3');
      expect(words).toContain(`all are counted together: ${one}`);
    }
    const raised = await (await member.get('/inbox/services')).text();
    expect(raised.match(/\/inbox\/services\/1-87000000\d/g)).toHaveLength(1);
  });

  where('are raised where each of their people named another registration', async () => {
    await load(JSON.stringify([{locationId: '1-870000004', name: 'Dual House', providerId: '1-700000004', postalCode: 'LS2 1AA', registrationStatus: 'Registered', careHome: 'Y'}]));
    for (const id of [one, two, '1-870000004']) await told(id!);
    const raised = await (await (await signedIn(endpoint)).get('/inbox/services')).text();
    expect(raised.match(/\/inbox\/services\/1-87000000\d/g)).toHaveLength(1);
  });

  where('are found by a filter of either, by its id in the API too', async () => {
    const arrived = [await told(one!), await told(two!)];
    await told('1-870000003');
    const member = await signedIn(endpoint);
    for (const id of [one, two]) {
      expect(entriesOn(await (await member.get(`/inbox?service=${id}`)).text()).map((path) => path.slice(7, 43)).sort()).toEqual([...arrived].sort());
      const {submissions} = await (await endpoint.inbox(`?service=${id}`)).json() as {submissions: {id: string}[]};
      expect(submissions.map((each) => each.id).sort()).toEqual([...arrived].sort());
    }
  });

  where('stay apart for whoever may see one of them only', async () => {
    await told(one!);
    await told(two!);
    const team = await memberWith(endpoint, {scope: {service: [two!]}});
    expect(entriesOn(await (await team.get(`/inbox?service=${two}`)).text())).toHaveLength(1);
  });
});

it('counts of two registrations the rating that CQC has published of last', async () => {
  await load(records);
  const place = await json<PlaceRatings>('/v1/places/leeds');
  expect(place.kinds.find(({kind}) => kind === 'care-home')?.overall).toMatchObject({good: 0, inadequate: 2});
});
