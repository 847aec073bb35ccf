import type {InboxEntry} from '../../../contract/inbox.js';
import type {Question} from '../../../contract/question-set.js';
import {dateInWords} from '../../../locale/dates-in-words.js';
import {answerContextOf, type LocalisedSet} from '../../html/localised-set.js';
import {choiceLabel} from '../../../domain/questionnaire/words/answers-in-words.js';

/** A set with those of its questions that `answers` hold. */
export interface ExportedSet {
  localised: LocalisedSet;
  questions: ReadonlyMap<string, Question>;
}

const elsewhere: ReadonlySet<Question['kind']> = new Set(['service', 'share', 'contact']);

export function exportedSet(localised: LocalisedSet): ExportedSet {
  const questions = localised.set.pages.flatMap((page) => page.questions).filter(({kind}) => !elsewhere.has(kind));
  return {localised: localised, questions: new Map(questions.map((question) => [question.id, question]))};
}

/** Whether an answer is a code, which words can stand beside; people's own words are only themselves. */
export function isCoded({kind}: Question): boolean {
  return kind === 'choice' || kind === 'choices' || kind === 'date';
}

/** The words of every coded answer, by question. */
export function exportedAnswers({answers, about, share}: InboxEntry, {localised: spoken, questions}: ExportedSet): Record<string, string> {
  const told = {answers, aboutIsGiven: true, ...(about && {about}), ...(share && {share})};
  const reading = answerContextOf(spoken, told);
  const inWords = (question: Question, value: string): string => {
    const isChoice = (question.choices ?? []).some((choice) => choice.value === value);
    return question.kind === 'date' && !isChoice ? dateOnce(value, spoken.words.lang) : choiceLabel(question.id, value, reading, told);
  };
  return Object.fromEntries(Object.entries(answers).flatMap(([id, answer]) => {
    const question = questions.get(id);
    return question && isCoded(question) ? [[id, [answer].flat().map((value) => inWords(question, value)).join('; ')]] : [];
  }));
}

// Making a formatter takes longer than all else of a row, and there are few dates.
const dates = new Map<string, string>();
const mostDates = 10_000;

function dateOnce(date: string, language: string): string {
  const key = `${language} ${date}`;
  const known = dates.get(key) ?? dateInWords(date, language);
  if (dates.size < mostDates) dates.set(key, known);
  return known;
}
