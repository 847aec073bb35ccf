import type {Result, ServiceRating} from '../../contract/rating.js';

/** The latest day (`YYYY-MM-DD`) on which anything of a rating is said to have been published, where that is after `today`: a slip of the pen in CQC's data, or a clock that is wrong. */
export function dayToCome({overall, keyQuestions, services = [], history = []}: ServiceRating, today: string): string | undefined {
  const results: (Result | null)[] = [overall, ...keyQuestions, ...services.flatMap((part) => [part.overall, ...part.keyQuestions]), ...history];
  return results.map((result) => result?.published).filter((day) => day !== undefined && day > today).sort().at(-1);
}
