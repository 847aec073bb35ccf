import type {SignpostDirectory} from '../../contract/signposts.js';
import {directoryAt, fetchSignposts} from '../../delivery/signposts.js';
import {withKnownOnly} from '../../signposting/known-numbers.js';

/** What the page says of where local bodies come from; nothing that a reader chose. */
interface Source {
  endpoint?: string | null;
  src?: string | null;
  /** A council's code or name. */
  area?: string | undefined;
  language: string;
}

/** The local bodies that an endpoint, or an address of the page's own, gives. What cannot be used leaves what the element carries. */
export class LocalDirectory {
  /** `undefined` until it has come, and where it never does. */
  directory: SignpostDirectory | undefined;
  readonly #come: () => void;
  #asked = '';
  #asking: AbortController | undefined;

  /** `come` is called when there is something new. */
  constructor(come: () => void) {
    this.#come = come;
  }

  /** Asks, unless the same was asked before. */
  async ask({endpoint, src, area, language}: Source): Promise<void> {
    const asked = [endpoint, src, area, language].join('\n');
    if (asked === this.#asked) return;
    this.stop();
    this.directory = undefined;
    this.#asked = asked;
    this.#asking = new AbortController();
    const {signal} = this.#asking;
    try {
      const directory = src ? await directoryAt(new URL(src, document.baseURI), signal) : endpoint ? await fetchSignposts(endpoint, {...(area && {area}), language}, signal) : undefined;
      if (signal.aborted) return;
      this.directory = directory && withKnownOnly(directory);
      this.#asking = undefined;
      this.#come();
    } catch (error) {
      if (!signal.aborted) console.warn('<care-signpost> shows what it carries, without your local bodies.', error);
    }
  }

  /** Forgets a question that has no answer yet, or none that could be used, so that it can be asked again. */
  stop(): void {
    if (!this.#asking) return;
    this.#asking.abort();
    this.#asking = undefined;
    this.#asked = '';
  }
}
