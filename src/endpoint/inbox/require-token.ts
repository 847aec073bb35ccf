import type {Access, AccessRight} from '../access/access.js';
import {authenticate} from '../access/authenticate.js';
import {mayDo} from '../access/authorise.js';
import {refusal} from '../http/openapi/describe.js';
import {lacksRight, noToken} from './inbox-api-refusals.js';
import type {InboxMiddleware} from './inbox-environment.js';
import {isCrossSiteRequest} from './is-cross-site-request.js';

/** How the refusal without a token of ours is described to others. */
export const noTokenDescribed = refusal('No token, or none of ours', 'WWW-Authenticate');

/** Lets in whose token has this right, or who is named by the proxy in front and has it, or by whose access `may` is true; what may change something, from no other website. */
export function requireToken(may: AccessRight | ((access: Access) => boolean)): InboxMiddleware {
  const hasRight = typeof may === 'string' ? (access: Access) => mayDo(may, access) : may;
  return async (context, next) => {
    const {req, env} = context;
    const principal = await authenticate(req.raw, env);
    if (!principal) return noToken();
    if (!hasRight(principal.access) || (req.method === 'POST' && isCrossSiteRequest(principal, req))) return lacksRight();
    context.set('principal', principal);
    return next();
  };
}
