import {NextStep, type HandlingStep} from '../../contract/handling.js';
import {changeStatusFor, handlingBy, handlingFor} from './change-status.js';
import {mayHandle} from '../access/authorise.js';
import {lacksRight, noSubmission, noToken, noTokenDescribed} from './inbox-api-refusals.js';
import {authenticate} from '../access/authenticate.js';
import {submissionIdIn} from '../http/submission-id-parameter.js';
import {isCrossSiteRequest} from './is-cross-site-request.js';
import {problem} from '../http/problem-response.js';
import {readJson} from '../http/read-json.js';
import type {DescribedAnswer, Route} from '../http/route.js';
import {readAs} from '../http/schema-faults.js';

const path = '/v1/inbox/:id/handling';
// The longest note, each character of it written as two escapes.
const mostBytes = 32 * 1024;

const refusals: Readonly<Record<number, DescribedAnswer>> = {
  401: noTokenDescribed,
  403: {description: 'The token does not have the right to read, or is limited to what a service sees, which has no part in this'},
  404: {description: 'No such submission that the token may see'},
  503: {description: 'Nothing was kept; send the same again', headers: ['Retry-After']},
};

const read: Route = {
  method: 'GET',
  path,
  operation: {
    summary: 'How far the team has come with one submission, step by step. Each look is recorded; it does not count as opening the submission',
    bearer: true,
    answers: {200: {description: 'The state, and every step', schema: 'Handling'}, ...refusals},
  },
  async handle({request, parameters}, dependencies) {
    const principal = await authenticate(request, dependencies);
    if (!principal) return noToken();
    if (!mayHandle(principal.access)) return lacksRight();
    const id = submissionIdIn(parameters);
    const handling = id === undefined ? undefined : await handlingFor(principal, id, dependencies);
    if (!handling) return noSubmission();

    return Response.json(handling);
  },
};

const advance: Route = {
  method: 'POST',
  path,
  operation: {
    summary: 'Take the next step, forward or back, with a note or without. It is recorded who took it and when',
    bearer: true,
    body: 'NextStep',
    answers: {
      200: {description: 'It is on disk: the state, and every step', schema: 'Handling'},
      400: {description: 'Not JSON'},
      409: {description: 'There are other steps than `steps` says, so that nothing was changed. Read them, and decide again'},
      413: {description: `Longer than ${mostBytes / 1024} KiB`},
      415: {description: 'Not `application/json` in UTF-8'},
      422: {description: 'Does not fit the schema; `errors` names the places'},
      ...refusals,
    },
  },
  async handle({request, url, parameters}, dependencies) {
    const principal = await authenticate(request, dependencies);
    if (!principal) return noToken();
    if (isCrossSiteRequest(principal, request, url) || !mayHandle(principal.access)) return lacksRight();
    const sent = await readJson(request, 'The step', mostBytes);
    if (!sent.read) return sent.refusal;
    const next = readAs(NextStep, sent.json);
    if (!next.fits) return problem(422, 'invalid', 'The step does not fit the contract', {errors: next.faults});
    const id = submissionIdIn(parameters);
    const advanced = id === undefined ? undefined : await changeStatusFor(principal, id, next.value, dependencies);
    if (!advanced) return noSubmission();
    if (advanced.result === 'changed') return changedMeanwhile(advanced.steps);

    return Response.json(handlingBy(advanced.steps));
  },
};

export const inboxStatusRoutes: readonly Route[] = [read, advance];

/** Without anybody's note, which is read where the steps are. */
function changedMeanwhile(steps: readonly HandlingStep[]): Response {
  const last = steps.at(-1);
  const now = last ? `It is "${last.state}" since ${last.at}, by ${last.who}.` : 'Nobody has opened it.';
  return problem(409, 'conflict', 'There are other steps than you saw', {detail: `${now} Steps: ${steps.length}. Nothing was changed: read them and decide again.`});
}
