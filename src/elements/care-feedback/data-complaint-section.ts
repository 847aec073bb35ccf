import {html, nothing, type TemplateResult} from 'lit';
import {emailIn} from '../../contract/addresses.js';
import {dataComplaintWords} from '../../domain/questionnaire/words/data-complaint-words.js';
import {newTabLink} from './prose-template.js';
import type {ViewContext} from './view-context.js';

/** How to complain about what the receiver does with what somebody sent; nothing where it does not say where. */
export function dataComplaintPart({receiver: {name, dataComplaint}, words}: ViewContext): TemplateResult | typeof nothing {
  if (dataComplaint === undefined) return nothing;
  const {complain, complainByEmail, duties} = dataComplaintWords(words);
  const email = emailIn(dataComplaint);
  // The address as it stands: nothing that somebody wrote goes into it.
  const link = email === undefined ? newTabLink(dataComplaint, complain(name), words) : html`<a href=${dataComplaint}>${complainByEmail(name, email)}</a>`;
  return html`<p>${link}<br>${duties(name)}</p>`;
}

/** The same under a heading of its own, apart from complaints about the care. */
export function dataComplaintSection(context: ViewContext): TemplateResult | typeof nothing {
  if (context.receiver.dataComplaint === undefined) return nothing;
  return html`<h3>${dataComplaintWords(context.words).personalInformation}</h3>${dataComplaintPart(context)}`;
}
