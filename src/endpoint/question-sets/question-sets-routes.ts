import {cachedJson} from '../http/cached-response.js';
import {problem} from '../http/problem-response.js';
import type {Route} from '../http/route.js';

const seconds = 300;

const show: Route = {
  method: 'GET',
  path: '/v1/question-sets/:id',
  operation: {
    summary: 'A question set: structure, and words in each language',
    query: [{name: 'version', description: 'Left out, the newest', schema: {type: 'string'}}],
    answers: {
      200: {description: 'The set', schema: 'QuestionSet', headers: ['ETag']},
      304: {description: 'What the asker holds still stands', headers: ['ETag']},
      404: {description: 'Not known here'},
      503: {description: 'Ask again', headers: ['Retry-After']},
    },
  },
  async handle({request, url, parameters}, {questionSets}) {
    const set = await questionSets.find(parameters['id'] ?? '', url.searchParams.get('version') ?? undefined);
    if (!set) return problem(404, 'not-found', 'This question set is not known here');

    return cachedJson(request, set, seconds);
  },
};

export const questionSetRoutes: readonly Route[] = [show];
