import type {AlertStore} from '../store/alert-store.js';
import type {Alert, AlertWay} from '../store/alert.js';
import {delayUntilNextAlert} from './alert-schedule.js';
import type {Notifier} from './notifier.js';

/** In milliseconds. */
export interface SendingTimes {
  /** How long an endpoint keeps what it takes on; longer than a `Notifier` may take. */
  claim: number;
  /** How long nobody looks whether another process has kept something, or one is due again. */
  rest: number;
}

export const usualSendingTimes: SendingTimes = {claim: 15_000, rest: 5000};
// Enough to get on with much at once, and few enough that what is urgent comes in between.
const mostAtOnce = 8;

/** What tells, until it is stopped. */
export interface AlertSender {
  /** Says that there may be something to tell now. */
  wake(): void;
  /** The ways on which the last try failed. */
  failing(): AlertWay[];
  /** Lets go of what it was about to tell: it stays in the store. */
  stop(): Promise<void>;
}

/** Tells what the store has, each way for itself, so that one that hangs holds up no other. */
export function startSending(tellers: Partial<Record<AlertWay, Notifier>>, {store, clock, log, times = usualSendingTimes}: {store: AlertStore; clock: () => Date; log: (line: string) => void; times?: SendingTimes}): AlertSender {
  const stopping = new AbortController();
  const bells = new Set<() => void>();
  const faults = new Map<AlertWay, string>();

  async function tell(alert: Alert, by: Notifier): Promise<number | undefined> {
    const fault = await by(alert, stopping.signal).then(() => undefined, (error: unknown) => (error instanceof Error ? error.message : 'unknown'));
    // What was stopped here in the middle is nobody's fault, and due when the claim ends.
    if (fault !== undefined && stopping.signal.aborted) return undefined;
    note(alert.way, fault);
    const gap = delayUntilNextAlert(alert, fault === undefined);
    const counts = fault === undefined ? {told: alert.told + 1, failed: 0} : {told: alert.told, failed: alert.failed + 1};
    await store.settleAlert({row: alert.row, ...counts, ...(gap !== undefined && {dueAt: clock().getTime() + gap})});
    return gap;
  }

  function note(way: AlertWay, fault: string | undefined): void {
    if (fault === faults.get(way)) return;
    if (fault === undefined) faults.delete(way);
    else faults.set(way, fault);
    log(fault === undefined ? `alerts by ${way}: delivered again` : `alerts by ${way}: not delivered, and tried again until it is: ${fault}`);
  }

  /** How long nothing more is to do, as far as is known. */
  async function round(way: AlertWay, by: Notifier): Promise<number> {
    const now = clock().getTime();
    const claimed = await store.claimAlerts({way, now, until: now + times.claim, limit: mostAtOnce});
    const gaps = await Promise.all(claimed.map((alert) => tell(alert, by)));
    return claimed.length === mostAtOnce ? 0 : Math.min(times.rest, ...gaps.filter((gap) => gap !== undefined));
  }

  async function goOn(way: AlertWay, by: Notifier): Promise<void> {
    const bell = createBell();
    bells.add(bell.ring);
    let silence: string | undefined;
    while (!stopping.signal.aborted) {
      const rest = await round(way, by).then((gap) => {
        silence = undefined;
        return gap;
      }, (error: unknown) => {
        const reason = error instanceof Error ? error.message : 'unknown';
        if (reason !== silence) log(`alerts by ${way}: the store does not answer: ${reason}`);
        silence = reason;
        return times.rest;
      });
      if (rest > 0) await bell.wait(rest);
    }
  }

  const going = Object.entries(tellers).map(([way, by]) => goOn(way as AlertWay, by));
  const wake = () => bells.forEach((ring) => ring());
  return {
    wake,
    failing: () => [...faults.keys()],
    async stop() {
      stopping.abort();
      wake();
      await Promise.all(going);
    },
  };
}

/** Ends a wait early; also one that begins only after it rang. */
function createBell(): {ring(): void; wait(atMost: number): Promise<void>} {
  let hasRung = false;
  let end: (() => void) | undefined;
  return {
    ring() {
      hasRung = true;
      end?.();
    },
    async wait(atMost) {
      if (!hasRung) {
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((resolve) => {
          end = resolve;
          timer = setTimeout(resolve, atMost);
        });
        clearTimeout(timer);
      }
      hasRung = false;
    },
  };
}
