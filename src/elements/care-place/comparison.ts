import {html, nothing, type LitElement, type TemplateResult} from 'lit';
import type {RatedService} from '../../contract/place.js';
import type {Words} from '../../locale/words.js';
import {comparisonStyles} from './comparison-styles.js';
import {comparisonTable} from './comparison-table.js';
import {comparisonWords, type ComparisonWords} from './comparison-words.js';
import type {Kind} from './place-words.js';

export {comparisonStyles};

const mostChosen = 4;
const mostListed = 10;

/** The services of an area, among which people find some and compare them. What they choose stays in the browser. */
export class Comparison {
  readonly #host: LitElement;
  readonly #ask: () => Promise<readonly RatedService[]>;
  /** `null` when they did not come, `undefined` while they are on their way. */
  #services: readonly RatedService[] | null | undefined;
  #text = '';
  #chosen: readonly RatedService[] = [];

  constructor(host: LitElement, ask: () => Promise<readonly RatedService[]>) {
    this.#host = host;
    this.#ask = ask;
    void this.#fetch();
  }

  render(words: Words, today: string, kind: Kind | undefined): TemplateResult {
    const own = comparisonWords(words);
    if (this.#services === undefined) return html`<p role="status">${own.coming}</p>`;
    if (this.#services === null) return html`<p role="status">${own.failed}</p><button type="button" part="button" @click=${() => void this.#fetch()}>${own.again}</button>`;
    const found = this.#services.filter((each) => isLike(each, this.#text) && (!kind || each.service.kinds.includes(kind)));
    return html`
      <label for="find" class="label">${own.find}</label>
      <input id="find" type="search" autocomplete="off" .value=${this.#text} @input=${(event: Event) => this.#find((event.target as HTMLInputElement).value)}>
      <p role="status">${this.#status(found.length, own)}</p>
      <fieldset>
        <legend>${own.choose}</legend>
        ${found.slice(0, mostListed).map((each) => this.#option(each))}
      </fieldset>
      ${this.#chosen.length > 0 ? comparisonTable(this.#chosen, {words, today, takeOut: (service) => this.#toggle(service)}) : nothing}
    `;
  }

  #option(each: RatedService): TemplateResult {
    const {id, name, town} = each.service;
    const isChosen = this.#isChosen(each);
    return html`
      <div class="option">
        <input id="service-${id}" type="checkbox" .checked=${isChosen} ?disabled=${!isChosen && this.#chosen.length === mostChosen} @change=${() => this.#toggle(each)}>
        <label for="service-${id}">${name}${town ? html`<span class="hint">${town}</span>` : nothing}</label>
      </div>
    `;
  }

  #status(count: number, own: ComparisonWords): string {
    if (this.#chosen.length === mostChosen) return own.full;
    return count > mostListed ? own.firstOf(mostListed, count) : own.found(count);
  }

  #isChosen({service}: RatedService): boolean {
    return this.#chosen.some((each) => each.service.id === service.id);
  }

  #toggle(each: RatedService): void {
    this.#chosen = this.#isChosen(each) ? this.#chosen.filter(({service}) => service.id !== each.service.id) : [...this.#chosen, each];
    this.#host.requestUpdate();
  }

  #find(text: string): void {
    this.#text = text;
    this.#host.requestUpdate();
  }

  async #fetch(): Promise<void> {
    this.#services = undefined;
    this.#host.requestUpdate();
    this.#services = await this.#ask().catch((error: unknown) => {
      console.warn('<care-place>: services cannot be compared.', error);
      return null;
    });
    this.#host.requestUpdate();
  }
}

/** Whether each word of `text` begins a word of the service's name or town, however it is accented. */
function isLike({service: {name, town = ''}}: RatedService, text: string): boolean {
  const there = folded(`${name} ${town}`).split(/\s+/);
  return folded(text).split(/\s+/).filter(Boolean).every((word) => there.some((each) => each.startsWith(word)));
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/['’.,&()-]/g, ' ').toLowerCase();
}
