import type {InboxAccess} from './dependencies.js';
import {problem} from './problem.js';

/** The label of the token that a request carries, or `undefined` without a token of ours. */
export function bearerLabel(request: Request, inbox: InboxAccess): string | undefined {
  const token = /^Bearer +(.+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1]?.trim();
  return token === undefined ? undefined : inbox.labelOf(token);
}

/** The refusal of a request without a token of ours. */
export function noToken(): Response {
  return problem(401, 'no-token', 'The inbox needs its token', {
    detail: 'Send it as `Authorization: Bearer …`.',
    headers: {'WWW-Authenticate': 'Bearer realm="inbox"'},
  });
}
