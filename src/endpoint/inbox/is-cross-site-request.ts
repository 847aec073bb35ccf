import type {HonoRequest} from 'hono';
import type {Principal} from '../access/authenticate.js';
import {isFromHere} from '../http/sending-site.js';

/** Whether another website may have made somebody's browser send this in their name. */
export function isCrossSiteRequest({by}: Principal, request: HonoRequest): boolean {
  return by !== 'token' && !isFromHere(request);
}
