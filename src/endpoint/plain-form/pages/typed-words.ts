import {isWritten} from '../../../contract/characters.js';
import {html, type Html} from '../../html/html.js';
import type {LocalisedSet} from '../../html/localised-set.js';
import type {Fields} from './read-page-fields.js';

/** The parts of questions that people write in; the others are chosen. */
const writtenParts = /-(query|name|town|place|email|phone|address|avoid|language|day|month|year)$/;

/** The words that a page brought along when it could not be read as a whole, to be seen and copied. */
export function typedWords({set}: LocalisedSet, fields: Fields, heading: string): Html | undefined {
  const texts = set.pages.flatMap((page) => page.questions).filter(({kind}) => kind === 'text' || kind === 'long-text').map(({id}) => id);
  const written = fields.names().filter((name) => texts.includes(name) || writtenParts.test(name)).flatMap((name) => fields.all(name)).filter(isWritten);
  return written.length === 0 ? undefined : html`<h2>${heading}</h2>${written.map((words) => html`<p class="words" dir="auto">${words}</p>`)}`;
}
