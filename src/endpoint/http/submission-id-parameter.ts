import {SubmissionId} from '../../contract/identifiers.js';
import type {RouteRequest} from './route.js';

/** The submission's id that stands for `:id` in a route's path, as stores know it; `undefined` where it is none. */
export function submissionIdIn(parameters: RouteRequest['parameters']): string | undefined {
  const id = SubmissionId.safeParse(parameters['id']);
  return id.success ? id.data.toLowerCase() : undefined;
}
