import type {HonoRequest} from 'hono';
import type {Dependencies} from '../dependencies.js';

/** Which site a browser says has made it send something: ours, another, or none, where the person did so by hand; `unsaid` by old and plain browsers. */
type SendingSite = 'here' | 'elsewhere' | 'by hand' | 'unsaid';

function sendingSite(request: HonoRequest): SendingSite {
  const site = request.header('Sec-Fetch-Site');
  if (site === 'none') return 'by hand';
  if (site !== undefined) return site === 'same-origin' ? 'here' : 'elsewhere';
  const origin = request.header('Origin');
  if (origin === undefined) return 'unsaid';
  return URL.canParse(origin) && new URL(origin).host === new URL(request.url).host ? 'here' : 'elsewhere';
}

/**
 * Whether a POST comes from our own pages, as the browser says by `Sec-Fetch-Site` or, an older one, by
 * `Origin`, which our pages let it send; what says neither may come from anywhere.
 */
export function isFromHere(request: HonoRequest): boolean {
  return sendingSite(request) === 'here';
}

/**
 * Whether a browser says that another website made it send this. What says nothing is
 * believed: people who use old and plain browsers must not be refused.
 */
export function isFromElsewhere(request: HonoRequest, {origin: own}: Pick<Dependencies, 'origin'>): boolean {
  if (sendingSite(request) !== 'elsewhere') return false;
  // Behind a proxy the host of the request may be another than the one that people reach.
  return request.header('Sec-Fetch-Site') !== undefined || request.header('Origin') !== own;
}
