import type {Asker} from '../access/who-asks.js';
import {isFromHere} from '../http/sending-site.js';

/** Whether another website may have made somebody's browser send this in their name. */
export function mayBeForged({by}: Asker, request: Request, url: URL): boolean {
  return by !== 'token' && !isFromHere(request, url);
}
