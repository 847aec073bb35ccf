import {LitElement, html, type TemplateResult} from 'lit';
import type {ServiceRating} from '../../contract/rating.js';
import {ratingCatalogue} from '../../locale/generated/rating.js';
import {LanguageController} from '../shared/language-controller.js';
import {LoadController} from '../shared/load-controller.js';
import {renderSurface} from '../shared/render-surface.js';
import {today} from '../shared/signpost-list/today.js';
import {RatingShownEvent, RatingUnavailableEvent} from './events.js';
import {loadLazy, loadRating} from './load-rating.js';
import {styles} from './styles.js';

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

  readonly #language = new LanguageController(this, [ratingCatalogue]);
  readonly #loading = new LoadController(this, {
    args: () => [this.endpoint, this.service, this.provider, this.src, this.rating, this.display],
    load: (signal) => loadRating(this, signal),
    explain: (error) => void loadLazy().then(({explainFailure}) => explainFailure(this, error), () => console.error(error)),
    language: this.#language,
    events: {shown: RatingShownEvent, unavailable: RatingUnavailableEvent},
  });
  #watching: IntersectionObserver | undefined;

  protected override performUpdate(): void {
    this.#loading.guard?.run(() => super.performUpdate());
  }

  protected override render(): TemplateResult {
    const {value} = this.#loading;
    if (!value) return html`<slot></slot>`;
    const {words} = this.#language;
    return renderSurface(words, value({words, today: today(), display: this.display}));
  }

  protected override updated(): void {
    const surface = this.renderRoot.querySelector('.surface');
    if (surface) void this.#watch(surface).catch(() => undefined);
  }

  /** Tells the page's developer where nobody can see it; for those who read it nothing waits for this. */
  async #watch(surface: Element): Promise<void> {
    const {watcher} = await import('./conspicuous.js');
    this.#watching ??= watcher(this, (how) => void loadLazy().then(({explainConcealed}) => explainConcealed(this, how), () => undefined));
    this.#watching.observe(surface);
  }
}
