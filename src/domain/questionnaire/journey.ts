import type {Answer} from '../../contract/answers.js';
import type {Question, SetStructure} from '../../contract/question-set.js';
import type {About, Contact, Share} from '../../contract/submission.js';
import {allFaults, pageFaults, type CheckedAt, type QuestionFault} from './check.js';
import {visiblePages, type VisiblePage} from './visible-pages.js';
import type {DraftResponse} from './draft-response.js';

/** Where a person checks their answers before sending: a place like a page's id, and no page may have it. */
export const checkAnswers = 'check-answers';

/** Where a person is in a set, and what they have told so far. Never changed; each step makes a new one. */
export interface Journey {
  set: SetStructure;
  draft: DraftResponse;
  /** A page's id, or `check-answers`. */
  at: string;
  /** The places behind, for Back. */
  trail: readonly string[];
  /** Pages that were left by Continue without a fault. */
  passed: readonly string[];
  /** Whether the person came from check-answers to change something. */
  changing: boolean;
  /** Whether even a set of one page ends at the check of all answers. */
  alwaysChecks: boolean;
  /** What the last Continue found wrong on this page. */
  faults: readonly QuestionFault[];
}

/** What a person does. */
export type Step =
  | {do: 'answer'; question: string; with: Answer | undefined}
  | {do: 'say-about'; about: About | undefined; kinds?: readonly string[] | undefined}
  /** What seemed to be known of what it is about is not: the person is to say. */
  | {do: 'ask-about'}
  | {do: 'share'; with: readonly Share[]}
  | {do: 'contact'; wanted: boolean; details: Contact}
  | {do: 'continue'}
  | {do: 'back'}
  | {do: 'change'; page: string};

/**
 * A journey at its first page. Of a service in no list nobody asks what is asked
 * of certain kinds only.
 */
export function startJourney(set: SetStructure, draft: DraftResponse, {alwaysChecks = false} = {}): Journey {
  const known = {...draft, kinds: draft.kinds ?? []};
  const journey = {set, draft: known, trail: [], passed: [], changing: false, alwaysChecks, faults: []};
  return {...journey, at: visiblePages(set, known).pages[0]?.page.id ?? checkAnswers};
}

/** The journey after one step. The only code that changes where a person is. */
export function take(step: Step, journey: Journey, at: CheckedAt): Journey {
  switch (step.do) {
    case 'answer':
      return tell(journey, {answers: {...journey.draft.answers, [step.question]: step.with as Answer}});
    case 'say-about':
      return tell(journey, {about: step.about, kinds: step.kinds ?? []});
    case 'ask-about':
      return tell(journey, {about: undefined, kinds: [], aboutIsGiven: false});
    case 'share':
      return tell(journey, {share: step.with});
    case 'contact':
      return tell(journey, {contact: {wanted: step.wanted, details: step.details}});
    case 'continue':
      return continueFrom(journey, at);
    case 'back':
      return goBack(journey);
    case 'change':
      return {...journey, at: step.page, trail: [...journey.trail, journey.at], changing: true, faults: []};
  }
}

/** The page a person is on, or `undefined` while they check their answers. */
export function currentPage(journey: Journey): VisiblePage | undefined {
  return visiblePages(journey.set, journey.draft).pages.find(({page}) => page.id === journey.at);
}

/** The pages that apply, in order. */
export function pagesToShow(journey: Journey): readonly VisiblePage[] {
  return visiblePages(journey.set, journey.draft).pages;
}

/** Where Back leads, or `undefined` at the start. Places that no longer apply are passed over. */
export function placeBehind({set, draft, trail}: Journey): string | undefined {
  const shown = visiblePages(set, draft).pages.map(({page}) => page.id);
  return trail.findLast((place) => place === checkAnswers || shown.includes(place));
}

/**
 * Whether the set is so short that its answers are checked where they stand:
 * one page of questions, beside the one that asks which service.
 */
export function sendsFromItsPage({set, alwaysChecks}: Journey): boolean {
  return !alwaysChecks && questionPages(set).length <= 1;
}

/** Whether Continue on this page sends. */
export function isLast(journey: Journey): boolean {
  return journey.at === checkAnswers || (sendsFromItsPage(journey) && nextPage(journey) === undefined);
}

/** All that is still wrong or missing before it may be sent. */
export function faultsBeforeSending(journey: Journey, at: CheckedAt): QuestionFault[] {
  return allFaults(journey.set, journey.draft, at);
}

function questionPages(set: SetStructure) {
  const asksMore = (question: Question) => question.kind !== 'service';
  return set.pages.filter((page) => page.questions.some(asksMore));
}

function tell(journey: Journey, more: Partial<DraftResponse>): Journey {
  return {...journey, draft: {...journey.draft, ...more}};
}

function continueFrom(journey: Journey, at: CheckedAt): Journey {
  const here = currentPage(journey);
  if (!here) return journey;
  const faults = pageFaults(here, visiblePages(journey.set, journey.draft).draft, at);
  if (faults.length > 0) return {...journey, faults, passed: journey.passed.filter((page) => page !== journey.at)};

  const passed = [...new Set([...journey.passed, journey.at])];
  // A short set has no check-answers to come back to, and stays where it sends.
  const isShort = sendsFromItsPage(journey);
  const next = journey.changing && !isShort ? newlyNeeded({...journey, passed}, at) : nextPage(journey);
  if (!next && isShort) return {...journey, passed, faults: []};
  return {...journey, passed, faults: [], at: next ?? checkAnswers, trail: [...journey.trail, journey.at], changing: Boolean(next) && journey.changing};
}

/** After a change: the first page that the person has not been through, or that is now wrong. */
function newlyNeeded(journey: Journey, at: CheckedAt): string | undefined {
  const {pages, draft} = visiblePages(journey.set, journey.draft);
  const needed = pages.find((page) => !journey.passed.includes(page.page.id) || pageFaults(page, draft, at).length > 0);
  return needed?.page.id;
}

// Looked up by id, not by position: an answer may have hidden pages before
// this one since the person arrived.
function nextPage(journey: Journey): string | undefined {
  const shown = pagesToShow(journey);
  return shown[shown.findIndex(({page}) => page.id === journey.at) + 1]?.page.id;
}

function goBack(journey: Journey): Journey {
  const place = placeBehind(journey);
  if (!place) return journey;
  const trail = journey.trail.slice(0, journey.trail.lastIndexOf(place));
  return {...journey, at: place, trail, faults: [], changing: journey.changing && place !== checkAnswers};
}
