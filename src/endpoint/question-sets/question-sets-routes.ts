import {Hono} from 'hono';
import {describeRoute} from 'hono-openapi';
import {cachedJson} from '../http/cached-response.js';
import type {EndpointEnvironment} from '../http/environment.js';
import {askAgain, jsonAnswer, query, refusal, unchanged} from '../http/openapi/describe.js';
import {problem} from '../http/problem-response.js';

const seconds = 300;

export const questionSetRoutes = new Hono<EndpointEnvironment>().get(
  '/v1/question-sets/:id',
  describeRoute({
    summary: 'A question set: structure, and words in each language',
    parameters: [query('version', 'Left out, the newest', {type: 'string'})],
    responses: {200: jsonAnswer('The set', 'QuestionSet', 'ETag'), 304: unchanged, 404: refusal('Not known here'), 503: askAgain},
  }),
  async ({req, env: {questionSets}}) => {
    const set = await questionSets.find(req.param('id'), req.query('version'));
    if (!set) return problem(404, 'not-found', 'This question set is not known here');

    return cachedJson(req.raw, set, seconds);
  },
);
