import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {loadLanguage} from '../../locale/languages.js';
import {words, type Words} from '../../locale/words.js';
import {attend} from './focusing.js';
import {FeedbackForm} from './form.js';
import {nearestLanguage} from './language.js';
import {CannotStart, openForm, type Opening, type Tag} from './start.js';
import {styles} from './styles.js';
import {surface} from './surface.js';
import {viewOf, type Later} from './view.js';
import {elementWords} from './words.js';

/**
 * A form in which people tell what health or social care was like.
 *
 * @slot - What to show until the form works, and if it cannot: a link to the same questions.
 * @fires care-feedback-started - Somebody has given a first answer.
 * @fires care-feedback-received - The endpoint, or the `action`, has the feedback.
 * @fires care-feedback-refused - The endpoint refused it; the person still has every word.
 * @csspart surface - All that the form draws.
 * @csspart heading - The heading of a page.
 * @csspart button - Continue and Send.
 * @csspart help - What to do in danger, and other ways to tell.
 */
export class CareFeedback extends LitElement {
  static override styles = styles;

  /** Base address of the endpoint. Left out: the origin of the pasted script. */
  @property() endpoint?: string | null;
  /** An address that takes the submission instead of the endpoint's own. */
  @property() action?: string | null;
  /** With `action`: the address of a Receiver in JSON. */
  @property() receiver?: string | null;
  /** A CQC id or an ODS code. Left out, the form asks. */
  @property() service?: string | null;
  /** The name of that service, as the page's readers know it. */
  @property({attribute: 'service-name'}) serviceName?: string | null;
  /** An area to tell about instead of a service. */
  @property() place?: string | null;
  /** A topic to tell about instead of a service. */
  @property() topic?: string | null;
  /** `give-feedback`, `quick`, or the id of a set that the endpoint knows. */
  @property({attribute: 'question-set'}) questionSet?: string | null;
  /** Who shows the form; goes with the submission. */
  @property() partner?: string | null;
  /** What the form is shown for; goes with the submission. */
  @property() campaign?: string | null;
  /** The address of the page's own privacy notice. */
  @property({attribute: 'privacy-notice'}) privacyNotice?: string | null;
  /** Keeps the form out of this page's sight. */
  @property({type: Boolean}) isolated = false;

  #form: FeedbackForm | undefined;
  #fault: CannotStart | undefined;
  #later: Later | undefined;
  #starting: AbortController | undefined;
  #language: string | undefined;
  readonly #languages = new MutationObserver(() => void this.#learnLanguage());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#languages.observe(document, {subtree: true, attributeFilter: ['lang']});
    void this.#learnLanguage();
    if (this.hasUpdated && !this.#form) void this.#start();
    this.#guardWords();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#languages.disconnect();
    this.#starting?.abort();
    this.#guardWords();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated || changed.size > 0) void this.#start();
  }

  protected override render(): TemplateResult {
    const spoken = words(nearestLanguage(this));
    if (this.#form) return surface(viewOf(this.#form, spoken, this.#later));
    return html`<slot></slot>${this.#fault ? cannotStart(this.#fault, spoken) : nothing}`;
  }

  protected override updated(): void {
    this.#guardWords();
    const attention = this.#form?.attention;
    if (!this.#form || !attention) return;
    this.#form.attention = undefined;
    attend(this.shadowRoot!, attention);
  }

  // Words that stand in a form outweigh what the page changes its mind about.
  async #start(): Promise<void> {
    if (this.#form?.isUnsent) return;
    this.#starting?.abort();
    this.#starting = new AbortController();
    const {signal} = this.#starting;
    // The frame that it asks for belongs to the page's other half; until it stands, the page's own words do.
    if (this.isolated) return this.#show(undefined);
    try {
      const [opening] = await Promise.all([openForm(tagOf(this), signal), this.#learnLanguage()]);
      if (!signal.aborted) await this.#open(opening);
    } catch (error) {
      if (!signal.aborted) this.#show(undefined, error instanceof CannotStart ? error : new CannotStart('endpoint', String(error)));
    }
  }

  async #open(opening: Opening): Promise<void> {
    const form = this.#formFor(opening);
    if (!form.canShow()) await form.loadRest();
    if (!form.canShow()) throw new CannotStart('endpoint', 'A part of the script could not be fetched.');
    if (this.#form?.isUnsent) return;
    this.#show(form);
    // The page shows first: what comes later waits for its turn on the line.
    await this.updateComplete;
    void form.loadRest();
  }

  #formFor(opening: Opening): FeedbackForm {
    return new FeedbackForm(opening, {
      redraw: () => this.requestUpdate(),
      fire: (event) => this.dispatchEvent(event),
      fetchRest: async () => (this.#later ??= (await import('./later.js')).later),
      startAnother: () => this.#startAnother(opening),
    });
  }

  #startAnother(opening: Opening): void {
    const asksWhich = opening.questions.set.pages.some((page) => page.questions.some(({kind}) => kind === 'service'));
    const next = this.#formFor({...opening, about: asksWhich ? undefined : opening.about, directory: Promise.resolve(undefined)});
    next.attend('heading');
    this.#show(next);
    void next.loadRest();
  }

  #show(form: FeedbackForm | undefined, fault?: CannotStart): void {
    this.#form = form;
    this.#fault = fault;
    if (fault) console.error(fault.message);
    this.requestUpdate();
  }

  async #learnLanguage(): Promise<void> {
    const language = nearestLanguage(this);
    if (language === this.#language) return;
    this.#language = language;
    // A translation that does not come leaves English, which is better than nothing.
    await loadLanguage(language).catch(() => undefined);
    this.requestUpdate();
  }

  // Only while there are words to lose: a listener that stays would keep the page from coming back at once.
  #guardWords(): void {
    if (this.isConnected && this.#form?.isUnsent) addEventListener('beforeunload', this.#askFirst);
    else removeEventListener('beforeunload', this.#askFirst);
  }

  readonly #askFirst = (event: BeforeUnloadEvent): void => {
    event.preventDefault();
    event.returnValue = '';
  };
}

function cannotStart(fault: CannotStart, spoken: Words): TemplateResult {
  const own = elementWords(spoken);
  return html`<div class="surface could-not-start" lang=${spoken.lang}><p>${own.cannotStart} ${own.forEditor(fault.attribute)}</p></div>`;
}

function tagOf({endpoint, action, receiver, service, serviceName, place, topic, questionSet, partner, campaign, privacyNotice}: CareFeedback): Tag {
  return {endpoint, action, receiver, service, serviceName, place, topic, questionSet, partner, campaign, privacyNotice};
}
