import {Hono, type HonoRequest} from 'hono';
import {describeRoute} from 'hono-openapi';
import {sealedBytes, submissionBytes} from '../../contract/submission.js';
import {acceptSealed} from './accept-sealed.js';
import {acceptSubmission, type AcceptOutcome} from './accept-submission.js';
import type {Dependencies} from '../dependencies.js';
import type {EndpointContext, EndpointEnvironment, Middleware} from '../http/environment.js';
import {jsonAnswer, refusal} from '../http/openapi/describe.js';
import {reference} from '../http/openapi/schemas.js';
import {problem, tooMany} from '../http/problem-response.js';
import {readJson} from '../http/read-json.js';
import {isSealed, readSealed} from './read-sealed.js';

const what = 'The submission';

const refuseOtherOrigins: Middleware = async ({req, env}, next) => {
  if (mayPost(req, env)) return next();
  return problem(403, 'origin-refused', 'This website may not send to this endpoint', {detail: 'The receiver lists the origins that may send; this one is not among them.'});
};

export const submissionRoutes = new Hono<EndpointEnvironment>().post(
  '/v1/submissions',
  describeRoute({
    summary: 'Send one submission. The same id with the same content may be sent any number of times.',
    parameters: [{
      name: 'Idempotency-Key',
      in: 'header',
      description: 'The submission’s id. Read only with a sealed body in which no id can be read: the receipt then repeats this one. Without either, the receipt has an id that follows from the content. A plain body’s id is the one in it, whatever stands here.',
      schema: {type: 'string'},
    }],
    requestBody: {
      required: true,
      content: {
        'application/json': {schema: reference('Submission')},
        'application/jose': {
          schema: {
            type: 'string',
            maxLength: sealedBytes,
            description:
              'A compact JWE of a Submission in JSON: `alg` ECDH-ES, `enc` A256GCM, not compressed, `kid` that of a key in the Receiver’s `keys`. Once it opens it is never refused for what is in it: what fails the schema or the question set, or should have come from the frame, is kept whole, set apart with its faults, and answered 201. Other content under an id that has arrived is kept beside it, set apart, and answered with the id that was sent. A repeat is answered 200. Keys that were replaced go on opening for 90 days. The receipt’s `token` is empty: whoever holds sealed bytes gains nothing by sending them, and the `right` inside proves who wrote.',
          },
        },
      },
    },
    responses: {
      200: jsonAnswer('The receipt of the first time: this id and content had arrived before', 'Receipt'),
      201: jsonAnswer('Kept, and on disk', 'Receipt'),
      400: refusal('Not JSON; or sealed, and no compact JWE of the kind taken, or one that does not open'),
      403: refusal('The type ends in `isolation-required`: this service must be written about in the frame. Or in `origin-refused`: this website may not send'),
      413: refusal('Longer than 128 KiB, or 192 KiB sealed'),
      415: refusal('Neither `application/json` in UTF-8 nor `application/jose`'),
      422: refusal('Does not fit the schema or its question set, or other content came under this id before; `errors` names the places'),
      429: refusal('Too many at once from one address or network; send the same again', 'Retry-After'),
      503: refusal('Nothing was kept, or it is sealed to a key that is not here (the type ends in `unknown-key`); send the same again', 'Retry-After'),
    },
  }),
  refuseOtherOrigins,
  async (context) => {
    const {rateLimiter, from} = context.env;
    const response = await (isSealed(context.req.raw) ? takeSealed(context) : takeReadable(context));
    // Another sender behind the same address must not pay for what could not be taken.
    const seconds = isRefusal(response) ? rateLimiter.waitAfterRefusal(from) : undefined;
    return seconds === undefined ? response : tooMany(seconds);
  },
);

async function takeReadable({req, env}: EndpointContext): Promise<Response> {
  const sent = await readJson(req.raw, what, submissionBytes);
  if (!sent.read) return sent.refusal;

  return answerFor(await acceptSubmission(sent.json, env, {from: env.from}));
}

async function takeSealed({req, env}: EndpointContext): Promise<Response> {
  const sent = await readSealed(req.raw, what, sealedBytes, env);
  if (!sent.read) return sent.refusal;

  return answerFor(await acceptSealed(sent.bytes, env, {from: env.from, idOutside: req.header('Idempotency-Key')}));
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
function mayPost(request: HonoRequest, {receiver}: Dependencies): boolean {
  const origin = request.header('Origin');
  if (origin === undefined || receiver.origins === undefined) return true;
  return receiver.origins.includes(origin) || hostOf(origin) === new URL(request.url).host;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** Whether nothing that is sent again in the same way can be taken. */
function isRefusal({status}: Response): boolean {
  return status >= 400 && status < 500 && status !== 429;
}
