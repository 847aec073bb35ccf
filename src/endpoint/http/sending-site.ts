import type {Dependencies} from '../dependencies.js';

/** Which site a browser says has made it send something: ours, another, or none, where the person did so by hand; `unsaid` by old and plain browsers. */
type SendingSite = 'here' | 'elsewhere' | 'by hand' | 'unsaid';

function sendingSite({headers}: Request, url: URL): SendingSite {
  const site = headers.get('Sec-Fetch-Site');
  if (site === 'none') return 'by hand';
  if (site !== null) return site === 'same-origin' ? 'here' : 'elsewhere';
  const origin = headers.get('Origin');
  if (origin === null) return 'unsaid';
  return URL.canParse(origin) && new URL(origin).host === url.host ? 'here' : 'elsewhere';
}

/**
 * Whether a POST comes from our own pages, as the browser says by `Sec-Fetch-Site` or, an older one, by
 * `Origin`, which our pages let it send; what says neither may come from anywhere.
 */
export function isFromHere(request: Request, url: URL): boolean {
  return sendingSite(request, url) === 'here';
}

/**
 * Whether a browser says that another website made it send this. What says nothing is
 * believed: people who use old and plain browsers must not be refused.
 */
export function isFromElsewhere(request: Request, url: URL, {origin: own}: Pick<Dependencies, 'origin'>): boolean {
  if (sendingSite(request, url) !== 'elsewhere') return false;
  // Behind a proxy the host of the request may be another than the one that people reach.
  return request.headers.has('Sec-Fetch-Site') || request.headers.get('Origin') !== own;
}
