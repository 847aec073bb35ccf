import {lacksDataComplaint} from './receiver/data-complaint-warnings.js';
import type {Dependencies} from './dependencies.js';
import {overdue} from './inbox/mark-opened.js';
import {unavailable} from './http/problem-response.js';
import {isUndecided} from './retention/retention-policy.js';
import type {Route} from './http/route.js';
import {isExpired} from './receiver/security-txt.js';
import {StoreUnavailable} from './store/store.js';

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
    answers: {200: {description: 'It can. `urgent` is `unopened` while urgent feedback has stood unopened for too long, and `alerts` is `failing` while the last try to alert somebody, by the hook or by mail, has failed; `signIns` is `failing` while many have tried to sign in and failed; `dataComplaint` is `missing` while the receiver’s file does not say where people complain about how their information is used; `security` is `expired` once the time of `/.well-known/security.txt` is over; `keys` is `unreadable` while the key file cannot be used, so that a restart would fail or lose something; `retention` is `not-set` while nothing is deleted because its owner has not said for how long it is kept', type: 'application/json'}, 503: {description: 'It cannot', headers: ['Retry-After']}},
  },
  async handle(_call, dependencies) {
    try {
      await dependencies.store.check();
      return Response.json({status: 'ready', ...(await detail(dependencies))});
    } catch (error) {
      if (error instanceof StoreUnavailable) return unavailable();
      throw error;
    }
  },
};

/** What needs somebody, though feedback can be taken. Anybody may read it, so it says neither how much nor since when. */
async function detail(dependencies: Dependencies): Promise<Record<string, string>> {
  const {receiver, alerts, rateLimiter, keys, retention, clock} = dependencies;
  const {count} = await overdue(dependencies);
  return {
    ...(count > 0 && {urgent: 'unopened'}),
    ...(alerts.failing().length > 0 && {alerts: 'failing'}),
    ...(rateLimiter.manySignInsFail() && {signIns: 'failing'}),
    ...(lacksDataComplaint(receiver) && {dataComplaint: 'missing'}),
    ...(receiver.security && isExpired(receiver.security, clock()) && {security: 'expired'}),
    ...(keys.hasFault() && {keys: 'unreadable'}),
    ...(isUndecided(retention) && {retention: 'not-set'}),
  };
}

export const healthRoutes: readonly Route[] = [alive, ready];
