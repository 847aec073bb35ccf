import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {serviceRatingFault} from '../../../src/contract/rating-guard.js';
import {ServiceRating} from '../../../src/contract/rating.js';
import {ratingFromRecord} from '../../../src/domain/ratings/rating-from-record.js';
import {changedAt, placesIn} from '../../support/contract/changed-at.js';
import {locationFiles, samplesAreThere, samplesNote} from '../../support/ratings/samples.js';

const about = {asOf: '2026-11-22', source: 'An example'};

const person = {personTitle: 'NOBODY', personGivenName: 'NOBODY', personFamilyName: 'NOBODY', personRoles: ['Registered Manager']};
const question = (name: string) => ({name, rating: 'Good', reportDate: '2021-05-04', reportLinkId: 'a-report', status: 'Assessed', percentageScore: '70', topicareas: [{evidenceCategory: [{id: 'e1', commentary: 'NOBODY', date: '2024-01-01'}]}]});

/** A record in which every key stands that is read, and a name in every place in which people’s names may stand. */
const record = {
  locationId: '1-900000001', providerId: '1-900000002', name: 'Example House', providerName: 'Example Care Ltd', registrationStatus: 'Deregistered', deregistrationDate: '2025-03-31',
  contacts: [person], registeredManager: 'NOBODY', registeredManagers: [person], nominatedIndividual: person, nominatedIndividuals: [person],
  regulatedActivities: [{name: 'Personal care', code: 'RA1', contacts: [person], nominatedIndividual: person}],
  relationships: [
    {relatedLocationId: '1-900000003', relatedLocationName: 'Example Homes', type: 'HSCA Predecessor', reason: 'New Provider', contacts: [person]},
    {relatedLocationId: '1-900000004', relatedLocationName: 'Example Lodge', type: 'HSCA Successor', reason: 'Location Move', contacts: [person]},
  ],
  lastInspection: {date: '2025-01-01', inspector: 'NOBODY'},
  lastReport: {publicationDate: '2021-05-04'},
  unpublishedReports: [{firstVisitDate: '2025-02-01', lead: 'NOBODY'}],
  reports: [{linkId: 'a-report', reportDate: '2021-05-04', reportUri: '/reports/a-report', author: 'NOBODY'}],
  inspectionAreas: [{inspectionAreaId: 'old', inspectionAreaName: 'Older people', status: 'Active (Rated)', contacts: [person]}],
  currentRatings: {
    overall: {rating: 'Good', reportDate: '2021-05-04', reportLinkId: 'a-report', organisationId: '1-900000003', keyQuestionRatings: ['Safe', 'Well-led'].map(question), contact: person},
    serviceRatings: [{name: 'old', rating: 'Outstanding', reportDate: '2021-05-04', keyQuestionRatings: ['Caring'].map(question), manager: person}],
  },
  historicRatings: [{reportDate: '2019-05-04', reportLinkId: 'older', overall: {rating: 'Inadequate'}, manager: person}],
  assessment: [
    {
      assessmentPlanPublishedDateTime: '2024-03-01 09:30:00',
      ratings: {
        overall: [{rating: 'Requires Improvement', status: 'Current', keyQuestionRatings: ['Effective'].map(question), assessor: 'NOBODY'}],
        asgRatings: [{assessmentPlanId: 'AP-1', title: 'An assessment', assessmentDate: '2024-01-02', assessmentPlanStatus: 'Active', name: 'Residential homes', rating: 'Good', status: 'Current', commentary: 'NOBODY', narrative: 'NOBODY', overallPeopleExperience: 'NOBODY', keyQuestionRatings: ['Responsive'].map(question)}],
      },
    },
    {assessmentPlanPublishedDateTime: '2022-03-01 09:30:00', ratings: {overall: [], asgRatings: []}},
  ],
};

const odd: unknown[] = [
  undefined, null, true, 0, 7, NaN, '', ' ', '-', 'x', 'Good', 'Do not include in report', 'Safe', 'Current', 'Archived', '2024-03-01', '01/03/2024', '2024-99-99', '1-900000001', 'javascript:alert(1)', '<b>Good</b>',
  'x'.repeat(1000), '\uD800', '\u0000', 'a\u0000b', '\u{1F600}'.repeat(301), [], [null], [[]], {}, [{}], ['Good'], {rating: 'Good'}, [{rating: 'Good'}], [{name: 'Safe', rating: 'Good'}], {name: 'Safe', rating: 'Good'}, {overall: {rating: 'Good'}}, {length: 3},
  '__proto__', 'constructor', JSON.parse('{"__proto__": {"rating": "Good"}, "constructor": {"rating": "Good"}}'),
];

/** What was read, having held that it is a rating of the contract or a fault. */
function read(given: unknown): string {
  const told = ratingFromRecord(given, about);
  if ('fault' in told) {
    expect(told.fault).toMatch(/^(is|has) [a-zA-Z ,]+$/);
  } else if (!ServiceRating.safeParse(told.rating).success || serviceRatingFault(told.rating)) {
    throw new Error(`${JSON.stringify(given)} is read as ${JSON.stringify(told)}`);
  }
  return JSON.stringify(told);
}

function changed(whole: unknown, changes: readonly (readonly [number, unknown])[]): unknown {
  return changes.reduce<unknown>((value, [place, put]) => {
    const places = placesIn(value);
    return changedAt(value, places[place % places.length]!, put);
  }, whole);
}

/** The same value with the keys of each object in another order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, each]) => [key, turned(each)]));
}

const changes = fc.array(fc.tuple(fc.nat(), fc.oneof(fc.constantFrom(...odd), fc.jsonValue())), {minLength: 1, maxLength: 4});

describe('Whatever a record holds', () => {
  it('it is read: each place is, in this one', () => {
    const told = JSON.parse(read(record));
    expect(told.rating).toMatchObject({
      status: {kind: 'moved'}, overall: {rating: 'requires-improvement'}, services: [{name: 'Residential homes'}, {name: 'Older people'}], pending: {visited: '2025-02-01'}, history: [{rating: 'inadequate'}],
    });
    expect(told.rating.keyQuestions).toHaveLength(3);
  });

  it('it is a rating of the contract or a fault, with each odd value in each place', () => {
    for (const path of placesIn(record)) for (const value of odd) read(changedAt(record, path, value));
  });

  it('it is a rating of the contract or a fault, with several odd values at once', () => {
    fc.assert(fc.property(changes, (each) => void read(changed(record, each))), {numRuns: 1000});
  });

  it('it is a rating of the contract or a fault, of anything at all', () => {
    fc.assert(fc.property(fc.jsonValue({maxDepth: 5}), (value) => void read(value)), {numRuns: 1000});
    fc.assert(fc.property(fc.jsonValue({maxDepth: 5}), fc.constantFrom('currentRatings', 'historicRatings', 'assessment', 'relationships', 'inspectionAreas', 'unpublishedReports'), (value, key) => void read({...record, [key]: value})), {numRuns: 1000});
  });

  it('nobody’s name comes with it', () => {
    expect(JSON.stringify(record).match(/NOBODY/g)!.length).toBeGreaterThan(30);
    expect(read(record)).not.toContain('NOBODY');
    fc.assert(fc.property(changes, (each) => void expect(read(changed(record, each))).not.toContain('NOBODY')), {numRuns: 500});
  });

  it('it is read in the same way again, and in whatever order its keys stand', () => {
    fc.assert(fc.property(changes, (each) => {
      const given = changed(record, each);
      const told = read(given);
      expect(read(given)).toBe(told);
      expect(read(turned(given))).toBe(told);
    }), {numRuns: 500});
  });

  it('it is left as it was', () => {
    const before = structuredClone(record);
    read(record);
    expect(record).toEqual(before);
  });

  it('five megabytes of it make no endless page', () => {
    const many = Array.from({length: 50_000}, (_, index) => ({name: `Part ${index} of many`, rating: 'Good', reportDate: '2021-05-04', overall: {rating: 'Good'}}));
    const assessments = many.map((each, index) => ({assessmentPlanPublishedDateTime: new Date(Date.UTC(1950, 0, index % 30_000)).toISOString(), ratings: {overall: [{...each, status: 'Current'}]}}));
    const told = read({...record, currentRatings: {...record.currentRatings, serviceRatings: many}, historicRatings: many, assessment: assessments, relationships: many, note: 'x'.repeat(5_000_000)});
    expect(told.length).toBeLessThan(100_000);
  });

  it('no depth breaks it', () => {
    let deep: unknown = 'Good';
    for (let level = 0; level < 100_000; level += 1) deep = {rating: deep, overall: [deep]};
    for (const key of ['currentRatings', 'historicRatings', 'assessment']) ratingFromRecord({...record, [key]: deep}, about);
  });
});

describe.skipIf(!samplesAreThere)(`CQC’s own records, broken in any way${samplesNote}`, () => {
  const records = locationFiles().map((file) => JSON.parse(readFileSync(file, 'utf8')) as unknown);

  it('are ratings of the contract or faults, and nobody’s name comes with them', () => {
    fc.assert(fc.property(fc.constantFrom(...records), changes, (whole, each) => void expect(read(changed(whole, each))).not.toMatch(/REDACTED|Manager/)), {numRuns: 1000});
  });
});
