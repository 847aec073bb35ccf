import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {ConcernRules, defaultConcernRules} from '../../../src/domain/concerns/concern-rules.js';
import {concernLevelOf, type Report} from '../../../src/domain/concerns/concern-level.js';

const now = new Date('2026-11-25T12:00:00Z');
const day = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => new Date(now.getTime() - days * day).toISOString();
let made = 0;

function report(answers: Report['answers'], days = 1, changes: Partial<Report> = {}): Report {
  made += 1;
  return {id: `report-${made}`, receivedAt: daysAgo(days), ...(answers && {answers}), isAboutIt: true, isSetApart: false, ...changes};
}

const good = (days?: number) => report({experience: 'good'}, days);
const poor = (days?: number, topics?: string[]) => report({experience: 'poor', ...(topics && {topics})}, days);
const mixed = (days?: number, topics?: string[]) => report({experience: 'mixed', ...(topics && {topics})}, days);
const times = (count: number, make: () => Report) => Array.from({length: count}, make);
const colourOf = (reports: Report[], rules = defaultConcernRules) => concernLevelOf(reports, rules, now).colour;

describe('A service, by the usual rules', () => {
  it.each<[string, Report[], string]>([
    ['nobody has told anything', [], 'too-few'],
    ['two people told of poor care', [poor(), poor()], 'too-few'],
    ['two people told that they were not safe', [poor(1, ['safe']), poor(1, ['safe'])], 'too-few'],
    ['three people told of good care', times(3, good), 'green'],
    ['two of three told of poor care', [poor(), mixed(), good()], 'green'],
    ['three people told of poor or mixed care', [poor(), mixed(), poor()], 'amber'],
    ['three people told of it exactly 90 days ago', [poor(90), mixed(90), poor(90)], 'amber'],
    ['one of the three told of it 91 days ago, and somebody of good care', [poor(91), mixed(), poor(), good()], 'green'],
    ['the third told of it 91 days ago', [poor(91), mixed(), poor()], 'too-few'],
    ['people used the short form', [report({overall: 'very-poor'}), report({overall: 'poor'}), report({overall: 'poor'})], 'amber'],
    ['neither good nor poor is no concern', times(3, () => report({overall: 'neither'})), 'green'],
    ['six people told of poor or mixed care', [...times(3, poor), ...times(3, mixed)], 'red'],
    ['safety comes twice within 30 days', [poor(30, ['safe']), mixed(2, ['kindness', 'safe']), good()], 'red'],
    ['rights come twice within 30 days', [poor(30, ['rights']), mixed(2, ['rights']), good()], 'red'],
    ['safety comes once, and rights once', [poor(1, ['safe']), mixed(1, ['rights']), good()], 'green'],
    ['safety comes twice, 31 days apart from today', [poor(31, ['safe']), poor(1, ['safe']), good()], 'green'],
    ['safety is what two people praise', [report({experience: 'good', topics: ['safe']}), report({experience: 'good', topics: ['safe']}), poor()], 'green'],
    ['another topic comes twice', [poor(1, ['kindness']), poor(1, ['kindness']), good()], 'green'],
    ['three told of poor care, and a machine flooded it', [poor(), poor(), ...times(9, () => report({experience: 'poor'}, 1, {isSetApart: true}))], 'too-few'],
  ])('where %s', (_when, reports, colour) => {
    expect(colourOf(reports)).toBe(colour);
  });

  it('gives the counts behind a colour, and of every rule', () => {
    const standing = concernLevelOf([poor(1, ['safe']), mixed(40), good(), report({experience: 'poor'}, 1, {isSetApart: true})], defaultConcernRules, now);
    expect(standing).toMatchObject({colour: 'green', days: 90, people: 3, concerned: 2, setApart: 1});
    expect(standing.reasons.map(({rule, given, people, holds}) => [rule.colour, given?.answer, people, holds])).toEqual([
      ['red', undefined, 2, false],
      ['red', 'safe', 1, false],
      ['red', 'rights', 0, false],
      ['amber', undefined, 2, false],
    ]);
  });
});

describe('A rule', () => {
  it('does not hold while there are too few people for a colour, and still says how many it counted', () => {
    const told = [poor(1, ['safe']), poor(1, ['safe'])];
    const safeOf = (reports: Report[]) => concernLevelOf(reports, defaultConcernRules, now).reasons.find(({given}) => given?.answer === 'safe');
    expect(safeOf(told)).toMatchObject({people: 2, holds: false});
    expect(safeOf([...told, good()])).toMatchObject({people: 2, holds: true});
  });
});

describe('Different people', () => {
  it('are not versions of one submission, however many corrections there are', () => {
    const first = poor();
    const corrections = times(5, () => report({experience: 'poor'}, 1, {corrects: first.id}));
    expect(concernLevelOf([first, ...corrections], defaultConcernRules, now)).toMatchObject({colour: 'too-few', people: 1, concerned: 1});
  });

  it('are not versions whose first has never arrived', () => {
    expect(concernLevelOf(times(5, () => report({experience: 'poor'}, 1, {corrects: 'gone'})), defaultConcernRules, now).people).toBe(1);
  });

  it('count by what they said last', () => {
    const firsts = [poor(), poor(), poor()];
    const better = report({experience: 'good'}, 0, {corrects: firsts[0]!.id});
    expect(concernLevelOf([...firsts, better], defaultConcernRules, now)).toMatchObject({colour: 'green', people: 3, concerned: 2});
  });

  it('do not count for a service that they corrected to another', () => {
    const first = poor();
    expect(concernLevelOf([first, report({experience: 'poor'}, 0, {corrects: first.id, isAboutIt: false})], defaultConcernRules, now).people).toBe(0);
  });

  it('do not tell it again by correcting it', () => {
    const long = [poor(200), poor(200), poor(200)];
    const corrected = long.map(({id}) => report({experience: 'poor'}, 0, {corrects: id}));
    expect(concernLevelOf([...long, ...corrected], defaultConcernRules, now)).toMatchObject({colour: 'too-few', people: 0});
  });

  it('do not count once what they sent is erased', () => {
    expect(concernLevelOf([report(undefined), poor(), poor()], defaultConcernRules, now).people).toBe(2);
  });

  it('are never fewer than three where there is a colour, whatever arrives and whatever the rules are', () => {
    const rules = fc.record({
      fewestPeople: fc.integer({min: 3, max: 5}),
      concern: fc.constant(defaultConcernRules.concern),
      rules: fc.array(fc.record({colour: fc.constantFrom('red' as const, 'amber' as const), people: fc.integer({min: 1, max: 4}), days: fc.integer({min: 1, max: 120})}), {minLength: 1, maxLength: 4}),
    });
    const stream = fc.array(fc.record({
      experience: fc.constantFrom('good', 'poor', 'mixed'),
      topics: fc.subarray(['safe', 'rights', 'kindness']),
      days: fc.integer({min: 0, max: 200}),
      correctsOneBefore: fc.option(fc.nat(20), {nil: undefined}),
      isSetApart: fc.boolean(),
      isErased: fc.boolean(),
      isAboutIt: fc.boolean(),
    }), {maxLength: 14});
    fc.assert(fc.property(fc.oneof(fc.constant(defaultConcernRules), rules), stream, (given, arrivals) => {
      const reports: Report[] = [];
      // Known by the person, not by what the rules make of it.
      const writers: number[] = [];
      for (const [index, {experience, topics, days, correctsOneBefore, isErased, ...rest}] of arrivals.entries()) {
        const corrected = correctsOneBefore === undefined || reports.length === 0 ? undefined : correctsOneBefore % reports.length;
        writers.push(corrected === undefined ? index : writers[corrected]!);
        reports.push(report(isErased ? undefined : {experience, topics}, days, {...rest, ...(corrected !== undefined && {corrects: reports[corrected]!.id})}));
      }
      const standing = concernLevelOf(reports, ConcernRules.parse(given), now);
      const counting = new Set(writers.filter((_writer, index) => reports[index]!.isAboutIt && reports[index]!.answers && !reports[index]!.isSetApart));
      expect(standing.people).toBeLessThanOrEqual(counting.size);
      if (standing.colour !== 'too-few' || standing.reasons.some(({holds}) => holds)) expect(counting.size).toBeGreaterThanOrEqual(3);
    }), {numRuns: 2000});
  });
});
