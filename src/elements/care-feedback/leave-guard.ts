/** How long after a press on a link the browser may still ask, in milliseconds; some first look for what opens it. */
const patience = 3000;

// Schemes that lead to another page or file in this tab. All others are opened by something beside the page.
const inThisTab = /^(https?|ftp|file|blob|data|about|javascript):$/;

/**
 * Has the browser ask before the page is left, while `isOn`: but not where a link is pressed that leaves the page where
 * it is. Browsers take a `tel:` for leaving, and somebody who calls for help must not be asked to stay.
 */
export class LeaveGuard {
  #isOn = false;
  /** When a link was last pressed that leaves the page where it is. */
  #pressedAt: number | undefined;

  // A listener that stays would keep the page from coming back at once, so there is one only while it is needed.
  set isOn(isOn: boolean) {
    if (isOn === this.#isOn) return;
    this.#isOn = isOn;
    const change = isOn ? addEventListener : removeEventListener;
    change('beforeunload', this.#askFirst);
    // The window hears first, of every link on the page: the number beside the form is help too.
    change('click', this.#hearPress, true);
    for (const event of ['pointerdown', 'keydown'] as const) change(event, this.#forget, true);
  }

  readonly #askFirst = (event: BeforeUnloadEvent): void => {
    const isForHelp = this.#pressedAt !== undefined && event.timeStamp - this.#pressedAt < patience;
    // One press, one exception.
    this.#forget();
    if (isForHelp) return;
    event.preventDefault();
    event.returnValue = '';
  };

  readonly #hearPress = (event: MouseEvent): void => {
    const link = event.composedPath().find((each) => each instanceof HTMLElement && each.matches('a[href], area[href]'));
    this.#pressedAt = link && opensElsewhere(link as HTMLAnchorElement) ? event.timeStamp : undefined;
  };

  readonly #forget = (): void => {
    this.#pressedAt = undefined;
  };
}

/** Whether the page stays where it is when `link` is followed: it opens a new tab, or what the device has for it. */
function opensElsewhere({protocol, target}: Pick<HTMLAnchorElement, 'protocol' | 'target'>): boolean {
  const usual = document.querySelector<HTMLBaseElement>('base[target]')?.target ?? '';
  return (target || usual).toLowerCase() === '_blank' || !inThisTab.test(protocol);
}
