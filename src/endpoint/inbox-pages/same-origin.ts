import type {Asker} from '../access/who-asks.js';

/**
 * Whether a POST comes from our own pages. A browser says so by `Sec-Fetch-Site`
 * or, an older one, by `Origin`, which our pages let it send; what says neither
 * may come from anywhere.
 */
export function isFromHere(request: Request, url: URL): boolean {
  const site = request.headers.get('Sec-Fetch-Site');
  if (site !== null) return site === 'same-origin';
  const origin = request.headers.get('Origin');
  return origin !== null && URL.canParse(origin) && new URL(origin).host === url.host;
}

/** Whether another website may have made somebody's browser send this in their name. */
export function mayBeForged({by}: Asker, request: Request, url: URL): boolean {
  return by !== 'token' && !isFromHere(request, url);
}
