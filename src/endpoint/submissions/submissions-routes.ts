import {sealedBytes, submissionBytes} from '../../contract/submission.js';
import {acceptSealed} from './accept-sealed.js';
import {acceptSubmission, type AcceptOutcome} from './accept-submission.js';
import type {Dependencies} from '../dependencies.js';
import {problem, tooMany} from '../http/problem-response.js';
import {readJson} from '../http/read-json.js';
import {isSealed, readSealed} from './read-sealed.js';
import type {Route} from '../http/route.js';

const send: Route = {
  method: 'POST',
  path: '/v1/submissions',
  operation: {
    summary: 'Send one submission. The same id with the same content may be sent any number of times.',
    body: 'Submission',
    otherBodies: {
      'application/jose': {
        maxLength: sealedBytes,
        description:
          'A compact JWE of a Submission in JSON: `alg` ECDH-ES, `enc` A256GCM, not compressed, `kid` that of a key in the Receiver’s `keys`. Once it opens it is never refused for what is in it: what fails the schema or the question set, or should have come from the frame, is kept whole, set apart with its faults, and answered 201. Other content under an id that has arrived is kept beside it, set apart, and answered with the id that was sent. A repeat is answered 200. Keys that were replaced go on opening for 90 days. The receipt’s `token` is empty: whoever holds sealed bytes gains nothing by sending them, and the `right` inside proves who wrote.',
      },
    },
    headers: [{name: 'Idempotency-Key', description: 'The submission’s id. Read only with a sealed body in which no id can be read: the receipt then repeats this one. Without either, the receipt has an id that follows from the content. A plain body’s id is the one in it, whatever stands here.'}],
    answers: {
      200: {description: 'The receipt of the first time: this id and content had arrived before', schema: 'Receipt'},
      201: {description: 'Kept, and on disk', schema: 'Receipt'},
      400: {description: 'Not JSON; or sealed, and no compact JWE of the kind taken, or one that does not open'},
      403: {description: 'The type ends in `isolation-required`: this service must be written about in the frame. Or in `origin-refused`: this website may not send'},
      413: {description: 'Longer than 128 KiB, or 192 KiB sealed'},
      415: {description: 'Neither `application/json` in UTF-8 nor `application/jose`'},
      422: {description: 'Does not fit the schema or its question set, or other content came under this id before; `errors` names the places'},
      429: {description: 'Too many at once from one address or network; send the same again', headers: ['Retry-After']},
      503: {description: 'Nothing was kept, or it is sealed to a key that is not here (the type ends in `unknown-key`); send the same again', headers: ['Retry-After']},
    },
  },
  async handle({request, url, from}, dependencies) {
    if (!mayPost(request, url, dependencies)) return problem(403, 'origin-refused', 'This website may not send to this endpoint', {detail: 'The receiver lists the origins that may send; this one is not among them.'});
    const answer = isSealed(request) ? await takeSealed(request, from, dependencies) : await takeReadable(request, from, dependencies);
    // Another sender behind the same address must not pay for what could not be taken.
    const seconds = isRefusal(answer) ? dependencies.rateLimiter.waitAfterRefusal(from) : undefined;
    return seconds === undefined ? answer : tooMany(seconds);
  },
};

/** Whether nothing that is sent again in the same way can be taken. */
function isRefusal({status}: Response): boolean {
  return status >= 400 && status < 500 && status !== 429;
}

async function takeReadable(request: Request, from: string | undefined, dependencies: Dependencies): Promise<Response> {
  const sent = await readJson(request, 'The submission', submissionBytes);
  if (!sent.read) return sent.refusal;

  return answerFor(await acceptSubmission(sent.json, dependencies, {from}));
}

export const submissionRoutes: readonly Route[] = [send];

async function takeSealed(request: Request, from: string | undefined, dependencies: Dependencies): Promise<Response> {
  const sent = await readSealed(request, 'The submission', sealedBytes, dependencies);
  if (!sent.read) return sent.refusal;

  return answerFor(await acceptSealed(sent.bytes, dependencies, {from, idOutside: request.headers.get('Idempotency-Key') ?? undefined}));
}

function answerFor(result: AcceptOutcome): Response {
  switch (result.outcome) {
    case 'kept': return Response.json(result.receipt, {status: 201});
    case 'repeated': return Response.json(result.receipt);
    case 'conflict': return problem(422, 'conflict', 'Other content has arrived under this id', {errors: result.faults});
    case 'refused': return problem(422, 'invalid', 'The submission cannot be taken as it is', {errors: result.faults});
    case 'too-many': return tooMany(result.seconds);
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
