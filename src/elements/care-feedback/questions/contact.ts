import {html, nothing, type TemplateResult} from 'lit';
import {live} from './live.js';
import type {Contact} from '../../../contract/submission.js';
import {asksForDetails} from '../../../domain/questionnaire/contact.js';
import {askingWords, type AskingWords} from '../../../domain/questionnaire/words/asking-words.js';
import type {Asked} from '../render-context.js';
import {describedBy, group} from './frame.js';
import {controlId, errorIn, errorMessage, radio} from './parts.js';

type TextPart = 'name' | 'email' | 'phone' | 'address' | 'avoid' | 'language';
type ListPart = 'for' | 'formats';

/** How somebody may be reached, and whether, where no other question has asked that; every part is theirs to leave out. */
export function contact(asked: Asked): TemplateResult {
  const {context, id} = asked;
  if (asksForDetails(asked.question)) return group(asked, details(asked, askingWords(context.words)));
  const words = askingWords(context.words);
  const wanted = context.draft.contact?.wanted;
  const say = (isWanted: boolean) => context.step({do: 'want-contact', wanted: isWanted});
  return html`
    ${group(asked, html`
      ${radio(`${id}-yes`, id, words.yes, wanted === true, () => say(true))}
      ${radio(`${id}-no`, id, words.no, wanted === false, () => say(false))}
    `)}
    ${wanted ? details(asked, words) : nothing}
  `;
}

function details(asked: Asked, words: AskingWords): TemplateResult {
  const {formats = []} = detailsIn(asked);
  return html`
    ${textPart(asked, 'name', words.name, {autocomplete: 'name'})}
    ${textPart(asked, 'email', words.email, {autocomplete: 'email', inputmode: 'email'})}
    ${textPart(asked, 'phone', words.phone, {autocomplete: 'tel', inputmode: 'tel'})}
    ${longPart(asked, 'address', words.address, {autocomplete: 'street-address'})}
    ${ways(asked, words)}
    ${longPart(asked, 'avoid', words.avoid, {hint: words.avoidHint})}
    ${listPart(asked, 'for', words.for, {questions: words.forQuestions, news: words.forNews})}
    ${listPart(asked, 'formats', words.formats, words.formatNames)}
    ${formats.includes('interpreter') ? textPart(asked, 'language', words.language, {}) : nothing}
  `;
}

interface FieldOptions {
  autocomplete?: string;
  inputmode?: string;
  hint?: string;
}

function textPart(asked: Asked, part: TextPart, label: string, {autocomplete, inputmode}: FieldOptions): TemplateResult {
  const id = controlId(asked.question.id, part);
  const error = errorIn(asked, part);
  return html`
    <div class="field" ?data-faulty=${error !== undefined}>
      <label for=${id} class="label">${asked.context.around.optional(label)}</label>
      ${errorMessage(asked, id, error)}
      <input
        id=${id} type="text" dir="auto" spellcheck="false" autocapitalize="off" inputmode=${inputmode ?? nothing} autocomplete=${autocomplete ?? nothing}
        .value=${live(detailsIn(asked)[part] ?? '')} aria-invalid=${error ? 'true' : nothing} aria-describedby=${error ? `${id}-error` : nothing}
        @input=${(event: Event) => tell(asked, {[part]: (event.target as HTMLInputElement).value})}>
    </div>
  `;
}

function longPart(asked: Asked, part: TextPart, label: string, {autocomplete, hint}: FieldOptions): TemplateResult {
  const id = controlId(asked.question.id, part);
  const error = errorIn(asked, part);
  return html`
    <div class="field" ?data-faulty=${error !== undefined}>
      <label for=${id} class="label">${asked.context.around.optional(label)}</label>
      ${hint ? html`<span id="${id}-hint" class="hint">${hint}</span>` : nothing}
      ${errorMessage(asked, id, error)}
      <textarea
        id=${id} rows="3" dir="auto" autocomplete=${autocomplete ?? nothing} .value=${live(detailsIn(asked)[part] ?? '')}
        aria-invalid=${error ? 'true' : nothing} aria-describedby=${describedBy({id, text: {hint}, error})}
        @input=${(event: Event) => tell(asked, {[part]: (event.target as HTMLTextAreaElement).value})}></textarea>
    </div>
  `;
}

function ways(asked: Asked, words: AskingWords): TemplateResult {
  const id = controlId(asked.question.id, 'by');
  const {by} = detailsIn(asked);
  return html`
    <fieldset id=${id} class="field">
      <legend class="label">${asked.context.around.optional(words.by)}</legend>
      ${(['email', 'phone', 'post'] as const).map((way) => radio(`${id}-${way}`, id, words.contactWays[way], by === way, () => tell(asked, {by: way})))}
    </fieldset>
  `;
}

function listPart<Value extends string>(asked: Asked, part: ListPart, label: string, names: Record<Value, string>): TemplateResult {
  const id = controlId(asked.question.id, part);
  const values = Object.keys(names) as Value[];
  const chosen: readonly string[] = detailsIn(asked)[part] ?? [];
  const tick = (value: Value, isTicked: boolean) => asked.context.step({do: 'tick-contact', list: part, value, isTicked});
  return html`
    <fieldset id=${id} class="field">
      <legend class="label">${asked.context.around.optional(label)}</legend>
      ${values.map((value) => html`
        <div class="option">
          <input
            id="${id}-${value}" type="checkbox" .checked=${live(chosen.includes(value))}
            @change=${(event: Event) => tick(value, (event.target as HTMLInputElement).checked)}>
          <label for="${id}-${value}">${names[value]}</label>
        </div>
      `)}
    </fieldset>
  `;
}

function detailsIn({context}: Asked): Contact {
  return context.session.journey.draft.contact?.details ?? {};
}

function tell(asked: Asked, part: Partial<Contact>): void {
  asked.context.step({do: 'write-contact', details: part});
}
