import type {Answer} from '../contract/answers.js';
import type {SetStructure} from '../contract/question-set.js';
import type {QuestionFault} from './check.js';
import {reach, type ReachedPage} from './reach.js';
import type {Told} from './told.js';

// Apart from the steps that check answers, so that a browser can show the first
// page before it has the checks.

/** Where a person checks their answers before sending: a place like a page's id, and no page may have it. */
export const checkAnswers = 'check-answers';

/** Where a person is in a set, and what they have told so far. Never changed; each step makes a new one. */
export interface Journey {
  set: SetStructure;
  told: Told;
  /** A page's id, or `check-answers`. */
  at: string;
  /** The places behind, for Back. */
  trail: readonly string[];
  /** Pages that were left by Continue without a fault. */
  passed: readonly string[];
  /** Whether the person came from check-answers to change something. */
  changing: boolean;
  /** What the last Continue found wrong on this page. */
  faults: readonly QuestionFault[];
}

/**
 * A journey at its first page. Of a service in no list nobody asks what is asked
 * of certain kinds only.
 */
export function startJourney(set: SetStructure, told: Told): Journey {
  const known = {...told, kinds: told.kinds ?? []};
  const journey = {set, told: known, trail: [], passed: [], changing: false, faults: []};
  return {...journey, at: reach(set, known).pages[0]?.page.id ?? checkAnswers};
}

/** The journey after more was told. */
export function tell(more: Partial<Told>, journey: Journey): Journey {
  return {...journey, told: {...journey.told, ...more}};
}

/** The journey after one question was answered. */
export function answer(question: string, given: Answer | undefined, journey: Journey): Journey {
  return tell({answers: {...journey.told.answers, [question]: given as Answer}}, journey);
}

/** The journey after a page on which nothing is wrong, at `next`: the following page where it is left out, check-answers where there is none. */
export function moveOn(journey: Journey, next = pageAfter(journey) ?? checkAnswers): Journey {
  return {...journey, at: next, trail: [...journey.trail, journey.at], passed: [...new Set([...journey.passed, journey.at])], faults: []};
}

/** The page a person is on, or `undefined` while they check their answers. */
export function currentPage(journey: Journey): ReachedPage | undefined {
  return reach(journey.set, journey.told).pages.find(({page}) => page.id === journey.at);
}

/** The pages that apply, in order. */
export function pagesToShow(journey: Journey): readonly ReachedPage[] {
  return reach(journey.set, journey.told).pages;
}

/** Where Back leads, or `undefined` at the start. Places that no longer apply are passed over. */
export function placeBehind({set, told, trail}: Journey): string | undefined {
  const shown = reach(set, told).pages.map(({page}) => page.id);
  return trail.findLast((place) => place === checkAnswers || shown.includes(place));
}

/**
 * The id of the page after this one, or `undefined` where it is the last. It is
 * looked up by id, not by position: an answer may have hidden pages before this
 * one since the person arrived.
 */
export function pageAfter(journey: Journey): string | undefined {
  const shown = pagesToShow(journey);
  return shown[shown.findIndex(({page}) => page.id === journey.at) + 1]?.page.id;
}
