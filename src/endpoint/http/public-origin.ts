import type {Dependencies} from '../dependencies.js';

type ReachedDependencies = Pick<Dependencies, 'origin' | 'trustsProxy'>;

/**
 * Whether whoever asks does so over https: as the owner says that people reach the
 * endpoint, or as the proxy in front says, where the owner has said that there is one.
 */
export function isSecure(request: Request, {origin, trustsProxy}: ReachedDependencies): boolean {
  if (origin !== undefined) return origin.startsWith('https:');
  if (new URL(request.url).protocol === 'https:') return true;
  return trustsProxy && protocolAsked(request.headers) === 'https';
}

/** The origin at which people reach the endpoint: what the owner has said, or else where this request went. */
export function publicOriginOf(request: Request, dependencies: ReachedDependencies): string {
  return dependencies.origin ?? `${isSecure(request, dependencies) ? 'https' : 'http'}://${new URL(request.url).host}`;
}

/** By `Forwarded` (RFC 7239) or `X-Forwarded-Proto`. Of several the last, which the nearest proxy wrote itself. */
function protocolAsked(headers: Headers): string | undefined {
  const hops = headers.get('Forwarded')?.split(',') ?? [];
  const inForwarded = hops.at(-1)?.split(';').map((pair) => pair.trim()).find((pair) => /^proto=/i.test(pair))?.slice('proto='.length).replaceAll('"', '');
  return (inForwarded ?? headers.get('X-Forwarded-Proto')?.split(',').at(-1))?.trim().toLowerCase();
}
