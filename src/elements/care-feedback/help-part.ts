import {html, type TemplateResult} from 'lit';
import {otherWaysName} from '../../domain/questionnaire/words/other-ways.js';
import {receiverLanguage} from '../../domain/questionnaire/words/receiver-language.js';
import {callLink, withLinks} from './prose-template.js';
import type {ViewContext} from './view-context.js';

/** The same help at the end of every page: what to do in danger, and how else to tell. */
export function help(context: ViewContext, emergency?: unknown): TemplateResult {
  const {formWords: around, receiver} = context;
  const {phone, relay, bsl, email, post, readHours} = receiver;
  const {lang, dir} = receiverLanguage(receiver);
  const ways = [
    [around.phone, phone && callLink(phone)],
    [around.relay, relay && callLink(relay)],
    [around.bsl, bsl],
    [around.email, email && html`<a href="mailto:${email}">${email}</a>`],
    [around.post, post],
    [around.hours, readHours],
  ];
  return html`
    <section class="help" part="help">
      <p class="inset">${withLinks(around.emergency, context)}${emergency}</p>
      <details>
        <summary>${otherWaysName(receiver, around)}</summary>
        <dl>${ways.map(([name, how]) => how && html`<dt>${name}</dt><dd lang=${lang} dir=${dir}>${how}</dd>`)}</dl>
      </details>
    </section>
  `;
}
