import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {words, type Words} from '../../locale/words.js';

interface LanguageOptions {
  /** Makes `words` speak a language, as far as the element needs it; rejects where the translation does not come. */
  load: (language: string) => Promise<unknown>;
}

/**
 * The language that an element speaks: that of the nearest `lang`, which may
 * change, and differ between two elements of a page.
 */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #load: LanguageOptions['load'];
  readonly #observer = new MutationObserver(() => void this.load());

  constructor(host: ReactiveControllerHost & Element, {load}: LanguageOptions) {
    this.#host = host;
    this.#load = load;
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

  /** Ends once the words have come, or are known not to come: English is better than nothing. */
  async load(): Promise<void> {
    await this.#load(this.language).catch(() => undefined);
    this.#host.requestUpdate();
  }
}
