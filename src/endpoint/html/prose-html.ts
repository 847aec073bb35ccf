import {fillParagraphs, type Placeholders} from '../../domain/questionnaire/words/placeholders.js';
import {html, type Html} from './html.js';
import {phoneLink, webLink} from './links.js';

/** The blanks that a person can follow, and how. */
const followed: Readonly<Record<string, (value: string) => Html>> = {
  emergency: phoneLink,
  police: phoneLink,
  phone: phoneLink,
  advice: (address) => webLink(address),
};

/** The paragraphs of a text with its blanks filled: numbers and addresses as links, all else escaped. */
export function proseHtml(text: string | undefined, blanks: Placeholders): Html[] {
  // A blank that becomes a link is filled with its own name, and found again below.
  const marks = Object.keys(followed).filter((name) => blanks[name]).map((name) => [name, `{${name}}`]);
  return fillParagraphs(text, {...blanks, ...Object.fromEntries(marks)}).map((paragraph) => html`${paragraph.split(/(\{[a-z]+\})/).map((part) => filled(part, blanks))}`);
}

/** Each of `prose` in a `<p>`. */
export function proseParagraphs(texts: readonly string[], blanks: Placeholders): Html[] {
  return texts.flatMap((text) => proseHtml(text, blanks)).map((paragraph) => html`<p>${paragraph}</p>`);
}

function filled(part: string, blanks: Placeholders): Html | string {
  const name = part.slice(1, -1);
  const value = blanks[name];
  const follow = part.startsWith('{') ? followed[name] : undefined;
  return follow && value ? follow(value) : part;
}
