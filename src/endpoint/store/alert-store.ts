import type {Unopened} from '../../contract/handling.js';
import type {Scope} from '../access/access.js';
import type {Alert, AlertWay} from './alert.js';

/** What an endpoint takes on to tell. Times are in milliseconds since 1970. */
export interface AlertClaim {
  way: AlertWay;
  now: number;
  /** Until when nobody else is given the same; one that ends without a word holds it no longer. */
  until: number;
  limit: number;
}

/** What became of one: when it is due again, with its counts; `dueAt` is left out where it is done. */
export interface SettledAlert extends Pick<Alert, 'row' | 'told' | 'failed'> {
  dueAt?: number;
}

/** What is to be told of submissions; it is written with them, in `save`, or not at all. */
export interface AlertStore {
  /** Those that are due, urgent ones first. Told at least once, and by one endpoint at a time while its clock and the others' agree. */
  claimAlerts(claim: AlertClaim): Promise<Alert[]>;
  settleAlert(settled: SettledAlert): Promise<void>;
  /** Of the urgent ones within the limits those that arrived before a moment. */
  unopened(before: string, scope?: Scope): Promise<Unopened>;
}
