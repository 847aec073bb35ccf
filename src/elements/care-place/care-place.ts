import {LitElement, adoptStyles, html, type TemplateResult} from 'lit';
import type {PlaceRatings} from '../../contract/place.js';
import {placeCatalogue} from '../../locale/generated/place.js';
import {keepKeys} from '../shared/own-keys.js';
import {explainFailure} from '../shared/explain-failure.js';
import {LanguageController} from '../shared/language-controller.js';
import {LoadController} from '../shared/load-controller.js';
import {renderSurface} from '../shared/render-surface.js';
import {today} from '../shared/signpost-list/today.js';
import type {Comparison} from './comparison.js';
import {PlaceShownEvent, PlaceUnavailableEvent} from './events.js';
import {loadPlace, loadServices} from './load-place.js';
import {placeWords, type Kind} from './place-words.js';
import {renderPlace} from './render-place.js';
import {styles} from './styles.js';

/**
 * Shows how the Care Quality Commission rates the services of an area, counted,
 * and lets people compare some of them.
 *
 * @slot - What to show until the counts have come, and if they do not.
 * @fires care-place-shown - The counts stand on the page.
 * @fires care-place-unavailable - They cannot be shown; the console says why.
 * @csspart surface - All that the element draws.
 * @csspart heading - The heading.
 * @csspart rating - The word and shape of a rating, wherever it stands; also a part named `outstanding`, `good`, `requires-improvement` or `inadequate`.
 * @csspart piece - A piece of a bar; it too has the name of its rating, or `not-rated`.
 */
export class CarePlace extends LitElement {
  static override styles = styles;

  static override properties = {
    endpoint: {reflect: true},
    place: {reflect: true},
    src: {reflect: true},
  };

  /** Base address of the endpoint. Left out: the origin of the pasted script. */
  declare endpoint?: string | null;
  /** The name of a local authority as CQC writes it, or its id. */
  declare place?: string | null;
  /** The address of PlaceRatings in JSON, instead of an endpoint. The services lie at the same address with `/services` before `.json`. */
  declare src?: string | null;

  #kind: Kind | undefined;
  #comparison: Comparison | undefined;
  #signal: AbortSignal | undefined;
  readonly #language = new LanguageController(this, [placeCatalogue]);
  readonly #ratings = new LoadController(this, {
    args: () => [this.endpoint, this.place, this.src],
    load: (signal) => this.#load(signal),
    explain: (error) => explainFailure(this, this.src ? 'src' : this.place ? 'endpoint' : 'place', error),
    language: this.#language,
    events: {shown: PlaceShownEvent, unavailable: PlaceUnavailableEvent},
  });

  constructor() {
    super();
    keepKeys(this);
  }

  protected override performUpdate(): void {
    this.#ratings.guard?.run(() => super.performUpdate());
  }

  protected override render(): TemplateResult {
    if (!this.#ratings.value) return html`<slot></slot>`;
    const {words} = this.#language;
    const context = {
      own: placeWords(words),
      today: today(),
      kind: this.#kind,
      choose: this.#choose,
      comparison: this.#comparison?.render(words, today(), this.#kind),
      openComparison: this.#openComparison,
    };
    return renderSurface(words, renderPlace(this.#ratings.value, context));
  }

  // What was chosen, and is still asked, belongs to the area that it was chosen in.
  #load(signal: AbortSignal): Promise<PlaceRatings> {
    this.#signal = signal;
    this.#kind = undefined;
    this.#comparison = undefined;
    return loadPlace(this, signal);
  }

  readonly #choose = (kind: Kind | undefined): void => {
    this.#kind = kind;
    this.requestUpdate();
  };

  readonly #openComparison = async (): Promise<void> => {
    if (this.#comparison) return;
    const {Comparison, comparisonStyles} = await import('./comparison.js');
    adoptStyles(this.renderRoot as ShadowRoot, [...styles, comparisonStyles]);
    this.#comparison ??= new Comparison(this, () => loadServices(this, this.#signal));
    this.requestUpdate();
  };
}
