import type {InboxPage} from '../../contract/inbox.js';
import {mayDo} from '../access/authorise.js';
import {listFor, openContactFor} from './read-submissions.js';
import {lacksRight, noToken, noTokenDescribed} from './inbox-api-refusals.js';
import {authenticate} from '../access/authenticate.js';
import {withDangerWords} from './danger-words.js';
import {filterParameters, wrongFilter} from './filter-parameters.js';
import {submissionIdIn} from '../http/submission-id-parameter.js';
import {cursorOf, positionOf} from './inbox-cursor.js';
import type {Keys} from '../keys/keys.js';
import {problem} from '../http/problem-response.js';
import {readFilter, typedIn} from './read-filter.js';
import type {Route} from '../http/route.js';
import type {InboxQuery} from '../store/store.js';

const defaultLimit = 100;
const mostAtOnce = 500;

const list: Route = {
  method: 'GET',
  path: '/v1/inbox',
  operation: {
    summary: 'What has arrived and the token may see, without contact details',
    bearer: true,
    query: [
      {name: 'order', description: '`urgent`: urgent first, then newest. `arrived`: oldest first; a cursor stays valid and no row ever appears behind it', schema: {enum: ['urgent', 'arrived'], default: 'urgent'}},
      {name: 'after', description: 'The `next` of the page before, in the same order', schema: {type: 'string'}},
      {name: 'limit', description: 'How many at most', schema: {type: 'integer', minimum: 1, maximum: mostAtOnce, default: defaultLimit}},
      ...filterParameters,
    ],
    answers: {
      200: {description: 'One page; `next` is absent at the end', schema: 'InboxPage'},
      400: {description: 'A query parameter is wrong; the title names it'},
      401: noTokenDescribed,
      403: {description: 'The token does not have this right'},
      503: {description: 'Ask again', headers: ['Retry-After']},
    },
  },
  async handle({request, url}, dependencies) {
    const {keys} = dependencies;
    const principal = await authenticate(request, dependencies);
    if (!principal) return noToken();
    if (!mayDo('read', principal.access)) return lacksRight();
    const query = readQuery(url.searchParams, keys);
    if (typeof query === 'string') return problem(400, 'malformed-query', query);
    const read = await readFilter(typedIn(url.searchParams), principal.access.scope, dependencies);
    if ('faults' in read) return problem(400, 'malformed-query', wrongFilter(read.faults));

    const {submissions, next} = await listFor(principal, {...query, ...(read.filter && {filter: read.filter})}, dependencies);
    const page: InboxPage = {submissions: submissions.map(withDangerWords), ...(next ? {next: cursorOf(query.order, next, keys)} : {})};
    return Response.json(page);
  },
};

const contact: Route = {
  method: 'GET',
  path: '/v1/inbox/:id/contact',
  operation: {
    summary: 'The contact details of one submission. Each opening is recorded, with the token and the time',
    bearer: true,
    answers: {
      200: {description: 'The contact details; sealed where their key is elsewhere, and as they came where they fit no schema', schema: 'OpenedContact'},
      401: noTokenDescribed,
      403: {description: 'The token does not have this right'},
      404: {description: 'No such submission that the token may see, or it has no contact details'},
      503: {description: 'Ask again', headers: ['Retry-After']},
    },
  },
  async handle({request, parameters}, dependencies) {
    const principal = await authenticate(request, dependencies);
    if (!principal) return noToken();
    if (!mayDo('contact', principal.access)) return lacksRight();
    const id = submissionIdIn(parameters);
    const details = id === undefined ? undefined : await openContactFor(principal, id, request, dependencies);
    if (!details) return problem(404, 'not-found', 'No contact details of such a submission are here');

    return Response.json(details);
  },
};

export const inboxRoutes: readonly Route[] = [list, contact];

/** What is asked for, or what is wrong with the question. */
function readQuery(parameters: URLSearchParams, keys: Keys): InboxQuery | string {
  const order = parameters.get('order') ?? 'urgent';
  if (order !== 'urgent' && order !== 'arrived') return 'The query parameter "order" is neither "urgent" nor "arrived"';
  const limit = parameters.get('limit') ?? String(defaultLimit);
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > mostAtOnce) return `The query parameter "limit" is not a number from 1 to ${mostAtOnce}`;
  const cursor = parameters.get('after');
  const after = cursor === null ? undefined : positionOf(order, cursor, keys);
  if (cursor !== null && !after) return `The query parameter "after" is no cursor of the order "${order}"`;
  return {order, limit: Number(limit), ...(after ? {after} : {})};
}
