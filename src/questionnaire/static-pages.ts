import type {Page, Question, SetStructure, When} from '../contract/question-set.js';

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
  const ids = page.questions.map(({id}) => id);
  const together = [first, ...others.filter((question) => !needsRoom(first) && !needsRoom(question) && !hangsOn(question, ids))];
  const apart = others.filter((question) => !together.includes(question));
  return [
    together.length === 1 ? {id: page.id, questions: [alone(first)], ...whenOf(page, first)} : {...page, questions: together},
    ...apart.map((question) => ({id: question.id, questions: [alone(question)], ...whenOf(page, question)})),
  ];
}

function needsRoom({kind}: Question): boolean {
  return kind === 'service' || kind === 'contact';
}

function hangsOn({when, folded}: Question, ids: readonly string[]): boolean {
  return [when, folded].some((condition) => typeof condition === 'object' && namedIn(condition).some((id) => ids.includes(id)));
}

/** The questions whose answers a condition looks at. */
function namedIn(when: When): string[] {
  if ('question' in when) return [when.question];
  if ('answered' in when) return [when.answered];
  if ('not' in when) return namedIn(when.not);
  if ('all' in when) return when.all.flatMap(namedIn);
  return 'any' in when ? when.any.flatMap(namedIn) : [];
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
