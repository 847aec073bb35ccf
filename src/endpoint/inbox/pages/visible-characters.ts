import {attributes, html, type Html} from '../../html/html.js';

// Unicode's Bidi_Control.
const control = /([\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069])/;

/**
 * People's words with the hidden characters that turn the direction of writing
 * made visible. Each stays where it is, alone in a `<bdi>` so that it turns
 * nothing around it; its mark is the style sheet's, so that what is copied is
 * letter for letter what was written.
 */
export function visibly(text: string): Html {
  return html`${text.split(control).map((part) => (control.test(part) ? html`<bdi ${attributes({class: 'hidden-character', 'data-character': codeOf(part)})}>${part}</bdi>` : part))}`;
}

/** Whether there is anything to make visible. */
export function hasHidden(text: string): boolean {
  return control.test(text);
}

/** People's words as one block, each paragraph in its own direction. */
export function block(text: string, language?: string): Html {
  return html`<div ${attributes({class: 'words', dir: 'auto', lang: language})}>${visibly(text)}</div>`;
}

/** The first `characters` or fewer, never cut inside what a reader takes for one letter. */
export function beginning(text: string, characters: number): string {
  const few = [...text.slice(0, characters * 4)].slice(0, characters + 1).join('');
  if (few.length === text.length) return text;
  const letters = [...new Intl.Segmenter(undefined, {granularity: 'grapheme'}).segment(few)].map(({segment}) => segment);
  // The last may go on behind the cut.
  return letters.slice(0, -1).join('');
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
