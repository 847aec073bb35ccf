import {adoptStyles, html, nothing, type LitElement, type ReactiveController, type TemplateResult} from 'lit';
import type {Situation} from '../../contract/situation.js';
import type {Body, SignpostDirectory, Way} from '../../contract/signposts.js';
import type {Words} from '../../locale/words.js';
import {bundledEngland} from '../../domain/signposting/bundled-england.js';
import {bundledNation} from '../../domain/signposting/bundled-nations.js';
import {emergencyFirst} from '../../domain/signposting/emergency-first.js';
import {digitsOf, shownValue} from '../../domain/signposting/shown-ways.js';
import type {Signpost} from '../../domain/signposting/who-can-help.js';
import {controls} from '../../theme/controls.js';
import type {LanguageController} from '../shared/language-controller.js';
import {QuickExit} from '../shared/quick-exit/quick-exit.js';
import {keepKeys} from '../shared/own-keys.js';
import {signpostList} from '../shared/signpost-list/signpost-list.js';
import {LoadController} from '../shared/load-controller.js';
import {questionsFor, stillAsked, type SituationQuestion} from './situation-questions.js';
import {givenBy, type SignpostAttributes} from './given-situation.js';
import {loadSignposts} from './load-signposts.js';
import {panelStyles} from './panel-styles.js';
import {panelWords} from './panel-words.js';
import {styles} from './styles.js';
import {today} from '../shared/signpost-list/today.js';

// With the classes, the marks by which the common session recorders leave out what is in it.
const marks = {'data-private': '', 'data-hj-suppress': '', 'data-dd-privacy': 'mask', 'data-clarity-mask': 'true'};

/** As many answers as stand side by side, where there is room. */
const few = 4;

/**
 * The questions and the list that gets better with each answer. It comes after
 * the first list, with all nations in it, whatever anybody will answer: so what
 * is fetched tells nobody anything.
 */
export class Panel implements ReactiveController {
  readonly #host: LitElement & SignpostAttributes;
  readonly #language: LanguageController;
  readonly #leaving: QuickExit;
  /** What the tag said when `given` was read from it. */
  #heard: readonly unknown[] = [];
  #given: Situation = {};
  #answers: Situation = {};
  /** How often an answer has changed the list, which those who do not see it are told. */
  #turn = 0;
  /** The number or address that somebody wanted copied, and what became of it. */
  #copied: {value: string; isDone: boolean} | undefined;
  /** The local bodies; what cannot be used leaves what the element carries. */
  readonly #local: LoadController<SignpostDirectory>;
  /** Where the link with the focus leads, while the list is drawn anew. */
  #focused: string | null | undefined;

  constructor(host: LitElement & SignpostAttributes, language: LanguageController) {
    this.#host = host;
    this.#language = language;
    this.#leaving = new QuickExit(host, () => this.#wipe());
    adoptStyles(host.renderRoot as ShadowRoot, [...styles, controls, QuickExit.styles, panelStyles]);
    const surface = host.renderRoot.querySelector('.surface');
    surface?.classList.add('rr-block', 'ph-no-capture', 'fs-mask', 'sentry-mask');
    for (const [mark, value] of Object.entries(marks)) surface?.setAttribute(mark, value);
    host.addController(this);
    // After the panel, which learns first what the tag says now.
    this.#local = new LoadController(host, {
      args: () => [host.endpoint, host.src, this.#given.area, language.language],
      load: (signal) => loadSignposts({endpoint: host.endpoint, src: host.src, area: this.#given.area, language: language.language}, signal),
      explain: (error) => console.warn('<care-signpost> shows what it carries, without your local bodies.', error),
    });
    keepKeys(host);
  }

  hostConnected(): void {
    addEventListener('online', this.#askAgain);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#askAgain);
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement?.getAttribute('href');
    const {nation, area, situation} = this.#host;
    const tag = [nation, area, situation];
    if (tag.some((each, place) => each !== this.#heard[place])) {
      this.#heard = tag;
      this.#given = givenBy(this.#host);
      this.#answers = stillAsked(this.#answers, this.#given, this.#language.words);
    }
  }

  // Whoever is about to follow a link must not lose it to a list that is drawn anew.
  hostUpdated(): void {
    const root = this.#host.shadowRoot;
    if (!this.#focused || root?.activeElement) return;
    [...(root?.querySelectorAll('a') ?? [])].find((link) => link.getAttribute('href') === this.#focused)?.focus({preventScroll: true});
  }

  leaving(words: Words): unknown {
    const {wants, danger} = this.#situation;
    this.#leaving.isOn = Boolean(this.#host.leaveQuickly) || wants === 'report-as-staff' || wants === 'safeguard' || danger === 'now';
    return this.#leaving.draw(words);
  }

  draw(words: Words): TemplateResult {
    const own = panelWords(words);
    const around = {words: words, today: today(), beside: (way: Way, body: Body) => this.#copyButton(way, body, words)};
    // Danger is always first, and stands above the questions, so that nothing moves it.
    const [danger, ...others] = this.#signposts(words);
    return html`
      ${signpostList(danger ? [danger] : [], around)}
      ${this.#questions(words)}
      <p role="status">${this.#turn === 0 ? nothing : this.#turn % 2 === 0 ? even(own.found(others.length)) : odd(own.found(others.length))}</p>
      <p role="status" class="unseen">${this.#copied && outcome(this.#copied, own)}</p>
      ${signpostList(others, around)}
      <button type="button" part="button" @click=${() => print()}>${own.print}</button>
    `;
  }

  get #situation(): Situation {
    return {...this.#answers, ...this.#given};
  }

  #signposts(words: Words): Signpost[] {
    const {nation = 'england'} = this.#situation;
    const carried = nation === 'england' ? bundledEngland(words) : bundledNation(nation, words);
    return emergencyFirst(this.#local.value ?? undefined, carried, this.#situation, today());
  }

  #questions(words: Words): TemplateResult | typeof nothing {
    const questions = questionsFor(this.#answers, this.#given, words);
    if (questions.length === 0) return nothing;
    const own = panelWords(words);
    return html`
      <form autocomplete="off" @submit=${(event: Event) => event.preventDefault()}>
        <p>${own.intro}</p>
        ${questions.map((each) => (each.answers.length > 7 ? this.#select(each, own.choose) : this.#radios(each)))}
      </form>
    `;
  }

  #radios({key, label, answers}: SituationQuestion): TemplateResult {
    return html`
      <fieldset>
        <legend>${label}</legend>
        <div class=${answers.length > few ? 'options' : 'few options'}>${answers.map(([value, text]) => html`
          <div class="option">
            <input id="${key}-${value}" type="radio" name=${key} .checked=${this.#answers[key] === value} @change=${() => this.#answer(key, value)}>
            <label for="${key}-${value}">${text}</label>
          </div>
        `)}</div>
      </fieldset>
    `;
  }

  #select({key, label, answers}: SituationQuestion, choose: string): TemplateResult {
    return html`
      <label for=${key} class="label">${label}</label>
      <select id=${key} @change=${(event: Event) => this.#answer(key, (event.target as HTMLSelectElement).value)}>
        <option value="">${choose}</option>
        ${answers.map(([value, text]) => html`<option value=${value} .selected=${this.#answers[key] === value}>${text}</option>`)}
      </select>
    `;
  }

  // The one place in which what somebody answers changes anything.
  #answer(key: SituationQuestion['key'], value: string): void {
    const words = this.#language.words;
    const {[key]: _before, ...others} = this.#answers;
    this.#answers = stillAsked(value ? {...others, [key]: value} : others, this.#given, words);
    this.#turn += 1;
    this.#host.requestUpdate();
  }

  #copyButton(way: Way, {name}: Body, words: Words): TemplateResult | typeof nothing {
    const {kind, value} = way;
    if (kind === 'bsl') return nothing;
    const own = panelWords(words);
    const label = own.copyFrom(name, digitsOf(way) ?? shownValue(way, words));
    return html`
      <button type="button" class="link copy" aria-label=${label} @click=${() => void this.#copy(value)}>${own.copy}</button>
      ${this.#copied?.value === value ? html`<span aria-hidden="true">${outcome(this.#copied, own)}</span>` : nothing}
    `;
  }

  async #copy(value: string): Promise<void> {
    // The same words twice would not be heard the second time.
    this.#copied = undefined;
    this.#host.requestUpdate();
    let isDone = true;
    try {
      await navigator.clipboard.writeText(value);
    } catch {
      // Also where the page has no clipboard, as over plain http.
      isDone = false;
    }
    this.#copied = {value, isDone};
    this.#host.requestUpdate();
  }

  readonly #askAgain = (): void => this.#local.reload();

  #wipe(): void {
    this.#answers = {};
    this.#turn = 0;
    this.#copied = undefined;
    this.#host.requestUpdate();
    // Drawn before anybody leaves, so that Back brings nothing back.
    (this.#host as unknown as {performUpdate(): void}).performUpdate();
  }
}

// Two templates in turn: what is said twice is heard twice only where it is new to the page.
const even = (words: string) => html`${words}`;
const odd = (words: string) => html`${words}`;
const outcome = ({isDone}: {isDone: boolean}, {copied, notCopied}: ReturnType<typeof panelWords>) => (isDone ? copied : notCopied);
