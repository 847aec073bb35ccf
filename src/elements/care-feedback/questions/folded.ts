import {html, type TemplateResult} from 'lit';
import {isFolded} from '../../../questionnaire/folded.js';
import type {Asked} from '../view.js';

/** A question under its own words until somebody opens it, where the set says so: most people pass it over. It stays open once it was answered. */
export function foldable(asked: Asked, field: TemplateResult): TemplateResult {
  const {question, label, scene, error} = asked;
  if (!isFolded(question, scene.told)) return field;
  const isOpen = error !== undefined || scene.told.answers[question.id] !== undefined;
  return html`<details class="folded" ?open=${isOpen}><summary>${label}</summary>${field}</details>`;
}
