import {html, nothing, type TemplateResult} from 'lit';
import {codeInFormWords, codeWords} from '../../questionnaire/words/code-words.js';
import {newTabLink} from './prose.js';
import type {View} from './view.js';
import {sentAddress} from './way-back.js';

/** The code by which people come back to what they sent, and ways to keep it; nothing where this form has none. */
export function codePart(view: View, {hasArrived}: {hasArrived: boolean}): TemplateResult | typeof nothing {
  const {form} = view;
  const {code, codeKeeping, left} = form;
  const own = codeInFormWords(view.words);
  if (left?.hadSeenCode) return html`<p>${hasArrived ? own.codeWasShown : own.codeWillWork}</p>`;
  if (code === undefined) return nothing;
  const words = codeWords(view.words);
  const address = sentAddress(form.opening.endpoint!);
  return html`
    <section class="inset" id="code" tabindex="-1">
      <h3>${words.yourCode}</h3>
      <p><strong class="reference" dir="ltr">${code}</strong></p>
      <p>${words.keepCode}</p>
      <p>${words.codeOpens}<br>${newTabLink(address, address.replace('https://', ''), view.words)}</p>
      ${hasArrived ? nothing : html`<p>${own.codeWorksOnce}</p>`}
      <div class="screen-only">
        <p class="buttons">
          <button type="button" class="secondary" @click=${() => void copyCode(view)}>${own.copyCode}</button>
          <button type="button" class="secondary" @click=${() => form.keepCode('written')}>${own.writtenDown}</button>
        </p>
      </div>
      <p role="status" class="screen-only">${{copied: own.codeCopied, refused: own.cannotCopy, written: own.codeKept, no: nothing, asked: nothing}[codeKeeping]}</p>
      ${codeKeeping === 'asked' ? html`<p class="error-message screen-only" role="alert">${own.keepCodeFirst}</p>` : nothing}
    </section>
  `;
}

async function copyCode({form}: View): Promise<void> {
  try {
    await navigator.clipboard.writeText(form.code!);
    form.keepCode('copied');
  } catch {
    form.keepCode('refused');
  }
}
