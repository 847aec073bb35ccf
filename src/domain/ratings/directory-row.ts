import type {Place} from '../../contract/place.js';
import type {ServiceRating} from '../../contract/rating.js';
import type {Service} from '../../contract/service.js';

/** Where a directory row came from; an example never replaces an import. */
export type ServiceOrigin = 'example' | 'import';

/** A service as one row of a file knows it. */
export interface DirectoryRow {
  service: Service;
  /** The area of the local authority that it is in. */
  place?: Place;
  /** The day for which the row holds. What is known of a later day stays. */
  asOf: string;
  /** Whether the row says only part: what it leaves out, and the status of a service that is known already, stay as they are. */
  isPartial?: boolean;
}

/** Which of CQC's forms a rating was read from. A record tells more than a list. */
export type RatingSource = 'record' | 'latest-ratings';

/** A rating as it was read. For each service and source the one of the latest `asOf` stays. */
export interface RatingRow {
  rating: ServiceRating;
  source: RatingSource;
}
