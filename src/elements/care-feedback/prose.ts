import {html, type TemplateResult} from 'lit';
import {str, type Words} from '../../locale/words.js';
import {paragraphs} from '../../questionnaire/words/fill.js';
import type {Scene} from './scene.js';

/** Words of a set as paragraphs, with numbers and addresses that can be pressed. */
export function prose(text: string | readonly string[] | undefined, scene: Scene): TemplateResult[] {
  return linesOf(text, scene).map((line) => html`<p>${withLinks(line, scene)}</p>`);
}

/** As `prose`, for the inside of a hint. */
export function hintLines(text: string | undefined, scene: Scene): TemplateResult[] {
  return linesOf(text, scene).map((line) => html`<span class="hint">${withLinks(line, scene)}</span>`);
}

/** One line of words with its links. */
export function withLinks(line: string, {blanks, words}: Scene): unknown[] {
  return line.split(/\{([A-Za-z]+)\}/).map((part, place) => (place % 2 === 0 ? part : link(part, blanks[part], words)));
}

function linesOf(text: string | readonly string[] | undefined, {blanks}: Scene): string[] {
  const lines = (typeof text === 'string' ? [text] : (text ?? [])).flatMap((each) => each.split('\n'));
  return lines.filter((line) => paragraphs(line, blanks).length > 0);
}

function link(blank: string, value: string | undefined, words: Words): unknown {
  if (value === undefined) return `{${blank}}`;
  if (['emergency', 'police', 'phone'].includes(blank)) return callLink(value);
  if (blank !== 'advice') return value;
  return newTabLink(value, value.replace('https://', ''), words);
}

/** A link that leaves this page open, and says so. */
export function newTabLink(address: string, name: string, words: Words): TemplateResult {
  return html`<a href=${address} target="_blank" rel="noopener noreferrer">${opensNewTab(name, words)}</a>`;
}

/** The name of such a link. */
export function opensNewTab(name: string, {msg}: Words): string {
  return msg(str`${name} (opens in a new tab)`);
}

/** A number that can be called; as words where it holds more than a number. */
export function callLink(number: string): TemplateResult | string {
  const digits = number.replace(/[\s()-]/g, '');
  return /^\+?\d+$/.test(digits) ? html`<a href="tel:${digits}">${number}</a>` : number;
}
