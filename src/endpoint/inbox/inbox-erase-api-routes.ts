import {eraseAs} from './erase-submissions.js';
import {mayDo} from '../access/authorise.js';
import {lacksRight, noSubmission, noToken, noTokenDescribed} from './inbox-api-refusals.js';
import {authenticate} from '../access/authenticate.js';
import {submissionIdIn} from '../http/submission-id-parameter.js';
import {isCrossSiteRequest} from './is-cross-site-request.js';
import type {Route} from '../http/route.js';

const erase: Route = {
  method: 'POST',
  path: '/v1/inbox/:id/erase',
  operation: {
    summary: 'Erase one submission for good, with every version of it that the token may see. It is recorded, and announced where the hook is told of erasure',
    bearer: true,
    answers: {
      200: {description: 'What was erased, and which exports may still hold it', schema: 'Erasure'},
      401: noTokenDescribed,
      403: {description: 'The token has no right to erase, or is limited to what a service sees'},
      404: {description: 'No such submission that the token may see; one that was erased before is none'},
      503: {description: 'Ask again; a 404 says then that it is erased already', headers: ['Retry-After']},
    },
  },
  async handle({request, url, parameters}, dependencies) {
    const principal = await authenticate(request, dependencies);
    if (!principal) return noToken();
    if (isCrossSiteRequest(principal, request, url) || !mayDo('erase', principal.access)) return lacksRight();
    const id = submissionIdIn(parameters);
    const erased = id === undefined ? undefined : await eraseAs(principal, id, dependencies);
    return erased ? Response.json(erased) : noSubmission();
  },
};

export const inboxEraseRoutes: readonly Route[] = [erase];
