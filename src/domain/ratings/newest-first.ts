import type {Result} from '../../contract/rating.js';

/** Results by the day of their publication, the newest first and those without a day last. */
export function newestFirst(results: readonly Result[]): Result[] {
  const day = ({published = ''}: Result) => published;
  return [...results].sort((one, other) => (day(one) < day(other) ? 1 : -Number(day(one) > day(other))));
}
