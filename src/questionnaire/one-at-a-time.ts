import type {Question, SetStructure, When} from '../contract/question-set.js';

/**
 * The same set with one question to a page, for pages that cannot reveal a
 * question when another is answered. A page keeps its id for its first
 * question; the others take the question's own.
 */
export function oneAtATime<Set extends SetStructure>(set: Set): Set {
  return {
    ...set,
    pages: set.pages.flatMap((page) => {
      if (page.questions.length === 0) return [page];
      return page.questions.map((question, position) => {
        const when = both(page.when, question.when);
        return {id: position === 0 ? page.id : question.id, ...(when && {when}), questions: [withoutWhen(question)]};
      });
    }),
  };
}

function both(first: When | undefined, second: When | undefined): When | undefined {
  return first && second ? {all: [first, second]} : (first ?? second);
}

function withoutWhen(question: Question): Question {
  const {when: _, ...rest} = question;
  return rest;
}
