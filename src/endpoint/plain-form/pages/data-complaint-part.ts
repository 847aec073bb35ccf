import {emailIn} from '../../../contract/addresses.js';
import {dataComplaintWords} from '../../../domain/questionnaire/words/data-complaint-words.js';
import {html, type Html} from '../../html/html.js';
import {emailLink, webLink} from '../../html/links.js';
import type {LocalisedSet} from '../../html/localised-set.js';

/** How to complain about what the receiver does with what somebody sent; nothing where it does not say where. */
export function dataComplaintPartHtml({receiver: {name, dataComplaint}, words}: LocalisedSet): Html | undefined {
  if (dataComplaint === undefined) return undefined;
  const {complain, complainByEmail, duties} = dataComplaintWords(words);
  const email = emailIn(dataComplaint);
  return html`<p>${email === undefined ? webLink(dataComplaint, complain(name)) : emailLink(email, complainByEmail(name, email))}<br>${duties(name)}</p>`;
}

/** The same under a heading of its own, apart from complaints about the care. */
export function dataComplaintSectionHtml(localised: LocalisedSet): Html | undefined {
  if (localised.receiver.dataComplaint === undefined) return undefined;
  return html`<h2>${dataComplaintWords(localised.words).personalInformation}</h2>
${dataComplaintPartHtml(localised)}`;
}
