import {html, nothing, type TemplateResult} from 'lit';
import type {Receipt} from '../../contract/receipt.js';
import {momentInWords} from '../../locale/dates-in-words.js';
import {receiptCodeOf} from '../../domain/questionnaire/form-session/code-keeping.js';
import {endingWords} from '../../domain/questionnaire/words/ending-words.js';
import {receiverLanguage} from '../../domain/questionnaire/words/receiver-language.js';
import {answerList} from './answer-list.js';
import {codePart} from './code-part.js';
import {saveCopy} from './copy-answers.js';
import {dataComplaintSection} from './data-complaint-section.js';
import type {RenderContext} from './render-context.js';
import {wayBack} from './way-back.js';
import {elementWords} from './element-words.js';

/** That it has arrived, what happens next, and a copy to keep. */
export function receiptPage(context: RenderContext, receipt: Receipt | undefined): TemplateResult {
  const {session: {left}, opening, step} = context;
  const code = receiptCodeOf(context.session);
  const words = endingWords(context.words);
  const own = elementWords(context.words);
  const {whatHappens, replyWithin} = opening.receiver;
  const {lang, dir} = receiverLanguage(opening.receiver);
  const printAll = () => {
    print();
    step({do: 'keep-code', how: 'written'});
  };
  return html`
    <div class="panel">
      <h2 class="title" part="heading" tabindex="-1">${receipt ? words.received : words.accepted}</h2>
      ${receipt ? html`<p>${words.reference}<br><strong class="reference" dir="ltr">${receipt.reference}</strong></p><p>${words.receivedAt(momentInWords(receipt.receivedAt, context.words.lang))}</p>` : nothing}
    </div>
    ${receipt ? html`<p>${words.keepReference}</p>` : nothing}
    ${code === undefined && receipt?.token ? wayBack(receipt, opening.endpoint!, context.words) : codePart(context, {hasArrived: true})}
    <h3>${words.whatNext}</h3>
    <p lang=${lang} dir=${dir}>${whatHappens}</p>
    <p lang=${lang} dir=${dir}>${replyWithin}</p>
    ${context.signposts?.ending(context)}
    ${dataComplaintSection(context)}
    <div class="screen-only">
      ${left ? nothing : html`
        <h3>${words.copyToKeep}</h3>
        <p>${code !== undefined || receipt?.token ? words.sharedDeviceAndCode : words.sharedDevice}</p>
        <p class="buttons">
          <button type="button" class="secondary" @click=${printAll}>${words.print}</button>
          <button type="button" class="secondary" @click=${() => saveCopy(context, own.fileName)}>${words.save}</button>
        </p>
      `}
      <p><button type="button" class="secondary" @click=${() => context.startAnother()}>${words.another}</button></p>
    </div>
    ${left ? nothing : html`<div class="for-paper">${answerList(context)}</div>`}
  `;
}
