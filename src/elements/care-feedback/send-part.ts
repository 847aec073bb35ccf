import {html, nothing, type TemplateResult} from 'lit';
import {endingWords} from '../../domain/questionnaire/words/ending-words.js';
import {receiverLanguage} from '../../domain/questionnaire/words/receiver-language.js';
import {dataComplaintPart} from './data-complaint-section.js';
import {newTabLink} from './prose-template.js';
import {noticeAddress} from './tag-texts.js';
import type {RenderContext} from './render-context.js';

/** Who gets it and what happens to it, then Send. */
export function sendPart(context: RenderContext): TemplateResult {
  const {session: {delivery, submission}, opening} = context;
  const words = endingWords(context.words);
  const {receiver, sendTo, tag} = opening;
  const {lang, dir} = receiverLanguage(receiver);
  const siteNotice = noticeAddress(tag.privacyNotice);
  const isSending = delivery.is === 'sending';
  return html`
    <section class="privacy" part="privacy">
      <p>${words.privacy(receiver.name)}</p>
      <ul>
        <li>${newTabLink(receiver.privacyNotice, words.receiverNotice(receiver.name), context.words)}</li>
        ${siteNotice ? html`<li>${newTabLink(siteNotice, words.siteNotice, context.words)}</li>` : nothing}
      </ul>
      <details>
        <summary>${words.privacyMore}</summary>
        <dl>
          <dt>${words.lawfulBasis}</dt><dd lang=${lang} dir=${dir}>${receiver.lawfulBasis}</dd>
          <dt>${words.retention}</dt><dd lang=${lang} dir=${dir}>${receiver.retention}</dd>
        </dl>
        ${dataComplaintPart(context)}
        <p>${words.sentTo(sendTo.host)}</p>
      </details>
    </section>
    <button part="button" aria-disabled=${isSending ? 'true' : nothing}>${isSending ? words.sending : submission ? words.sendAgain : words.send}</button>
    <p class="visually-hidden" role="status">${isSending ? words.sending : nothing}</p>
  `;
}
