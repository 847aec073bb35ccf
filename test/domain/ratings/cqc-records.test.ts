import {basename} from 'node:path';
import {describe, expect, it} from 'vitest';
import {ServiceRating} from '../../../src/contract/rating.js';
import {ratingFromRecord} from '../../../src/domain/ratings/rating-from-record.js';
import {asked, askedAll, said} from '../../support/ratings/said.js';
import {locationFiles, sample, samplesAreThere, samplesNote} from '../../support/ratings/samples.js';

// Each expected rating was written from reading the record, not by running the code.

type Expected = Omit<ServiceRating, 'asOf' | 'source'>;

const location = (id: string, name: string, provider: string): ServiceRating['service'] => ({id, level: 'location', name, provider: {id: provider}});
const registered = {kind: 'registered'} as const;

const expected: Record<string, Expected> = {
  'location-care-home-inadequate.json': {
    service: location('1-112767279', 'The Elms', '1-101610514'),
    status: registered,
    overall: said('Inadequate', '2020-12-30', '2371162f-f39b-4b7f-9bd4-ca53afd3c5ae'),
    keyQuestions: asked({
      safe: said('Inadequate', '2020-12-30', '2371162f-f39b-4b7f-9bd4-ca53afd3c5ae'),
      effective: said('Good', '2019-12-25', '3a789c3f-a89e-4df8-936d-33d99cd12ad2'),
      caring: said('Good', '2019-12-25', '3a789c3f-a89e-4df8-936d-33d99cd12ad2'),
      responsive: said('Good', '2019-12-25', '3a789c3f-a89e-4df8-936d-33d99cd12ad2'),
      'well-led': said('Inadequate', '2020-12-30', '2371162f-f39b-4b7f-9bd4-ca53afd3c5ae'),
    }),
    // The first is newer than the overall and is history all the same; that of 2020-12-30 has no overall.
    history: [
      said('Inspected but not rated', '2021-01-09', '28b8276c-989d-4be5-a61a-ebbae0a16cf4'),
      said('Good', '2019-12-25', '3a789c3f-a89e-4df8-936d-33d99cd12ad2'),
      said('Good', '2017-05-06', 'db979cbf-dd6c-405b-b479-336032e7d2cd'),
      said('Good', '2016-05-07', '6f16e934-4ed9-4cdf-a479-0c886d1cf5f9'),
    ],
  },
  'location-care-home-outstanding.json': {
    service: location('1-112620747', 'Chelston Park Nursing and Residential Home - Chelston Gardens Dementia Nursing Home', '1-101608346'),
    status: registered,
    overall: said('Outstanding', '2017-12-30', '50031726-bd3e-4442-b2fb-07d3ef88cafc'),
    keyQuestions: asked({
      safe: said('Good', '2017-12-30', '50031726-bd3e-4442-b2fb-07d3ef88cafc'),
      effective: said('Good', '2017-12-30', '50031726-bd3e-4442-b2fb-07d3ef88cafc'),
      caring: said('Outstanding', '2017-12-30', '50031726-bd3e-4442-b2fb-07d3ef88cafc'),
      responsive: said('Good', '2017-12-30', '50031726-bd3e-4442-b2fb-07d3ef88cafc'),
      'well-led': said('Outstanding', '2017-12-30', '50031726-bd3e-4442-b2fb-07d3ef88cafc'),
    }),
    history: [said('Good', '2015-08-19', 'e3445957-df5a-4479-9f4f-65d7a9d97559')],
  },
  'location-dentist-no-action.json': {
    service: location('1-1125975874', 'Mydentist - Wells Road - Bristol', '1-161850942'),
    status: registered,
    overall: said('Inspected but not rated', '2015-08-27', '4c7ecbb3-0223-4c5f-9e43-328a465dcf4b'),
    keyQuestions: askedAll('No action required', '2015-08-27', '4c7ecbb3-0223-4c5f-9e43-328a465dcf4b'),
  },
  // There are reports, so the last inspection is not one whose report is to come, though nothing says which report was the last.
  'location-deregistered-no-published-rating-successor.json': {
    service: location('1-112620463', 'Agape House', '1-101718695'),
    status: {kind: 'closed', on: '2013-10-01', successor: {id: '1-701708414', name: 'Agape House Limited'}},
    overall: said('No published rating'),
    keyQuestions: askedAll('No published rating'),
  },
  'location-deregistered-still-rated.json': {
    service: location('1-112787350', 'Mosaic Care Group Limited', '1-101685791'),
    status: {kind: 'closed', on: '2018-02-21'},
    overall: said('Requires improvement', '2018-01-18', '5def1915-a2a2-4d33-804c-fdd8915bcc2b'),
    keyQuestions: asked({
      safe: said('Requires improvement', '2018-01-18', '5def1915-a2a2-4d33-804c-fdd8915bcc2b'),
      effective: said('Requires improvement', '2018-01-18', '5def1915-a2a2-4d33-804c-fdd8915bcc2b'),
      caring: said('Good', '2018-01-18', '5def1915-a2a2-4d33-804c-fdd8915bcc2b'),
      responsive: said('Requires improvement', '2018-01-18', '5def1915-a2a2-4d33-804c-fdd8915bcc2b'),
      'well-led': said('Requires improvement', '2018-01-18', '5def1915-a2a2-4d33-804c-fdd8915bcc2b'),
    }),
    history: [
      said('Requires improvement', '2017-02-15', 'dd25d65a-f6e9-4250-a271-91cf54a3ffe6'),
      said('Requires improvement', '2016-11-12', 'dcee2542-159a-4c43-b45a-73326b3a1c38'),
      said('Requires improvement', '2016-03-04', '9ab1884f-d9b8-4880-a65e-a6ec198e4a9f'),
    ],
  },
  'location-gp-population-groups.json': {
    service: location('1-1126352622', 'Surbiton Health Centre', '1-199747048'),
    status: registered,
    overall: said('Good', '2016-03-21', '3f5c609c-0e73-4042-954c-631dedcd38bc'),
    keyQuestions: askedAll('Good', '2016-03-21', '3f5c609c-0e73-4042-954c-631dedcd38bc'),
    services: [
      'People with long term conditions',
      'Families, children and young people',
      'Older people',
      'Working age people (including those recently retired and students)',
      'People experiencing poor mental health (including people with dementia)',
      'People whose circumstances may make them vulnerable',
    ].map((name) => ({name, overall: said('Good', '2016-03-21', '3f5c609c-0e73-4042-954c-631dedcd38bc'), keyQuestions: []})),
  },
  'location-historic-inspected-not-rated.json': {
    service: location('1-112789029', 'Maison Moti Care Home', '1-101680292'),
    status: registered,
    overall: said('Good', '2017-08-31', '41f48704-c3c0-436f-9c50-f48d8cd6397c'),
    keyQuestions: asked({
      safe: said('Good', '2017-08-31', '41f48704-c3c0-436f-9c50-f48d8cd6397c'),
      effective: said('Good', '2017-08-31', '41f48704-c3c0-436f-9c50-f48d8cd6397c'),
      caring: said('Good', '2017-08-31', '41f48704-c3c0-436f-9c50-f48d8cd6397c'),
      responsive: said('Good', '2017-08-31', '41f48704-c3c0-436f-9c50-f48d8cd6397c'),
      'well-led': said('Requires improvement', '2017-08-31', '41f48704-c3c0-436f-9c50-f48d8cd6397c'),
    }),
    history: [
      said('Inspected but not rated', '2021-02-12', '85759054-e363-4741-a4ac-e7cfe1622664'),
      said('Good', '2015-06-29', '5c49589f-8f50-4fbc-90e3-8e401584bd3e'),
    ],
  },
  'location-independent-ambulance.json': {
    service: location('1-1128332563', 'Eddymed Ambulance Service', '1-205044388'),
    status: {kind: 'closed', on: '2015-04-20'},
    overall: said('No published rating'),
    keyQuestions: askedAll('No published rating'),
  },
  // It moved and was rated here afterwards: nothing in the rating names another organisation.
  'location-inherited-predecessor.json': {
    service: location('1-1127939767', 'Home Instead Senior Care - Peterborough, Oundle & The Deepings', '1-414312176'),
    status: registered,
    overall: said('Good', '2017-12-15', '8f3cbb10-91ac-4e2b-ace6-bd68b4e996c9'),
    keyQuestions: askedAll('Good', '2017-12-15', '8f3cbb10-91ac-4e2b-ace6-bd68b4e996c9'),
    history: [said('Good', '2016-01-06', 'd8ba5de6-c602-4a70-b2b0-04ac55aded17')],
  },
  'location-inspected-but-not-rated.json': {
    service: location('1-1128046032', 'D.P. Rundle Dentalcare', '1-1015414296'),
    status: registered,
    overall: said('Inspected but not rated', '2019-07-31', '469b6f21-3a28-427a-b4df-8f0b0b9f4837'),
    keyQuestions: askedAll('No action required', '2019-07-31', '469b6f21-3a28-427a-b4df-8f0b0b9f4837'),
  },
  // The key questions of a part have no day of their own there. Of history, 2017-10-04 has no overall.
  'location-mental-health-service-ratings.json': {
    service: location('1-112757642', 'Hebron House', '1-101615165'),
    status: registered,
    overall: said('Good', '2019-07-23', '9f2dbc58-c768-4944-a8ab-2830ecf0dba6'),
    keyQuestions: askedAll('Good', '2019-07-23', '9f2dbc58-c768-4944-a8ab-2830ecf0dba6'),
    services: [{name: 'Substance misuse services', overall: said('Good', '2019-07-23', '9f2dbc58-c768-4944-a8ab-2830ecf0dba6'), keyQuestions: askedAll('Good')}],
    history: [said('Inspected but not rated', '2016-05-31', 'bcfd5cdd-b802-4205-8b6b-3aa2be44de28')],
  },
  'location-mixed-key-question-dates.json': {
    service: location('1-112774876', 'Albany House - Doncaster', '1-101610802'),
    status: registered,
    overall: said('Good', '2020-12-01', '3409f0c3-8e6a-43f4-ae38-c34c30a8df9c'),
    keyQuestions: asked({
      safe: said('Good', '2020-12-01', '3409f0c3-8e6a-43f4-ae38-c34c30a8df9c'),
      effective: said('Good', '2019-04-10', '3747e35d-4d8d-41f0-8623-76c39c01bfe4'),
      caring: said('Good', '2019-04-10', '3747e35d-4d8d-41f0-8623-76c39c01bfe4'),
      responsive: said('Good', '2019-04-10', '3747e35d-4d8d-41f0-8623-76c39c01bfe4'),
      'well-led': said('Good', '2020-12-01', '3409f0c3-8e6a-43f4-ae38-c34c30a8df9c'),
    }),
    history: [
      said('Requires improvement', '2019-04-10', '3747e35d-4d8d-41f0-8623-76c39c01bfe4'),
      said('Good', '2016-07-30', '612e5645-59ff-4a89-a1c2-75e236df2c5c'),
    ],
  },
  'location-predecessor-2018-sparse.json': {
    service: location('1-1000210669', 'Kingswood House Nursing Home', '1-877912132'),
    status: registered,
    overall: said('Requires improvement', '2018-08-04'),
    keyQuestions: asked({
      safe: said('Requires improvement', '2018-08-04'),
      effective: said('Good', '2018-08-04'),
      caring: said('Good', '2018-08-04'),
      responsive: said('Good', '2018-08-04'),
      'well-led': said('Requires improvement', '2018-08-04'),
    }),
  },
  'location-registered-manager-absent.json': {
    service: location('1-112718314', 'The Hollies Care Home', '1-101678289'),
    status: registered,
    overall: said('Good', '2020-03-11', '524abeab-4cd3-4283-ab9d-131435fc81de'),
    keyQuestions: askedAll('Good', '2020-03-11', '524abeab-4cd3-4283-ab9d-131435fc81de'),
    history: [
      said('Good', '2017-08-05', '3899c435-9184-4716-8bec-dbf530f8eddf'),
      said('Requires improvement', '2016-04-15', '712219e6-dbc6-40f8-9430-b9ba5809dbb8'),
      said('Requires improvement', '2014-12-09', 'ac526c1f-f885-4991-b98d-5228cb701247'),
    ],
  },
  'location-registered-never-rated-dentist.json': {
    service: location('1-1126345919', 'Rock House Dental Practice', '1-1018181627'),
    status: registered,
    overall: null,
    keyQuestions: [],
  },
  'location-unpublished-reports.json': {
    service: location('1-112754649', 'The Gables', '1-101629760'),
    status: registered,
    overall: said('Requires improvement', '2019-05-15', '55e26026-5c17-4f79-ab8a-3c9332580695'),
    keyQuestions: asked({
      safe: said('Good', '2019-05-15', '55e26026-5c17-4f79-ab8a-3c9332580695'),
      effective: said('Requires improvement', '2019-05-15', '55e26026-5c17-4f79-ab8a-3c9332580695'),
      caring: said('Good', '2019-05-15', '55e26026-5c17-4f79-ab8a-3c9332580695'),
      responsive: said('Good', '2019-05-15', '55e26026-5c17-4f79-ab8a-3c9332580695'),
      'well-led': said('Requires improvement', '2019-05-15', '55e26026-5c17-4f79-ab8a-3c9332580695'),
    }),
    pending: {visited: '2020-12-22'},
    history: [said('Good', '2016-01-13', 'ce878704-38a2-4cd5-9e0a-5aea28605ead')],
  },
};

describe.skipIf(!samplesAreThere)(`CQC’s own records, as ratings${samplesNote}`, () => {
  it.each(Object.entries(expected))('%s', (file, rating) => {
    const about = {asOf: '2026-11-22', source: 'An example'};
    const read = ratingFromRecord(sample(file), about);
    expect(read).toEqual({rating: {...rating, ...about}});
    expect(ServiceRating.parse('rating' in read ? read.rating : undefined)).toEqual({...rating, ...about});
  });

  it('are all looked at', () => {
    expect(locationFiles().map((file) => basename(file))).toEqual(Object.keys(expected));
  });
});
