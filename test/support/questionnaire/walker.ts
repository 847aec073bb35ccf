import fc from 'fast-check';
import type {Question, SetStructure} from '../../../src/contract/question-set.js';
import type {Answer} from '../../../src/contract/answers.js';
import {checkAnswers, currentPage, faultsBeforeSending, isLast, startJourney, take, type Journey, type Step} from '../../../src/domain/questionnaire/journey.js';
import {giveFeedback} from '../../../src/domain/questionnaire/sets/give-feedback.js';
import {giveFeedbackVersion1} from '../../../src/domain/questionnaire/sets/give-feedback-version-1.js';
import {quick} from '../../../src/domain/questionnaire/sets/quick.js';
import {staticPages} from '../../../src/domain/questionnaire/static-pages.js';

export const today = {latestDate: '2026-11-23'};

/** Every built-in structure, as the browser shows it and as the plain pages do. */
export const everySet: readonly SetStructure[] = [giveFeedback, giveFeedbackVersion1, quick, staticPages(giveFeedback), staticPages(giveFeedbackVersion1), staticPages(quick)];

const prose = fc.string({unit: 'grapheme', maxLength: 60}).filter((text) => !/[^\P{Cc}\t\n\r]/u.test(text));
const name = fc.string({unit: 'grapheme-ascii', minLength: 1, maxLength: 30}).filter((text) => text.trim() !== '');
const date = fc.constantFrom('2025', '2026-03', '2026-03-27', '1999-12-31', '2026-11-23');

/** Something a person could answer to one question, or nothing. */
function answerTo(question: Question): fc.Arbitrary<Answer | undefined> {
  const values = (question.choices ?? []).map(({value}) => value);
  switch (question.kind) {
    case 'choice': return fc.option(fc.constantFrom(...values), {nil: undefined});
    case 'choices': return fc.option(fc.subarray(values), {nil: undefined});
    case 'date': return fc.option(fc.oneof(date, fc.constantFrom(...values)), {nil: undefined});
    default: return fc.option(prose, {nil: undefined});
  }
}

/** What a person could do with one question. */
export function stepsFor(question: Question): fc.Arbitrary<Step> {
  if (question.kind === 'service') return fc.oneof(
    name.map((each): Step => ({do: 'say-about', about: {kind: 'service', services: [{name: each}]}, kinds: ['mental-health']})),
    fc.tuple(name, name).map(([first, second]): Step => ({do: 'say-about', about: {kind: 'pathway', services: [{name: first}, {name: second, town: 'Exampleton'}]}})),
    name.map((each): Step => ({do: 'say-about', about: {kind: 'place', place: {name: each}}})),
  );
  if (question.kind === 'share') return fc.subarray(['regulator', 'local', 'service'] as const).map((shares): Step => ({do: 'share', with: [...shares]}));
  if (question.kind === 'contact') return fc.record({wanted: fc.boolean(), name, email: fc.constantFrom('', 'a@example.com')}).map(({wanted, ...details}): Step => ({
    do: 'contact', wanted, details: {...details, phone: '01632 960123'},
  }));
  return answerTo(question).map((answer): Step => ({do: 'answer', question: question.id, with: answer}));
}

/** Somebody's walk from the start until they may send, answering whatever is asked, with now and then a step back. */
export function walk(set: SetStructure, choose: <T>(from: fc.Arbitrary<T>) => T): Journey {
  let journey = startJourney(set, {answers: {}});
  for (let pages = 0; pages < 400; pages += 1) {
    const here = currentPage(journey);
    if (here) journey = answerPage(journey, here.questions.map(({id}) => id), choose);
    if (journey.trail.length > 0 && choose(fc.integer({min: 0, max: 9})) === 0) {
      journey = take({do: 'back'}, journey, today);
      continue;
    }
    if (isLast(journey) && faultsBeforeSending(journey, today).length === 0) return journey;
    journey = take({do: 'continue'}, journey, today);
  }
  throw new Error(`No end in sight: at ${journey.at}`);
}

function answerPage(journey: Journey, ids: readonly string[], choose: <T>(from: fc.Arbitrary<T>) => T): Journey {
  let told = journey;
  const answered = new Set<string>();
  // A question may appear because another on the page was answered.
  for (let next = ids[0]; next; next = currentPage(told)?.questions.map(({id}) => id).find((id) => !answered.has(id))) {
    answered.add(next);
    const question = currentPage(told)?.questions.find(({id}) => id === next);
    if (question) told = take(choose(stepsFor(question)), told, today);
  }
  return told;
}

export {checkAnswers};
