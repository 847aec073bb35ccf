import {collectDefaultMetrics, Gauge, Histogram, Registry} from 'prom-client';
import type {Unopened} from '../../contract/handling.js';
import type {Store} from '../store/store.js';

/** One request that was answered, without anything of what it said. */
export interface Answered {
  method: string;
  /** The address as it is described, `/v1/services/:id/rating`; absent where there is nothing at that address. */
  route?: string;
  status: number;
  /** From its arrival to the beginning of the answer. */
  seconds: number;
}

/** Counts and times for its operator, in Prometheus's format. */
export interface Metrics {
  observe(answered: Answered): void;
  /** All of it as it is now, and the type of the text. */
  read(): Promise<{text: string; type: string}>;
}

// Anybody can make up a method, and each would be a line for ever.
const methods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

/** How far the team is behind, and whether anything stands in the way, as the endpoint knows it. */
interface Watched {
  store: Pick<Store, 'check' | 'unopenedInAll'>;
  /** By which ways the last try to alert somebody failed. */
  failingAlerts(): readonly unknown[];
  /** Urgent submissions that have stood unopened for too long. */
  overdue(): Promise<Pick<Unopened, 'count'>>;
}

/** Starts to count. Names of routes are ours; nothing that anybody sent is in any of it. */
export function openMetrics({store, failingAlerts, overdue}: Watched): Metrics {
  const register = new Registry();
  collectDefaultMetrics({register});
  const requests = new Histogram({name: 'care_request_duration_seconds', help: 'Time from a request’s arrival to the beginning of its answer', labelNames: ['method', 'route', 'status'], registers: [register]});
  const gauge = (name: string, help: string): Gauge => new Gauge({name, help, registers: [register]});
  const storeIsUp = gauge('care_store_up', 'Whether the store answers and could write');
  const unopened = gauge('care_submissions_unopened', 'Submissions that nobody has opened');
  const urgentOverdue = gauge('care_submissions_urgent_overdue', 'Urgent submissions that have stood unopened for too long');
  const failing = gauge('care_alerts_failing', 'Ways of alerting by which the last try failed');

  async function look(): Promise<void> {
    failing.set(failingAlerts().length);
    try {
      await store.check();
      unopened.set((await store.unopenedInAll()).count);
      urgentOverdue.set((await overdue()).count);
      storeIsUp.set(1);
    } catch {
      // The request that meets it tells the operator why; here it is a figure.
      storeIsUp.set(0);
      unopened.remove();
      urgentOverdue.remove();
    }
  }

  return {
    observe: ({method, route = 'none', status, seconds}) => requests.observe({method: methods.has(method) ? method : 'other', route, status}, seconds),
    async read() {
      await look();
      return {text: await register.metrics(), type: register.contentType};
    },
  };
}
