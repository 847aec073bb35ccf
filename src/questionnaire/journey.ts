import {allFaults, pageFaults, type CheckedAt, type QuestionFault} from './check.js';
import {checkAnswers, currentPage, moveOn, placeBehind, sendsFromItsPage, tell, type Journey, type Telling} from './places.js';
import {reach} from './reach.js';

// What this module is to those who import it has always included the places.
export {checkAnswers, currentPage, isLast, pagesToShow, placeBehind, sendsFromItsPage, startJourney} from './places.js';
export type {Journey} from './places.js';

/** What a person does. */
export type Step = Telling | {do: 'continue'} | {do: 'back'} | {do: 'change'; page: string};

/** The journey after one step. The only code that changes where a person is. */
export function take(step: Step, journey: Journey, at: CheckedAt): Journey {
  switch (step.do) {
    case 'continue':
      return continueFrom(journey, at);
    case 'back':
      return goBack(journey);
    case 'change':
      return {...journey, at: step.page, trail: [...journey.trail, journey.at], changing: true, faults: []};
    default:
      return tell(step, journey);
  }
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
  // A short set has no check-answers to come back to.
  const returns = journey.changing && !sendsFromItsPage(journey.set);
  return returns ? moveOnAfterChange(journey, at) : moveOn(journey);
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
