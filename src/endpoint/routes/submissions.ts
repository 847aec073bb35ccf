import {submissionBytes} from '../../contract/submission.js';
import {acceptSubmission, type Outcome} from '../accept-submission.js';
import type {Dependencies} from '../dependencies.js';
import {problem} from '../problem.js';
import {readJson} from '../read-json.js';
import type {Route} from '../route.js';

const send: Route = {
  method: 'POST',
  path: '/v1/submissions',
  operation: {
    summary: 'Send one submission. The same id with the same content may be sent any number of times.',
    body: 'Submission',
    answers: {
      200: {description: 'The receipt of the first time: this id and content had arrived before', schema: 'Receipt'},
      201: {description: 'Kept, and on disk', schema: 'Receipt'},
      400: {description: 'Not JSON'},
      403: {description: 'The type ends in `isolation-required`: this service must be written about in the frame. Or in `origin-refused`: this website may not send'},
      413: {description: 'Longer than 128 KiB'},
      415: {description: 'Not `application/json` in UTF-8'},
      422: {description: 'Does not fit the schema or its question set, or other content came under this id before; `errors` names the places'},
      429: {description: 'Too many at once', headers: ['Retry-After']},
      503: {description: 'Nothing was kept; send the same again', headers: ['Retry-After']},
    },
  },
  async handle({request, url}, dependencies) {
    if (!mayPost(request, url, dependencies)) return problem(403, 'origin-refused', 'This website may not send to this endpoint', {detail: 'The receiver lists the origins that may send; this one is not among them.'});
    const sent = await readJson(request, 'The submission', submissionBytes);
    if (!sent.read) return sent.refusal;

    return answerFor(await acceptSubmission(sent.json, dependencies));
  },
};

export const submissionRoutes: readonly Route[] = [send];

function answerFor(result: Outcome): Response {
  switch (result.outcome) {
    case 'kept': return Response.json(result.receipt, {status: 201});
    case 'repeated': return Response.json(result.receipt);
    case 'conflict': return problem(422, 'conflict', 'Other content has arrived under this id', {errors: result.faults});
    case 'refused': return problem(422, 'invalid', 'The submission cannot be taken as it is', {errors: result.faults});
    case 'isolation-required':
      return problem(403, 'isolation-required', 'This service must be written about in the frame', {
        detail: 'Give the tag the attribute `isolated`, or link to the form at the endpoint.',
        errors: [{pointer: '/source/mode', detail: 'is inline'}],
      });
  }
}

/** Limits browsers alone: who sends without an origin is no page. The endpoint's own pages may always send. */
function mayPost(request: Request, url: URL, {receiver}: Dependencies): boolean {
  const origin = request.headers.get('Origin');
  if (origin === null || receiver.origins === undefined) return true;
  return receiver.origins.includes(origin) || hostOf(origin) === url.host;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
