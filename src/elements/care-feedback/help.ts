import {html, nothing, type TemplateResult} from 'lit';
import {callLink, withLinks} from './prose.js';
import type {View} from './view.js';

/** The same help at the end of every page: what to do in danger, and how else to tell. */
export function help(view: View): TemplateResult {
  const {around, form} = view;
  const {phone, relay, bsl, email, post, readHours} = form.opening.receiver;
  return html`
    <section class="help" part="help">
      <p class="inset">${withLinks(around.emergency, view)}</p>
      <details>
        <summary>${around.otherWays}</summary>
        <dl>
          ${way(around.phone, phone && callLink(phone))}
          ${way(around.relay, relay && callLink(relay))}
          ${way(around.bsl, bsl)}
          ${way(around.email, email && html`<a href="mailto:${email}">${email}</a>`)}
          ${way(around.post, post)}
          ${way(around.hours, readHours)}
        </dl>
      </details>
    </section>
  `;
}

function way(name: string, how: unknown): TemplateResult | typeof nothing {
  return how ? html`<dt>${name}</dt><dd dir="auto">${how}</dd>` : nothing;
}
