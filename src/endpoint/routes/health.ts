import {unavailable} from '../problem.js';
import type {Route} from '../route.js';
import {StoreUnavailable} from '../store/store.js';

const alive: Route = {
  method: 'GET',
  path: '/healthz',
  operation: {summary: 'Whether the process runs', answers: {200: {description: 'It runs', type: 'application/json'}}},
  handle: () => Response.json({status: 'alive'}),
};

const ready: Route = {
  method: 'GET',
  path: '/readyz',
  operation: {
    summary: 'Whether feedback can be taken: the store answers and could write',
    answers: {200: {description: 'It can', type: 'application/json'}, 503: {description: 'It cannot', headers: ['Retry-After']}},
  },
  async handle(_call, {store}) {
    try {
      await store.check();
      return Response.json({status: 'ready'});
    } catch (error) {
      if (error instanceof StoreUnavailable) return unavailable();
      throw error;
    }
  },
};

export const healthRoutes: readonly Route[] = [alive, ready];
