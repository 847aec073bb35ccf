/** Whether whoever asks does so over https, also where another server stands in front. */
export function isSecure(request: Request): boolean {
  return new URL(request.url).protocol === 'https:' || request.headers.get('X-Forwarded-Proto') === 'https';
}

/** The origin at which people reach the endpoint: what the owner has said, or else where this request went. */
export function reachedAt(request: Request, origin: string | undefined): string {
  return origin ?? `${isSecure(request) ? 'https' : 'http'}://${new URL(request.url).host}`;
}
