const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

/** A page for people: kept by nobody on the way, framed by nobody, and without a way out but its own form. */
export function pageResponse(page: string, status = 200, more: Readonly<Record<string, string>> = {}): Response {
  return new Response(page, {status, headers: {...headers, ...more}});
}
