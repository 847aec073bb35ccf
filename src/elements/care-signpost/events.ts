/** The element shows who can help. Carries nothing: what somebody looks for is theirs alone. */
export class SignpostShownEvent extends Event {
  static readonly type = 'care-signpost-shown';

  constructor() {
    super(SignpostShownEvent.type, {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'care-signpost-shown': SignpostShownEvent;
  }
}
