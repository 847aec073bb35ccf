import {problem} from '../http/problem-response.js';

/** The refusal of a request without a token of ours: one that is wrong, ended or over has the same. */
export function noToken(): Response {
  return problem(401, 'no-token', 'The inbox needs its token', {
    detail: 'Send it as `Authorization: Bearer …`.',
    headers: {'WWW-Authenticate': 'Bearer realm="inbox"'},
  });
}

/** The refusal of what a token has no right to, whatever is asked for by it. */
export function lacksRight(): Response {
  return problem(403, 'lacks-right', 'This token does not have the right to do this', {detail: 'Whoever made the token can make one that has.'});
}

/** The refusal of what is not there, or not for whoever asks. */
export function noSubmission(): Response {
  return problem(404, 'not-found', 'No such submission is here');
}
