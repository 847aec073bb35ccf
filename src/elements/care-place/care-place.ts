import {LitElement, adoptStyles, html, type PropertyValues, type TemplateResult} from 'lit';
import type {PlaceRatings} from '../../contract/place.js';
import {directionOf} from '../../locale/direction.js';
import {loadLanguage} from '../../locale/languages.js';
import {words} from '../../locale/words.js';
import {nearestLanguage} from '../language.js';
import {keepKeys} from '../own-keys.js';
import {RenderGuard} from '../shared/render-guard.js';
import {hintMisspelt} from '../shared/attribute-hints.js';
import {Room} from '../shared/room.js';
import {today} from '../signpost-list/today.js';
import {placeOf, servicesOf, tellWhyNot} from './asking.js';
import type {Comparison} from './comparison.js';
import {PlaceShownEvent, PlaceUnavailableEvent} from './events.js';
import {placeWords, type Kind} from './place-words.js';
import {styles} from './styles.js';
import {placeView} from './view.js';

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

  /** `null` when there is nothing to show, `undefined` while nobody knows. */
  #shown: PlaceRatings | null | undefined;
  #kind: Kind | undefined;
  #comparison: Comparison | undefined;
  #hasAsked = false;
  #asking = new AbortController();
  readonly #guard = new RenderGuard(this, {fail: () => this.dispatchEvent(new PlaceUnavailableEvent())});
  readonly #room = new Room(this);
  readonly #languages = new MutationObserver(() => void this.#learn());

  constructor() {
    super();
    keepKeys(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#languages.observe(document, {subtree: true, attributeFilter: ['lang']});
    if (this.#hasAsked && !this.#shown) void this.#ask();
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
    if (!this.#shown) return html`<slot></slot>`;
    const spoken = words(nearestLanguage(this));
    const around = {
      own: placeWords(spoken),
      today: today(),
      kind: this.#kind,
      choose: this.#choose,
      comparison: this.#comparison?.draw(spoken, today(), this.#kind),
      openComparison: this.#openComparison,
    };
    return html`
      <div class="surface" part="surface" lang=${spoken.lang} dir=${directionOf(spoken.lang)}>
        ${placeView(this.#shown, around)}
      </div>
    `;
  }

  readonly #choose = (kind: Kind | undefined): void => {
    this.#kind = kind;
    this.requestUpdate();
  };

  readonly #openComparison = async (): Promise<void> => {
    if (this.#comparison) return;
    const {Comparison, comparisonStyles} = await import('./comparison.js');
    adoptStyles(this.renderRoot as ShadowRoot, [...styles, comparisonStyles]);
    this.#comparison ??= new Comparison(this, () => servicesOf(this, this.#asking.signal));
    this.requestUpdate();
  };

  async #ask(): Promise<void> {
    this.#asking.abort();
    const {signal} = (this.#asking = new AbortController());
    this.#hasAsked = true;
    this.#guard.begin();
    this.#shown = undefined;
    this.#kind = undefined;
    this.#comparison = undefined;
    let shown = null;
    try {
      [shown] = await Promise.all([placeOf(this, signal), this.#learn()]);
    } catch (error) {
      if (!signal.aborted) tellWhyNot(this, error);
    }
    if (signal.aborted) return;
    this.#shown = shown;
    this.requestUpdate();
    await this.updateComplete;
    if (this.#guard.isBroken) return;
    this.#guard.state = shown ? 'shown' : 'unavailable';
    if (!shown) this.#room.giveUp();
    this.dispatchEvent(shown ? new PlaceShownEvent() : new PlaceUnavailableEvent());
  }

  async #learn(): Promise<void> {
    // A translation that does not come leaves English, which is better than nothing.
    await loadLanguage(nearestLanguage(this)).catch(() => undefined);
    this.requestUpdate();
  }
}
