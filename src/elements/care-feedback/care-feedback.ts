import {LitElement, adoptStyles, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {formCatalogue} from '../../locale/generated/form.js';
import {formFirstCatalogue} from '../../locale/generated/form-first.js';
import type {Words} from '../../locale/words.js';
import {LanguageController} from '../shared/language-controller.js';
import {RenderGuard} from '../shared/render-guard.js';
import {hintMisspelt} from '../shared/attribute-hints.js';
import type {QuickExit} from '../shared/quick-exit/quick-exit.js';
import {wipers} from '../shared/quick-exit/wiping.js';
import {keepKeys} from '../shared/own-keys.js';
import {Room} from '../shared/room.js';
import {attend} from './focusing.js';
import {FeedbackShownEvent, FeedbackUnavailableEvent} from './events.js';
import {FirstForm} from './first-form.js';
import type {Form, FormHost} from './form-host.js';
import type * as Lazy from './lazy-form.js';
import {LeaveGuard} from './leave-guard.js';
import {openForm, type StartedForm, type FeedbackAttributes} from './start-form.js';
import {styles} from './styles.js';

/**
 * A form in which people tell what health or social care was like.
 *
 * @slot - What to show until the form works, and if it cannot: a link to the same questions.
 * @fires care-feedback-shown - The form stands.
 * @fires care-feedback-unavailable - It cannot be shown; the console says why.
 * @fires care-feedback-started - Somebody has given a first answer.
 * @fires care-feedback-kept - It is kept on this device until it has arrived.
 * @fires care-feedback-received - The endpoint, or the `action`, has the feedback; what was kept fires this when it arrives, perhaps on a later visit.
 * @fires care-feedback-refused - The endpoint refused it; the person still has every word.
 * @csspart surface - All that the form draws.
 * @csspart heading - The heading of a page.
 * @csspart button - Continue and Send.
 * @csspart leaving - How to leave quickly, above every page where that is offered.
 * @csspart help - What to do in danger, and other ways to tell.
 */
export class CareFeedback extends LitElement {
  static override styles = styles;

  // Not decorators: those bring code of their own, and the first page has none to spare.
  static override properties = {
    endpoint: {reflect: true},
    action: {reflect: true},
    receiver: {reflect: true},
    service: {reflect: true},
    serviceName: {attribute: 'service-name', reflect: true},
    place: {reflect: true},
    topic: {reflect: true},
    questionSet: {attribute: 'question-set', reflect: true},
    partner: {reflect: true},
    campaign: {reflect: true},
    privacyNotice: {attribute: 'privacy-notice', reflect: true},
    isolated: {type: Boolean, reflect: true},
    leaveQuickly: {attribute: 'leave-quickly', type: Boolean, reflect: true},
  };

  /** Base address of the endpoint. Left out: the origin of the pasted script. */
  declare endpoint?: string | null;
  /** An address that takes the submission instead of the endpoint's own. */
  declare action?: string | null;
  /** With `action`: the address of a Receiver in JSON. */
  declare receiver?: string | null;
  /** A CQC id or an ODS code. Left out, the form asks. */
  declare service?: string | null;
  /** The name of that service, as the page's readers know it. */
  declare serviceName?: string | null;
  /** An area to tell about instead of a service. */
  declare place?: string | null;
  /** A topic to tell about instead of a service. */
  declare topic?: string | null;
  /** `give-feedback`, `quick`, or the id of a set that the endpoint knows. */
  declare questionSet?: string | null;
  /** Who shows the form; goes with the submission. */
  declare partner?: string | null;
  /** What the form is shown for; goes with the submission. */
  declare campaign?: string | null;
  /** The address of the page's own privacy notice. */
  declare privacyNotice?: string | null;
  /** Keeps the form out of this page's sight. */
  declare isolated?: boolean;
  /** Lets people leave quickly from the first page on, not only once they tell what could harm them. */
  declare leaveQuickly?: boolean;

  #form: Form | undefined;
  /** Why there is no form, to be shown under the page's own words. */
  #line: ((words: Words) => TemplateResult) | undefined;
  #hasStarted = false;
  #starting: AbortController | undefined;
  #leaving: QuickExit | undefined;
  readonly #guard = new LeaveGuard();
  readonly #rendering = new RenderGuard(this, {
    fail: () => this.dispatchEvent(new FeedbackUnavailableEvent()),
    instead: () => (this.#lazy && this.#form?.hasUnsaved ? this.#keepLastPage(this.#lazy) : html`<slot></slot>`),
  });
  #lazy: typeof Lazy | undefined;
  /** The page that somebody was on when the next could not be rendered. */
  #lastPage: readonly Element[] | undefined;
  readonly #room = new Room(this);
  readonly #worn = new Set(styles);
  readonly #language = new LanguageController(this, [formFirstCatalogue]);

  constructor() {
    super();
    keepKeys(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    wipers().add(this.#wipe);
    // Unlike `unload` it does not keep the page from coming back at once.
    addEventListener('pagehide', this.#leave);
    if (this.#hasStarted && !this.#form) void this.#start();
    this.#guardWords();
    hintMisspelt(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    wipers().delete(this.#wipe);
    removeEventListener('pagehide', this.#leave);
    this.#starting?.abort();
    this.#guardWords();
  }

  protected override performUpdate(): void {
    this.#rendering.run(() => super.performUpdate());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.#hasStarted || changed.size > 0) void this.#start();
    if (this.#leaving) this.#leaving.isOn = Boolean(this.#form && (this.leaveQuickly || this.#form.needsQuickExit));
  }

  protected override render(): TemplateResult {
    const {words} = this.#language;
    if (this.#form) return this.#form.render(words);
    return html`<slot></slot>${this.#line?.(words) ?? nothing}`;
  }

  /** What somebody wrote stays in sight, whatever cannot be rendered; the page's own words tell another way. */
  #keepLastPage({lastPage}: typeof Lazy): TemplateResult {
    this.#lastPage ??= [...this.shadowRoot!.children];
    return lastPage(this.#lastPage, this.#language.words, () => this.requestUpdate());
  }

  protected override updated(): void {
    this.#lastPage = undefined;
    if (this.#form) this.#rendering.state = 'shown';
    this.#guardWords();
    const selector = this.#form?.takeFocus?.();
    if (selector) attend(this.shadowRoot!, selector);
  }

  // Words that stand in a form outweigh what the page changes its mind about.
  async #start(): Promise<void> {
    this.#hasStarted = true;
    if (this.#form?.hasUnsaved) return;
    this.#starting?.abort();
    this.#starting = new AbortController();
    this.#rendering.begin();
    const {signal} = this.#starting;
    // The frame that it asks for belongs to the page's other half; until it stands, the page's own words do.
    if (this.isolated) return this.#stay();
    try {
      const [opening] = await Promise.all([openForm(tagOf(this), signal), this.#language.load(), this.leaveQuickly && this.#fetchLeaving()]);
      const form = await this.#open(opening, signal);
      if (signal.aborted || this.#form?.hasUnsaved) return;
      this.#show(form);
      // The page comes first; what comes later waits for its turn on the line.
      await this.updateComplete;
      if (!this.#rendering.isBroken) this.dispatchEvent(new FeedbackShownEvent());
      if (form instanceof FirstForm) void this.#complete(form).catch(() => undefined);
    } catch (error) {
      if (!signal.aborted) await this.#refuse(error);
    }
  }

  async #open(opening: StartedForm, signal: AbortSignal): Promise<Form> {
    const {questionSet} = opening.tag;
    if (questionSet && questionSet !== 'give-feedback') return (await this.#fetchLazy()).openOther(opening, this.#host, signal);
    const first: FirstForm = new FirstForm(opening, this.#host, () => this.#complete(first));
    return first;
  }

  async #complete(first: FirstForm): Promise<Form | undefined> {
    const {takeOver} = await this.#fetchLazy();
    if (this.#form === first) this.#show(takeOver(first, this.#host));
    return this.#form;
  }

  async #fetchLazy(): Promise<typeof Lazy> {
    const [lazy] = await Promise.all([import('./lazy-form.js'), this.#language.load(formCatalogue)]);
    this.#lazy = lazy;
    // Who can help is asked for next, and its words with it.
    void this.#language.load(lazy.helpCatalogue);
    for (const each of lazy.styles) this.#host.wear(each);
    this.#letLeave(lazy);
    return lazy;
  }

  // Where it does not come, a form without is still better than none.
  async #fetchLeaving(): Promise<void> {
    await import('../shared/quick-exit/quick-exit.js').then((code) => this.#letLeave(code), () => undefined);
  }

  #letLeave({QuickExit}: Pick<typeof Lazy, 'QuickExit'>): void {
    this.#leaving ??= new QuickExit(this, this.#wipe);
    this.#host.wear(QuickExit.styles);
  }

  readonly #host: FormHost = {
    requestUpdate: () => this.requestUpdate(),
    dispatchEvent: (event) => this.dispatchEvent(event),
    language: () => this.#language.language,
    wear: (styles) => adoptStyles(this.shadowRoot!, [...this.#worn.add(styles)]),
    above: (words, turn) => this.#leaving?.draw(words, turn),
  };

  // At once: somebody is on the way out, and the browser must not ask them to stay.
  readonly #wipe = (): void => {
    this.#starting?.abort();
    this.#show(undefined);
    this.performUpdate();
  };

  // At once: the browser keeps the page as it is drawn after this, and shows it to whoever comes back.
  readonly #leave = (): void => {
    this.#form?.leave?.();
    this.performUpdate();
  };

  #show(form: Form | undefined): void {
    this.#form = form;
    this.#line = undefined;
    this.requestUpdate();
  }

  async #refuse(error: unknown): Promise<void> {
    const line = await import('./cannot-start.js').then(({whyNot}) => whyNot(error), () => console.error('<care-feedback>:', error));
    this.#stay();
    if (line) this.#line = line;
  }

  /** The page's own words are all there is. */
  #stay(): void {
    this.#show(undefined);
    this.#room.giveUp();
    this.#rendering.state = 'unavailable';
    this.dispatchEvent(new FeedbackUnavailableEvent());
  }

  #guardWords(): void {
    this.#guard.isOn = this.isConnected && Boolean(this.#form?.hasUnsaved);
  }
}

/** What the tag says now; a copy, as the form keeps what it started with. */
function tagOf(element: CareFeedback): FeedbackAttributes {
  return Object.fromEntries(Object.keys(CareFeedback.properties).map((name) => [name, element[name as keyof FeedbackAttributes]]));
}
