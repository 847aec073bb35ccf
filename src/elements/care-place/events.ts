/** The element shows how the services of an area are rated. Carries nothing: the page knows which area it asked for. */
export class PlaceShownEvent extends Event {
  static readonly type = 'care-place-shown';

  constructor() {
    super(PlaceShownEvent.type, {bubbles: true, composed: true});
  }
}

/** There is nothing to show: the page's own words stay, and the console says why. */
export class PlaceUnavailableEvent extends Event {
  static readonly type = 'care-place-unavailable';

  constructor() {
    super(PlaceUnavailableEvent.type, {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'care-place-shown': PlaceShownEvent;
    'care-place-unavailable': PlaceUnavailableEvent;
  }
}
