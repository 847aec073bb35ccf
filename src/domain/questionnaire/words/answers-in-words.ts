import type {Answer} from '../../../contract/answers.js';
import {isWritten} from '../../../contract/characters.js';
import type {Question, SetStructure, SetText} from '../../../contract/question-set.js';
import type {Receiver} from '../../../contract/receiver.js';
import type {Contact} from '../../../contract/submission.js';
import {dateInWords} from '../../../locale/dates-in-words.js';
import type {Words} from '../../../locale/words.js';
import {isAnswered} from '../conditions.js';
import {wantsContact} from '../contact.js';
import {visiblePages} from '../visible-pages.js';
import type {DraftResponse} from '../draft-response.js';
import {askingWords, type AskingWords} from './asking-words.js';
import {nameOf} from './placeholder-values.js';
import {endingWords} from './ending-words.js';
import {fillLine, type Placeholders} from './placeholders.js';
import {questionText} from './question-text.js';

/** A set in one language, for one receiver: all that puts answers into words. */
export interface AnswerContext {
  set: SetStructure;
  text: SetText;
  words: Words;
  receiver: Receiver;
  placeholders: Placeholders;
}

/** One question and its answer as a reader sees them. */
export interface AnswerInWords {
  question: string;
  /** The page that asks it; none where the page around the form has said it. */
  page?: string;
  label: string;
  /** Each on a line of its own; none where it was not answered. */
  lines: readonly string[];
}

/** Every question that was reached, in order, with its answer in words. */
export function answersInWords(reading: AnswerContext, draft: DraftResponse): AnswerInWords[] {
  const reached = visiblePages(reading.set, draft);
  const {about} = endingWords(reading.words);
  const given = draft.aboutIsGiven ? [{question: 'about', label: about, lines: aboutInWords(draft)}] : [];
  return [...given, ...reached.pages.flatMap(({page, questions}) => questions.map((question) => ({
    question: question.id,
    page: page.id,
    label: question.kind === 'service' ? about : fillLine(questionText(reading.text, question.id, reached.draft).label, reading.placeholders),
    lines: linesFor(question, reading, reached.draft),
  })))];
}

/** What a choice is called, or its value where the set has no words for it. */
export function choiceLabel(question: string, value: string, {text, placeholders: blanks}: Pick<AnswerContext, 'text' | 'placeholders'>, draft: DraftResponse): string {
  const choices = questionText(text, question, draft).choices ?? {};
  const label = Object.hasOwn(choices, value) ? choices[value]?.label : undefined;
  return fillLine(label, blanks) || value;
}

/** The parts of contact details that were given, each with what it is called. */
export function contactLines(details: Contact, asking: AskingWords): (readonly [string, string])[] {
  const purposes = {questions: asking.forQuestions, news: asking.forNews};
  const parts: (readonly [string, string | undefined])[] = [
    [asking.name, details.name],
    [asking.email, details.email],
    [asking.phone, details.phone],
    [asking.address, details.address],
    [asking.by, details.by && asking.contactWays[details.by]],
    [asking.avoid, details.avoid],
    [asking.for, details.for?.map((purpose) => purposes[purpose]).join(', ')],
    [asking.formats, details.formats?.map((format) => asking.formatNames[format]).join(', ')],
    [asking.language, details.language],
  ];
  return parts.flatMap(([name, value]) => (value !== undefined && isWritten(value) ? [[name, value.trim()] as const] : []));
}

function aboutInWords({about}: DraftResponse): readonly string[] {
  return [nameOf(about)].filter((name) => name !== undefined);
}

function linesFor(question: Question, reading: AnswerContext, draft: DraftResponse): readonly string[] {
  if (question.kind === 'service') return aboutInWords(draft);
  if (question.kind === 'share') return sharesInWords(question, reading, draft);
  if (question.kind === 'contact') return contactInWords(question, reading, draft);
  const answer = draft.answers[question.id];
  return isAnswered(answer) ? answerInWords(question, answer!, reading, draft) : [];
}

function answerInWords(question: Question, answer: Answer, reading: AnswerContext, draft: DraftResponse): readonly string[] {
  const isWord = (value: string) => (question.choices ?? []).some((choice) => choice.value === value);
  const values = typeof answer === 'string' ? [answer] : answer;
  if (question.kind === 'date') return values.map((value) => (isWord(value) ? choiceLabel(question.id, value, reading, draft) : dateInWords(value, reading.words.lang)));
  return question.choices ? values.map((value) => choiceLabel(question.id, value, reading, draft)) : values;
}

function sharesInWords(question: Question, reading: AnswerContext, draft: DraftResponse): readonly string[] {
  const shares = draft.share ?? [];
  if (shares.length === 0) return [endingWords(reading.words).noShares];
  return shares.map((share) => reading.receiver.share?.[share]?.name ?? choiceLabel(question.id, share, reading, draft));
}

function contactInWords(question: Question, {words}: AnswerContext, draft: DraftResponse): readonly string[] {
  const {contact} = draft;
  if (!contact) return [];
  if (!wantsContact(question, draft)) return [endingWords(words).noContact];
  // A question has its own mark at its end.
  return contactLines(contact.details, askingWords(words)).map(([name, value]) => `${name}${name.endsWith('?') ? '' : ':'} ${value}`);
}
