import type {Answers} from '../../contract/answers.js';
import type {Scope} from '../access/access.js';
import type {Report} from '../../domain/concerns/concern-level.js';

export interface ReportsQuery {
  services: readonly string[];
  since: string;
  scope?: Scope;
}

export interface ServicesNamed {
  since: string;
  /** How many submissions must name it. */
  fewest: number;
  limit: number;
  scope?: Scope;
}

/** What is asked of submissions beside the inbox. */
export interface Reports {
  /**
   * What names one of `services` (by id, in any case) and arrived at `since` or later, with every version
   * proven to be of the same sender, in the order of arrival; only what is within the limits. People's own words stay where they are.
   */
  reports(query: ReportsQuery): Promise<Report[]>;
  /** The ids that at least so many submissions named which arrived at `since` or later and were not set apart, in lower case; those first that the most named, then in their order. Only what is within the limits. */
  servicesNamed(asked: ServicesNamed): Promise<string[]>;
  /** The sets that anything here within the limits answers, in the order of their ids and versions. */
  setsAnswered(scope?: Scope): Promise<{id: string; version: string}[]>;
  /** The id of the submission with this reference, also after its content was erased. */
  idOfReference(referenceHash: Uint8Array): Promise<string | undefined>;
  /** The id of what carried the right with this hash; of several versions the newest that is there. */
  idOfRight(rightHash: Uint8Array): Promise<string | undefined>;
  /** Whether a submission carried a right, by which alone its sender comes back to it. */
  hasRight(id: string): Promise<boolean>;
}

/** A report as a store's tables give it. */
export interface ReportRow {
  id: string;
  corrects: string | null;
  received_at: string;
  answers: string | null;
  is_about_it: boolean | number;
  is_set_apart: boolean | number;
}

export function reportIn({id, corrects, received_at: receivedAt, answers, is_about_it: isAboutIt, is_set_apart: isSetApart}: ReportRow): Report {
  return {
    id,
    ...(corrects === null ? {} : {corrects}),
    receivedAt,
    ...(answers === null ? {} : {answers: JSON.parse(answers) as Answers}),
    isAboutIt: Boolean(isAboutIt),
    isSetApart: Boolean(isSetApart),
  };
}
