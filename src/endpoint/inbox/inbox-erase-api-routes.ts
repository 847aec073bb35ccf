import {Hono} from 'hono';
import {describeRoute} from 'hono-openapi';
import {eraseAs} from './erase-submissions.js';
import {jsonAnswer, refusal, withToken} from '../http/openapi/describe.js';
import {noSubmission} from './inbox-api-refusals.js';
import type {InboxEnvironment} from './inbox-environment.js';
import {noTokenDescribed, requireToken} from './require-token.js';
import {submissionIdIn} from '../http/submission-id-parameter.js';

export const inboxEraseRoutes = new Hono<InboxEnvironment>().post(
  '/v1/inbox/:id/erase',
  describeRoute({
    summary: 'Erase one submission for good, with every version of it that the token may see. It is recorded, and announced where the hook is told of erasure',
    security: withToken,
    responses: {
      200: jsonAnswer('What was erased, and which exports may still hold it', 'Erasure'),
      401: noTokenDescribed,
      403: refusal('The token has no right to erase, or is limited to what a service sees'),
      404: refusal('No such submission that the token may see; one that was erased before is none'),
      503: refusal('Ask again; a 404 says then that it is erased already', 'Retry-After'),
    },
  }),
  requireToken('erase'),
  async ({req, env, var: {principal}}) => {
    const id = submissionIdIn(req.param('id'));
    const erased = id === undefined ? undefined : await eraseAs(principal, id, env);
    return erased ? Response.json(erased) : noSubmission();
  },
);
