import {Hono} from 'hono';
import {describeRoute} from 'hono-openapi';
import {ServiceId} from '../../contract/identifiers.js';
import {cachedJson} from '../http/cached-response.js';
import type {EndpointEnvironment} from '../http/environment.js';
import {askAgain, jsonAnswer, query, refusal, unchanged} from '../http/openapi/describe.js';
import {problem} from '../http/problem-response.js';
import {mustBeIsolated, receiverFor} from './receiver-file.js';

// So short that a new key, and a service that must now be isolated, reach every page soon.
const seconds = 60;

export const receiverRoutes = new Hono<EndpointEnvironment>().get(
  '/v1/receiver',
  describeRoute({
    summary: 'Who receives the feedback, how else to reach them, keys and policy',
    parameters: [query('service', 'A CQC id or an ODS code: `isolated` is then said for this service', {type: 'string'})],
    responses: {200: jsonAnswer('The receiver', 'Receiver', 'ETag'), 304: unchanged, 400: refusal('`service` is no id'), 503: askAgain},
  }),
  async ({req, env: {receiver, keys, store}}) => {
    const id = req.query('service');
    if (id !== undefined && !ServiceId.safeParse(id).success) return problem(400, 'malformed-query', 'The query parameter "service" is not a CQC id or an ODS code');

    const isolated = id === undefined ? receiver.isolated === true : mustBeIsolated(receiver, id, await store.service(id));
    return cachedJson(req.raw, receiverFor(receiver, keys.publicKeys, isolated), seconds);
  },
);
