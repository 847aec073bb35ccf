import {html, nothing, type LitElement, type TemplateResult} from 'lit';
import type {Situation} from '../../contract/situation.js';
import type {SignpostDirectory} from '../../contract/signposts.js';
import {directoryAt, fetchSignposts} from '../../delivery/signposts.js';
import {words, type Words} from '../../locale/words.js';
import {bundledEngland} from '../../signposting/bundled.js';
import {bundledNation} from '../../signposting/bundled-nations.js';
import {withKnownOnly} from '../../signposting/known-numbers.js';
import {signpostWords} from '../../signposting/signpost-words.js';
import {whoCanHelp} from '../../signposting/who-can-help.js';
import {controls} from '../../theme/controls.js';
import {nearestLanguage} from '../language.js';
import {Leaving} from '../leaving/leaving.js';
import {signpostList} from '../signpost-list/signpost-list.js';
import {questionsFor, stillAsked, type Question} from './asking.js';
import {givenBy, type Tag} from './given.js';
import {panelWords} from './panel-words.js';
import {today} from '../signpost-list/today.js';

/**
 * The questions and the list that gets better with each answer. It comes after
 * the first list, with all nations in it, whatever anybody will answer: so what
 * is fetched tells nobody anything.
 */
export class Panel {
  static readonly styles = [controls, Leaving.styles];

  readonly #host: LitElement;
  readonly #leaving: Leaving;
  #tag: Tag = {};
  #given: Situation = {};
  #answers: Situation = {};
  #status = '';
  /** What the endpoint, or `src`, has told, and where it was asked. */
  #local: SignpostDirectory | undefined;
  #askedAt = '';
  #asking: AbortController | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    this.#leaving = new Leaving(host, () => this.#wipe());
  }

  /** Takes what the tag says now. */
  hear(tag: Tag): void {
    this.#tag = tag;
    this.#given = givenBy(tag);
    void this.#askForLocal();
  }

  leaving(spoken: Words): unknown {
    const {wants, danger} = this.#situation;
    this.#leaving.isOn = Boolean(this.#tag.leaveQuickly) || wants === 'report-as-staff' || wants === 'safeguard' || danger === 'now';
    return this.#leaving.draw(spoken);
  }

  draw(spoken: Words): TemplateResult {
    const around = {words: spoken, today: today(), copy: (value: string) => void this.#copy(value)};
    // Danger is always first, and stands above the questions, so that nothing moves it.
    const [danger, ...others] = this.#signposts(spoken);
    return html`
      ${signpostList(danger ? [danger] : [], around)}
      ${this.#questions(spoken)}
      <p role="status">${this.#status}</p>
      ${signpostList(others, around)}
      <button type="button" part="button" @click=${() => print()}>${panelWords(spoken).print}</button>
    `;
  }

  get #situation(): Situation {
    return {...this.#answers, ...this.#given};
  }

  #signposts(spoken: Words) {
    const {nation = 'england'} = this.#situation;
    const directory = this.#local ?? (nation === 'england' ? bundledEngland(spoken) : bundledNation(nation, spoken));
    return whoCanHelp(directory, this.#situation, today());
  }

  #questions(spoken: Words): TemplateResult | typeof nothing {
    const questions = questionsFor(this.#answers, this.#given, spoken);
    if (questions.length === 0) return nothing;
    const own = panelWords(spoken);
    return html`
      <form autocomplete="off" @submit=${(event: Event) => event.preventDefault()}>
        <p>${own.intro}</p>
        ${questions.map((each) => (each.answers.length > 7 ? this.#select(each, own.choose) : this.#radios(each)))}
      </form>
    `;
  }

  #radios({key, label, answers}: Question): TemplateResult {
    return html`
      <fieldset>
        <legend>${label}</legend>
        ${answers.map(([value, text]) => html`
          <div class="option">
            <input id="${key}-${value}" type="radio" name=${key} .checked=${this.#answers[key] === value} @change=${() => this.#answer(key, value)}>
            <label for="${key}-${value}">${text}</label>
          </div>
        `)}
      </fieldset>
    `;
  }

  #select({key, label, answers}: Question, choose: string): TemplateResult {
    return html`
      <label for=${key} class="label">${label}</label>
      <select id=${key} .value=${this.#answers[key] ?? ''} @change=${(event: Event) => this.#answer(key, (event.target as HTMLSelectElement).value)}>
        <option value="">${choose}</option>
        ${answers.map(([value, text]) => html`<option value=${value}>${text}</option>`)}
      </select>
    `;
  }

  // The one place in which what somebody answers changes anything.
  #answer(key: Question['key'], value: string): void {
    const spoken = words(nearestLanguage(this.#host));
    const {[key]: _before, ...others} = this.#answers;
    this.#answers = stillAsked(value ? {...others, [key]: value} : others, this.#given, spoken);
    this.#say(panelWords(spoken).found(this.#signposts(spoken).length));
  }

  #say(status: string): void {
    this.#status = status;
    this.#host.requestUpdate();
  }

  async #copy(value: string): Promise<void> {
    const spoken = words(nearestLanguage(this.#host));
    try {
      await navigator.clipboard.writeText(value);
      this.#say(signpostWords(spoken).copied(value));
    } catch {
      this.#say(panelWords(spoken).notCopied(value));
    }
  }

  // Asked by what the tag says alone. What cannot be used leaves what the element carries.
  async #askForLocal(): Promise<void> {
    const {endpoint, src, area} = this.#tag;
    const language = nearestLanguage(this.#host);
    const asked = [endpoint, src, area, language].join('\n');
    if (asked === this.#askedAt) return;
    this.#askedAt = asked;
    this.#asking?.abort();
    this.#asking = new AbortController();
    const {signal} = this.#asking;
    try {
      const local = src ? directoryAt(new URL(src, document.baseURI), signal) : endpoint ? fetchSignposts(endpoint, {...(area && {area}), language}, signal) : undefined;
      const directory = await local;
      this.#local = directory && withKnownOnly(directory);
      this.#host.requestUpdate();
    } catch (error) {
      if (!signal.aborted) console.warn('<care-signpost> shows what it carries, without your local bodies.', error);
    }
  }

  #wipe(): void {
    this.#answers = {};
    this.#status = '';
    this.#host.requestUpdate();
    // Drawn before anybody leaves, so that Back brings nothing back.
    (this.#host as unknown as {performUpdate(): void}).performUpdate();
  }
}
