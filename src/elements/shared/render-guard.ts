import {html, render, type LitElement, type TemplateResult} from 'lit';
import {TranslatedTexts} from './translated-texts.js';

/**
 * What CSS can ask of each element:
 * - `:state(loading)`: it is on its way; what the page has between the tags is seen.
 * - `:state(shown)`: it stands on the page.
 * - `:state(unavailable)`: it cannot be shown; what the page has between the tags stays.
 */
export type ElementState = 'loading' | 'shown' | 'unavailable';

/** What an element gives its guard. */
interface Fallback {
  /** Told once, when the element could be rendered before, or has begun anew. */
  fail?: () => void;
  /** What stands in the place of what cannot be rendered; the page's own words, unless there is more to keep. */
  instead?: () => TemplateResult;
}

/**
 * Stands between an element and its rendering, which `performUpdate` hands to
 * `run`. What throws fails once: the page's own words stay, the console has one
 * line, and nothing is asked for again because of it. The next change renders
 * the element anew.
 */
export class RenderGuard {
  /** Whether the last rendering failed. */
  isBroken = false;
  readonly #host: LitElement;
  readonly #fallback: Fallback;
  readonly #states: Set<string> | undefined;
  #texts: TranslatedTexts | undefined;

  constructor(host: LitElement, fallback: Fallback) {
    this.#host = host;
    this.#fallback = fallback;
    this.#states = host.attachInternals?.().states;
  }

  set state(state: ElementState) {
    try {
      this.#states?.clear();
      this.#states?.add(state);
    } catch {
      // Chromium before 125 takes only names that begin with two dashes.
    }
  }

  /** The element asks anew for what it shows, so that a failure is news again. */
  begin(): void {
    this.isBroken = false;
    this.state = 'loading';
  }

  /** Renders by `update`, and never throws. */
  run(update: () => void): void {
    const host = this.#host;
    if (!host.isUpdatePending) return;
    // An element that was never in a page has none yet.
    const root = host.shadowRoot;
    if (root) this.#texts ??= new TranslatedTexts(root);
    const focused = root?.activeElement;
    this.#texts?.beforeRender();
    const wasBroken = this.isBroken;
    try {
      update();
      this.isBroken = false;
    } catch (error) {
      this.#fail(error);
    }
    // What was put back where it stood has lost it; and what stands in the place of a page, and the page after it, are rendered from scratch.
    if (focused && (focused.isConnected || wasBroken || this.isBroken) && !root?.activeElement) refocus(focused, root!);
    this.#texts?.afterRender();
  }

  #fail(error: unknown): void {
    const {fail, instead = pageOwnWords} = this.#fallback;
    const {localName, renderRoot, renderOptions} = this.#host;
    render(instead(), renderRoot, renderOptions);
    if (this.isBroken) return;
    this.isBroken = true;
    this.state = 'unavailable';
    console.error(`<${localName}> could not be rendered: what is between its tags stays.`, error);
    fail?.();
  }
}

function refocus(focused: Element, root: ShadowRoot): void {
  const target = focused.isConnected ? focused : root.getElementById(focused.id);
  (target as HTMLElement | null)?.focus({preventScroll: true});
}

const pageOwnWords = () => html`<slot></slot>`;
