import type {Question} from '../../contract/question-set.js';
import type {Share} from '../../contract/submission.js';
import {dateInWords} from '../../locale/dates-in-words.js';
import {isAnswered} from '../../questionnaire/conditions.js';
import {pagesToShow} from '../../questionnaire/journey.js';
import {askingWords} from '../../questionnaire/words/asking-words.js';
import {nameOf} from '../../questionnaire/words/blanks.js';
import {endingWords} from '../../questionnaire/words/ending-words.js';
import {line} from '../../questionnaire/words/fill.js';
import {versionFor} from '../../questionnaire/words/version.js';
import {isNamed} from './scene.js';
import type {View} from './view.js';
import {elementWords} from './words.js';

/** One question and its answer, as a person reads them. */
export interface AnswerInWords {
  /** Where it can be changed; `undefined` where the page around the form has said it. */
  page: string | undefined;
  label: string;
  lines: string[];
  isAnswered: boolean;
}

/** Everything that would be sent, in the order of its pages. */
export function answersInWords(view: View): AnswerInWords[] {
  const asked = pagesToShow(view.form.journey).flatMap(({page, questions}) => questions.map((question) => row(view, page.id, question)));
  return view.told.aboutIsGiven ? [givenAbout(view), ...asked] : asked;
}

function givenAbout(view: View): AnswerInWords {
  const {about} = view.told;
  const name = isNamed(about) ? nameOf(about) : elementWords(view.words).theService;
  return {page: undefined, label: endingWords(view.words).about, lines: [name ?? ''], isAnswered: true};
}

function row(view: View, page: string, question: Question): AnswerInWords {
  const lines = linesFor(view, question);
  const text = versionFor(view.spoken.text.questions[question.id] ?? {label: question.id}, view.told);
  const words = endingWords(view.words);
  return {page, label: line(text.label, view.blanks), lines: lines.length > 0 ? lines : [words.notAnswered], isAnswered: lines.length > 0};
}

function linesFor(view: View, question: Question): string[] {
  if (question.kind === 'service') return [nameOf(view.told.about) ?? ''].filter(Boolean);
  if (question.kind === 'share') return sharesInWords(view);
  if (question.kind === 'contact') return contactInWords(view);
  const answer = view.told.answers[question.id];
  if (answer === undefined || !isAnswered(answer)) return [];
  const choices = view.spoken.text.questions[question.id]?.choices ?? {};
  const named = (value: string) => line(choices[value]?.label ?? value, view.blanks);
  if (typeof answer !== 'string') return answer.map(named);
  const isChoice = question.choices?.some(({value}) => value === answer);
  if (isChoice) return [named(answer)];
  return [question.kind === 'date' ? dateInWords(answer, view.words.lang) : answer];
}

function sharesInWords(view: View): string[] {
  const chosen: readonly Share[] = view.told.share ?? [];
  const names = chosen.flatMap((share) => view.form.opening.receiver.share?.[share]?.name ?? []);
  return names.length > 0 ? names : [endingWords(view.words).noShares];
}

function contactInWords(view: View): string[] {
  const {contact} = view.told;
  if (!contact) return [];
  if (!contact.wanted) return [endingWords(view.words).noContact];
  const words = askingWords(view.words);
  const {details} = contact;
  const ways = {email: words.byEmail, phone: words.byPhone, post: words.byPost};
  const purposes = {questions: words.forQuestions, news: words.forNews};
  const parts: [string, string | readonly string[] | undefined][] = [
    [words.name, details.name],
    [words.email, details.email],
    [words.phone, details.phone],
    [words.address, details.address],
    [words.by, details.by && ways[details.by]],
    [words.avoid, details.avoid],
    [words.for, details.for?.map((each) => purposes[each])],
    [words.formats, details.formats?.map((each) => words.formatNames[each])],
    [words.language, details.formats?.includes('interpreter') ? details.language : undefined],
  ];
  return parts.flatMap(([label, value]) => {
    const written = typeof value === 'string' ? value.trim() : (value ?? []).join(', ');
    // A question has its own mark at its end.
    return written ? [`${label}${label.endsWith('?') ? '' : ':'} ${written}`] : [];
  });
}
