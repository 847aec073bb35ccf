/** The element shows what is known of the rating. Carries nothing: the page knows which service it asked for. */
export class RatingShownEvent extends Event {
  static readonly type = 'care-rating-shown';

  constructor() {
    super(RatingShownEvent.type, {bubbles: true, composed: true});
  }
}

/** There is nothing to show: the page's own words stay, and the console says why. */
export class RatingUnavailableEvent extends Event {
  static readonly type = 'care-rating-unavailable';

  constructor() {
    super(RatingUnavailableEvent.type, {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'care-rating-shown': RatingShownEvent;
    'care-rating-unavailable': RatingUnavailableEvent;
  }
}
