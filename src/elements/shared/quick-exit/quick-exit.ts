import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {Words} from '../../../locale/words.js';
import {neutralSite} from '../../../domain/signposting/neutral-site.js';
import {quickExitStyles} from './quick-exit-styles.js';
import {quickExitWords} from './quick-exit-words.js';
import {after, noPresses, pressesToLeave, timeToPress} from './shift-presses.js';
import {wipers} from './wiping.js';

const events = ['keydown', 'keyup', 'pointerdown'] as const;

/**
 * Leaving quickly, for somebody who must not be seen here: a button, and Shift
 * three times. `draw` is the first thing in the element's surface; it needs
 * `Leaving.styles` beside the theme's `tokens` and `base`.
 */
export class QuickExit implements ReactiveController {
  static readonly styles = quickExitStyles;

  readonly #host: ReactiveControllerHost & Element;
  readonly #wipe: () => void;
  readonly #go: (address: string) => void;
  #isOn = false;
  #presses = noPresses;
  #explainedOn: number | undefined;
  #expiry: ReturnType<typeof setTimeout> | undefined;

  /** `wipe` drops every answer of the element and draws it without them, before it returns. */
  constructor(host: ReactiveControllerHost & Element, wipe: () => void, go: (address: string) => void = goTo) {
    this.#host = host;
    this.#wipe = wipe;
    this.#go = go;
    host.addController(this);
  }

  /** Whether people can leave quickly now. */
  get isOn(): boolean {
    return this.#isOn;
  }

  set isOn(isOn: boolean) {
    if (isOn === this.#isOn) return;
    this.#isOn = isOn;
    this.#listen();
  }

  hostConnected(): void {
    wipers().add(this.#wipe);
    this.#listen();
  }

  hostDisconnected(): void {
    wipers().delete(this.#wipe);
    this.#listen();
  }

  /**
   * The button, which stays on the screen, and what it does, on the first page that has it: said on every page it
   * would stand in the way. Draws a status region while it is off too, since one that comes with its words is not heard.
   *
   * @param page grows with every page of the element
   */
  draw(words: Words, page = 0): TemplateResult {
    if (this.#isOn) this.#explainedOn ??= page;
    const {leave, what, byKey, offered, more} = quickExitWords(words);
    const isExplained = this.#isOn && this.#explainedOn === page;
    const heard = more[pressesToLeave - this.#presses.at.length] ?? (isExplained ? offered : nothing);
    return html`
      ${this.#isOn ? html`<div class="leaving" part="leaving"><button type="button" part="button" aria-describedby=${isExplained ? 'leaving-hint' : nothing} @click=${() => this.leave()}>${leave}</button></div>` : nothing}
      ${isExplained ? html`<p class="hint leaving-hint" id="leaving-hint">${what} <span class="by-key">${byKey}</span></p>` : nothing}
      <p class="leaving-status" role="status">${this.#isOn ? heard : nothing}</p>
    `;
  }

  /** Empties all of our elements on the page, covers the page, and goes. */
  leave(): void {
    for (const wipe of [...wipers(), this.#wipe]) {
      try {
        wipe();
      } catch {
        // Another version's, perhaps; nothing may keep somebody here.
      }
    }
    this.#cover();
    this.#go(neutralSite.address);
  }

  // The page around us can say as much as our answers, and the next one takes
  // its time. Escape takes the cover away, should nothing come.
  #cover(): void {
    const cover = document.createElement('dialog');
    cover.className = 'left';
    cover.addEventListener('close', () => cover.remove());
    this.#host.shadowRoot?.append(cover);
    cover.showModal?.();
  }

  #listen(): void {
    this.#forget();
    // The window hears before anything on the page could keep a key from us.
    for (const event of events) {
      if (this.#isOn && this.#host.isConnected) addEventListener(event, this.#hear, true);
      else removeEventListener(event, this.#hear, true);
    }
  }

  readonly #hear = (event: Event): void => {
    const before = this.#presses;
    this.#presses = after(event, before);
    if (this.#presses.at.length === before.at.length) return;
    clearTimeout(this.#expiry);
    this.#expiry = setTimeout(() => this.#forget(), timeToPress);
    if (this.#presses.at.length >= pressesToLeave) this.leave();
    else this.#host.requestUpdate();
  };

  #forget(): void {
    clearTimeout(this.#expiry);
    this.#presses = noPresses;
    this.#host.requestUpdate();
  }
}

/** Puts `address` into the place of the page, so that Back does not lead to it. */
function goTo(address: string): void {
  // Nor is the site that somebody goes to told where they were.
  const referrer = document.createElement('meta');
  referrer.name = 'referrer';
  referrer.content = 'no-referrer';
  document.head.append(referrer);
  try {
    // In a frame, what is around it goes too, if it lets us.
    if (top && top !== self) top.location.replace(address);
  } catch {
    // Then the frame alone.
  }
  location.replace(address);
}
