import {html, type TemplateResult} from 'lit';
import {truthOf} from '../../../questionnaire/conditions.js';
import type {Asked} from '../view.js';

/** A question under its own words until somebody opens it, where the set says so: most people pass it over. It stays open once it was answered. */
export function foldable(asked: Asked, field: TemplateResult): TemplateResult {
  const {question: {id, folded}, label, scene, error} = asked;
  const isFolded = typeof folded === 'object' ? truthOf(folded, scene.told) === true : folded;
  if (!isFolded) return field;
  const isOpen = error !== undefined || scene.told.answers[id] !== undefined;
  return html`<details class="folded" ?open=${isOpen}><summary>${label}</summary>${field}</details>`;
}
