import type {DirectoryRow, RatingRow, ServiceOrigin} from '../../domain/ratings/directory-row.js';

export interface ImportRows {
  services: readonly DirectoryRow[];
  ratings: readonly RatingRow[];
}

export interface ImportCounts {
  added: number;
  changed: number;
  unchanged: number;
}

/** How services and ratings come into a store. Nothing of an import is visible before its end; what broke off never becomes so. */
export interface DirectoryImports {
  /** Begins an import. One that another process is at is waited for, but not for long: then this rejects with `StoreUnavailable`. */
  startImport(origin: ServiceOrigin): Promise<number>;
  /**
   * Keeps rows, 500 at most in one transaction, in the order of the calls.
   *
   * Two rows of `latest-ratings` of one service and day in one import are parts of one
   * rating and are put together; of two records the second stays. A service or rating
   * that only holds for a later day than before counts as unchanged. The counts of all
   * calls belong together: a later part of a rating may take back what the first counted.
   */
  importRows(run: number, rows: ImportRows): Promise<{services: ImportCounts; ratings: ImportCounts}>;
  /**
   * Makes the whole import visible by one switch of the directory's revision; none where nothing changed.
   *
   * An import that has asked CQC for everything that changed says the day until which it did:
   * every record that is kept holds for it, also those that CQC had nothing new to say of.
   */
  endImport(run: number, everything?: {recordsHoldFor: string}): Promise<void>;
}
