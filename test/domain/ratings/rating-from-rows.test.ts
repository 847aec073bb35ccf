import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {type RatedPart, ServiceRating} from '../../../src/contract/rating.js';
import {columnKey} from '../../../src/domain/ratings/column-key.js';
import {ratingFromRows, rowFault} from '../../../src/domain/ratings/rating-from-rows.js';
import {asked, said} from '../../support/ratings/said.js';
import {sampleFile, samplesAreThere, samplesNote} from '../../support/ratings/samples.js';

type Row = Record<string, string>;

const about = {asOf: '2021-02-01', source: 'An example list'};

function rating(rows: readonly Row[], level: 'location' | 'provider' = 'location'): ServiceRating {
  const read = ratingFromRows(rows, {...about, level});
  if ('fault' in read) throw new Error(read.fault);
  expect(ServiceRating.parse(read.rating)).toEqual(read.rating);
  return read.rating;
}

/** A row of the locations' file as it has been since 2021, by its headers. */
function row(domain: string, latest: string, others: Row = {}): Row {
  const written: Row = {
    'Location ID': '1-900000001', 'Location ODS Code': 'VX123', 'Location Name': 'Example House', 'Care Home?': 'Y', 'Location Type': 'Social Care Org', 'Location Primary Inspection Category': 'Residential social care',
    'Location Street Address': '1 Example Street', 'Location Address Line 2': '-', 'Location City': 'Exampleton', 'Location Post Code': 'ZZ1 1AA', 'Location Local Authority': 'Exampleshire', 'Location Region': 'North',
    'Service / Population Group': 'Overall', Domain: domain, 'Latest Rating': latest, 'Publication Date': '04/05/2021', 'Report Type': 'Location', 'Inherited Rating (Y/N)': 'N', URL: 'http://www.cqc.org.uk/location/1-900000001',
    'Provider ID': '1-900000002', 'Provider Name': 'Example Care Ltd', 'Brand ID': '-', 'Brand Name': '-', ...others,
  };
  return Object.fromEntries(Object.entries(written).map(([header, text]) => [columnKey(header), text]));
}

/** A row of the providers' file. */
function providerRow(domain: string, latest: string, reportType: string, others: Row = {}): Row {
  const {locationid, locationname, ...rest} = row(domain, latest, {'Report Type': reportType, ...others});
  return rest;
}

describe('The columns of a list', () => {
  it.each([['Publication Date', 'publicationdate'], ['PublicationDate', 'publicationdate'], [' PUBLICATION DATE ', 'publicationdate'], ['Service / Population Group', 'servicepopulationgroup'], ['Service/PopulationGroup', 'servicepopulationgroup'], ['Inherited Rating (Y/N)', 'inheritedratingyn'], ['\uFEFFLocation ID', 'locationid']])('%j is %s', (header, key) => {
    expect(columnKey(header)).toBe(key);
  });
});

describe('The rows of a location', () => {
  it('are its overall, its key questions in CQC’s order and its parts, each with its day', () => {
    const rows = [
      row('Well-led', 'Good'), row('Overall', 'Requires Improvement'), row('Safe', 'Inadequate', {'Publication Date': '01/02/2020'}), row('Caring', 'Insufficient evidence to rate'),
      row('Overall', 'Good', {'Service / Population Group': 'Older people'}), row('Effective', 'Good', {'Service / Population Group': 'Older people', 'Publication Date': '-'}),
    ];
    expect(rating(rows)).toEqual({
      service: {id: '1-900000001', level: 'location', name: 'Example House', provider: {id: '1-900000002', name: 'Example Care Ltd'}},
      status: {kind: 'registered'},
      overall: said('Requires improvement', '2021-05-04'),
      keyQuestions: asked({safe: said('Inadequate', '2020-02-01'), caring: said('Insufficient evidence to rate', '2021-05-04'), 'well-led': said('Good', '2021-05-04')}),
      services: [{name: 'Older people', overall: said('Good', '2021-05-04'), keyQuestions: asked({effective: said('Good')})}],
      ...about,
    });
  });

  it('of one question the newest counts, in whatever order they stand', () => {
    const rows = [row('Overall', 'Good', {'Publication Date': '04/05/2019'}), row('Overall', 'Inadequate'), row('Overall', 'Outstanding', {'Publication Date': '04/05/2020'}), row('Safe', 'Good', {'Publication Date': '-'}), row('Safe', 'Inadequate')];
    for (const each of [rows, rows.toReversed()]) {
      expect(rating(each)).toMatchObject({overall: said('Inadequate', '2021-05-04'), keyQuestions: asked({safe: said('Inadequate', '2021-05-04')})});
    }
  });

  it('say that a rating was inherited, and not from whom', () => {
    expect(rating([row('Overall', 'Good', {'Inherited Rating (Y/N)': 'Y'})]).inherited).toEqual({});
    expect(rating([row('Overall', 'Good'), row('Overall', 'Inadequate', {'Publication Date': '04/05/2019', 'Inherited Rating (Y/N)': 'Y'})]).inherited).toBeUndefined();
  });

  it('of which none is about the whole have no overall', () => {
    expect(rating([row('Overall', 'Good', {'Service / Population Group': 'Older people'})])).toMatchObject({overall: null, keyQuestions: [], services: [{name: 'Older people'}]});
  });

  it('leave out those that have a fault', () => {
    expect(rating([row('Overall', 'Inadequate', {'Publication Date': '99/99/2021'}), row('Overall', 'Good')]).overall).toEqual(said('Good', '2021-05-04'));
  });

  it('are of one service', () => {
    expect(ratingFromRows([row('Overall', 'Good'), row('Overall', 'Good', {'Location ID': '1-900000009'})], {...about, level: 'location'})).toEqual({fault: 'has rows of more than one service'});
    expect(ratingFromRows([], {...about, level: 'location'})).toEqual({fault: 'has no rows'});
    expect(ratingFromRows([providerRow('Overall', 'Good', 'Provider')], {...about, level: 'location'})).toEqual({fault: 'is no row of a location'});
  });
});

describe('The rows of a provider', () => {
  it('that speak of the provider itself are its rating, whatever is said of its locations', () => {
    const rows = [
      providerRow('Overall', 'Inadequate', 'Location', {'Publication Date': '04/05/2022'}), providerRow('Safe', 'Inadequate', 'Location', {'Publication Date': '04/05/2022'}), providerRow('Overall', 'Inadequate', 'Location', {'Service / Population Group': 'Surgery'}),
      providerRow('Overall', 'Good', 'Provider'), providerRow('Well-led', 'Good', 'Provider'), providerRow('Use of Resources', 'Requires improvement', 'Provider'), providerRow('Overall', 'Outstanding', 'CoreService', {'Service / Population Group': 'Community dental services'}),
    ];
    for (const each of [rows, rows.toReversed()]) {
      expect(rating(each, 'provider')).toEqual({
        service: {id: '1-900000002', level: 'provider', name: 'Example Care Ltd'}, status: {kind: 'registered'},
        overall: said('Good', '2021-05-04'), keyQuestions: asked({'well-led': said('Good', '2021-05-04')}),
        services: [{name: 'Community dental services', overall: said('Outstanding', '2021-05-04'), keyQuestions: []}], ...about,
      });
    }
  });

  it('about its services alone give it no overall, though a location has one', () => {
    const rows = [providerRow('Overall', 'Inadequate', 'Location'), providerRow('Overall', 'Good', 'Core Service', {'Service / Population Group': 'Community dental services'})];
    expect(rating(rows, 'provider')).toMatchObject({overall: null, services: [{name: 'Community dental services'}]});
  });

  it('from the report of its one location are its rating', () => {
    expect(rating([providerRow('Overall', 'Good', 'Location'), providerRow('Overall', 'good', 'Location')], 'provider').overall).toEqual(said('Good', '2021-05-04'));
  });

  it('from the reports of several locations are nobody’s', () => {
    const fault = {fault: 'has ratings of several locations and none of the provider itself'};
    expect(ratingFromRows([providerRow('Overall', 'Good', 'Location'), providerRow('Overall', 'Inadequate', 'Location')], {...about, level: 'provider'})).toEqual(fault);
    expect(ratingFromRows([providerRow('Safe', 'Good', 'Location'), providerRow('Safe', 'Good', 'Location', {'Publication Date': '04/05/2019'})], {...about, level: 'provider'})).toEqual(fault);
  });
});

describe('A row', () => {
  it.each([
    ['is fine', {}, undefined],
    ['is fine without a day', {'Publication Date': '-'}, undefined],
    ['has no id', {'Location ID': ' - '}, 'has no location id'],
    ['has an id that is none', {'Location ID': 'no id'}, 'has a location id that is not a CQC id'],
    ['has no name', {'Location Name': ''}, 'has no location name that can be shown'],
    ['has no domain', {Domain: '-'}, 'has no domain'],
    ['has no rating', {'Latest Rating': '-'}, 'has no latest rating'],
    ['has a day that is none', {'Publication Date': '31/02/2021'}, 'has a publication date that is none'],
  ])('%s', (_what, others, fault) => {
    expect(rowFault(row('Overall', 'Good', others))).toBe(fault);
  });

  it('of a provider says so of the provider', () => {
    expect(rowFault(providerRow('Overall', 'Good', 'Provider', {'Provider ID': ''}))).toBe('has no provider id');
    expect(rowFault({})).toBe('has no provider id');
  });
});

// Each expected rating was written from reading the file, not by running the code.
describe.skipIf(!samplesAreThere)(`CQC’s own list of providers${samplesNote}`, () => {
  const listed = samplesAreThere ? byProvider(readFileSync(sampleFile('latest-ratings-providers-2021-02-extract.csv'), 'utf8')) : new Map<string, Row[]>();

  const words = {O: 'Outstanding', G: 'Good', R: 'Requires improvement', I: 'Inadequate'};
  /** A part by the first letters of its ratings: overall, then safe, effective, caring, responsive, well-led. */
  const part = (published: string) => (name: string, letters: string): RatedPart => {
    const [overall, ...questions] = [...letters].map((letter) => said(words[letter as keyof typeof words], published));
    const [safe, effective, caring, responsive, wellLed] = questions;
    return {name, overall: overall!, keyQuestions: asked({safe, effective, caring, responsive, 'well-led': wellLed})};
  };
  const registered = {status: {kind: 'registered'} as const};
  const provider = (id: string, name: string) => ({service: {id, level: 'provider' as const, name}, ...registered});

  it('has four in its extract', () => {
    expect([...listed.keys()]).toEqual(['1-1353592041', '1-1522791051', 'R0A', 'R0B']);
    expect([...listed.values()].flat().map(rowFault)).toEqual(Array.from({length: 134}, () => undefined));
  });

  it('a hospital that is rated by the report of its one location', () => {
    const on = part('2019-08-05');
    const {overall, keyQuestions} = on('', 'OGOOGG');
    expect(rating(listed.get('1-1353592041')!, 'provider')).toEqual({
      ...provider('1-1353592041', 'The Thornbury Radiosurgery Centre Limited'), overall, keyQuestions,
      services: [on('Medical care (including older people\'s care)', 'OGOOGG')], ...about,
    });
  });

  it('an ambulance service that is rated by the report of its one location', () => {
    const on = part('2020-01-07');
    const {overall, keyQuestions} = on('', 'RRRGGI');
    expect(rating(listed.get('1-1522791051')!, 'provider')).toEqual({...provider('1-1522791051', 'Cartello Adams Ltd'), overall, keyQuestions, services: [on('Patient transport services', 'RRRGGI')], ...about});
  });

  it('a trust that is rated itself, and its services apart', () => {
    const on = part('2019-03-19');
    const {overall, keyQuestions} = on('', 'GGGOGG');
    expect(rating(listed.get('R0A')!, 'provider')).toEqual({
      ...provider('R0A', 'Manchester University NHS Foundation Trust'), overall, keyQuestions,
      services: [
        on('Child and adolescent mental health wards', 'GGGGGG'),
        on('Community dental services', 'GGGGGG'),
        on('Community end of life care', 'GGGGGG'),
        on('Community health inpatient services', 'GGGGGG'),
        on('Community health services for adults', 'GGGGGG'),
        on('Community health services for children, young people and families', 'GGGGRG'),
        on('Specialist community mental health services for children and young people', 'OGOOOO'),
      ],
      ...about,
    });
  });

  it('a trust of whose use of resources too little is known, which is none of its key questions', () => {
    const on = part('2020-06-10');
    const {overall, keyQuestions} = on('', 'GRGGGG');
    expect(rating(listed.get('R0B')!, 'provider')).toEqual({
      ...provider('R0B', 'South Tyneside and Sunderland NHS FT'), overall, keyQuestions,
      services: [
        on('Community dental services', 'GGGGOG'),
        on('Community end of life care', 'GGGOGG'),
        on('Community health inpatient services', 'GGGGGG'),
        on('Community health services for adults', 'OGGOOG'),
        on('Community health services for children, young people and families', 'GGGGGG'),
        on('Community health sexual health services', 'OGOGOG'),
        on('Community mental health services for people with a learning disability or autism', 'GGGGGR'),
        on('Community urgent care service', 'GGGGGG'),
        on('Wards for people with learning disabilities or autism', 'RRRGGR'),
      ],
      ...about,
    });
  });
});

function byProvider(csv: string): Map<string, Row[]> {
  const [header = [], ...lines] = csv.split(/\r?\n/).filter((line) => line !== '').map(cells);
  const rows = lines.map((line): Row => Object.fromEntries(header.map((name, column) => [columnKey(name), line[column] ?? ''])));
  const found = new Map<string, Row[]>();
  for (const each of rows) found.set(each['providerid']!, [...(found.get(each['providerid']!) ?? []), each]);
  return found;
}

/** The cells of a line in which quotation marks stand only around whole cells. */
function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}
