import type {When} from '../../contract/question-set.js';
import {isWritten} from '../../contract/characters.js';
import type {Answer} from '../../contract/answers.js';
import type {DraftResponse} from './draft-response.js';

/** Whether a condition holds; `undefined` where that hangs on a service that nobody knows. */
export type Truth = boolean | undefined;

/** What the feedback is about counts as a kind too, so that a set can ask about a `pathway`. */
const aboutKinds = new Set(['service', 'pathway', 'place', 'topic']);

/** Whether `when` holds for what was told. No condition always holds. */
export function truthOf(when: When | undefined, draft: DraftResponse): Truth {
  if (!when) return true;
  if ('question' in when) return chosen(draft.answers[when.question]).some((value) => when.in.includes(value));
  if ('answered' in when) return isAnswered(draft.answers[when.answered]);
  if ('service' in when) return isOfKind(when.service, draft);
  if ('not' in when) return opposite(truthOf(when.not, draft));
  if ('all' in when) return opposite(anyOf(when.all.map((each) => opposite(truthOf(each, draft)))));
  return anyOf(when.any.map((each) => truthOf(each, draft)));
}

/** Whether somebody has answered: a chosen value, a date, or a text that is not blank. */
export function isAnswered(answer: Answer | undefined): boolean {
  if (answer === undefined) return false;
  return typeof answer === 'string' ? isWritten(answer) : answer.length > 0;
}

function chosen(answer: Answer | undefined): readonly string[] {
  if (answer === undefined) return [];
  return typeof answer === 'string' ? [answer] : answer;
}

function isOfKind(kinds: readonly string[], draft: DraftResponse): Truth {
  if (draft.about && kinds.includes(draft.about.kind)) return true;
  const ofServices = kinds.filter((kind) => !aboutKinds.has(kind));
  if (ofServices.length === 0) return false;
  return draft.kinds && ofServices.some((kind) => draft.kinds?.includes(kind));
}

function anyOf(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes(undefined) ? undefined : false;
}

function opposite(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}
