import {html, type TemplateResult} from 'lit';
import {str, type Words} from '../../locale/words.js';
import {fillParagraphs} from '../../domain/questionnaire/words/placeholders.js';
import type {ViewContext} from './view-context.js';

/** Words of a set as paragraphs, with numbers and addresses that can be pressed. */
export function prose(text: string | readonly string[] | undefined, context: ViewContext): TemplateResult[] {
  return linesOf(text, context).map((line) => html`<p>${withLinks(line, context)}</p>`);
}

/** As `prose`, for the inside of a hint. */
export function hintLines(text: string | undefined, context: ViewContext): TemplateResult[] {
  return linesOf(text, context).map((line) => html`<span class="hint">${withLinks(line, context)}</span>`);
}

/** One line of words with its links. */
export function withLinks(line: string, {placeholders: blanks, words}: ViewContext): unknown[] {
  return line.split(/\{([A-Za-z]+)\}/).map((part, place) => (place % 2 === 0 ? part : link(part, blanks[part], words)));
}

function linesOf(text: string | readonly string[] | undefined, {placeholders: blanks}: ViewContext): string[] {
  const lines = (typeof text === 'string' ? [text] : (text ?? [])).flatMap((each) => each.split('\n'));
  return lines.filter((line) => fillParagraphs(line, blanks).length > 0);
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
  return /^\+?\d+$/.test(digits) ? html`<a href="tel:${digits}" dir="ltr">${number}</a>` : number;
}
