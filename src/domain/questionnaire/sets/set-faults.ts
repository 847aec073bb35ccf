import {pointer, type Fault} from '../../../contract/problem.js';
import type {Question, QuestionSet, SetText, When} from '../../../contract/question-set.js';
import {checkAnswers} from '../journey.js';

/**
 * What is wrong with a set that fits its schema: ids that stand twice, a page
 * with the name of our own, conditions on what is asked later, choices missing
 * or idle, words missing or for nothing. Empty when the set can be asked.
 */
export function setFaults(set: QuestionSet): Fault[] {
  return [
    ...repeated(pageIds(set), ['pages']),
    ...repeated(set.pages.flatMap(({questions}) => questions.map(({id}) => id)), ['pages']),
    ...placeFaults(set),
    ...structureFaults(set),
    ...Object.entries(set.texts).flatMap(([language, text]) => textFaults(set, text, ['texts', language])),
  ];
}

// The plain pages may give any question but a page's first a page of its own, which then has the question's id.
function pageIds(set: QuestionSet): string[] {
  return set.pages.flatMap(({id, questions}) => [id, ...questions.slice(1).map((question) => question.id)]);
}

function placeFaults(set: QuestionSet): Fault[] {
  return pageIds(set).includes(checkAnswers) ? [{pointer: '/pages', detail: `has a page "${checkAnswers}", which every set ends with by itself`}] : [];
}

function repeated(ids: readonly string[], at: readonly PropertyKey[]): Fault[] {
  const twice = ids.filter((id, position) => ids.indexOf(id) !== position);
  return twice.map((id) => ({pointer: pointer(at), detail: `has the id "${id}" twice`}));
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
    // Whether an answer is needed, or a question is folded, is asked with all that the page holds, so all its questions count.
    page.questions.forEach((question, q) => {
      for (const key of ['required', 'folded'] as const) {
        const condition = question[key];
        if (typeof condition === 'object') faults.push(...whenFaults(condition, asked, ['pages', p, 'questions', q, key]));
      }
    });
    return faults;
  });
}

const kindsWithChoices: readonly string[] = ['choice', 'choices', 'share'];
const kindsWithLength: readonly string[] = ['text', 'long-text'];

function choiceFaults({kind, choices, maxLength}: Question, at: readonly PropertyKey[]): Fault[] {
  const faults = repeated(choices?.map(({value}) => value) ?? [], [...at, 'choices']);
  const idle = (key: string) => faults.push({pointer: pointer([...at, key]), detail: `means nothing for a question of the kind ${kind}`});
  if (kindsWithChoices.includes(kind) && !choices) faults.push({pointer: pointer([...at, 'choices']), detail: 'is missing'});
  if (!kindsWithChoices.includes(kind) && kind !== 'date' && choices) idle('choices');
  if (!kindsWithLength.includes(kind) && maxLength !== undefined) idle('maxLength');
  return faults;
}

function whenFaults(when: When | undefined, asked: readonly Question[], at: readonly PropertyKey[]): Fault[] {
  if (!when || 'service' in when) return [];
  if ('not' in when) return whenFaults(when.not, asked, [...at, 'not']);
  if ('all' in when) return when.all.flatMap((each, index) => whenFaults(each, asked, [...at, 'all', index]));
  if ('any' in when) return when.any.flatMap((each, index) => whenFaults(each, asked, [...at, 'any', index]));
  const id = 'question' in when ? when.question : when.answered;
  const question = asked.find((each) => each.id === id);
  if (!question) return [{pointer: pointer(at), detail: `hangs on "${id}", which is not asked before`}];
  if (!('question' in when)) return [];
  const offered = question.choices?.map(({value}) => value) ?? [];
  const never = when.in.filter((value) => !offered.includes(value));
  return never.map((value) => ({pointer: pointer([...at, 'in']), detail: `names "${value}", which is no choice of "${id}"`}));
}

function textFaults(set: QuestionSet, text: SetText, at: readonly PropertyKey[]): Fault[] {
  const questions = set.pages.flatMap((page) => page.questions);
  return [
    ...pageTextFaults(set, text, [...at, 'pages']),
    ...unworded(questions.map(({id}) => id), text.questions, [...at, 'questions']),
    ...stray(questions.map(({id}) => id), text.questions, [...at, 'questions']),
    ...questions.flatMap((question) => questionTextFaults(question, text, questions, [...at, 'questions', question.id])),
  ];
}

// A page with questions may take its first question as its heading.
function pageTextFaults({pages}: QuestionSet, text: SetText, at: readonly PropertyKey[]): Fault[] {
  const informing = pages.filter(({questions}) => questions.length === 0).map(({id}) => id);
  return [
    ...informing.filter((id) => !own(text.pages, id)?.title).map((id) => ({pointer: pointer([...at, id]), detail: 'has no title'})),
    ...stray(pages.map(({id}) => id), text.pages, at),
  ];
}

function questionTextFaults(question: Question, text: SetText, questions: readonly Question[], at: readonly PropertyKey[]): Fault[] {
  const words = own(text.questions, question.id);
  if (!words) return [];
  const values = question.choices?.map(({value}) => value) ?? [];
  const worded = words.choices ?? {};
  return [
    // What a share is called is for the receiver's file to say.
    ...(question.kind === 'share' ? [] : unworded(values, worded, [...at, 'choices'])),
    ...stray(values, worded, [...at, 'choices']),
    ...(words.versions ?? []).flatMap((version, index) => whenFaults(version.when, questions, [...at, 'versions', index, 'when'])),
  ];
}

function unworded(ids: readonly string[], worded: Readonly<Record<string, unknown>>, at: readonly PropertyKey[]): Fault[] {
  return ids.filter((id) => !own(worded, id)).map((id) => ({pointer: pointer([...at, id]), detail: 'has no words'}));
}

function stray(ids: readonly string[], worded: Readonly<Record<string, unknown>>, at: readonly PropertyKey[]): Fault[] {
  return Object.keys(worded).filter((id) => !ids.includes(id)).map((id) => ({pointer: pointer([...at, id]), detail: 'has words but stands nowhere in the set'}));
}

// A question may be called `constructor`.
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
