import {Hono} from 'hono';
import {describeRoute} from 'hono-openapi';
import {NextStep, type HandlingStep} from '../../contract/handling.js';
import {changeStatusFor, handlingBy, handlingFor} from './change-status.js';
import {mayHandle} from '../access/authorise.js';
import {noSubmission} from './inbox-api-refusals.js';
import type {InboxEnvironment} from './inbox-environment.js';
import {noTokenDescribed, requireToken} from './require-token.js';
import {submissionIdIn} from '../http/submission-id-parameter.js';
import {jsonAnswer, refusal, withToken} from '../http/openapi/describe.js';
import {reference} from '../http/openapi/schemas.js';
import {problem} from '../http/problem-response.js';
import {readJson} from '../http/read-json.js';
import {readAs} from '../http/schema-faults.js';

const path = '/v1/inbox/:id/handling';
// The longest note, each character of it written as two escapes.
const mostBytes = 32 * 1024;

const refusals = {
  401: noTokenDescribed,
  403: refusal('The token does not have the right to read, or is limited to what a service sees, which has no part in this'),
  404: refusal('No such submission that the token may see'),
  503: refusal('Nothing was kept; send the same again', 'Retry-After'),
};

export const inboxStatusRoutes = new Hono<InboxEnvironment>()
  .get(
    path,
    describeRoute({
      summary: 'How far the team has come with one submission, step by step. Each look is recorded; it does not count as opening the submission',
      security: withToken,
      responses: {200: jsonAnswer('The state, and every step', 'Handling'), ...refusals},
    }),
    requireToken(mayHandle),
    async ({req, env, var: {principal}}) => {
      const id = submissionIdIn(req.param('id'));
      const handling = id === undefined ? undefined : await handlingFor(principal, id, env);
      if (!handling) return noSubmission();

      return Response.json(handling);
    },
  )
  .post(
    path,
    describeRoute({
      summary: 'Take the next step, forward or back, with a note or without. It is recorded who took it and when',
      security: withToken,
      requestBody: {required: true, content: {'application/json': {schema: reference('NextStep')}}},
      responses: {
        200: jsonAnswer('It is on disk: the state, and every step', 'Handling'),
        400: refusal('Not JSON'),
        409: refusal('There are other steps than `steps` says, so that nothing was changed. Read them, and decide again'),
        413: refusal(`Longer than ${mostBytes / 1024} KiB`),
        415: refusal('Not `application/json` in UTF-8'),
        422: refusal('Does not fit the schema; `errors` names the places'),
        ...refusals,
      },
    }),
    requireToken(mayHandle),
    async ({req, env, var: {principal}}) => {
      const sent = await readJson(req.raw, 'The step', mostBytes);
      if (!sent.read) return sent.refusal;
      const next = readAs(NextStep, sent.json);
      if (!next.fits) return problem(422, 'invalid', 'The step does not fit the contract', {errors: next.faults});
      const id = submissionIdIn(req.param('id'));
      const advanced = id === undefined ? undefined : await changeStatusFor(principal, id, next.value, env);
      if (!advanced) return noSubmission();
      if (advanced.result === 'changed') return changedMeanwhile(advanced.steps);

      return Response.json(handlingBy(advanced.steps));
    },
  );

/** Without anybody's note, which is read where the steps are. */
function changedMeanwhile(steps: readonly HandlingStep[]): Response {
  const last = steps.at(-1);
  const now = last ? `It is "${last.state}" since ${last.at}, by ${last.who}.` : 'Nobody has opened it.';
  return problem(409, 'conflict', 'There are other steps than you saw', {detail: `${now} Steps: ${steps.length}. Nothing was changed: read them and decide again.`});
}
