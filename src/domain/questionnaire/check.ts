import type {Answer} from '../../contract/answers.js';
import type {Question, SetStructure} from '../../contract/question-set.js';
import {charactersIn, isKeepable, isWritten} from '../../contract/characters.js';
import {isAnswered, truthOf} from './conditions.js';
import {wantsContact} from './contact.js';
import {dateFault} from './dates.js';
import {fillsAnswers, visiblePages, type VisiblePage} from './visible-pages.js';
import type {DraftResponse} from './draft-response.js';

/** What is wrong with one answer. `part` names the field where a question has several. */
export type QuestionFault =
  | {question: string; kind: 'required' | 'not-a-choice' | 'not-a-date' | 'too-late' | 'unkeepable' | 'wrong-type'; part?: string}
  | {question: string; kind: 'too-long'; maxLength: number; part?: string}
  | {question: string; kind: 'needs-way' | 'not-an-email' | 'needs-name' | 'needs-two'; part: string};

/** What a check needs to know beside the answers. */
export interface CheckedAt {
  /** The last day that is taken, `YYYY-MM-DD`: tomorrow by the clock of whoever checks. */
  latestDate: string;
}

/** Every fault on one reached page, in the order of its questions. */
export function pageFaults({questions}: VisiblePage, draft: DraftResponse, at: CheckedAt): QuestionFault[] {
  return questions.flatMap((question) => questionFaults(question, draft, at));
}

/** Every fault in all that applies, in order. */
export function allFaults(set: SetStructure, draft: DraftResponse, at: CheckedAt): QuestionFault[] {
  const reached = visiblePages(set, draft);
  return reached.pages.flatMap((page) => pageFaults(page, reached.draft, at));
}

function questionFaults(question: Question, draft: DraftResponse, at: CheckedAt): QuestionFault[] {
  if (question.kind === 'service') return aboutFaults(question, draft);
  if (question.kind === 'contact') return contactFaults(question, draft);
  if (!fillsAnswers(question)) return [];
  const fault = answerFault(question, draft, at);
  return fault ? [fault] : [];
}

/** What is wrong with the answer to a question that fills `answers`. */
export function answerFault(question: Question, draft: DraftResponse, at: CheckedAt): QuestionFault | undefined {
  const answer = draft.answers[question.id];
  const fault = (kind: 'required' | 'not-a-choice' | 'unkeepable' | 'wrong-type'): QuestionFault => ({question: question.id, kind});
  if (answer === undefined || (Array.isArray(answer) && answer.length === 0)) return isRequired(question, draft) ? fault('required') : undefined;
  if (Array.isArray(answer) !== (question.kind === 'choices')) return fault('wrong-type');
  if (question.kind === 'choice' || question.kind === 'choices') return areChoices(question, answer, draft) ? undefined : fault('not-a-choice');

  const text = String(answer);
  if (!isKeepable(text)) return fault('unkeepable');
  if (!isAnswered(answer)) return isRequired(question, draft) ? fault('required') : undefined;
  if (question.kind === 'date') return whenFault(question, text, draft, at);
  if (question.maxLength && charactersIn(text) > question.maxLength) return {question: question.id, kind: 'too-long', maxLength: question.maxLength};
  return undefined;
}

function isRequired(question: Question, draft: DraftResponse): boolean {
  return typeof question.required === 'boolean' ? question.required : truthOf(question.required, draft) === true;
}

function areChoices(question: Question, answer: Answer, draft: DraftResponse): boolean {
  const values = typeof answer === 'string' ? [answer] : answer;
  const offered = (question.choices ?? []).filter((choice) => truthOf(choice.when, draft) !== false).map((choice) => choice.value);
  return new Set(values).size === values.length && values.every((value) => offered.includes(value));
}

function whenFault(question: Question, text: string, draft: DraftResponse, at: CheckedAt): QuestionFault | undefined {
  if (areChoices(question, text, draft)) return undefined;
  const kind = dateFault(text, at.latestDate);
  return kind && {question: question.id, kind};
}

function aboutFaults(question: Question, {about}: DraftResponse): QuestionFault[] {
  const fault = (kind: 'required' | 'needs-name' | 'needs-two', part: string): QuestionFault[] => [{question: question.id, kind, part}];
  if (!about) return question.required === false ? [] : fault('required', 'kind');
  if (about.kind === 'topic') return [];
  if (about.kind === 'place') return isWritten(about.place.name) ? lengthFaults(question, {place: about.place.name}, {place: 300}) : fault('needs-name', 'place');
  const unnamed = about.services.findIndex((service) => !isWritten(service.name));
  if (about.services.length === 0) return fault('needs-name', 'name-0');
  if (unnamed >= 0) return fault('needs-name', `name-${unnamed}`);
  if (about.kind === 'pathway' && about.services.length < 2) return fault('needs-two', `name-${about.services.length}`);
  return about.services.flatMap((service, position) => lengthFaults(question, {[`name-${position}`]: service.name, [`town-${position}`]: service.town}, {[`name-${position}`]: 300, [`town-${position}`]: 200}));
}

// The limits of `contract/submission.ts`, told before sending and not after.
const contactLengths = {name: 300, email: 320, phone: 100, address: 1000, avoid: 1000, language: 100};

function contactFaults(question: Question, draft: DraftResponse): QuestionFault[] {
  if (!wantsContact(question, draft)) return [];
  const details = draft.contact?.details ?? {};
  const faults = lengthFaults(question, details, contactLengths);
  const way = details.by === 'post' ? 'address' : details.by;
  if (way && !isWritten(details[way] ?? '')) faults.push({question: question.id, kind: 'needs-way', part: way});
  else if (!way && ![details.email, details.phone, details.address].some((each) => isWritten(each ?? ''))) faults.push({question: question.id, kind: 'needs-way', part: 'email'});
  // Anything with something on both sides of an @: a stricter test refuses addresses that work.
  if (isWritten(details.email ?? '') && !/^\s*\S+@\S+\s*$/.test(details.email ?? '')) faults.push({question: question.id, kind: 'not-an-email', part: 'email'});
  return faults;
}

function lengthFaults(question: Question, texts: Readonly<Record<string, unknown>>, limits: Readonly<Record<string, number>>): QuestionFault[] {
  return Object.entries(limits).flatMap(([part, maxLength]): QuestionFault[] => {
    const text = texts[part];
    if (typeof text !== 'string') return [];
    if (!isKeepable(text)) return [{question: question.id, kind: 'unkeepable', part}];
    return charactersIn(text) > maxLength ? [{question: question.id, kind: 'too-long', maxLength, part}] : [];
  });
}
