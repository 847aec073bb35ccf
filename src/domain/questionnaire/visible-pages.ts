import type {Page, Question, SetStructure} from '../../contract/question-set.js';
import type {Answer} from '../../contract/answers.js';
import {truthOf} from './conditions.js';
import type {DraftResponse} from './draft-response.js';

/** A page that the journey reaches, with those of its questions that apply. */
export interface VisiblePage {
  page: Page;
  questions: readonly Question[];
}

/** What of a set applies to what was told. */
export interface VisiblePages {
  pages: readonly VisiblePage[];
  /** What was told, without answers to questions that do not apply. */
  draft: DraftResponse;
}

/**
 * The pages and questions that apply.
 *
 * One walk from first to last: a condition sees only answers to questions that
 * were themselves reached, so an answer left behind on another branch opens
 * nothing. A condition that hangs on a service nobody knows counts as met: it
 * may have been asked where the service was known.
 */
export function visiblePages(set: SetStructure, draft: DraftResponse): VisiblePages {
  const answers: Record<string, Answer> = {};
  const live: DraftResponse = {...draft, answers};
  const pages: VisiblePage[] = [];
  for (const page of set.pages) {
    if (truthOf(page.when, live) === false) continue;
    const questions = page.questions.filter((question) => {
      if (truthOf(question.when, live) === false || (question.kind === 'service' && draft.aboutIsGiven)) return false;
      const answer = Object.hasOwn(draft.answers, question.id) ? draft.answers[question.id] : undefined;
      if (answer !== undefined) answers[question.id] = answer;
      return true;
    });
    if (questions.length > 0 || page.questions.length === 0) pages.push({page, questions});
  }
  return {pages, draft: live};
}

/** Whether what was told includes an answer to a question that fills `answers`. */
export function fillsAnswers(question: Question): boolean {
  return !['service', 'share', 'contact'].includes(question.kind);
}
