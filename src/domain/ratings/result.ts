import type {Result} from '../../contract/rating.js';
import type {RatingWord} from '../../contract/rating-words.js';
import {lineIn} from './json-record.js';

/** What CQC says of one thing, without its day. */
type Verdict = Pick<Result, 'rating' | 'label'>;

// CQC's words in lower case, as CQC spells them. Records differ: "Requires Improvement".
const verdicts = new Map<string, Verdict>([
  ...ratings({outstanding: 'Outstanding', good: 'Good', 'requires-improvement': 'Requires improvement', inadequate: 'Inadequate'}),
  ...[
    'No published rating', 'Inspected but not rated', 'Insufficient evidence to rate', 'No action required', 'Not rated',
    'Regulations met', 'Not all regulations met',
  ].map((label): [string, Verdict] => [label.toLowerCase(), {rating: null, label}]),
  ['no action', {rating: null, label: 'No action required'}],
]);

const leftOut = 'do not include in report';

/** What a word of CQC's says. One that it does not usually say is kept as it is, without a rating; where there is no word there is nothing. */
export function verdictOf(word: unknown): Verdict | undefined {
  const line = lineIn(word);
  if (line === undefined || !/[\p{L}\p{N}]/u.test(line)) return undefined;
  const plain = line.toLowerCase().replace(/[-_ ]+/g, ' ');
  if (plain === leftOut) return undefined;
  return verdicts.get(plain) ?? {rating: null, label: [...line].slice(0, 200).join('').trim()};
}

/** A word with its day and its report, as far as they are known. */
export function resultOf(word: unknown, published: string | undefined, report?: string): Result | undefined {
  const verdict = verdictOf(word);
  return verdict && {...verdict, ...(published === undefined ? {} : {published}), ...(report === undefined ? {} : {report})};
}

/** The address of a report by CQC's `reportLinkId`. */
export function reportAddress(linkId: unknown): string | undefined {
  return typeof linkId === 'string' && /^[A-Za-z0-9-]{1,64}$/.test(linkId) ? `https://api.cqc.org.uk/public/v1/reports/${linkId}` : undefined;
}

function ratings(labels: Record<RatingWord, string>): [string, Verdict][] {
  return Object.entries(labels).map(([rating, label]) => [label.toLowerCase(), {rating: rating as RatingWord, label}]);
}
