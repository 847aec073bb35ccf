/**
 * Whether a POST comes from our own pages, or from no browser at all.
 *
 * Our pages send no referrer, and then a browser's `Origin` is `null` even at
 * home, so `Sec-Fetch-Site` decides wherever it is sent; the session's cookie
 * is `SameSite=Lax` besides, which no other website's POST carries.
 */
export function isFromHere(request: Request, url: URL): boolean {
  const site = request.headers.get('Sec-Fetch-Site');
  if (site !== null) return site === 'same-origin';
  const origin = request.headers.get('Origin');
  return origin === null || origin === 'null' || (URL.canParse(origin) && new URL(origin).host === url.host);
}
