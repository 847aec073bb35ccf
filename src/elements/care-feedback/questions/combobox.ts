import {html, nothing, type TemplateResult} from 'lit';
import {live} from './live-value.js';
import type {Service} from '../../../contract/service.js';
import {below} from '../../../delivery/client/endpoint-addresses.js';
import {tellingApart} from '../../../domain/questionnaire/which-service.js';
import type {ServiceWords} from '../../../domain/questionnaire/words/service-words.js';
import {sourceTexts} from '../tag-texts.js';
import type {QuestionContext} from '../render-context.js';
import {elementWords} from '../element-words.js';
import {controlId, errorIn, errorMessage} from './field-parts.js';
import type {Entry, ServicePicker} from './service-picker.js';

/** A search with a list to choose from, as the WAI-ARIA practices describe an editable combobox with list autocomplete. */
export function combobox(context: QuestionContext, words: ServiceWords, picker: ServicePicker, entry: Entry, position: number): TemplateResult {
  const id = controlId(context.question.id, `name-${position}`);
  const error = nameError(context, position);
  const isOpen = entry.found.length > 0;
  const writeInstead = () => {
    picker.writeInstead(position, true);
    context.context.focus({question: context.question.id, part: `name-${position}`});
  };
  const isForElsewhere = Boolean(entry.chosen?.isolated && picker.endpoint);
  const toTell = isForElsewhere ? elementWords(context.context.words).notHere : heard(entry, words);
  return html`
    <div class="field combobox" ?data-faulty=${error !== undefined} @focusout=${(event: FocusEvent) => left(event, picker, position)}>
      <label for=${id} id="${id}-label" class="label">${words.search}</label>
      ${errorMessage(context, id, error)}
      <input
        id=${id} type="text" role="combobox" aria-labelledby="${id}-label" dir="auto" autocomplete="off" autocapitalize="off" spellcheck="false" .value=${live(entry.text)}
        aria-autocomplete="list" aria-expanded=${isOpen ? 'true' : 'false'} aria-controls="${id}-list"
        aria-activedescendant=${entry.active === undefined ? nothing : `${id}-${entry.active}`}
        aria-invalid=${error ? 'true' : nothing} aria-describedby=${error ? `${id}-error` : nothing}
        @input=${(event: Event) => picker.type(position, (event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => press(event, picker, entry, position)}>
      <ul id="${id}-list" role="listbox" aria-label=${words.pick} ?hidden=${!isOpen} @pointerdown=${(event: Event) => event.preventDefault()}>
        ${entry.found.map((found, place) => option(`${id}-${place}`, place === entry.active, described(found, entry.found, words), () => picker.pick(position, found)))}
      </ul>
      <p class=${isOpen || !toTell ? 'visually-hidden' : 'hint'} role="status">${toTell}</p>
      ${entry.chosen?.status.kind === 'closed' ? html`<p class="hint">${words.closed}</p>` : nothing}
      ${isForElsewhere ? elsewhere(context, picker.endpoint!, entry.chosen!.id) : nothing}
      <button type="button" class="link" @click=${writeInstead}>${words.notListed}</button>
    </div>
  `;
}

// The endpoint would refuse what is written here, and better told now than after a story.
function elsewhere({context}: QuestionContext, endpoint: URL, service: string): TemplateResult {
  const {ownPage} = elementWords(context.words);
  const {partner} = sourceTexts(context.opening.tag);
  const address = below(endpoint, 'feedback', {service, ...(partner && {partner})});
  return html`<p class="inset"><a href=${address.href} target="_blank" rel="noopener noreferrer">${ownPage}</a></p>`;
}

function option(id: string, isActive: boolean, words: unknown, pick: () => void): TemplateResult {
  // The field keeps the focus, so it is the field that hears the keys.
  // eslint-disable-next-line lit-a11y/click-events-have-key-events
  return html`<li id=${id} role="option" aria-selected=${isActive ? 'true' : 'false'} dir="auto" @click=${pick}>${words}</li>`;
}

/** What is wrong with a service's name: where nothing was said at all, that is told at the first. */
export function nameError(context: QuestionContext, position: number): string | undefined {
  return errorIn(context, `name-${position}`) ?? (position === 0 ? errorIn(context, 'kind') : undefined);
}

function described(service: Service, among: readonly Service[], words: ServiceWords): TemplateResult {
  const {name, town, postcode, status} = service;
  const where = [town, postcode, tellingApart(service, among)].filter(Boolean).join(', ');
  return html`<span>${name}</span>${where ? html`, <span class="where">${where}</span>` : nothing} ${status.kind === 'closed' ? html`<span class="hint">${words.closed}</span>` : nothing}`;
}

function heard({search, found}: Entry, words: ServiceWords): string {
  if (search === 'failed') return words.cannotSearch;
  if (search !== 'found') return '';
  return found.length > 0 ? words.found(found.length) : words.noneFound;
}

function press(event: KeyboardEvent, picker: ServicePicker, {found, active, text}: Entry, position: number): void {
  if (event.isComposing) return;
  const chosen = active === undefined ? undefined : found[active];
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event, picker, position);
  else if (event.key === 'Enter' && chosen) picker.pick(position, chosen);
  else if (event.key === 'Escape' && found.length > 0) picker.close(position);
  else if (event.key === 'Escape' && text) picker.type(position, '');
  else return;
  event.preventDefault();
}

function move({key, currentTarget}: KeyboardEvent, picker: ServicePicker, position: number): void {
  picker.move(position, key === 'ArrowDown' ? 1 : -1);
  const field = currentTarget as HTMLElement;
  // Once it is drawn: what has become active may lie below what can be seen.
  requestAnimationFrame(() => field.parentElement?.querySelector('[aria-selected="true"]')?.scrollIntoView({block: 'nearest'}));
}

function left({relatedTarget, currentTarget}: FocusEvent, picker: ServicePicker, position: number): void {
  // To nowhere is where a phone moves the focus when its keyboard is put away to see the list.
  if (relatedTarget instanceof Node && !(currentTarget as Node).contains(relatedTarget)) picker.close(position);
}
