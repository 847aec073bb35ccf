import type {TemplateResult} from 'lit';
import type {Asked} from '../view.js';
import {group} from './frame.js';
import {offered, option} from './one-choice.js';

/** Several choices, as ticks. They keep the order of the question, whatever the order of ticking. */
export function choices(asked: Asked): TemplateResult {
  const {question, view} = asked;
  const answer = view.told.answers[question.id] ?? [];
  const chosen: readonly string[] = typeof answer === 'string' ? [answer] : answer;
  const values = offered(asked);
  const tick = (value: string, isTicked: boolean) =>
    view.form.answer(question.id, values.filter((each) => (each === value ? isTicked : chosen.includes(each))));
  return group(asked, values.map((value) =>
    option(asked, value, 'checkbox', chosen.includes(value), (event) => tick(value, (event.target as HTMLInputElement).checked)),
  ));
}
