import type {Page, Question, SetStructure, When} from '../../contract/question-set.js';

/**
 * The same set for pages that cannot reveal a question when another is answered:
 * one that hangs on an answer of its own page gets a page of its own after it,
 * and so do those that need a page's whole room: which service, and how to reach
 * somebody. A page keeps its id for what stays together; the others take the
 * question's own.
 */
export function staticPages<Set extends SetStructure>(set: Set): Set {
  return {...set, pages: set.pages.flatMap(pagesFrom)};
}

function pagesFrom(page: Page): Page[] {
  if (page.questions.length === 0) return [page];
  const [first, ...others] = page.questions as [Question, ...Question[]];
  const asked = page.questions.flatMap(namesOf);
  const apart: Question[] = [];
  for (const question of others) {
    const hangsOnAnother = hangsOn([question.when, question.folded, ...(question.choices ?? []).map(({when}) => when)], asked);
    // Whether an answer is needed is looked at on Continue, so it may hang on what stands beside it, but not on what is asked after it.
    if (needsRoom(first) || needsRoom(question) || hangsOnAnother || hangsOn([question.required], apart.flatMap(namesOf))) apart.push(question);
  }
  const together = page.questions.filter((question) => !apart.includes(question));
  return [
    together.length === 1 ? {id: page.id, questions: [alone(first)], ...whenOf(page, first)} : {...page, questions: together},
    ...apart.map((question) => ({id: question.id, questions: [alone(question)], ...whenOf(page, question)})),
  ];
}

function needsRoom({kind}: Question): boolean {
  return kind === 'service' || kind === 'contact';
}

// What a condition can look at by the answer to a question. No id of a set has a question mark.
const whichService = '?service';
function namesOf({id, kind}: Question): string[] {
  return kind === 'service' ? [id, whichService] : [id];
}

function hangsOn(conditions: readonly (When | boolean | undefined)[], names: readonly string[]): boolean {
  return conditions.some((condition) => typeof condition === 'object' && namedIn(condition).some((name) => names.includes(name)));
}

/** What a condition looks at. */
function namedIn(when: When): string[] {
  if ('question' in when) return [when.question];
  if ('answered' in when) return [when.answered];
  if ('service' in when) return [whichService];
  if ('not' in when) return namedIn(when.not);
  return ('all' in when ? when.all : when.any).flatMap(namedIn);
}

function whenOf(page: Page, question: Question): {when?: When} {
  const when = both(page.when, question.when);
  return when ? {when} : {};
}

function both(first: When | undefined, second: When | undefined): When | undefined {
  return first && second ? {all: [first, second]} : (first ?? second);
}

function alone(question: Question): Question {
  const {when: _, folded: __, ...rest} = question;
  return rest;
}
