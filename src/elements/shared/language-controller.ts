import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {loadCatalogues, type Catalogue} from '../../locale/languages.js';
import {words, type Words} from '../../locale/words.js';

/**
 * The language that an element speaks: that of the nearest `lang`, which may
 * change, and differ between two elements of a page.
 */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #catalogues: Set<Catalogue>;
  readonly #observer = new MutationObserver(() => void this.load());

  /** @param catalogues of what the element shows at first */
  constructor(host: ReactiveControllerHost & Element, catalogues: readonly Catalogue[]) {
    this.#host = host;
    this.#catalogues = new Set(catalogues);
    host.addController(this);
  }

  /** The nearest `lang`: on the element, then on whatever holds it, also across shadow roots; `en` where nobody says. */
  get language(): string {
    for (let node: Node | null = this.#host; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
      const lang = node instanceof Element ? node.getAttribute('lang')?.trim() : '';
      if (lang) return lang;
    }
    return 'en';
  }

  /** In that language as far as its words have come, else in English. */
  get words(): Words {
    return words(this.language);
  }

  hostConnected(): void {
    // No observer sees into a shadow root from outside.
    for (let root: Node | undefined = this.#host.getRootNode(); root; root = (root as Partial<ShadowRoot>).host?.getRootNode()) this.#observer.observe(root, {subtree: true, attributeFilter: ['lang']});
    void this.load();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  /**
   * Ends once the words have come, or are known not to come: English is better than nothing.
   *
   * @param more of what the element shows from now on; asked for beside the code that shows it, both come at once
   */
  async load(...more: readonly Catalogue[]): Promise<void> {
    for (const each of more) this.#catalogues.add(each);
    await loadCatalogues(this.#catalogues, this.language).catch(() => undefined);
    this.#host.requestUpdate();
  }
}
