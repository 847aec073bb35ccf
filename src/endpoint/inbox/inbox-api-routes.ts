import {Hono, type HonoRequest} from 'hono';
import {describeRoute} from 'hono-openapi';
import type {InboxPage} from '../../contract/inbox.js';
import {listFor, openContactFor} from './read-submissions.js';
import type {InboxEnvironment} from './inbox-environment.js';
import {noTokenDescribed, requireToken} from './require-token.js';
import {withDangerWords} from './danger-words.js';
import {filterParameters, wrongFilter} from './filter-parameters.js';
import {submissionIdIn} from '../http/submission-id-parameter.js';
import {cursorOf, positionOf} from './inbox-cursor.js';
import type {Keys} from '../keys/keys.js';
import {askAgain, jsonAnswer, query, refusal, withToken} from '../http/openapi/describe.js';
import {problem} from '../http/problem-response.js';
import {readFilter, typedIn} from './read-filter.js';
import type {InboxQuery} from '../store/store.js';

const defaultLimit = 100;
const mostAtOnce = 500;

export const inboxRoutes = new Hono<InboxEnvironment>()
  .get(
    '/v1/inbox',
    describeRoute({
      summary: 'What has arrived and the token may see, without contact details',
      security: withToken,
      parameters: [
        query('order', '`urgent`: urgent first, then newest. `arrived`: oldest first; a cursor stays valid and no row ever appears behind it', {enum: ['urgent', 'arrived'], default: 'urgent'}),
        query('after', 'The `next` of the page before, in the same order', {type: 'string'}),
        query('limit', 'How many at most', {type: 'integer', minimum: 1, maximum: mostAtOnce, default: defaultLimit}),
        ...filterParameters,
      ],
      responses: {
        200: jsonAnswer('One page; `next` is absent at the end', 'InboxPage'),
        400: refusal('A query parameter is wrong; the title names it'),
        401: noTokenDescribed,
        403: refusal('The token does not have this right'),
        503: askAgain,
      },
    }),
    requireToken('read'),
    async ({req, env, var: {principal}}) => {
      const query = readQuery(req, env.keys);
      if (typeof query === 'string') return problem(400, 'malformed-query', query);
      const read = await readFilter(typedIn(new URL(req.url).searchParams), principal.access.scope, env);
      if ('faults' in read) return problem(400, 'malformed-query', wrongFilter(read.faults));

      const {submissions, next} = await listFor(principal, {...query, ...(read.filter && {filter: read.filter})}, env);
      const page: InboxPage = {submissions: submissions.map(withDangerWords), ...(next ? {next: cursorOf(query.order, next, env.keys)} : {})};
      return Response.json(page);
    },
  )
  .get(
    '/v1/inbox/:id/contact',
    describeRoute({
      summary: 'The contact details of one submission. Each opening is recorded, with the token and the time',
      security: withToken,
      responses: {
        200: jsonAnswer('The contact details; sealed where their key is elsewhere, and as they came where they fit no schema', 'OpenedContact'),
        401: noTokenDescribed,
        403: refusal('The token does not have this right'),
        404: refusal('No such submission that the token may see, or it has no contact details'),
        503: askAgain,
      },
    }),
    requireToken('contact'),
    async ({req, env, var: {principal}}) => {
      const id = submissionIdIn(req.param('id'));
      const details = id === undefined ? undefined : await openContactFor(principal, id, req.raw, env);
      if (!details) return problem(404, 'not-found', 'No contact details of such a submission are here');

      return Response.json(details);
    },
  );

/** What is asked for, or what is wrong with the question. */
function readQuery(request: HonoRequest, keys: Keys): InboxQuery | string {
  const order = request.query('order') ?? 'urgent';
  if (order !== 'urgent' && order !== 'arrived') return 'The query parameter "order" is neither "urgent" nor "arrived"';
  const limit = request.query('limit') ?? String(defaultLimit);
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > mostAtOnce) return `The query parameter "limit" is not a number from 1 to ${mostAtOnce}`;
  const cursor = request.query('after');
  const after = cursor === undefined ? undefined : positionOf(order, cursor, keys);
  if (cursor !== undefined && !after) return `The query parameter "after" is no cursor of the order "${order}"`;
  return {order, limit: Number(limit), ...(after ? {after} : {})};
}
