import type {Dependencies} from './dependencies.js';

/**
 * Whether a browser says that another website made it send this. What says nothing is
 * believed: old and plain browsers do not, and people who use them must not be refused.
 */
export function isFromElsewhere(request: Request, url: URL, {origin: own}: Pick<Dependencies, 'origin'>): boolean {
  const site = request.headers.get('Sec-Fetch-Site');
  // `none`: by the person, as when they open a tab again.
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.get('Origin');
  return origin !== null && origin !== own && !(URL.canParse(origin) && new URL(origin).host === url.host);
}
