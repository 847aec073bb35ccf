import type {Answer} from '../../contract/answers.js';
import {isWritten} from '../../contract/characters.js';
import type {Question, SetStructure, SetText} from '../../contract/question-set.js';
import type {Receiver} from '../../contract/receiver.js';
import type {Contact} from '../../contract/submission.js';
import {dateInWords} from '../../locale/dates-in-words.js';
import type {Words} from '../../locale/words.js';
import {isAnswered} from '../conditions.js';
import {wantsContact} from '../contact.js';
import {reach} from '../reach.js';
import type {Told} from '../told.js';
import {askingWords, type AskingWords} from './asking-words.js';
import {nameOf} from './blanks.js';
import {endingWords} from './ending-words.js';
import {line, type Blanks} from './fill.js';
import {questionText} from './version.js';

/** A set in one language, for one receiver: all that puts answers into words. */
export interface Reading {
  set: SetStructure;
  text: SetText;
  words: Words;
  receiver: Receiver;
  blanks: Blanks;
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
export function answersInWords(reading: Reading, told: Told): AnswerInWords[] {
  const reached = reach(reading.set, told);
  const {about} = endingWords(reading.words);
  const given = told.aboutIsGiven ? [{question: 'about', label: about, lines: aboutInWords(told)}] : [];
  return [...given, ...reached.pages.flatMap(({page, questions}) => questions.map((question) => ({
    question: question.id,
    page: page.id,
    label: question.kind === 'service' ? about : line(questionText(reading.text, question.id, reached.told).label, reading.blanks),
    lines: linesFor(question, reading, reached.told),
  })))];
}

/** What a choice is called, or its value where the set has no words for it. */
export function choiceLabel(question: string, value: string, {text, blanks}: Pick<Reading, 'text' | 'blanks'>, told: Told): string {
  const choices = questionText(text, question, told).choices ?? {};
  const label = Object.hasOwn(choices, value) ? choices[value]?.label : undefined;
  return line(label, blanks) || value;
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

function aboutInWords({about}: Told): readonly string[] {
  return [nameOf(about)].filter((name) => name !== undefined);
}

function linesFor(question: Question, reading: Reading, told: Told): readonly string[] {
  if (question.kind === 'service') return aboutInWords(told);
  if (question.kind === 'share') return sharesInWords(question, reading, told);
  if (question.kind === 'contact') return contactInWords(question, reading, told);
  const answer = told.answers[question.id];
  return isAnswered(answer) ? answerInWords(question, answer!, reading, told) : [];
}

function answerInWords(question: Question, answer: Answer, reading: Reading, told: Told): readonly string[] {
  const isWord = (value: string) => (question.choices ?? []).some((choice) => choice.value === value);
  const values = typeof answer === 'string' ? [answer] : answer;
  if (question.kind === 'date') return values.map((value) => (isWord(value) ? choiceLabel(question.id, value, reading, told) : dateInWords(value, reading.words.lang)));
  return question.choices ? values.map((value) => choiceLabel(question.id, value, reading, told)) : values;
}

function sharesInWords(question: Question, reading: Reading, told: Told): readonly string[] {
  const shares = told.share ?? [];
  if (shares.length === 0) return [endingWords(reading.words).noShares];
  return shares.map((share) => reading.receiver.share?.[share]?.name ?? choiceLabel(question.id, share, reading, told));
}

function contactInWords(question: Question, {words}: Reading, told: Told): readonly string[] {
  const {contact} = told;
  if (!contact) return [];
  if (!wantsContact(question, told)) return [endingWords(words).noContact];
  // A question has its own mark at its end.
  return contactLines(contact.details, askingWords(words)).map(([name, value]) => `${name}${name.endsWith('?') ? '' : ':'} ${value}`);
}
