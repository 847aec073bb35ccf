import {html, type TemplateResult} from 'lit';
import {callLink, withLinks} from './prose.js';
import type {View} from './view.js';

/** The same help at the end of every page: what to do in danger, and how else to tell. */
export function help(view: View): TemplateResult {
  const {around, form} = view;
  const {phone, relay, bsl, email, post, readHours} = form.opening.receiver;
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
      <p class="inset">${withLinks(around.emergency, view)}</p>
      <details>
        <summary>${around.otherWays}</summary>
        <dl>${ways.map(([name, how]) => how && html`<dt>${name}</dt><dd dir="auto">${how}</dd>`)}</dl>
      </details>
    </section>
  `;
}
