import {isWebAddress} from '../contract/addresses.js';
import {isRecord, isText} from '../contract/guarding.js';

/**
 * What was answered, without the addresses of reports that must not become links. A
 * rating is worth showing without its report; deeper than ratings go nothing is looked at.
 */
export function withGoodLinks(value: unknown, depth = 6): unknown {
  if (depth === 0) return value;
  if (Array.isArray(value)) return value.map((each) => withGoodLinks(each, depth - 1));
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).filter(([key, each]) => key !== 'report' || (isText(each) && isWebAddress(each)));
  return Object.fromEntries(kept.map(([key, each]) => [key, withGoodLinks(each, depth - 1)]));
}
