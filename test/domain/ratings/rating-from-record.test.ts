import {describe, expect, it} from 'vitest';
import type {ServiceRating} from '../../../src/contract/rating.js';
import {ratingFromRecord} from '../../../src/domain/ratings/rating-from-record.js';
import {asked, said} from '../../support/ratings/said.js';

// CQC's newer shape is known from those who read it, not from a record: these records are made.

const location = {locationId: '1-900000001', providerId: '1-900000002', name: 'Example House', registrationStatus: 'Registered'};

function rating(parts: object = {}, record: object = location): ServiceRating {
  const read = ratingFromRecord({...record, ...parts}, {asOf: '2026-11-22', source: 'An example'});
  if ('fault' in read) throw new Error(read.fault);
  return read.rating;
}

const inspection = (word: unknown, reportDate?: unknown, others: object = {}) => ({currentRatings: {overall: {rating: word, reportDate, ...others}}});
const question = (name: string, word: unknown, others: object = {}) => ({name, rating: word, ...others});

/** An entry of `assessment` with an overall of its own. */
const assessment = (published: unknown, word: unknown, others: object = {}) => ({
  assessmentPlanPublishedDateTime: published,
  ratings: {overall: [{rating: word, status: 'Current', ...others}], asgRatings: []},
});

const group = (name: string, word: unknown, others: object = {}) => ({
  assessmentPlanId: 'AP-1', title: `${name} assessment`, assessmentDate: '2024-01-02', assessmentPlanStatus: 'Assessed', name, rating: word, status: 'Current', ...others,
});

/** An entry of `assessment` with service groups alone. */
const groups = (published: unknown, ...asgRatings: object[]) => ({assessmentPlanPublishedDateTime: published, ratings: {overall: [], asgRatings}});

describe('Where the two shapes of a record disagree', () => {
  const older = inspection('Good', '2021-05-04', {reportLinkId: 'a-report', keyQuestionRatings: [question('Safe', 'Good', {reportDate: '2021-05-04'}), question('Caring', 'Outstanding', {reportDate: '2019-02-01', reportLinkId: 'older-report'})]});

  it('the newer assessment is shown, with its own key questions and day', () => {
    const newer = assessment('2024-03-01 09:30:00', 'Requires Improvement', {keyQuestionRatings: [question('Well-Led', 'Inadequate'), question('Safe', 'Requires Improvement')]});
    expect(rating({...older, assessment: [newer]})).toMatchObject({
      overall: said('Requires improvement', '2024-03-01'),
      keyQuestions: asked({
        safe: said('Requires improvement', '2024-03-01'),
        caring: said('Outstanding', '2019-02-01', 'older-report'),
        'well-led': said('Inadequate', '2024-03-01'),
      }),
    });
  });

  it('the newer inspection is shown', () => {
    const earlier = assessment('2020-03-01 09:30:00', 'Inadequate', {keyQuestionRatings: [question('Safe', 'Inadequate'), question('Effective', 'Good')]});
    expect(rating({...older, assessment: [earlier]})).toMatchObject({
      overall: said('Good', '2021-05-04', 'a-report'),
      keyQuestions: asked({safe: said('Good', '2021-05-04'), effective: said('Good', '2020-03-01'), caring: said('Outstanding', '2019-02-01', 'older-report')}),
    });
  });

  it('of one day, the newer shape is shown', () => {
    expect(rating({...older, assessment: [assessment('2021-05-04 00:00:00', 'Inadequate')]}).overall).toEqual(said('Inadequate', '2021-05-04'));
  });

  it('a newer word that is no rating is shown too, without colour', () => {
    expect(rating({...older, assessment: [assessment('2024-03-01 09:30:00', 'Not Rated')]}).overall).toEqual(said('Not rated', '2024-03-01'));
  });

  it.each(['Archived', 'Historic', 'Superseded', 'Assessed'])('an assessment that is %s does not win', (status) => {
    const past = assessment('2024-03-01 09:30:00', 'Inadequate', {status, keyQuestionRatings: [question('Safe', 'Inadequate')]});
    const read = rating({...older, assessment: [past]});
    expect(read.overall).toEqual(said('Good', '2021-05-04', 'a-report'));
    expect(read.keyQuestions[0]).toEqual({question: 'safe', ...said('Good', '2021-05-04')});
  });

  it('an assessment that is archived as a whole does not win, nor does a question that is', () => {
    const current = assessment('2024-03-01 09:30:00', 'Inadequate', {keyQuestionRatings: [question('Safe', 'Inadequate', {status: 'Archived'}), question('Effective', 'Inadequate')]});
    expect(rating({...older, assessment: [{...current, status: 'Archived'}]}).overall).toEqual(said('Good', '2021-05-04', 'a-report'));
    expect(rating({...older, assessment: [current]}).keyQuestions.slice(0, 2)).toEqual(asked({safe: said('Good', '2021-05-04'), effective: said('Inadequate', '2024-03-01')}));
  });

  it.each(['Current', 'current', ' Active '])('one that is %s does', (status) => {
    expect(rating({...older, assessment: [assessment('2024-03-01 09:30:00', 'Inadequate', {status})]}).overall).toEqual(said('Inadequate', '2024-03-01'));
  });

  it('an assessment without a day never wins over a day', () => {
    for (const none of [undefined, null, '', '2024-13-01 00:00:00', 'soon', '0001-01-01 00:00:00', 20240301]) expect(rating({...older, assessment: [assessment(none, 'Inadequate')]}).overall).toEqual(said('Good', '2021-05-04', 'a-report'));
  });

  it('history never wins, even when it is dated later', () => {
    const read = rating({...older, historicRatings: [{reportDate: '2025-01-01', reportLinkId: 'later', overall: {rating: 'Inadequate', keyQuestionRatings: [question('Effective', 'Inadequate')]}}]});
    expect(read.overall).toEqual(said('Good', '2021-05-04', 'a-report'));
    expect(read.keyQuestions.map(({question: id}) => id)).toEqual(['safe', 'caring']);
    expect(read.history).toEqual([said('Inadequate', '2025-01-01', 'later')]);
  });

  it('parts that the older shape still holds stay parts, and are never the overall', () => {
    const stale = {currentRatings: {overall: {}, reportDate: '2016-03-21', serviceRatings: [question('old', 'Outstanding', {reportDate: '2016-03-21'})]}};
    const read = rating({...stale, assessment: [groups('2024-03-01 09:30:00', group('GP practices', 'Requires Improvement'))]});
    expect(read.overall).toEqual(said('Requires improvement', '2024-03-01'));
    expect(read.services).toEqual([{name: 'Older people', overall: said('Outstanding', '2016-03-21'), keyQuestions: []}]);
    expect(rating(stale).overall).toBeNull();
  });
});

describe('Of several assessments', () => {
  it('the newest is shown, wherever it stands in the list', () => {
    const entries = [assessment('2024-03-01 09:30:00', 'Good'), assessment('2025-02-01 09:30:00', 'Inadequate'), assessment('2023-12-01 09:30:00', 'Outstanding')];
    for (const list of [entries, entries.toReversed()]) expect(rating({assessment: list}).overall).toEqual(said('Inadequate', '2025-02-01'));
  });

  it('of one day, the later hour is shown', () => {
    const entries = [assessment('2024-03-01 09:30:00', 'Good'), assessment('2024-03-01 16:00:00', 'Inadequate')];
    for (const list of [entries, entries.toReversed()]) expect(rating({assessment: list}).overall).toEqual(said('Inadequate', '2024-03-01'));
  });

  it('an assessment of some questions leaves the others as they were, each with its day', () => {
    const whole = assessment('2024-03-01 09:30:00', 'Good', {keyQuestionRatings: ['Safe', 'Well-led', 'Caring', 'Responsive', 'Effective'].map((name) => question(name, 'Good'))});
    const focused = assessment('2025-02-01 09:30:00', 'Requires improvement', {keyQuestionRatings: [question('Well-led', 'Inadequate')]});
    expect(rating({assessment: [focused, whole]})).toMatchObject({
      overall: said('Requires improvement', '2025-02-01'),
      keyQuestions: asked({
        safe: said('Good', '2024-03-01'), effective: said('Good', '2024-03-01'), caring: said('Good', '2024-03-01'), responsive: said('Good', '2024-03-01'),
        'well-led': said('Inadequate', '2025-02-01'),
      }),
    });
  });

  it('one that gives no overall changes the questions it was about, and not the overall', () => {
    const whole = assessment('2024-03-01 09:30:00', 'Good', {keyQuestionRatings: [question('Safe', 'Good')]});
    const focused = assessment('2025-02-01 09:30:00', null, {keyQuestionRatings: [question('Safe', 'Inadequate')]});
    expect(rating({assessment: [whole, focused]})).toMatchObject({overall: said('Good', '2024-03-01'), keyQuestions: asked({safe: said('Inadequate', '2025-02-01')})});
  });

  it('two words of one moment that contradict each other say nothing', () => {
    const entries = [assessment('2024-03-01 09:30:00', 'Good'), assessment('2024-03-01 09:30:00', 'Inadequate')];
    expect(rating({assessment: entries}).overall).toBeNull();
    expect(rating({...inspection('Good', '2021-05-04'), assessment: entries}).overall).toEqual(said('Good', '2021-05-04'));
  });
});

describe('Service groups', () => {
  const safe = {keyQuestionRatings: [question('Safe', 'Requires Improvement', {status: 'Assessed', percentageScore: '58'})]};

  it('an only one speaks for the whole where the assessment has no overall', () => {
    const read = rating({assessment: [groups('2024-03-01 09:30:00', group('Residential homes', 'Requires Improvement', safe))]});
    expect(read).toMatchObject({overall: said('Requires improvement', '2024-03-01'), keyQuestions: asked({safe: said('Requires improvement', '2024-03-01')})});
    expect(read.services).toBeUndefined();
  });

  it('several are listed, and nothing is worked out from them', () => {
    const read = rating({...inspection('Good', '2021-05-04'), assessment: [groups('2024-03-01 09:30:00', group('Residential homes', 'Good', safe), group('Homecare agencies', 'Inadequate'))]});
    expect(read.overall).toEqual(said('Good', '2021-05-04'));
    expect(read.keyQuestions).toEqual([]);
    expect(read.services).toEqual([
      {name: 'Residential homes', overall: said('Good', '2024-03-01'), keyQuestions: asked({safe: said('Requires improvement', '2024-03-01')})},
      {name: 'Homecare agencies', overall: said('Inadequate', '2024-03-01'), keyQuestions: []},
    ]);
  });

  it('several in assessments of one day are listed, too', () => {
    const read = rating({assessment: [groups('2024-03-01 09:30:00', group('Residential homes', 'Good')), groups('2024-03-01 09:31:00', group('Homecare agencies', 'Inadequate'))]});
    expect(read.overall).toBeNull();
    expect(read.services?.map(({name}) => name).sort()).toEqual(['Homecare agencies', 'Residential homes']);
  });

  it('with an overall beside them are listed', () => {
    const entry = {...assessment('2024-03-01 09:30:00', 'Good'), ratings: {overall: [{rating: 'Good', status: 'Current'}], asgRatings: [group('Residential homes', 'Inadequate')]}};
    expect(rating({assessment: [entry]})).toMatchObject({overall: said('Good', '2024-03-01'), services: [{name: 'Residential homes', overall: said('Inadequate', '2024-03-01')}]});
  });

  it('one beside others that no longer hold speaks for the whole', () => {
    const read = rating({assessment: [groups('2024-03-01 09:30:00', group('Residential homes', 'Good'), group('Homecare agencies', 'Inadequate', {status: 'Archived'}))]});
    expect(read.overall).toEqual(said('Good', '2024-03-01'));
    expect(read.services).toBeUndefined();
  });

  it('are known by either of the two places in which CQC says that they hold', () => {
    const entry = (others: object) => ({assessment: [groups('2024-03-01 09:30:00', group('Residential homes', 'Good', others))]});
    expect(rating(entry({status: undefined, assessmentPlanStatus: 'Active'})).overall).toEqual(said('Good', '2024-03-01'));
    expect(rating(entry({status: 'Active', assessmentPlanStatus: undefined})).overall).toEqual(said('Good', '2024-03-01'));
    expect(rating(entry({status: 'Current', assessmentPlanStatus: 'Archived'})).overall).toBeNull();
    expect(rating(entry({status: 'Archived', assessmentPlanStatus: 'Active'})).overall).toBeNull();
    expect(rating(entry({status: undefined, assessmentPlanStatus: undefined})).overall).toBeNull();
  });

  it('are named by their title where they have no name, and of one name the newest is listed', () => {
    const entries = [
      groups('2023-03-01 09:30:00', group('Residential homes', 'Inadequate')),
      groups('2024-03-01 09:30:00', group('residential homes', 'Good'), {...group('', 'Outstanding'), title: 'Supported living'}),
    ];
    expect(rating({assessment: entries}).services).toEqual([
      {name: 'residential homes', overall: said('Good', '2024-03-01'), keyQuestions: []},
      {name: 'Supported living', overall: said('Outstanding', '2024-03-01'), keyQuestions: []},
    ]);
  });
});

describe('Without any day', () => {
  it('the older shape’s word is shown as it is', () => {
    expect(rating(inspection('No published rating')).overall).toEqual(said('No published rating'));
    expect(rating({...inspection('Good'), assessment: [assessment(null, 'Inadequate')]}).overall).toEqual(said('Good'));
  });

  it('the word of the only assessment is shown where there is no other', () => {
    expect(rating({assessment: [assessment(null, 'Inadequate')]}).overall).toEqual(said('Inadequate'));
  });

  it('a key question is not given the day of the overall, which may be another', () => {
    expect(rating(inspection('Good', '2021-05-04', {keyQuestionRatings: [question('Safe', 'Good')]})).keyQuestions).toEqual(asked({safe: said('Good')}));
  });

  it('the key questions of the word that is shown are shown', () => {
    const older = inspection('Good', undefined, {keyQuestionRatings: [question('Safe', 'Good')]});
    expect(rating({...older, assessment: [assessment(null, 'Inadequate', {keyQuestionRatings: [question('Safe', 'Inadequate')]})]}).keyQuestions).toEqual(asked({safe: said('Good')}));
  });

  it('a key question counts as old as the overall it stands with', () => {
    const older = inspection('Good', '2021-05-04', {keyQuestionRatings: [question('Safe', 'Good')]});
    const entry = (published: string) => assessment(published, 'Inadequate', {keyQuestionRatings: [question('Safe', 'Inadequate')]});
    expect(rating({...older, assessment: [entry('2020-05-04 09:30:00')]}).keyQuestions).toEqual(asked({safe: said('Good')}));
    expect(rating({...older, assessment: [entry('2022-05-04 09:30:00')]}).keyQuestions).toEqual(asked({safe: said('Inadequate', '2022-05-04')}));
  });
});

describe('CQC’s words', () => {
  it.each([
    ['OUTSTANDING', 'Outstanding'], ['good', 'Good'], ['Requires Improvement', 'Requires improvement'], [' requires  improvement ', 'Requires improvement'], ['requires-improvement', 'Requires improvement'],
    ['inadequate', 'Inadequate'], ['No Published Rating', 'No published rating'], ['inspected but not rated', 'Inspected but not rated'], ['Insufficient Evidence To Rate', 'Insufficient evidence to rate'],
    ['No action', 'No action required'], ['No Action Required', 'No action required'], ['Not Rated', 'Not rated'], ['Regulations Met', 'Regulations met'], ['not all regulations met', 'Not all regulations met'],
  ])('“%s” is shown as “%s”', (word, label) => {
    expect(rating(inspection(word, '2021-05-04')).overall).toEqual(said(label, '2021-05-04'));
  });

  it.each([
    ['Rating suspended', 'Rating suspended'], ['Good (under appeal)', 'Good (under appeal)'], ['  Not\n yet\tdecided ', 'Not yet decided'], ['constructor', 'constructor'],
    ['<img src=x onerror=alert(1)>Good', '<img src=x onerror=alert(1)>Good'], ['x'.repeat(201), 'x'.repeat(200)], ['\u{1F600}a'.repeat(200), '\u{1F600}a'.repeat(100)],
  ])('one that it does not usually say is kept, without a rating: %s', (word, label) => {
    expect(rating(inspection(word, '2021-05-04')).overall).toEqual({rating: null, label, published: '2021-05-04'});
  });

  it.each([['nothing', null], ['an empty one', ''], ['a blank one', ' \u0000 '], ['a number', 4], ['an object', {}], ['a dash', '-'], ['half a character', 'Good \uD800'], ['what CQC wants left out', 'Do not include in report']])('where there is %s, there is no rating', (_what, word) => {
    expect(rating(inspection(word, '2021-05-04')).overall).toBeNull();
    expect(rating(inspection('Good', '2021-05-04', {keyQuestionRatings: [question('Safe', word), question('Caring', 'Good')]})).keyQuestions).toEqual(asked({caring: said('Good')}));
  });
});

describe('Key questions', () => {
  it('are known by name and come in CQC’s order; others are none', () => {
    const names = ['Use of Resources', 'well led', 'RESPONSIVE', 'Caring', 'Safe ', 'effective', 'Overall', 'constructor', ''];
    expect(rating(inspection('Good', '2021-05-04', {keyQuestionRatings: names.map((name) => question(name, 'Good'))})).keyQuestions.map(({question: id}) => id)).toEqual(['safe', 'effective', 'caring', 'responsive', 'well-led']);
  });

  it('that are named twice are shown once, by the newer day', () => {
    const twice = [question('Safe', 'Inadequate', {reportDate: '2019-01-01'}), question('Safe', 'Good', {reportDate: '2021-01-01'}), question('SAFE', 'Outstanding', {reportDate: '2020-01-01'})];
    expect(rating(inspection('Good', '2021-05-04', {keyQuestionRatings: twice})).keyQuestions).toEqual(asked({safe: said('Good', '2021-01-01')}));
  });
});

describe('Days', () => {
  it.each([
    ['2024-02-29', '2024-02-29'], ['2024-02-29T10:00:00Z', '2024-02-29'], ['2024-02-29 10:00:00', '2024-02-29'], [' 29/02/2024 ', '2024-02-29'], ['1/2/2024', '2024-02-01'],
    ['2023-02-29', undefined], ['31/04/2024', undefined], ['02/29/2024', undefined], ['0001-01-01', undefined], ['1900-01-01', undefined], ['yesterday', undefined], ['-', undefined], ['', undefined], [null, undefined], [{}, undefined], [1709200000000, undefined],
  ])('%j is %s', (written, day) => {
    expect(rating(inspection('Good', written)).overall).toEqual(said('Good', day));
  });
});

describe('Reports', () => {
  it.each(['javascript:alert(1)', '../x', 'a/b', 'a b', '', 7, null, 'x'.repeat(65), '"><script>'])('%j leads nowhere, and the rating is shown without', (reportLinkId) => {
    expect(rating(inspection('Good', '2021-05-04', {reportLinkId})).overall).toEqual(said('Good', '2021-05-04'));
  });
});

describe('Parts rated apart', () => {
  const parts = (serviceRatings: object[], inspectionAreas?: unknown) => rating({inspectionAreas, currentRatings: {overall: {}, serviceRatings}}).services;

  it('have the labels of the record’s inspection areas', () => {
    const areas = [null, {inspectionAreaId: 'OLD', inspectionAreaName: ' Older\tpeople '}, {inspectionAreaId: 'surgery'}, {inspectionAreaId: 'x', inspectionAreaName: 'x'.repeat(301)}];
    expect(parts([question('old', 'Good'), question('surgery', 'Good'), question('x', 'Good')], areas)).toEqual([{name: 'Older people', overall: said('Good'), keyQuestions: []}]);
  });

  it('of general practice are known without, and others only where their id reads as words', () => {
    const names = ['mothers', 'mhsubstance', 'Surgery', 'Medical care (including older people’s care)', 'urgent and emergency services', 'H2', 'constructor'];
    expect(parts(names.map((name) => question(name, 'Good')))?.map(({name}) => name)).toEqual(['Families, children and young people', 'Surgery', 'Medical care (including older people’s care)', 'urgent and emergency services']);
  });

  it('of which nothing is said are left out', () => {
    expect(parts([question('old', 'Do not include in report'), question('mothers', null, {keyQuestionRatings: [question('Safe', '')]})])).toBeUndefined();
    expect(parts([question('old', null, {keyQuestionRatings: [question('Well-led', 'Good'), question('Safe', 'Good')]})])).toEqual([{name: 'Older people', overall: null, keyQuestions: asked({safe: said('Good'), 'well-led': said('Good')})}]);
  });
});

describe('Whose rating it is', () => {
  const inherited = (organisationId: unknown, others: object = {}) => rating({...inspection('Good', '2021-05-04', {organisationId}), ...others}).inherited;
  const relationships = [{relatedLocationId: '1-900000003', relatedLocationName: 'Example Homes', type: 'HSCA Predecessor', reason: 'New Provider'}];

  it('says which service earned it', () => {
    expect(inherited('1-900000003', {relationships})).toEqual({from: {id: '1-900000003', name: 'Example Homes'}});
    expect(inherited('1-900000004', {relationships})).toEqual({from: {id: '1-900000004'}});
  });

  it('says nothing where it is the service’s own, or not known', () => {
    for (const own of ['1-900000001', '1-900000002', undefined, null, '', 'no id at all', 7]) expect(inherited(own, {relationships})).toBeUndefined();
  });

  it('says nothing where what is shown is newer than what was inherited', () => {
    expect(inherited('1-900000003', {assessment: [assessment('2024-03-01 09:30:00', 'Good')]})).toBeUndefined();
    expect(rating({...inspection(null, null, {organisationId: '1-900000003'})}).inherited).toBeUndefined();
  });
});

describe('What CQC has seen and not published', () => {
  const pending = (others: object) => rating({...inspection('Good', '2021-05-04'), ...others}).pending;

  it('is the newest visit without a report', () => {
    expect(pending({unpublishedReports: [{firstVisitDate: '2021-06-01'}, {firstVisitDate: '2021-08-01'}, null, {}, {firstVisitDate: 'soon'}]})).toEqual({visited: '2021-08-01'});
  });

  it('is nothing that came before what is shown', () => {
    expect(pending({unpublishedReports: [{firstVisitDate: '2021-05-04'}]})).toBeUndefined();
    expect(pending({unpublishedReports: [{firstVisitDate: '2021-06-01'}], assessment: [assessment('2024-03-01 09:30:00', 'Good')]})).toBeUndefined();
  });

  it('is known of a service that was never rated', () => {
    expect(rating({unpublishedReports: [{firstVisitDate: '2021-06-01'}]})).toMatchObject({overall: null, pending: {visited: '2021-06-01'}});
  });

  it('is the last inspection where that is later than the last report', () => {
    const last = (date: unknown, publicationDate: unknown, others: object = {}) => pending({lastInspection: {date}, lastReport: {publicationDate}, ...others});
    expect(last('2021-07-01', '2021-05-04')).toEqual({visited: '2021-07-01'});
    expect(last('2021-07-01', '2021-07-01')).toBeUndefined();
    expect(last('2021-07-01', undefined)).toBeUndefined();
    expect(last('2021-07-01', '2021-05-04', {reports: [{reportDate: '2021-08-01'}]})).toBeUndefined();
    expect(last('2021-07-01', '2021-05-04', {unpublishedReports: [{firstVisitDate: '2021-06-20'}]})).toEqual({visited: '2021-06-20'});
  });
});

describe('History', () => {
  it('is what CQC said of the whole before, newest first', () => {
    const entries = [
      {reportDate: '2015-01-01', overall: {rating: 'good'}}, null, {overall: {rating: 'Inadequate'}}, {reportDate: '2019-01-01', reportLinkId: 'a', overall: {rating: 'Requires Improvement'}},
      {reportDate: '2018-01-01', overall: {keyQuestionRatings: []}}, {reportDate: '2017-01-01'}, {reportDate: '2016-01-01', overall: {rating: 'Do not include in report'}},
    ];
    expect(rating({historicRatings: entries}).history).toEqual([said('Requires improvement', '2019-01-01', 'a'), said('Good', '2015-01-01'), said('Inadequate')]);
    expect(rating({historicRatings: []}).history).toBeUndefined();
  });
});

describe('A provider’s record', () => {
  const provider = {providerId: 'RX9', name: 'Example Trust', registrationStatus: 'Registered', locationIds: ['RX901']};

  it('is read in the same way, without its use of resources', () => {
    const record = {
      ...provider,
      currentRatings: {
        overall: {rating: 'Good', reportDate: '2021-05-04', useOfResources: {useOfResourcesRating: 'Inadequate', combinedQualityRating: 'Inadequate'}, keyQuestionRatings: [question('Use of Resources', 'Inadequate'), question('Safe', 'Good', {reportDate: '2021-05-04'})]},
        serviceRatings: [question('Community dental services', 'Outstanding', {reportDate: '2019-05-04'})],
      },
      relationships: [],
    };
    expect(rating({}, record)).toEqual({
      service: {id: 'RX9', level: 'provider', name: 'Example Trust'}, status: {kind: 'registered'},
      overall: said('Good', '2021-05-04'), keyQuestions: asked({safe: said('Good', '2021-05-04')}),
      services: [{name: 'Community dental services', overall: said('Outstanding', '2019-05-04'), keyQuestions: []}],
      asOf: '2026-11-22', source: 'An example',
    });
  });

  it('with parts alone has no overall', () => {
    expect(rating({currentRatings: {serviceRatings: [question('Community dental services', 'Good')]}}, provider).overall).toBeNull();
  });
});

describe('Whose record it is', () => {
  it('names the provider where the record does', () => {
    expect(rating({providerName: ' Example\nCare Ltd '}).service.provider).toEqual({id: '1-900000002', name: 'Example Care Ltd'});
    expect(rating({providerId: 'no id'}).service).toEqual({id: '1-900000001', level: 'location', name: 'Example House'});
  });

  it('says first that it has closed, and who came after it', () => {
    const successor = {relatedLocationId: '1-900000004', relatedLocationName: 'Example Lodge', type: 'HSCA Successor', reason: 'Location Move'};
    const closed = {...inspection('Good', '2021-05-04'), registrationStatus: 'Deregistered', deregistrationDate: '2024-03-31'};
    expect(rating({...closed, relationships: [successor]}).status).toEqual({kind: 'moved', on: '2024-03-31', successor: {id: '1-900000004', name: 'Example Lodge'}});
    expect(rating({...closed, deregistrationDate: 'last year'}).status).toEqual({kind: 'closed'});
  });

  it.each([
    ['nothing', null, 'is not an object'], ['a list', [location], 'is not an object'], ['an empty object', {}, 'has neither locationId nor providerId'],
    ['an id that is none', {...location, locationId: 'no id'}, 'has an id that is not a CQC id'], ['no name', {...location, name: ''}, 'has no name that can be shown'],
    ['a line of a list', {locationId: '1-900000001', locationName: 'Example House', postalCode: 'ZZ1 1AA'}, 'is a line of a list, which says nothing of a rating'],
  ])('is not told by %s', (_what, record, fault) => {
    expect(ratingFromRecord(record, {asOf: '2026-11-22', source: 'An example'})).toEqual({fault});
  });

  it('is told by a record with little more than a name', () => {
    expect(rating({}, {locationId: '1-900000001', name: 'Example House'})).toMatchObject({status: {kind: 'registered'}, overall: null, keyQuestions: []});
  });
});
