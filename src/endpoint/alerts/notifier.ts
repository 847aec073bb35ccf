import type {Alert} from '../store/alert.js';

/** Tells somebody. Resolves once they have it; rejects with `NotifierFault`, also when `signal` says to stop. */
export type Notifier = (alert: Alert, signal: AbortSignal) => Promise<void>;

/** Why nobody could be told. Its message goes into the log: no address stands in it, since one may hold a secret. */
export class NotifierFault extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'AlertFault';
  }
}
