import {lookup, type LookupAddress} from 'node:dns';
import {request as requestInClear} from 'node:http';
import {request} from 'node:https';
import type {LookupFunction} from 'node:net';
import {webhookBody, messageId} from './alert-message.js';
import {addressIn, isPublic} from './public-address.js';
import {signedHeaders} from './webhook-signature.js';
import {NotifierFault, type Notifier} from './notifier.js';

/** Where the hook is, and what it is signed with. */
export interface Webhook {
  url: URL;
  secret: Uint8Array;
  /** Whether it may lie inside the network. */
  allowsPrivate: boolean;
}

const inside = 'its address lies inside the network, which CARE_ALERT_ALLOW_PRIVATE=1 would allow';

/**
 * Tells by POST. Not by `fetch`, which looks a name up once more after it was
 * checked: what is connected to here is the address that was looked at. Nor does
 * this follow a redirect, which would lead around the check.
 */
export function webhookNotifier({url, secret, allowsPrivate}: Webhook, {origin, clock, timeoutMilliseconds: patience}: {origin: string; clock: () => Date; timeoutMilliseconds: number}): Notifier {
  return (alert, signal) => {
    const literal = addressIn(url);
    if (!allowsPrivate && literal !== undefined && !isPublic(literal)) return Promise.reject(new NotifierFault(inside));
    const body = webhookBody(alert, origin);
    const headers = {'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body), 'User-Agent': 'care-endpoint', ...signedHeaders(messageId(alert), body, {secret, now: clock()})};
    return post(url, {headers, body, signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]), ...(!allowsPrivate && {lookup: lookupOutside})});
  };
}

function post(url: URL, {body, ...options}: {headers: Record<string, string | number>; body: string; signal: AbortSignal; lookup?: LookupFunction}): Promise<void> {
  return new Promise((resolve, reject) => {
    const asking = (url.protocol === 'https:' ? request : requestInClear)(url, {method: 'POST', agent: false, ...options});
    asking.on('error', (error) => reject(faultOf(error)));
    // Where the server answers 101, Node ends it without a word, and nothing else would be told for ever.
    asking.on('close', () => reject(new NotifierFault('it closed the connection without an answer')));
    asking.on('response', (response) => {
      // Its words are nothing to us; however many come, they end when the patience does.
      response.on('error', () => undefined).resume();
      const status = response.statusCode ?? 0;
      if (status >= 200 && status < 300) resolve();
      else reject(new NotifierFault(status >= 300 && status < 400 ? `it answered ${status}, and a redirect is not followed` : `it answered ${status}`));
    });
    asking.end(body);
  });
}

const lookupOutside: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, {...options, all: true}, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, '');
    const outside = addresses.filter(({address}) => isPublic(address));
    const [first] = outside;
    if (!first) return callback(new NotifierFault(inside), '');
    if (options.all) callback(null, outside);
    else callback(null, first.address, first.family);
  });
};

function faultOf(error: NodeJS.ErrnoException): NotifierFault {
  if (error instanceof NotifierFault) return error;
  if (error.name === 'AbortError') return new NotifierFault('it did not answer in time');
  return new NotifierFault(`it cannot be reached (${error.code ?? error.name})`);
}
