import type {ReactiveController, ReactiveElement} from 'lit';

/** An `<svg>` as the snippets have it, which nobody sees. */
const ofSnippet = "svg[width='1'][aria-hidden='true']";

/**
 * Keeps the room that a page has given an element, so that nothing below moves when the element shows itself. A page
 * gives room by what stands between the tags, as the snippets do, or by its stylesheet.
 *
 * What an element does not need of it is given back where nobody sees that happen, which is below the view, or once
 * somebody uses the element. Scrolling is no use of it: what is being read would move.
 */
export class Room implements ReactiveController {
  readonly #host: ReactiveElement;
  /** Where the element ended before it showed itself, in pixels from the start of what it stands in. */
  #end: number | undefined;
  #sheet: CSSStyleSheet | undefined;
  #watching: IntersectionObserver | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
    // Once it has a shadow root, what stands between the tags takes no room unless it is slotted.
    this.#end = this.#endNow();
  }

  hostUpdate(): void {
    if (this.#root.querySelector('slot')) this.#end = this.#endNow();
  }

  hostUpdated(): void {
    // Whoever puts on more styles puts this one off.
    if (this.#sheet) this.#wear(this.#sheet);
    const surface = this.#end === undefined ? null : this.#root.querySelector('.surface');
    if (!surface) return;
    this.#keep(surface, ({bottom}) => bottom);
    this.#end = undefined;
  }

  hostDisconnected(): void {
    this.#giveBack();
    // In another document it could not be put on.
    this.#sheet = undefined;
  }

  /** Nothing will come, so that all that is needed is what stands between the tags. */
  giveUp(): void {
    this.#keep(this.#host, ({top}) => top);
  }

  get #root(): ShadowRoot {
    return this.#host.renderRoot as ShadowRoot;
  }

  #endNow(): number {
    const start = this.#host.parentElement?.getBoundingClientRect().top ?? 0;
    return this.#host.getBoundingClientRect().bottom - start;
  }

  /** @param edge of `target`: below it is only what is not needed */
  #keep(target: Element, edge: (bounds: DOMRectReadOnly) => number): void {
    const end = this.#end ?? 0;
    this.#giveBack();
    const missing = end - this.#endNow();
    if (missing < 1) return;
    const height = this.#host.getBoundingClientRect().height + missing;
    this.#hold(height);
    // A page may give the tag a padding or a border, which are no part of its height.
    this.#hold(height - (this.#endNow() - end));
    for (const touch of ['click', 'keydown']) this.#host.addEventListener(touch, this.#giveBack, {once: true, capture: true});
    this.#watching = new IntersectionObserver(([seen]) => seen && edge(seen.boundingClientRect) >= innerHeight && this.#giveBack(), {threshold: [0, 1]});
    this.#watching.observe(target);
  }

  #hold(height?: number): void {
    this.#sheet ??= new CSSStyleSheet();
    this.#sheet.replaceSync(`::slotted(${ofSnippet}){display:none}${height === undefined ? '' : `@media screen{:host{min-height:${height}px}}`}`);
    this.#wear(this.#sheet);
  }

  #wear(sheet: CSSStyleSheet): void {
    const {adoptedStyleSheets} = this.#root;
    if (!adoptedStyleSheets.includes(sheet)) this.#root.adoptedStyleSheets = [...adoptedStyleSheets, sheet];
  }

  readonly #giveBack = (): void => {
    this.#watching?.disconnect();
    this.#hold();
  };
}
