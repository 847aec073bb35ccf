import {LitElement, html, type TemplateResult} from 'lit';
import type {Situation} from '../../contract/situation.js';
import {directionOf} from '../../locale/direction.js';
import {loadLanguage} from '../../locale/languages.js';
import {words, type Words} from '../../locale/words.js';
import {bodiesEverywhere} from '../../signposting/bodies/everywhere.js';
import {bodiesInEngland} from '../../signposting/bodies/england.js';
import {nearestLanguage} from '../language.js';
import {RenderGuard} from '../shared/render-guard.js';
import {hintMisspelt} from '../shared/attribute-hints.js';
import {Room} from '../shared/room.js';
import {signpostList} from '../signpost-list/signpost-list.js';
import {SignpostShownEvent} from './events.js';
import type {Panel} from './panel.js';
import {styles} from './styles.js';
import {today} from '../signpost-list/today.js';

// Whom to call while the questions are still on their way.
const atFirst = ['nhs-111', 'samaritans', 'police-101'];

/**
 * Shows who can help, and asks a few short questions that make the list better.
 * What somebody answers never leaves the browser.
 *
 * @slot - What to show until the list works, and if it cannot.
 * @fires care-signpost-shown - The list stands.
 * @csspart surface - All that the element draws.
 * @csspart heading - The heading.
 * @csspart button - The button that prints.
 */
export class CareSignpost extends LitElement {
  static override styles = styles;

  static override properties = {
    endpoint: {reflect: true},
    src: {reflect: true},
    nation: {reflect: true},
    area: {reflect: true},
    // Not reflected: what is known of somebody's situation need not stand in the page.
    situation: {},
    leaveQuickly: {type: Boolean, attribute: 'leave-quickly', reflect: true},
  };

  /** Base address of the endpoint, for its local bodies. Left out, what the element carries is all there is. */
  declare endpoint?: string | null;
  /** The address of a SignpostDirectory in JSON, instead of an endpoint. */
  declare src?: string | null;
  /** `england`, `wales`, `scotland` or `northern-ireland`. Left out, the element asks. */
  declare nation?: string | null;
  /** A council's code or name. */
  declare area?: string | null;
  /** What is known already, as JSON or as an object; it is not asked again. */
  declare situation?: string | Situation | null;
  /** Shows the button that leaves the page at once; shown to staff and in danger anyway. */
  declare leaveQuickly?: boolean;

  #panel: Panel | undefined;
  /** Whether the questions will not come; then everybody is listed. */
  #isAlone = false;
  readonly #guard = new RenderGuard(this, {fail: () => this.#listAlone()});
  readonly #room = new Room(this);
  readonly #languages = new MutationObserver(() => void this.#learn());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#languages.observe(document, {subtree: true, attributeFilter: ['lang']});
    void this.#learn();
    hintMisspelt(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#languages.disconnect();
  }

  protected override performUpdate(): void {
    this.#guard.run(() => super.performUpdate());
  }

  protected override firstUpdated(): void {
    void this.#complete();
    this.dispatchEvent(new SignpostShownEvent());
  }

  protected override updated(): void {
    this.#guard.state = 'shown';
  }

  protected override render(): TemplateResult {
    const spoken = words(nearestLanguage(this));
    return html`
      <div class="surface" part="surface" lang=${spoken.lang} dir=${directionOf(spoken.lang)}>
        ${this.#panel?.leaving(spoken)}
        <h2 class="title" part="heading">${spoken.msg('Who can help')}</h2>
        ${this.#panel ? this.#panel.draw(spoken) : this.#list(spoken)}
      </div>
    `;
  }

  /** 999 first; then the few to call at once, or everybody. */
  #list(spoken: Words): TemplateResult {
    const isElsewhere = ['wales', 'scotland', 'northern-ireland'].includes(this.nation ?? '');
    const bodies = [...bodiesEverywhere(spoken), ...(isElsewhere ? [] : bodiesInEngland(spoken))];
    const shown = bodies.filter(({id}, place) => place === 0 || this.#isAlone || atFirst.includes(id));
    return signpostList(shown.map((body) => ({body, reason: body.does})), {words: spoken, today: today()});
  }

  /** Where the questions fail, whom to call must stay. */
  #listAlone(): void {
    if (!this.#panel) return;
    this.removeController(this.#panel);
    this.#panel = undefined;
    this.#isAlone = true;
    this.requestUpdate();
  }

  async #complete(): Promise<void> {
    try {
      const {Panel} = await import('./panel.js');
      this.#panel = new Panel(this);
    } catch {
      this.#isAlone = true;
    }
    this.requestUpdate();
  }

  async #learn(): Promise<void> {
    // A translation that does not come leaves English, which is better than nothing.
    await loadLanguage(nearestLanguage(this)).catch(() => undefined);
    this.requestUpdate();
  }
}
