import {html, nothing, type TemplateResult} from 'lit';
import {receiptCodeOf} from '../../domain/questionnaire/form-session/code-keeping.js';
import {codeInFormWords, codeWords} from '../../domain/questionnaire/words/code-words.js';
import {newTabLink} from './prose-template.js';
import type {RenderContext} from './render-context.js';
import {sentAddress} from './way-back.js';

/** The code by which people come back to what they sent, and ways to keep it; nothing where this form has none. */
export function codePart(context: RenderContext, {hasArrived}: {hasArrived: boolean}): TemplateResult | typeof nothing {
  const {session, opening, step} = context;
  const {codeKeeping, left} = session;
  const code = receiptCodeOf(session);
  const own = codeInFormWords(context.words);
  if (left?.hadSeenCode) return html`<p>${hasArrived ? own.codeWasShown : own.codeWillWork}</p>`;
  if (code === undefined) return nothing;
  const words = codeWords(context.words);
  const address = sentAddress(opening.endpoint!);
  return html`
    <section class="inset" id="code" tabindex="-1">
      <h3>${words.yourCode}</h3>
      <p><strong class="reference" dir="ltr">${code}</strong></p>
      <p>${words.keepCode}</p>
      <p>${words.codeOpens}<br>${newTabLink(address, address.replace('https://', ''), context.words)}</p>
      ${hasArrived ? nothing : html`<p>${own.codeWorksOnce}</p>`}
      <div class="screen-only">
        <p class="buttons">
          <button type="button" class="secondary" @click=${() => void copyCode(code, step)}>${own.copyCode}</button>
          <button type="button" class="secondary" @click=${() => step({do: 'keep-code', how: 'written'})}>${own.writtenDown}</button>
        </p>
      </div>
      <p role="status" class="screen-only">${{copied: own.codeCopied, refused: own.cannotCopy, written: own.codeKept, no: nothing, asked: nothing}[codeKeeping]}</p>
      ${codeKeeping === 'asked' ? html`<p class="error-message screen-only" role="alert">${own.keepCodeFirst}</p>` : nothing}
    </section>
  `;
}

async function copyCode(code: string, step: RenderContext['step']): Promise<void> {
  const how = await navigator.clipboard.writeText(code).then(() => 'copied' as const, () => 'refused' as const);
  step({do: 'keep-code', how});
}
