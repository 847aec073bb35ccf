import {LitElement, html, type TemplateResult} from 'lit';
import type {Situation} from '../../contract/situation.js';
import {helpCatalogue} from '../../locale/generated/help.js';
import {panelCatalogue} from '../../locale/generated/panel.js';
import {hintMisspelt} from '../shared/attribute-hints.js';
import {LanguageController} from '../shared/language-controller.js';
import {RenderGuard} from '../shared/render-guard.js';
import {renderSurface} from '../shared/render-surface.js';
import {Room} from '../shared/room.js';
import {SignpostShownEvent} from './events.js';
import type {Panel} from './panel.js';
import {renderFirstList} from './render-first-list.js';
import {styles} from './styles.js';

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
  readonly #language = new LanguageController(this, [helpCatalogue]);

  override connectedCallback(): void {
    super.connectedCallback();
    hintMisspelt(this);
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
    const {words} = this.#language;
    return renderSurface(words, html`
      ${this.#panel?.leaving(words)}
      <h2 class="title" part="heading">${words.msg('Who can help')}</h2>
      ${this.#panel ? this.#panel.draw(words) : renderFirstList(words, this.nation, {everybody: this.#isAlone})}
    `);
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
      const [{Panel}] = await Promise.all([import('./panel.js'), this.#language.load(panelCatalogue)]);
      this.#panel = new Panel(this, this.#language);
    } catch {
      this.#isAlone = true;
    }
    this.requestUpdate();
  }
}
