import {Hono} from 'hono';
import {describeRoute} from 'hono-openapi';
import {lacksDataComplaint} from './receiver/data-complaint-warnings.js';
import type {Dependencies} from './dependencies.js';
import {overdue} from './inbox/mark-opened.js';
import type {EndpointEnvironment} from './http/environment.js';
import {otherAnswer, refusal} from './http/openapi/describe.js';
import {unavailable} from './http/problem-response.js';
import {isUndecided} from './retention/retention-policy.js';
import {isExpired} from './receiver/security-txt.js';
import {StoreUnavailable} from './store/store.js';

export const healthRoutes = new Hono<EndpointEnvironment>()
  .get('/healthz', describeRoute({summary: 'Whether the process runs', responses: {200: otherAnswer('application/json', 'It runs')}}), () => Response.json({status: 'alive'}))
  .get(
    '/readyz',
    describeRoute({
      summary: 'Whether feedback can be taken: the store answers and could write',
      responses: {
        200: otherAnswer('application/json', 'It can. `urgent` is `unopened` while urgent feedback has stood unopened for too long, and `alerts` is `failing` while the last try to alert somebody, by the hook or by mail, has failed; `signIns` is `failing` while many have tried to sign in and failed; `dataComplaint` is `missing` while the receiver’s file does not say where people complain about how their information is used; `security` is `expired` once the time of `/.well-known/security.txt` is over; `keys` is `unreadable` while the key file cannot be used, so that a restart would fail or lose something; `retention` is `not-set` while nothing is deleted because its owner has not said for how long it is kept'),
        503: refusal('It cannot', 'Retry-After'),
      },
    }),
    async ({env}) => {
      try {
        await env.store.check();
        return Response.json({status: 'ready', ...(await detail(env))});
      } catch (error) {
        // Whoever asks every few seconds whether the store is back makes no line of the log each time.
        if (error instanceof StoreUnavailable) return unavailable();
        throw error;
      }
    },
  );

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
