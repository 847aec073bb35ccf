import {londonDay} from '../../../locale/london-day.js';

/** The day in England, as `YYYY-MM-DD`. */
export function today(): string {
  return londonDay(new Date());
}
