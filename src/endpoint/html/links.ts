import {isWebAddress} from '../../contract/addresses.js';
import {html, type Html} from './html.js';

/** A telephone number as a link, or as text where it is not a number alone. */
export function phoneLink(number: string): Html {
  if (!/^\+?[\d\s()-]+$/.test(number)) return html`${number}`;
  // The nought in brackets is for callers who leave the country's code out.
  const dialled = number.replace(/^(\+\d+\s*)\(0\)/, '$1').replace(/[^\d+]/g, '');
  // In a language from right to left its groups would change places.
  return /\s/.test(number) ? html`<a href="tel:${dialled}" dir="ltr">${number}</a>` : html`<a href="tel:${dialled}">${number}</a>`;
}

/** An email address as a link, or as text where it is not an address alone. */
export function emailLink(address: string, words: string = address): Html {
  if (!/^[^\s@?&]+@[^\s@?&]+$/.test(address)) return html`${words}`;
  return html`<a href="mailto:${address}">${words}</a>`;
}

/** A web address as a link that tells the other side nothing, or as text where it is not one we trust to be a link. */
export function webLink(address: string, words: string = address): Html {
  if (!isWebAddress(address)) return html`${words}`;
  return html`<a href="${address}" rel="noopener noreferrer" referrerpolicy="no-referrer">${words}</a>`;
}
