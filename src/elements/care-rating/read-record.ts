import type {ServiceRating} from '../../contract/rating.js';
import type {ReadRecord} from '../../delivery/client/fetch-rating.js';
import {isRecord, isText} from '../../contract/guarding.js';
import {InvalidResponseError} from '../../delivery/client/invalid-response-error.js';
import {londonDay} from '../../locale/london-day.js';

/** Reads a record of CQC's own. It does not say when it was fetched: it is taken to be as old as the file. */
export const readRecord: ReadRecord = async (record, headers): Promise<ServiceRating | undefined> => {
  if (!isRecord(record) || !(isText(record['locationId']) || isText(record['providerId']))) return undefined;
  const {ratingFromRecord} = await import('../../domain/ratings/rating-from-record.js');
  const read = ratingFromRecord(record, {asOf: dayOf(headers), source: 'CQC’s own record'});
  if ('fault' in read) throw new InvalidResponseError(`This is not a record of CQC’s: it ${read.fault}.`);
  return read.rating;
};

/** The day in England on which the answer was last changed, or today where it does not say. */
function dayOf(headers: Headers): string {
  const changed = Date.parse(headers.get('Last-Modified') ?? '');
  return londonDay(Number.isNaN(changed) || changed > Date.now() ? new Date() : new Date(changed));
}
