import type {Principal} from '../access/authenticate.js';
import {isFromHere} from '../http/sending-site.js';

/** Whether another website may have made somebody's browser send this in their name. */
export function isCrossSiteRequest({by}: Principal, request: Request, url: URL): boolean {
  return by !== 'token' && !isFromHere(request, url);
}
