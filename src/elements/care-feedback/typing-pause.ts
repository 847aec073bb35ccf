const pause = 1000;

/** Whether somebody wrote within the last second; what is only heard waits for them. */
export class TypingPause {
  readonly #requestUpdate: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(requestUpdate: () => void) {
    this.#requestUpdate = requestUpdate;
  }

  get isTyping(): boolean {
    return this.#timer !== undefined;
  }

  /** A text has grown. */
  hear(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#requestUpdate();
    }, pause);
  }
}
