import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {Submission} from '../../../src/contract/submission.js';
import {checkSubmission} from '../../../src/domain/questionnaire/check-submission.js';
import {currentPage, faultsBeforeSending, isLast, pagesToShow, placeBehind, startJourney, take, type Journey, type Step} from '../../../src/domain/questionnaire/journey.js';
import {giveFeedback} from '../../../src/domain/questionnaire/sets/give-feedback.js';
import {giveFeedbackVersion1} from '../../../src/domain/questionnaire/sets/give-feedback-version-1.js';
import {quick} from '../../../src/domain/questionnaire/sets/quick.js';
import {submissionFrom, responseToSend} from '../../../src/domain/questionnaire/submission-of.js';
import {checkAnswers, everySet, today, walk} from '../../support/questionnaire/walker.js';

const envelope = {
  id: '0197b2c4-7a1e-7cc2-9d0b-5f2f0d1f7a11',
  language: 'en',
  startedAt: '2026-11-22T10:02:11Z',
  finishedAt: '2026-11-22T10:09:40Z',
  source: {element: 'care-feedback', version: '0.1.0', mode: 'inline' as const},
};
const details = {name: 'Example Person', email: 'person@example.com'};
const about = {kind: 'service' as const, services: [{id: '1-1000000001', name: 'Example House'}]};

const after = (journey: Journey, ...steps: Step[]) => steps.reduce((now, step) => take(step, now, today), journey);
const answer = (question: string, value: string | string[]): Step => ({do: 'answer', question, with: value});
const next: Step = {do: 'continue'};

/** A carer with a mixed experience, at the last check. */
function carerAtCheck(): Journey {
  return after(
    startJourney(giveFeedback, {answers: {}, about, aboutIsGiven: true}),
    answer('relationship', 'carer'), next, answer('experience', 'mixed'), next, answer('risk', 'no'), next,
    answer('when', '2026'), next, answer('story', 'It was kind, and slow.'), next, answer('told-service', 'no'), next, next, next,
  );
}

describe('whoever walks through a set, whatever they answer', () => {
  for (const set of everySet) {
    const title = `${set.id} ${set.version} (${set.pages.length} pages)`;

    it(`reaches the end, and what the browser accepts the endpoint accepts: ${title}`, () => {
      fc.assert(fc.property(fc.gen(), (generate) => {
        const journey = walk(set, (from) => generate(() => from));
        const submission = submissionFrom(journey.draft, set, envelope);
        const parsed = Submission.safeParse(submission);
        expect(parsed.error?.issues).toBeUndefined();
        expect(checkSubmission(parsed.data!, set, {...today, kinds: journey.draft.kinds})).toEqual([]);
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
    const journey = after(startJourney(giveFeedback, {answers: {}, about, aboutIsGiven: true}), next);
    expect(journey.at).toBe('whose-care');
    expect(journey.faults).toEqual([{question: 'relationship', kind: 'required'}]);
  });

  it('needs neither a story nor a topic of somebody who has said how it was', () => {
    const journey = after(carerAtCheck(), {do: 'change', page: 'story'}, answer('story', ' \n '), next);
    expect(journey.at).toBe(checkAnswers);
    expect(submissionFrom(journey.draft, giveFeedback, envelope).answers).not.toHaveProperty('story');
  });

  it('does not offer “still happening” of somebody who has died', () => {
    const bereaved = after(carerAtCheck(), answer('died', 'yes'), answer('when', 'ongoing'));
    expect(faultsBeforeSending(bereaved, today)).toEqual([{question: 'when', kind: 'not-a-date'}]);
    expect(faultsBeforeSending(after(bereaved, answer('when', 'unknown')), today)).toEqual([]);
  });

  it('walks only the newly needed page after a change, then returns to the check', () => {
    const changed = after(carerAtCheck(), {do: 'change', page: 'whose-care'}, answer('relationship', 'staff'), next);
    expect(changed.at).toBe('protection');
    expect(after(changed, next).at).toBe(checkAnswers);
  });

  it('returns to the check at once after a change that needs nothing new', () => {
    expect(after(carerAtCheck(), {do: 'change', page: 'risk'}, answer('risk', 'unsure'), next).at).toBe(checkAnswers);
  });

  it('does not send what stands on pages that no longer apply, and keeps it for a change of mind', () => {
    const changed = after(carerAtCheck(), {do: 'change', page: 'experience'}, answer('experience', 'good'), next);
    expect(changed.at).toBe(checkAnswers);
    expect(submissionFrom(changed.draft, giveFeedback, envelope).answers).not.toHaveProperty('told-service');
    const back = after(changed, {do: 'change', page: 'experience'}, answer('experience', 'poor'), next);
    expect(submissionFrom(back.draft, giveFeedback, envelope).answers).toHaveProperty('told-service', 'no');
  });

  it('passes over pages that a change has hidden when going back', () => {
    const atShare = after(carerAtCheck(), {do: 'back'}, {do: 'back'});
    expect(atShare.at).toBe('share');
    const good = after(atShare, answer('experience', 'good'));
    expect(placeBehind(good)).toBe('story');
  });

  it('does not offer sharing with the service to its own staff', () => {
    const staff = after(carerAtCheck(), {do: 'share', with: ['regulator', 'service']}, answer('also-staff', 'yes'));
    expect(submissionFrom(staff.draft, giveFeedback, envelope).share).toEqual(['regulator']);
    expect(responseToSend(staff.draft, giveFeedback).share).toEqual(['regulator']);
  });

  it('asks about being detained at a hospital or a mental health service, and wherever rights are the topic', () => {
    const asked = (journey: Journey) => pagesToShow(journey).flatMap(({questions}) => questions.map(({id}) => id)).includes('detained');
    expect(asked(carerAtCheck())).toBe(false);
    expect(asked(after(carerAtCheck(), answer('topics', ['rights'])))).toBe(true);
    for (const kind of ['mental-health', 'hospital']) expect(asked(startJourney(giveFeedback, {answers: {}, about, aboutIsGiven: true, kinds: [kind]}))).toBe(true);
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
    const yes = after(carerAtCheck(), answer('may-contact', 'yes'), answer('safe-reply', 'unsure'), {do: 'contact', wanted: true, details});
    expect(submissionFrom(yes.draft, giveFeedback, envelope).contact).toEqual(details);
    const no = after(yes, answer('may-contact', 'no'));
    expect(submissionFrom(no.draft, giveFeedback, envelope)).not.toHaveProperty('contact');
  });

  it('asks whoever wants to be reached if a reply is safe, and for no details where it is not', () => {
    const wanted = after(carerAtCheck(), {do: 'change', page: 'may-contact'}, answer('may-contact', 'yes'));
    const asked = (journey: Journey) => currentPage(journey)!.questions.map(({id}) => id);
    expect(asked(wanted)).toEqual(['may-contact', 'safe-reply']);
    expect(after(wanted, next).faults).toEqual([{question: 'safe-reply', kind: 'required'}]);
    expect(asked(after(wanted, answer('safe-reply', 'yes')))).toEqual(['may-contact', 'safe-reply', 'contact']);
    expect(after(wanted, answer('safe-reply', 'yes'), next).faults).toEqual([{question: 'contact', kind: 'needs-way', part: 'email'}]);
    const unsafe = after(wanted, {do: 'contact', wanted: true, details}, answer('safe-reply', 'no'), next);
    expect(unsafe.at).toBe(checkAnswers);
    expect(submissionFrom(unsafe.draft, giveFeedback, envelope)).not.toHaveProperty('contact');
    expect(submissionFrom(unsafe.draft, giveFeedback, envelope).answers).toMatchObject({'may-contact': 'yes', 'safe-reply': 'no'});
  });

  it('drops contact details of somebody who told in version 1 and then says no', () => {
    const yes = after(startJourney(giveFeedbackVersion1, {answers: {}, about, aboutIsGiven: true}), {do: 'contact', wanted: true, details});
    expect(submissionFrom(yes.draft, giveFeedbackVersion1, envelope).contact).toEqual(details);
    const no = after(yes, {do: 'contact', wanted: false, details});
    expect(submissionFrom(no.draft, giveFeedbackVersion1, envelope)).not.toHaveProperty('contact');
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
