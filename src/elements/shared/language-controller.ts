import type {ReactiveControllerHost} from 'lit';
import {words, type Words} from '../../locale/words.js';
import {nearestLanguage} from '../language.js';

interface LanguageOptions {
  /** Makes `words` speak a language, as far as the element needs it; rejects where the translation does not come. */
  load: (language: string) => Promise<unknown>;
}

/**
 * The language that an element speaks: that of the nearest `lang`, which may
 * change, and differ between two elements of a page.
 */
export class LanguageController {
  /** Ends once the words of the nearest `lang` have come, or are known not to come: English is better than nothing. */
  readonly load: () => Promise<void>;
  readonly #host: Element;

  constructor(host: ReactiveControllerHost & Element, {load}: LanguageOptions) {
    this.#host = host;
    this.load = async () => {
      await load(this.language).catch(() => undefined);
      host.requestUpdate();
    };
    const observer = new MutationObserver(() => void this.load());
    host.addController({
      hostConnected: () => {
        // No observer sees into a shadow root from outside.
        for (let root: Node | undefined = host.getRootNode(); root; root = (root as Partial<ShadowRoot>).host?.getRootNode()) observer.observe(root, {subtree: true, attributeFilter: ['lang']});
        void this.load();
      },
      hostDisconnected: () => observer.disconnect(),
    });
  }

  /** The nearest `lang`. */
  get language(): string {
    return nearestLanguage(this.#host);
  }

  /** In that language as far as its words have come, else in English. */
  get words(): Words {
    return words(this.language);
  }
}
