import {html, nothing, type TemplateResult} from 'lit';
import {live} from './live-value.js';
import type {Contact} from '../../../contract/submission.js';
import {asksForDetails} from '../../../domain/questionnaire/contact.js';
import {askingWords, type AskingWords} from '../../../domain/questionnaire/words/asking-words.js';
import type {QuestionContext} from '../render-context.js';
import {describedBy, group} from './question-frame.js';
import {controlId, errorIn, errorMessage, radio} from './field-parts.js';

type TextPart = 'name' | 'email' | 'phone' | 'address' | 'avoid' | 'language';
type ListPart = 'for' | 'formats';

/** How somebody may be reached, and whether, where no other question has asked that; every part is theirs to leave out. */
export function contact(asked: QuestionContext): TemplateResult {
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

function details(context: QuestionContext, words: AskingWords): TemplateResult {
  const {formats = []} = detailsIn(context);
  return html`
    ${textPart(context, 'name', words.name, {autocomplete: 'name'})}
    ${textPart(context, 'email', words.email, {autocomplete: 'email', inputmode: 'email'})}
    ${textPart(context, 'phone', words.phone, {autocomplete: 'tel', inputmode: 'tel'})}
    ${longPart(context, 'address', words.address, {autocomplete: 'street-address'})}
    ${ways(context, words)}
    ${longPart(context, 'avoid', words.avoid, {hint: words.avoidHint})}
    ${listPart(context, 'for', words.for, {questions: words.forQuestions, news: words.forNews})}
    ${listPart(context, 'formats', words.formats, words.formatNames)}
    ${formats.includes('interpreter') ? textPart(context, 'language', words.language, {}) : nothing}
  `;
}

interface FieldOptions {
  autocomplete?: string;
  inputmode?: string;
  hint?: string;
}

function textPart(context: QuestionContext, part: TextPart, label: string, {autocomplete, inputmode}: FieldOptions): TemplateResult {
  const id = controlId(context.question.id, part);
  const error = errorIn(context, part);
  return html`
    <div class="field" ?data-faulty=${error !== undefined}>
      <label for=${id} class="label">${context.context.formWords.optional(label)}</label>
      ${errorMessage(context, id, error)}
      <input
        id=${id} type="text" dir="auto" spellcheck="false" autocapitalize="off" inputmode=${inputmode ?? nothing} autocomplete=${autocomplete ?? nothing}
        .value=${live(detailsIn(context)[part] ?? '')} aria-invalid=${error ? 'true' : nothing} aria-describedby=${error ? `${id}-error` : nothing}
        @input=${(event: Event) => tell(context, {[part]: (event.target as HTMLInputElement).value})}>
    </div>
  `;
}

function longPart(context: QuestionContext, part: TextPart, label: string, {autocomplete, hint}: FieldOptions): TemplateResult {
  const id = controlId(context.question.id, part);
  const error = errorIn(context, part);
  return html`
    <div class="field" ?data-faulty=${error !== undefined}>
      <label for=${id} class="label">${context.context.formWords.optional(label)}</label>
      ${hint ? html`<span id="${id}-hint" class="hint">${hint}</span>` : nothing}
      ${errorMessage(context, id, error)}
      <textarea
        id=${id} rows="3" dir="auto" autocomplete=${autocomplete ?? nothing} .value=${live(detailsIn(context)[part] ?? '')}
        aria-invalid=${error ? 'true' : nothing} aria-describedby=${describedBy({id, text: {hint}, error})}
        @input=${(event: Event) => tell(context, {[part]: (event.target as HTMLTextAreaElement).value})}></textarea>
    </div>
  `;
}

function ways(context: QuestionContext, words: AskingWords): TemplateResult {
  const id = controlId(context.question.id, 'by');
  const {by} = detailsIn(context);
  return html`
    <fieldset id=${id} class="field">
      <legend class="label">${context.context.formWords.optional(words.by)}</legend>
      ${(['email', 'phone', 'post'] as const).map((way) => radio(`${id}-${way}`, id, words.contactWays[way], by === way, () => tell(context, {by: way})))}
    </fieldset>
  `;
}

function listPart<Value extends string>(context: QuestionContext, part: ListPart, label: string, names: Record<Value, string>): TemplateResult {
  const id = controlId(context.question.id, part);
  const values = Object.keys(names) as Value[];
  const chosen: readonly string[] = detailsIn(context)[part] ?? [];
  const tick = (value: Value, isTicked: boolean) => context.context.step({do: 'tick-contact', list: part, value, isTicked});
  return html`
    <fieldset id=${id} class="field">
      <legend class="label">${context.context.formWords.optional(label)}</legend>
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

function detailsIn({context}: QuestionContext): Contact {
  return context.session.journey.draft.contact?.details ?? {};
}

function tell(context: QuestionContext, part: Partial<Contact>): void {
  context.context.step({do: 'write-contact', details: part});
}
