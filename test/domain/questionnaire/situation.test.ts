import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {Situation} from '../../../src/contract/situation.js';
import {visiblePages} from '../../../src/domain/questionnaire/visible-pages.js';
import {giveFeedback} from '../../../src/domain/questionnaire/sets/give-feedback.js';
import {situationOf} from '../../../src/domain/questionnaire/situation-of.js';
import type {DraftResponse} from '../../../src/domain/questionnaire/draft-response.js';
import {walk} from '../../support/questionnaire/walker.js';

const teller = {nation: 'england', wants: 'tell'} as const;
const complaint = {nation: 'england', wants: 'complain', complained: 'waiting'} as const;
const answered = (answers: DraftResponse['answers'], kinds?: readonly string[]): DraftResponse => ({answers, ...(kinds && {kinds})});

describe('what somebody needs help with, from what they told', () => {
  it.each<[string, DraftResponse, Situation]>([
    ['somebody who has told nothing yet', answered({}), teller],
    ['somebody who says what care was like', answered({relationship: 'self', experience: 'mixed', risk: 'no', story: 'They were kind.'}), {...teller, danger: 'no'}],
    ['a worker', answered({relationship: 'staff'}), {nation: 'england', wants: 'report-as-staff'}],
    ['a relative who also works there', answered({relationship: 'relative', 'also-staff': 'yes'}), {nation: 'england', wants: 'report-as-staff'}],
    ['a relative who does not', answered({relationship: 'relative', 'also-staff': 'no'}), teller],
    ['somebody who sees danger', answered({risk: 'yes'}), {...teller, danger: 'now'}],
    ['somebody who is not sure, whom nothing may keep from help', answered({risk: 'unsure'}), teller],
    ['a formal complaint', answered({'told-service': 'complaint'}), complaint],
    ['a formal complaint without an answer', answered({'told-service': 'complaint', 'service-answered': 'no'}), complaint],
    ['a formal complaint that was answered', answered({'told-service': 'complaint', 'service-answered': 'yes'}), {...complaint, complained: 'answered'}],
    ['a worker’s formal complaint', answered({relationship: 'staff', 'told-service': 'complaint'}), complaint],
    ['somebody who told the service, which has answered, and made no complaint', answered({'told-service': 'yes', 'service-answered': 'yes'}), teller],
    ['somebody under 18', answered({'under-18': 'yes'}), {...teller, age: 'child'}],
    ['somebody under 18 who sees no danger, and has Childline first all the same', answered({'under-18': 'yes', risk: 'no'}), {...teller, age: 'child'}],
    ['somebody under 18 who sees danger', answered({'under-18': 'yes', risk: 'yes'}), {...teller, age: 'child', danger: 'now'}],
    ['somebody who is not under 18', answered({'under-18': 'no'}), teller],
    ['somebody who was detained', answered({detained: 'yes'}), {...teller, detained: 'yes'}],
    ['somebody who is not sure whether they were', answered({detained: 'unsure'}), teller],
    ['somebody whose relative has died', answered({relationship: 'relative', died: 'yes'}), {...teller, died: 'yes'}],
    ['somebody whose relative lives', answered({died: 'no'}), teller],
    ['somebody who knows the month', answered({when: '2026-03'}), {...teller, happened: '2026-03'}],
    ['somebody who knows the day', answered({when: '2026-03-27'}), {...teller, happened: '2026-03'}],
    ['somebody who knows the year alone, from which nobody can work out a time limit', answered({when: '2026'}), teller],
    ['something that goes on', answered({when: 'ongoing'}), teller],
    ['somebody who does not know when', answered({when: 'unknown'}), teller],
    ['a care home', answered({}, ['care-home']), {...teller, service: 'care-home'}],
    ['a service of two kinds, by the first', answered({}, ['hospital', 'mental-health']), {...teller, service: 'hospital'}],
    ['a service of a kind that helps nobody further', answered({}, ['pathway']), teller],
    ['a service of no known kind', answered({}, []), teller],
  ])('%s', (_who, draft, expected) => {
    expect(situationOf(draft)).toEqual(expected);
  });

  it('takes no word of a story for an answer', () => {
    expect(situationOf(answered({story: 'danger now, complaint, detained', where: 'Scotland', risk: ['yes']}))).toEqual({...teller});
  });

  it('is one that the contract knows, whatever somebody answers', () => {
    fc.assert(fc.property(fc.gen(), (choose) => {
      const {draft} = visiblePages(giveFeedback, walk(giveFeedback, (from) => choose(() => from)).draft);
      expect(Situation.safeParse(situationOf(draft)).error).toBeUndefined();
    }), {numRuns: 200});
  });
});
