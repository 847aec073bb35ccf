import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {Submission} from '../../src/contract/submission.js';
import {checkSubmission} from '../../src/questionnaire/check-submission.js';
import {currentPage, faultsBeforeSending, isLast, pagesToShow, placeBehind, startJourney, take, type Journey, type Step} from '../../src/questionnaire/journey.js';
import {giveFeedback} from '../../src/questionnaire/sets/give-feedback.js';
import {quick} from '../../src/questionnaire/sets/quick.js';
import {submissionFrom, toldToSend} from '../../src/questionnaire/submission.js';
import {checkAnswers, everySet, today, walk} from './walker.js';

const envelope = {
  id: '0197b2c4-7a1e-7cc2-9d0b-5f2f0d1f7a11',
  language: 'en',
  startedAt: '2026-11-22T10:02:11Z',
  finishedAt: '2026-11-22T10:09:40Z',
  source: {element: 'care-feedback', version: '0.1.0', mode: 'inline' as const},
};
const about = {kind: 'service' as const, services: [{id: '1-1000000001', name: 'Example House'}]};

const after = (journey: Journey, ...steps: Step[]) => steps.reduce((now, step) => take(step, now, today), journey);
const answer = (question: string, value: string | string[]): Step => ({do: 'answer', question, with: value});
const next: Step = {do: 'continue'};

/** A carer with a mixed experience, at the last check. */
function carerAtCheck(): Journey {
  return after(
    startJourney(giveFeedback, {answers: {}, about, aboutIsGiven: true}),
    next, answer('relationship', 'carer'), next, answer('experience', 'mixed'), next, answer('risk', 'no'), next,
    answer('when', '2026'), next, answer('story', 'It was kind, and slow.'), next, next, answer('told-service', 'no'), next, next, next, next,
  );
}

describe('whoever walks through a set, whatever they answer', () => {
  for (const set of everySet) {
    const title = `${set.id} (${set.pages.length} pages)`;

    it(`reaches the end, and what the browser accepts the endpoint accepts: ${title}`, () => {
      fc.assert(fc.property(fc.gen(), (generate) => {
        const journey = walk(set, (from) => generate(() => from));
        const submission = submissionFrom(journey.told, set, envelope);
        const parsed = Submission.safeParse(submission);
        expect(parsed.error?.issues).toBeUndefined();
        expect(checkSubmission(parsed.data!, set, {...today, kinds: journey.told.kinds})).toEqual([]);
        expect(checkSubmission(parsed.data!, set, {...today, kinds: undefined})).toEqual([]);
      }), {numRuns: 150});
    });

    it(`is brought back by Back to where Continue was pressed: ${title}`, () => {
      fc.assert(fc.property(fc.gen(), (generate) => {
        const journey = walk(set, (from) => generate(() => from));
        for (const {page} of pagesToShow(journey)) {
          const there = {...journey, at: page.id, changing: false};
          const moved = take(next, there, today);
          if (moved.at !== there.at) expect(take({do: 'back'}, moved, today).at).toBe(page.id);
        }
      }), {numRuns: 40});
    });
  }
});

describe('the way through give-feedback', () => {
  it('asks a carer with a mixed experience if they have told the service', () => {
    const shown = pagesToShow(carerAtCheck()).map(({page}) => page.id);
    expect(shown).toContain('told-service');
    expect(shown).not.toContain('protection');
    expect(shown).not.toContain('service');
  });

  it('stays on the page and names each fault at once when answers are missing', () => {
    const journey = after(startJourney(giveFeedback, {answers: {}, about, aboutIsGiven: true}), next, next);
    expect(journey.at).toBe('relationship');
    expect(journey.faults).toEqual([{question: 'relationship', kind: 'required'}]);
  });

  it('asks for a topic only from somebody who wrote no story', () => {
    const journey = after(carerAtCheck(), {do: 'change', page: 'story'}, answer('story', ' \n '), next);
    expect(journey.at).toBe('topics');
    expect(after(journey, next).faults).toEqual([{question: 'topics', kind: 'required'}]);
    expect(after(journey, answer('topics', ['kindness']), next).at).toBe(checkAnswers);
  });

  it('walks only the newly needed page after a change, then returns to the check', () => {
    const changed = after(carerAtCheck(), {do: 'change', page: 'relationship'}, answer('relationship', 'staff'), next);
    expect(changed.at).toBe('protection');
    expect(after(changed, next).at).toBe(checkAnswers);
  });

  it('returns to the check at once after a change that needs nothing new', () => {
    expect(after(carerAtCheck(), {do: 'change', page: 'risk'}, answer('risk', 'unsure'), next).at).toBe(checkAnswers);
  });

  it('does not send what stands on pages that no longer apply, and keeps it for a change of mind', () => {
    const changed = after(carerAtCheck(), {do: 'change', page: 'experience'}, answer('experience', 'good'), next);
    expect(changed.at).toBe(checkAnswers);
    expect(submissionFrom(changed.told, giveFeedback, envelope).answers).not.toHaveProperty('told-service');
    const back = after(changed, {do: 'change', page: 'experience'}, answer('experience', 'poor'), next);
    expect(submissionFrom(back.told, giveFeedback, envelope).answers).toHaveProperty('told-service', 'no');
  });

  it('passes over pages that a change has hidden when going back', () => {
    const atShare = after(carerAtCheck(), {do: 'back'}, {do: 'back'}, {do: 'back'});
    expect(atShare.at).toBe('share');
    const good = after(atShare, answer('experience', 'good'));
    expect(placeBehind(good)).toBe('topics');
  });

  it('does not offer sharing with the service to its own staff', () => {
    const staff = after(carerAtCheck(), {do: 'share', with: ['regulator', 'service']}, answer('also-staff', 'yes'));
    expect(submissionFrom(staff.told, giveFeedback, envelope).share).toEqual(['regulator']);
    expect(toldToSend(staff.told, giveFeedback).share).toEqual(['regulator']);
  });

  it('asks about being detained at a mental health service, and wherever rights are the topic', () => {
    const asked = (journey: Journey) => pagesToShow(journey).flatMap(({questions}) => questions.map(({id}) => id)).includes('detained');
    expect(asked(carerAtCheck())).toBe(false);
    expect(asked(after(carerAtCheck(), answer('topics', ['rights'])))).toBe(true);
    expect(asked(startJourney(giveFeedback, {answers: {}, about, aboutIsGiven: true, kinds: ['mental-health']}))).toBe(true);
  });

  it('asks whether services worked well together only when there are several', () => {
    const pathway = {kind: 'pathway' as const, services: [{name: 'Example Surgery'}, {name: 'Example Hospital'}]};
    expect(pagesToShow(startJourney(giveFeedback, {answers: {}, about: pathway})).map(({page}) => page.id)).toContain('worked-together');
  });

  it('takes a story of 20,000 characters in any script, counted as people count, and tells of one more', () => {
    const faults = (story: string) => faultsBeforeSending(after(carerAtCheck(), answer('story', story)), today);
    expect(faults('😀'.repeat(20_000))).toEqual([]);
    expect(faults('😀'.repeat(20_001))).toEqual([{question: 'story', kind: 'too-long', maxLength: 20_000}]);
  });

  it('drops contact details of somebody who then says no', () => {
    const details = {name: 'Example Person', email: 'person@example.com'};
    const yes = after(carerAtCheck(), {do: 'contact', wanted: true, details});
    expect(submissionFrom(yes.told, giveFeedback, envelope).contact).toEqual(details);
    const no = after(yes, {do: 'contact', wanted: false, details});
    expect(submissionFrom(no.told, giveFeedback, envelope)).not.toHaveProperty('contact');
  });
});

describe('the way through quick', () => {
  it('sends from its one page', () => {
    const journey = startJourney(quick, {answers: {}, about, aboutIsGiven: true});
    expect(currentPage(journey)?.questions.map(({id}) => id)).toEqual(['overall', 'risk', 'comment']);
    expect(isLast(journey)).toBe(true);
    expect(after(journey, next).faults.map(({question}) => question)).toEqual(['overall', 'risk']);
  });
});
