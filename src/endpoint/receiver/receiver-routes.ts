import {ServiceId} from '../../contract/identifiers.js';
import {cachedJson} from '../http/cached-response.js';
import {problem} from '../http/problem-response.js';
import {mustBeIsolated, receiverFor} from './receiver-file.js';
import type {Route} from '../http/route.js';

// So short that a new key, and a service that must now be isolated, reach every page soon.
const seconds = 60;

const show: Route = {
  method: 'GET',
  path: '/v1/receiver',
  operation: {
    summary: 'Who receives the feedback, how else to reach them, keys and policy',
    query: [{name: 'service', description: 'A CQC id or an ODS code: `isolated` is then said for this service', schema: {type: 'string'}}],
    answers: {
      200: {description: 'The receiver', schema: 'Receiver', headers: ['ETag']},
      304: {description: 'What the asker holds still stands', headers: ['ETag']},
      400: {description: '`service` is no id'},
      503: {description: 'Ask again', headers: ['Retry-After']},
    },
  },
  async handle({request, url}, {receiver, keys, store}) {
    const id = url.searchParams.get('service');
    if (id !== null && !ServiceId.safeParse(id).success) return problem(400, 'malformed-query', 'The query parameter "service" is not a CQC id or an ODS code');

    const isolated = id === null ? receiver.isolated === true : mustBeIsolated(receiver, id, await store.service(id));
    return cachedJson(request, receiverFor(receiver, keys.publicKeys, isolated), seconds);
  },
};

export const receiverRoutes: readonly Route[] = [show];
