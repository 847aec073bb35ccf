import {html, nothing, type TemplateResult} from 'lit';
import type {Receipt} from '../../contract/receipt.js';
import {momentInWords} from '../../locale/dates-in-words.js';
import {endingWords} from '../../questionnaire/words/ending-words.js';
import {receiverLanguage} from '../../questionnaire/words/receiver-language.js';
import {answerList} from './answer-list.js';
import {codePart} from './code-part.js';
import {saveCopy} from './copying.js';
import {dataComplaintSection} from './data-complaint.js';
import type {View} from './view.js';
import {wayBack} from './way-back.js';
import {elementWords} from './words.js';

/** That it has arrived, what happens next, and a copy to keep. */
export function receiptPage(view: View, receipt: Receipt | undefined): TemplateResult {
  const {form} = view;
  const words = endingWords(view.words);
  const own = elementWords(view.words);
  const {whatHappens, replyWithin} = form.opening.receiver;
  const {lang, dir} = receiverLanguage(form.opening.receiver);
  const printAll = () => {
    print();
    form.keepCode('written');
  };
  return html`
    <div class="panel">
      <h2 class="title" part="heading" tabindex="-1">${receipt ? words.received : words.accepted}</h2>
      ${receipt ? html`<p>${words.reference}<br><strong class="reference" dir="ltr">${receipt.reference}</strong></p><p>${words.receivedAt(momentInWords(receipt.receivedAt, view.words.lang))}</p>` : nothing}
    </div>
    ${receipt ? html`<p>${words.keepReference}</p>` : nothing}
    ${form.code === undefined && receipt?.token ? wayBack(receipt, form.opening.endpoint!, view.words) : codePart(view, {hasArrived: true})}
    <h3>${words.whatNext}</h3>
    <p lang=${lang} dir=${dir}>${whatHappens}</p>
    <p lang=${lang} dir=${dir}>${replyWithin}</p>
    ${form.pointing?.ending(view)}
    ${dataComplaintSection(view)}
    <div class="screen-only">
      ${form.left ? nothing : html`
        <h3>${words.copyToKeep}</h3>
        <p>${form.code !== undefined || receipt?.token ? words.sharedDeviceAndCode : words.sharedDevice}</p>
        <p class="buttons">
          <button type="button" class="secondary" @click=${printAll}>${words.print}</button>
          <button type="button" class="secondary" @click=${() => saveCopy(view, own.fileName)}>${words.save}</button>
        </p>
      `}
      <p><button type="button" class="secondary" @click=${() => form.startAnother()}>${words.another}</button></p>
    </div>
    ${form.left ? nothing : html`<div class="for-paper">${answerList(view)}</div>`}
  `;
}
