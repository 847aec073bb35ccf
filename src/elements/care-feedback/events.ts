// They carry nothing: the page they fire on may belong to the provider that is written about.

/** The form stands. */
export class FeedbackShownEvent extends Event {
  static readonly type = 'care-feedback-shown';

  constructor() {
    super(FeedbackShownEvent.type, {bubbles: true, composed: true});
  }
}

/** There is no form: the page's own words stay, and the console says why. */
export class FeedbackUnavailableEvent extends Event {
  static readonly type = 'care-feedback-unavailable';

  constructor() {
    super(FeedbackUnavailableEvent.type, {bubbles: true, composed: true});
  }
}

/** Somebody has given a first answer. */
export class FeedbackStartedEvent extends Event {
  static readonly type = 'care-feedback-started';

  constructor() {
    super(FeedbackStartedEvent.type, {bubbles: true, composed: true});
  }
}

/** The feedback is kept on this device until it has arrived. */
export class FeedbackKeptEvent extends Event {
  static readonly type = 'care-feedback-kept';

  constructor() {
    super(FeedbackKeptEvent.type, {bubbles: true, composed: true});
  }
}

/** The endpoint, or the `action`, has the feedback. */
export class FeedbackReceivedEvent extends Event {
  static readonly type = 'care-feedback-received';

  constructor() {
    super(FeedbackReceivedEvent.type, {bubbles: true, composed: true});
  }
}

/** The endpoint refused the feedback, and would again; the person still has every word. */
export class FeedbackRefusedEvent extends Event {
  static readonly type = 'care-feedback-refused';

  constructor() {
    super(FeedbackRefusedEvent.type, {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'care-feedback-shown': FeedbackShownEvent;
    'care-feedback-unavailable': FeedbackUnavailableEvent;
    'care-feedback-started': FeedbackStartedEvent;
    'care-feedback-kept': FeedbackKeptEvent;
    'care-feedback-received': FeedbackReceivedEvent;
    'care-feedback-refused': FeedbackRefusedEvent;
  }
}
