import type {Answer} from '../contract/answers.js';
import type {Question} from '../contract/question-set.js';
import type {Contact} from '../contract/submission.js';
import {isWritten} from '../contract/characters.js';
import {isAnswered} from '../questionnaire/conditions.js';
import {reach} from '../questionnaire/reach.js';
import type {Told} from '../questionnaire/told.js';
import {askingWords} from '../questionnaire/words/asking-words.js';
import {nameOf} from '../questionnaire/words/blanks.js';
import {endingWords} from '../questionnaire/words/ending-words.js';
import {line} from '../questionnaire/words/fill.js';
import {dateInWords} from '../locale/dates-in-words.js';
import {blanksOf, textOf, type SpokenSet} from './spoken-set.js';

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
export function answersInWords(spoken: SpokenSet, told: Told): AnswerInWords[] {
  const reached = reach(spoken.set, told);
  const blanks = blanksOf(spoken, told);
  const {about} = endingWords(spoken.words);
  const given = told.aboutIsGiven ? [{question: 'about', label: about, lines: aboutInWords(told)}] : [];
  return [...given, ...reached.pages.flatMap(({page, questions}) => questions.map((question) => ({
    question: question.id,
    page: page.id,
    label: question.kind === 'service' ? about : line(textOf(spoken, question.id, reached.told).label, blanks),
    lines: linesFor(question, spoken, reached.told),
  })))];
}

function aboutInWords({about}: Told): readonly string[] {
  return [nameOf(about)].filter((name) => name !== undefined);
}

function linesFor(question: Question, spoken: SpokenSet, told: Told): readonly string[] {
  if (question.kind === 'service') return aboutInWords(told);
  if (question.kind === 'share') return sharesInWords(question, spoken, told);
  if (question.kind === 'contact') return contactInWords(spoken, told);
  const answer = told.answers[question.id];
  return isAnswered(answer) ? answerInWords(question, answer!, spoken, told) : [];
}

function answerInWords(question: Question, answer: Answer, spoken: SpokenSet, told: Told): readonly string[] {
  const isWord = (value: string) => (question.choices ?? []).some((choice) => choice.value === value);
  const values = typeof answer === 'string' ? [answer] : answer;
  if (question.kind === 'date') return values.map((value) => (isWord(value) ? choiceLabel(question.id, value, spoken, told) : dateInWords(value, spoken.words.lang)));
  return question.choices ? values.map((value) => choiceLabel(question.id, value, spoken, told)) : values;
}

/** What a choice is called, or its value where the set has no words for it. */
export function choiceLabel(question: string, value: string, spoken: SpokenSet, told: Told): string {
  const choices = textOf(spoken, question, told).choices ?? {};
  const label = Object.hasOwn(choices, value) ? choices[value]?.label : undefined;
  return line(label, blanksOf(spoken, told)) || value;
}

function sharesInWords(question: Question, spoken: SpokenSet, told: Told): readonly string[] {
  const shares = (told.share ?? []).filter((share) => question.choices?.some(({value}) => value === share));
  if (shares.length === 0) return [endingWords(spoken.words).noShares];
  return shares.map((share) => spoken.receiver.share?.[share]?.name ?? choiceLabel(question.id, share, spoken, told));
}

function contactInWords({words}: SpokenSet, {contact}: Told): readonly string[] {
  if (!contact) return [];
  if (!contact.wanted) return [endingWords(words).noContact];
  return contactLines(contact.details, askingWords(words)).map(([name, value]) => `${name}${name.endsWith('?') ? '' : ':'} ${value}`);
}

/** The parts of contact details that were given, each with what it is called. */
export function contactLines(details: Contact, asking: ReturnType<typeof askingWords>): (readonly [string, string])[] {
  const ways = {email: asking.byEmail, phone: asking.byPhone, post: asking.byPost};
  const purposes = {questions: asking.forQuestions, news: asking.forNews};
  const parts: (readonly [string, string | undefined])[] = [
    [asking.name, details.name],
    [asking.email, details.email],
    [asking.phone, details.phone],
    [asking.address, details.address],
    [asking.by, details.by && ways[details.by]],
    [asking.avoid, details.avoid],
    [asking.for, details.for?.map((purpose) => purposes[purpose]).join(', ')],
    [asking.formats, details.formats?.map((format) => asking.formatNames[format]).join(', ')],
    [asking.language, details.language],
  ];
  return parts.flatMap(([name, value]) => (value !== undefined && isWritten(value) ? [[name, value] as const] : []));
}
