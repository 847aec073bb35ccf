import {html, nothing, type TemplateResult} from 'lit';
import type {Receipt} from '../../contract/receipt.js';
import {below} from '../../delivery/client/endpoint-addresses.js';
import type {Words} from '../../locale/words.js';
import {endingWords} from '../../domain/questionnaire/words/ending-words.js';
import {newTabLink} from './prose-template.js';

/** Where people come back to what they sent; the receipt is typed there, so that no address holds any of it. */
export function sentAddress(endpoint: URL): string {
  return below(endpoint, 'feedback/sent').href;
}

/** What a receipt shows of the way back to what was sent; nothing where another's endpoint gives no code. The address is written out for whoever prints it. */
export function wayBack({token}: Receipt, endpoint: URL, words: Words): TemplateResult | typeof nothing {
  if (!token) return nothing;
  const {yourCode, keepCode, wayBack: where} = endingWords(words);
  const address = sentAddress(endpoint);
  return html`
    <p>${yourCode}<br><code dir="ltr">${token}</code></p>
    <p>${keepCode}</p>
    <p>${where}<br>${newTabLink(address, address.replace('https://', ''), words)}</p>
  `;
}
