import type {Answer} from '../../../contract/answers.js';
import {isWritten} from '../../../contract/characters.js';
import type {Question} from '../../../contract/question-set.js';
import type {Contact, Share} from '../../../contract/submission.js';
import {truthOf} from '../conditions.js';
import {contactLists} from '../contact.js';
import {take, type Step} from '../journey.js';
import {visiblePages} from '../visible-pages.js';
import {dateFromParts, partsAsTyped, type DateParts} from '../written-dates.js';
import type {FormSession} from './form-session.js';
import {quietly, type AnsweringStep, type SessionContext, type SessionStep, type StepResult} from './session-steps.js';

/** Takes what a person told. The first time, they have started. */
export function answer(session: FormSession, step: Step, context: SessionContext): StepResult {
  const next = {...session, startedAt: session.startedAt ?? context.now, journey: take(step, session.journey, context)};
  return [next, session.startedAt === undefined ? [{do: 'fire', event: 'started'}] : []];
}

/** Takes a part of an answer, with what was told of it before. */
export function answerInPart(session: FormSession, step: AnsweringStep, context: SessionContext): StepResult {
  switch (step.do) {
    case 'tick':
      return answer(session, tick(session, step), context);
    case 'write-date':
      return writeDate(session, step, context);
    case 'want-contact':
      return answer(session, contact(session, {}, step.wanted), context);
    case 'write-contact':
      return answer(session, contact(session, step.details), context);
    case 'tick-contact': {
      const {list, value, isTicked} = step;
      const ticked: readonly string[] = contactIn(session)[list] ?? [];
      return answer(session, contact(session, {[list]: contactLists[list].filter((each) => (each === value ? isTicked : ticked.includes(each)))}), context);
    }
  }
}

/** Goes on from where somebody was before the whole form had come; what they answered has been told of. */
export function resume(session: FormSession, {answers, startedAt}: Extract<SessionStep, {do: 'resume'}>, context: SessionContext): StepResult {
  const steps = Object.entries(answers).map(([question, given]): Step => ({do: 'answer', question, with: given}));
  return quietly({...session, startedAt, journey: steps.reduce((journey, step) => take(step, journey, context), session.journey)});
}

/** The boxes of a date question: as they were typed while that is the answer, since nobody wants to see zeros filled in while they type. */
export function dateParts({journey, typedDates}: FormSession, question: string): DateParts {
  return partsAsTyped(String(journey.draft.answers[question] ?? ''), typedDates[question]);
}

function writeDate(session: FormSession, {question, parts: written, chosen, languages}: Extract<AnsweringStep, {do: 'write-date'}>, context: SessionContext): StepResult {
  const parts = {...dateParts(session, question), ...written};
  const date = dateFromParts(parts, {latest: context.latestDate, languages});
  // A word that was chosen before gives way to a date that was written now.
  const isLeftover = chosen === session.journey.draft.answers[question] && isWritten(date);
  const given = chosen !== undefined && !isLeftover ? chosen : date || undefined;
  return answer({...session, typedDates: {...session.typedDates, [question]: {parts, date}}}, {do: 'answer', question, with: given}, context);
}

/** What is ticked keeps the order of the question, whatever the order of ticking. */
function tick({journey}: FormSession, {question: id, value, isTicked}: Extract<AnsweringStep, {do: 'tick'}>): Step {
  const {draft} = visiblePages(journey.set, journey.draft);
  const question = journey.set.pages.flatMap(({questions}) => questions).find((each) => each.id === id);
  const ticked = tickedIn(question, journey.draft);
  const isKept = (each: string) => (each === value ? isTicked : ticked.includes(each));
  const choices = question?.choices ?? [];
  if (question?.kind === 'share') return {do: 'share', with: choices.map((each) => each.value as Share).filter(isKept)};
  return {do: 'answer', question: id, with: choices.filter(({when}) => truthOf(when, draft) !== false).map((each) => each.value).filter(isKept)};
}

function tickedIn(question: Question | undefined, {answers, share = []}: {answers: Readonly<Record<string, Answer>>; share?: readonly Share[]}): readonly string[] {
  return question?.kind === 'share' ? share : [answers[question?.id ?? ''] ?? []].flat();
}

function contact(session: FormSession, details: Partial<Contact>, wanted = true): Step {
  return {do: 'contact', wanted, details: {...contactIn(session), ...details}};
}

function contactIn({journey}: FormSession): Contact {
  return journey.draft.contact?.details ?? {};
}
