import type {TemplateResult} from 'lit';
import {truthOf} from '../../../domain/questionnaire/conditions.js';
import type {QuestionContext} from '../render-context.js';
import {group} from './question-frame.js';
import {option} from './option.js';

/** One choice, as radios. */
export function choice(asked: QuestionContext): TemplateResult {
  const {question, context} = asked;
  const chosen = context.draft.answers[question.id];
  return group(asked, offered(asked).map((value) =>
    option(asked, value, {type: 'radio', isChosen: chosen === value, choose: () => context.step({do: 'answer', question: question.id, with: value})}),
  ));
}

/** Several choices, as ticks. They keep the order of the question, whatever the order of ticking. */
export function choices(asked: QuestionContext): TemplateResult {
  const {question, context} = asked;
  const chosen: readonly string[] = [context.draft.answers[question.id] ?? []].flat();
  const tick = (value: string, isTicked: boolean) => context.step({do: 'tick', question: question.id, value, isTicked});
  return group(asked, offered(asked).map((value) =>
    option(asked, value, {type: 'checkbox', isChosen: chosen.includes(value), choose: ({target}) => tick(value, (target as HTMLInputElement).checked)}),
  ));
}

/** The values of a question that apply to what was told. */
export function offered({question, context}: QuestionContext): string[] {
  return (question.choices ?? []).filter(({when}) => truthOf(when, context.draft) !== false).map(({value}) => value);
}
