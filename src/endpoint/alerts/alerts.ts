import type {AlertPlan} from './alert-plan.js';
import type {AlertWay} from '../store/alert.js';

/** What routes know of alerts. */
export interface Alerts {
  plan: AlertPlan;
  /** How long something urgent may stand unopened, in milliseconds. */
  overdueAfter: number;
  /** Says that there may be something to tell now. */
  wake(): void;
  /** The ways on which nobody could be told just now. */
  failing(): readonly AlertWay[];
}

/** Nobody is told; what stands unopened for four hours shows all the same. */
export const noAlerts: Alerts = {plan: {ways: [], also: []}, overdueAfter: 4 * 60 * 60 * 1000, wake: () => undefined, failing: () => []};
