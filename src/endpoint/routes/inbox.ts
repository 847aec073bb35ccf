import type {InboxPage} from '../../contract/inbox.js';
import {SubmissionId} from '../../contract/identifiers.js';
import {bearerLabel, noToken} from '../bearer.js';
import {withDangerWords} from '../danger-words.js';
import {markOpened} from '../mark-opened.js';
import {problem} from '../problem.js';
import type {Route} from '../route.js';
import type {InboxOrder, InboxPosition, InboxQuery} from '../store/store.js';

const defaultLimit = 100;
const mostAtOnce = 500;

const list: Route = {
  method: 'GET',
  path: '/v1/inbox',
  operation: {
    summary: 'What has arrived, without contact details',
    bearer: true,
    query: [
      {name: 'order', description: '`urgent`: urgent first, then newest. `arrived`: oldest first; a cursor stays valid and no row ever appears behind it', schema: {enum: ['urgent', 'arrived'], default: 'urgent'}},
      {name: 'after', description: 'The `next` of the page before, in the same order', schema: {type: 'string'}},
      {name: 'limit', description: 'How many at most', schema: {type: 'integer', minimum: 1, maximum: mostAtOnce, default: defaultLimit}},
    ],
    answers: {
      200: {description: 'One page; `next` is absent at the end', schema: 'InboxPage'},
      400: {description: 'A query parameter is wrong; the title names it'},
      401: {description: 'No token, or none of ours', headers: ['WWW-Authenticate']},
      503: {description: 'Ask again', headers: ['Retry-After']},
    },
  },
  async handle({request, url}, {inbox, store}) {
    if (bearerLabel(request, inbox) === undefined) return noToken();
    const query = readQuery(url.searchParams);
    if (typeof query === 'string') return problem(400, 'malformed-query', query);

    const {submissions, next} = await store.inbox(query);
    const page: InboxPage = {submissions: submissions.map(withDangerWords), ...(next ? {next: cursorOf(query.order, next)} : {})};
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
      401: {description: 'No token, or none of ours', headers: ['WWW-Authenticate']},
      404: {description: 'No such submission, or it has no contact details'},
      503: {description: 'Ask again', headers: ['Retry-After']},
    },
  },
  async handle({request, parameters}, dependencies) {
    const {inbox, store, clock} = dependencies;
    const label = bearerLabel(request, inbox);
    if (label === undefined) return noToken();
    const id = SubmissionId.safeParse(parameters['id']);
    const details = id.success ? await store.openContact(id.data, {label, openedAt: clock().toISOString()}) : undefined;
    if (!id.success || !details) return problem(404, 'not-found', 'No contact details of such a submission are here');
    await markOpened(id.data, label, request, dependencies);

    return Response.json(details);
  },
};

export const inboxRoutes: readonly Route[] = [list, contact];

/** What is asked for, or what is wrong with the question. */
function readQuery(parameters: URLSearchParams): InboxQuery | string {
  const order = parameters.get('order') ?? 'urgent';
  if (order !== 'urgent' && order !== 'arrived') return 'The query parameter "order" is neither "urgent" nor "arrived"';
  const limit = parameters.get('limit') ?? String(defaultLimit);
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > mostAtOnce) return `The query parameter "limit" is not a number from 1 to ${mostAtOnce}`;
  const cursor = parameters.get('after');
  const after = cursor === null ? undefined : positionOf(order, cursor);
  if (cursor !== null && !after) return `The query parameter "after" is no cursor of the order "${order}"`;
  return {order, limit: Number(limit), ...(after ? {after} : {})};
}

// Opaque to others, so that what stands in it may change.
function cursorOf(order: InboxOrder, {rank, row}: InboxPosition): string {
  return Buffer.from(`${order} ${rank} ${row}`).toString('base64url');
}

function positionOf(order: InboxOrder, cursor: string): InboxPosition | undefined {
  const [written, rank, row] = /^(urgent|arrived) (\d) (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString())?.slice(1) ?? [];
  return written === order ? {rank: Number(rank), row: Number(row)} : undefined;
}
