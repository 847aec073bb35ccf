const everywhere = {'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer'};

// A year, as browsers' own lists want it.
const overHttps = {'Strict-Transport-Security': 'max-age=31536000'};

const forAnyPage = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Retry-After, ETag',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

const forPreflight = {
  'Access-Control-Allow-Methods': 'GET, HEAD, POST',
  'Access-Control-Allow-Headers': 'Content-Type, Idempotency-Key',
  'Access-Control-Max-Age': '7200',
};

const forOperators = {'Cache-Control': 'no-store', 'Cross-Origin-Resource-Policy': 'same-origin'};

const forPages = {
  // A page of ours that somebody opens from another website cannot be reached from there.
  'Cross-Origin-Opener-Policy': 'same-origin',
  // A page without any sends no origin either, not even home; an older browser could then not show where its POST comes from.
  'Referrer-Policy': 'same-origin',
};

const pagePolicy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const dataPolicy = "default-src 'none'; frame-ancestors 'none'";

/**
 * The same answer with the headers that every answer has. A policy or a
 * `Cache-Control` that a route has set itself stays.
 */
export function withHeaders(response: Response, {path, withoutBody, isHttpsAlone}: {path: string; withoutBody: boolean; isHttpsAlone: boolean}): Response {
  const headers = new Headers(response.headers);
  const isPreflight = response.status === 204 && headers.has('Allow');
  set(headers, everywhere);
  if (isHttpsAlone) set(headers, overHttps);
  if (isHtml(headers)) set(headers, forPages);
  if (isOperators(path)) set(headers, forOperators);
  else if (isForWriters(path)) set(headers, {'Cross-Origin-Resource-Policy': 'same-origin'});
  else set(headers, {...forAnyPage, ...(isPreflight ? forPreflight : {})});
  if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', isHtml(headers) ? pagePolicy : dataPolicy);
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  return new Response(withoutBody ? null : response.body, {status: response.status, headers});
}

/** The inbox is no other website's to ask for, whatever is answered under it. */
function isOperators(path: string): boolean {
  return /^\/(v1\/)?inbox(\/|$)/.test(path);
}

/** What shows what somebody wrote, or is writing, is for no script of another website. */
function isForWriters(path: string): boolean {
  return /^\/feedback(\/|$)/.test(path);
}

function isHtml(headers: Headers): boolean {
  return headers.get('Content-Type')?.startsWith('text/html') ?? false;
}

function set(headers: Headers, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) headers.set(name, value);
}
