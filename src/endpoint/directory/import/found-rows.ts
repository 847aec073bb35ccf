import type {DirectoryRow, RatingRow} from '../../../domain/ratings/directory-row.js';

/** What an importer finds: a service, a rating, or that something is none: where, and why. */
export type FoundRows = {service: DirectoryRow} | {rating: RatingRow} | {fault: string; where: string; of: 'services' | 'ratings'};

/** The day for which what is read holds. */
export interface RowSource {
  asOf: string;
}
