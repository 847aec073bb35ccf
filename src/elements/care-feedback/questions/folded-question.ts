import {html, type TemplateResult} from 'lit';
import {isFolded} from '../../../domain/questionnaire/folded.js';
import type {QuestionContext} from '../render-context.js';

/** A question under its own words until somebody opens it, where the set says so: most people pass it over. It stays open once it was answered. */
export function foldable(asked: QuestionContext, field: TemplateResult): TemplateResult {
  const {question, label, context, error} = asked;
  if (!isFolded(question, context.draft)) return field;
  const isOpen = error !== undefined || context.draft.answers[question.id] !== undefined;
  return html`<details class="folded" ?open=${isOpen}><summary>${label}</summary>${field}</details>`;
}
