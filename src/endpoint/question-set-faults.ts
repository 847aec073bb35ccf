import {pointer, type Fault} from '../contract/problem.js';
import type {Question, QuestionSet, SetText, When} from '../contract/question-set.js';

/**
 * What is wrong with a set that fits its schema: ids that stand twice,
 * conditions on what is asked later, choices missing or idle, words missing or
 * for nothing. Empty when the set can be asked.
 */
export function questionSetFaults(set: QuestionSet): Fault[] {
  const texts = Object.entries(set.texts);
  return [
    ...repeated(set.pages.map(({id}) => id), 'pages'),
    ...repeated(set.pages.flatMap(({questions}) => questions.map(({id}) => id)), 'pages'),
    ...structureFaults(set),
    ...(texts.length === 0 ? [{pointer: '/texts', detail: 'has no language'}] : []),
    ...texts.flatMap(([language, text]) => textFaults(set, text, ['texts', language])),
  ];
}

function repeated(ids: readonly string[], at: string): Fault[] {
  const twice = ids.filter((id, position) => ids.indexOf(id) !== position);
  return twice.map((id) => ({pointer: pointer([at]), detail: `has the id "${id}" twice`}));
}

function structureFaults(set: QuestionSet): Fault[] {
  // One walk in the order of asking, as `reach` does it: a condition sees what came before.
  const asked: Question[] = [];
  return set.pages.flatMap((page, p) => {
    const faults = whenFaults(page.when, asked, ['pages', p, 'when']);
    page.questions.forEach((question, q) => {
      const at = ['pages', p, 'questions', q];
      faults.push(...choiceFaults(question, at), ...whenFaults(question.when, asked, [...at, 'when']));
      question.choices?.forEach((choice, c) => faults.push(...whenFaults(choice.when, asked, [...at, 'choices', c, 'when'])));
      asked.push(question);
    });
    // Whether an answer is needed is asked when the page is left, so all its questions count.
    page.questions.forEach(({required}, q) => {
      if (typeof required === 'object') faults.push(...whenFaults(required, asked, ['pages', p, 'questions', q, 'required']));
    });
    return faults;
  });
}

const kindsWithChoices: readonly string[] = ['choice', 'choices', 'share'];
const kindsWithLength: readonly string[] = ['text', 'long-text'];

function choiceFaults({kind, choices, maxLength}: Question, at: PropertyKey[]): Fault[] {
  const values = choices?.map(({value}) => value) ?? [];
  const faults = repeated(values, '').map(({detail}) => ({pointer: pointer([...at, 'choices']), detail}));
  if (kindsWithChoices.includes(kind) && !choices) faults.push({pointer: pointer([...at, 'choices']), detail: 'is missing'});
  if (!kindsWithChoices.includes(kind) && kind !== 'date' && choices) faults.push({pointer: pointer([...at, 'choices']), detail: `means nothing for a question of the kind ${kind}`});
  if (!kindsWithLength.includes(kind) && maxLength !== undefined) faults.push({pointer: pointer([...at, 'maxLength']), detail: `means nothing for a question of the kind ${kind}`});
  return faults;
}

function whenFaults(when: When | undefined, asked: readonly Question[], at: PropertyKey[]): Fault[] {
  if (!when || 'service' in when) return [];
  if ('not' in when) return whenFaults(when.not, asked, [...at, 'not']);
  if ('all' in when) return when.all.flatMap((each, index) => whenFaults(each, asked, [...at, 'all', index]));
  if ('any' in when) return when.any.flatMap((each, index) => whenFaults(each, asked, [...at, 'any', index]));
  const id = 'question' in when ? when.question : when.answered;
  const question = asked.find((each) => each.id === id);
  if (!question) return [{pointer: pointer(at), detail: `hangs on "${id}", which is not asked before`}];
  if (!('question' in when)) return [];
  const offered = question.choices?.map(({value}) => value) ?? [];
  const idle = when.in.filter((value) => !offered.includes(value));
  return idle.map((value) => ({pointer: pointer([...at, 'in']), detail: `names "${value}", which is no choice of "${id}"`}));
}

function textFaults(set: QuestionSet, text: SetText, at: PropertyKey[]): Fault[] {
  const questions = set.pages.flatMap((page) => page.questions);
  return [
    ...coverFaults(set.pages.map(({id}) => id), Object.keys(text.pages), [...at, 'pages']),
    ...coverFaults(questions.map(({id}) => id), Object.keys(text.questions), [...at, 'questions']),
    ...questions.flatMap((question) => {
      const words = text.questions[question.id];
      const place = [...at, 'questions', question.id];
      if (!words) return [];
      const values = question.kind === 'share' ? undefined : question.choices?.map(({value}) => value) ?? [];
      return [
        // Who is offered a share, and in which words, is the receiver's file's to say.
        ...(values ? coverFaults(values, Object.keys(words.choices ?? {}), [...place, 'choices']) : []),
        ...(words.versions ?? []).flatMap((version, index) => whenFaults(version.when, questions, [...place, 'versions', index, 'when'])),
      ];
    }),
  ];
}

function coverFaults(ids: readonly string[], worded: readonly string[], at: PropertyKey[]): Fault[] {
  return [
    ...ids.filter((id) => !worded.includes(id)).map((id) => ({pointer: pointer([...at, id]), detail: 'has no words'})),
    ...worded.filter((id) => !ids.includes(id)).map((id) => ({pointer: pointer([...at, id]), detail: 'has words but stands nowhere in the set'})),
  ];
}
