import {html, type TemplateResult} from 'lit';
import {directionOf} from '../../locale/direction.js';
import type {Words} from '../../locale/words.js';

/** All that an element shows of its own, in the language of its words, whatever the page around it speaks. */
export function renderSurface({lang}: Words, content: unknown): TemplateResult {
  return html`<div class="surface" part="surface" lang=${lang} dir=${directionOf(lang)}>${content}</div>`;
}
