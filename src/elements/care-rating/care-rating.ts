import {LitElement, html, type PropertyValues, type TemplateResult} from 'lit';
import type {ServiceRating} from '../../contract/rating.js';
import {directionOf} from '../../locale/direction.js';
import {loadLanguage} from '../../locale/languages.js';
import {words} from '../../locale/words.js';
import {freshness} from '../../ratings/freshness.js';
import {nearestLanguage} from '../language.js';
import {RenderGuard} from '../shared/render-guard.js';
import {hintMisspelt} from '../shared/attribute-hints.js';
import {Room} from '../shared/room.js';
import {today} from '../signpost-list/today.js';
import {askedFor, later} from './asking.js';
import {watcher} from './conspicuous.js';
import {RatingShownEvent, RatingUnavailableEvent} from './events.js';
import {styles} from './styles.js';
import {ratingView, type Around} from './view.js';

type Draw = (around: Around) => TemplateResult;

/**
 * Shows how the Care Quality Commission rates a service, with all that
 * Regulation 20A asks of a provider's website.
 *
 * @slot - What to show until the rating has come, and if it does not: a link to the service's page at www.cqc.org.uk, and no rating.
 * @fires care-rating-shown - What is known of the rating stands on the page.
 * @fires care-rating-unavailable - It cannot be shown; the console says why.
 * @csspart surface - All that the element draws.
 * @csspart heading - The name of the service.
 * @csspart rating - The word and shape of a rating, wherever it stands; also a part named `outstanding`, `good`, `requires-improvement` or `inadequate`.
 */
export class CareRating extends LitElement {
  static override styles = styles;

  static override properties = {
    endpoint: {reflect: true},
    service: {reflect: true},
    provider: {reflect: true},
    src: {reflect: true},
    display: {reflect: true},
    rating: {attribute: false},
  };

  /** Base address of the endpoint. Left out: the origin of the pasted script. */
  declare endpoint?: string | null;
  /** The CQC id of a location, or an ODS code. */
  declare service?: string | null;
  /** The CQC id of a provider, instead of a location's. */
  declare provider?: string | null;
  /** The address of a ServiceRating in JSON, or of a record of CQC's own, instead of an endpoint. */
  declare src?: string | null;
  /** `badge`, `summary` (the default) or `full`. */
  declare display?: 'badge' | 'summary' | 'full' | null;
  /** A ServiceRating that the page has already. */
  declare rating?: ServiceRating | null;

  /** Draws the rating: `null` when there is none to show, `undefined` while nobody knows. */
  #draw: Draw | null | undefined;
  #hasAsked = false;
  #asking = new AbortController();
  readonly #guard = new RenderGuard(this, {fail: () => this.dispatchEvent(new RatingUnavailableEvent())});
  readonly #watching = watcher(this, (how) => void later().then(({tellConcealed}) => tellConcealed(this, how), () => undefined));
  readonly #room = new Room(this);
  readonly #languages = new MutationObserver(() => void this.#learn());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#languages.observe(document, {subtree: true, attributeFilter: ['lang']});
    // Comes back to the page as it left, unless it had nothing yet.
    if (this.#hasAsked && !this.#draw) void this.#ask();
    hintMisspelt(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#languages.disconnect();
    this.#asking.abort();
  }

  protected override performUpdate(): void {
    this.#guard.run(() => super.performUpdate());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.#hasAsked || changed.size > 0) void this.#ask();
  }

  protected override render(): TemplateResult {
    return this.#draw ? this.#surface(this.#draw) : html`<slot></slot>`;
  }

  #surface(draw: Draw): TemplateResult {
    const spoken = words(nearestLanguage(this));
    return html`
      <div class="surface" part="surface" lang=${spoken.lang} dir=${directionOf(spoken.lang)}>
        ${draw({spoken, today: today(), display: this.display})}
      </div>
    `;
  }

  protected override updated(): void {
    const surface = this.renderRoot.querySelector('.surface');
    if (surface) this.#watching.observe(surface);
  }

  async #ask(): Promise<void> {
    this.#asking.abort();
    const {signal} = (this.#asking = new AbortController());
    this.#hasAsked = true;
    this.#guard.begin();
    this.#draw = undefined;
    let draw: Draw | null = null;
    try {
      const [rating] = await Promise.all([askedFor(this, signal), this.#learn()]);
      const more = this.display === 'full' || !isUsual(rating, today()) ? (await later()).moreOf(this, rating, today()) : undefined;
      draw = (around) => ratingView(rating, around, more?.(around));
    } catch (error) {
      if (!signal.aborted) void later().then(({tellWhyNot}) => tellWhyNot(this, error), () => console.error(error));
    }
    if (signal.aborted) return;
    this.#draw = draw;
    this.requestUpdate();
    await this.updateComplete;
    if (this.#guard.isBroken) return;
    this.#guard.state = draw ? 'shown' : 'unavailable';
    if (!draw) this.#room.giveUp();
    this.dispatchEvent(draw ? new RatingShownEvent() : new RatingUnavailableEvent());
  }

  async #learn(): Promise<void> {
    // A translation that does not come leaves English, which is better than nothing.
    await loadLanguage(nearestLanguage(this)).catch(() => undefined);
    this.requestUpdate();
  }
}

/** Whether there is nothing to tell of it but what is told of all. */
function isUsual({status, overall, services, locations, inherited, pending, asOf}: ServiceRating, today: string): boolean {
  const hasOther = locations || inherited || pending || (overall?.rating ? !overall.published : services);
  return !hasOther && status.kind === 'registered' && freshness(asOf, today) === 'fresh';
}
