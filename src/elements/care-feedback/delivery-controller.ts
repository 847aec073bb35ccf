import type {Kept, Outbox} from '../../delivery/outbox/outbox.js';
import type {DeliveryOutcome} from '../../delivery/outbox/outcome.js';
import type {FrozenSubmission} from '../../domain/questionnaire/form-session/delivery.js';
import type {SessionStep} from '../../domain/questionnaire/form-session/session-steps.js';
import type {FormHost} from './form-host.js';
import type {StartedForm} from './start-form.js';
import type {UndeliveredList} from './undelivered.js';

/** Milliseconds in which most answers come; a page that says "kept" would only flash past. */
const moment = 1000;

interface DeliveryDependencies {
  outbox: Outbox;
  opening: StartedForm;
  host: Pick<FormHost, 'requestUpdate' | 'dispatchEvent'>;
  /** Takes what becomes of a submission. */
  step: (step: SessionStep) => void;
}

/** Keeps what a form sends in the page's outbox until it has arrived, and tells the form at every time what is true. */
export class DeliveryController {
  /** What an earlier visit left, where it did. */
  undelivered: UndeliveredList | undefined;
  readonly #dependencies: DeliveryDependencies;

  constructor(dependencies: DeliveryDependencies) {
    this.#dependencies = dependencies;
    this.look();
  }

  /** Keeps a submission, then sends it. Nothing that lasts holds on to its words: the session drops them when the page is left. */
  async submit({id, body}: Pick<FrozenSubmission, 'id' | 'body'>): Promise<void> {
    const {outbox, opening, step} = this.#dependencies;
    const on = await outbox.keep({id, body}, opening.receiver.keys ?? [], {
      hear: (outcome, where) => this.#hear(id, outcome, where),
      lose: () => step({do: 'lose', id}),
    });
    step({do: 'secure', id, on});
    const isSlow = setTimeout(() => step({do: 'wait', id, isTrying: true}), moment);
    await outbox.send(id).catch(() => undefined);
    clearTimeout(isSlow);
    step({do: 'wait', id, isTrying: false});
  }

  /** Tries at once to send what is kept. */
  async retry(id: string): Promise<void> {
    const {outbox, step} = this.#dependencies;
    await outbox.send(id).catch(() => undefined);
    step({do: 'end-retry', id});
  }

  /** Looks for what an earlier visit left. */
  look(): void {
    void this.#look().catch(() => undefined);
  }

  #hear(id: string, outcome: DeliveryOutcome, on: Kept): void {
    if (outcome.kind === 'not-taken' || outcome.kind === 'misconfigured') console.error(`<care-feedback> could not send: ${outcome.reason}`);
    this.#dependencies.step({do: 'hear', id, attempted: outcome, on});
  }

  async #look(): Promise<void> {
    const {outbox, opening, host} = this.#dependencies;
    const queued = await outbox.undelivered();
    if (queued.length === 0) return void (this.undelivered = undefined);
    const {UndeliveredList} = await import('./undelivered.js');
    this.undelivered = new UndeliveredList(queued, {outbox, endpoint: opening.endpoint, host});
    host.requestUpdate();
  }
}
