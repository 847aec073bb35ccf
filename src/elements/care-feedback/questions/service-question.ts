import {html, nothing, type TemplateResult} from 'lit';
import {live} from './live-value.js';
import {serviceWords, type ServiceWords} from '../../../domain/questionnaire/words/service-words.js';
import type {QuestionContext} from '../render-context.js';
import {elementWords} from '../element-words.js';
import {combobox, nameError} from './combobox.js';
import {group} from './question-frame.js';
import {controlId, errorIn, errorMessage, radio} from './field-parts.js';
import type {Entry, ServicePicker} from './service-picker.js';

const kinds = ['service', 'pathway', 'place'] as const;

/** Which service, several of them, or care in an area. */
export function service(asked: QuestionContext): TemplateResult {
  const {id, context} = asked;
  const words = serviceWords(context.words);
  const {picker} = context;
  const add = () => {
    picker.add();
    context.focus({question: asked.question.id, part: `entry-${picker.entries.length - 1}`});
  };
  const names = {service: words.one, pathway: words.several, place: words.area};
  return html`
    ${group(asked, kinds.map((kind) => radio(`${id}-kind-${kind}`, id, names[kind], picker.kind === kind, () => picker.choose(kind))))}
    <div id=${controlId(asked.question.id, 'kind')}>
      ${picker.kind === 'place' ? area(asked, words, picker) : picker.shown.map((entry, position) => one(asked, words, picker, entry, position))}
    </div>
    ${picker.kind === 'pathway' ? html`<p><button type="button" class="secondary" @click=${add}>${words.add}</button></p>` : nothing}
  `;
}

function one(context: QuestionContext, words: ServiceWords, picker: ServicePicker, entry: Entry, position: number): TemplateResult {
  const fields = entry.isWritten ? plain(context, words, picker, entry, position) : searched(context, words, picker, entry, position);
  if (picker.kind !== 'pathway') return fields;
  const name = elementWords(context.context.words).serviceNumber(position + 1);
  const remove = () => {
    picker.remove(position);
    context.context.focus({question: context.question.id, part: `entry-${Math.max(0, position - 1)}`});
  };
  return html`
    <fieldset id=${controlId(context.question.id, `entry-${position}`)}>
      <legend>${name}</legend>
      ${fields}
      ${picker.entries.length > 2 ? html`<p><button type="button" class="link" @click=${remove}>${words.remove(entry.text || name)}</button></p>` : nothing}
    </fieldset>
  `;
}

function searched(context: QuestionContext, words: ServiceWords, picker: ServicePicker, entry: Entry, position: number): TemplateResult {
  return html`
    ${combobox(context, words, picker, entry, position)}
    ${entry.search === 'failed' && !entry.chosen ? town(context, words, picker, entry, position) : nothing}
  `;
}

function plain(context: QuestionContext, words: ServiceWords, picker: ServicePicker, entry: Entry, position: number): TemplateResult {
  const name = (event: Event) => picker.writeName(position, (event.target as HTMLInputElement).value);
  const search = () => {
    picker.writeInstead(position, false);
    context.context.focus({question: context.question.id, part: `name-${position}`});
  };
  return html`
    ${line(context, `name-${position}`, words.name, entry.text, name, nameError(context, position))}
    ${town(context, words, picker, entry, position)}
    ${picker.endpoint ? html`<p><button type="button" class="link" @click=${search}>${words.inList}</button></p>` : nothing}
  `;
}

function town(context: QuestionContext, words: ServiceWords, picker: ServicePicker, entry: Entry, position: number): TemplateResult {
  const write = (event: Event) => picker.writeTown(position, (event.target as HTMLInputElement).value);
  return line(context, `town-${position}`, context.context.formWords.optional(words.town), entry.town, write);
}

function area(context: QuestionContext, words: ServiceWords, picker: ServicePicker): TemplateResult {
  return line(context, 'place', words.place, picker.place, (event) => picker.writePlace((event.target as HTMLInputElement).value));
}

function line(context: QuestionContext, part: string, label: string, text: string, write: (event: Event) => void, error = errorIn(context, part)): TemplateResult {
  const id = controlId(context.question.id, part);
  return html`
    <div class="field" ?data-faulty=${error !== undefined}>
      <label for=${id} class="label">${label}</label>
      ${errorMessage(context, id, error)}
      <input
        id=${id} type="text" dir="auto" spellcheck="false" .value=${live(text)} @input=${write}
        aria-invalid=${error ? 'true' : nothing} aria-describedby=${error ? `${id}-error` : nothing}>
    </div>
  `;
}
