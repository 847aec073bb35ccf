import type {Answer} from '../contract/answers.js';
import type {Question, SetStructure} from '../contract/question-set.js';
import type {About, Contact, Share} from '../contract/submission.js';
import {allFaults, pageFaults, type CheckedAt, type QuestionFault} from './check.js';
import {answer, checkAnswers, currentPage, moveOn, pageAfter, placeBehind, tell, type Journey} from './places.js';
import {reach} from './reach.js';

// To those who import it, this module has always held the places too.
export {checkAnswers, currentPage, pagesToShow, placeBehind, startJourney} from './places.js';
export type {Journey} from './places.js';

/** What a person does. */
export type Step =
  | {do: 'answer'; question: string; with: Answer | undefined}
  | {do: 'say-about'; about: About | undefined; kinds?: readonly string[] | undefined}
  | {do: 'share'; with: readonly Share[]}
  | {do: 'contact'; wanted: boolean; details: Contact}
  | {do: 'continue'}
  | {do: 'back'}
  | {do: 'change'; page: string};

/** The journey after one step. */
export function take(step: Step, journey: Journey, at: CheckedAt): Journey {
  switch (step.do) {
    case 'answer':
      return answer(step.question, step.with, journey);
    case 'say-about':
      return tell({about: step.about, kinds: step.kinds ?? []}, journey);
    case 'share':
      return tell({share: step.with}, journey);
    case 'contact':
      return tell({contact: {wanted: step.wanted, details: step.details}}, journey);
    case 'continue':
      return continueFrom(journey, at);
    case 'back':
      return goBack(journey);
    case 'change':
      return {...journey, at: step.page, trail: [...journey.trail, journey.at], changing: true, faults: []};
  }
}

/**
 * Whether the set is so short that its answers are checked where they stand:
 * one page of questions, beside the one that asks which service.
 */
export function sendsFromItsPage(set: SetStructure): boolean {
  const asksMore = (question: Question) => question.kind !== 'service';
  return set.pages.filter((page) => page.questions.some(asksMore)).length <= 1;
}

/** Whether Continue on this page sends. */
export function isLast(journey: Journey): boolean {
  return journey.at === checkAnswers || (sendsFromItsPage(journey.set) && pageAfter(journey) === undefined);
}

/** All that is still wrong or missing before it may be sent. */
export function faultsBeforeSending(journey: Journey, at: CheckedAt): QuestionFault[] {
  return allFaults(journey.set, journey.told, at);
}

function continueFrom(journey: Journey, at: CheckedAt): Journey {
  const here = currentPage(journey);
  if (!here) return journey;
  const faults = pageFaults(here, reach(journey.set, journey.told).told, at);
  if (faults.length > 0) return {...journey, faults, passed: journey.passed.filter((page) => page !== journey.at)};
  // A short set stays where it sends, and has no check-answers to come back to.
  if (sendsFromItsPage(journey.set)) return isLast(journey) ? {...journey, passed: moveOn(journey).passed, faults: []} : moveOn(journey);
  return journey.changing ? moveOnAfterChange(journey, at) : moveOn(journey);
}

// To the first page that the person has not been through, or that is now wrong.
function moveOnAfterChange(journey: Journey, at: CheckedAt): Journey {
  const {pages, told} = reach(journey.set, journey.told);
  const isDone = (id: string) => id === journey.at || journey.passed.includes(id);
  const needed = pages.find((page) => !isDone(page.page.id) || pageFaults(page, told, at).length > 0);
  return {...moveOn(journey, needed?.page.id ?? checkAnswers), changing: needed !== undefined};
}

function goBack(journey: Journey): Journey {
  const place = placeBehind(journey);
  if (!place) return journey;
  const trail = journey.trail.slice(0, journey.trail.lastIndexOf(place));
  return {...journey, at: place, trail, faults: [], changing: journey.changing && place !== checkAnswers};
}
