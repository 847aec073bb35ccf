import {SubmissionId} from '../../contract/identifiers.js';

/** The submission's id that stands for `:id` in a route's path, as stores know it; `undefined` where it is none. */
export function submissionIdIn(parameter: string): string | undefined {
  const id = SubmissionId.safeParse(parameter);
  return id.success ? id.data.toLowerCase() : undefined;
}
