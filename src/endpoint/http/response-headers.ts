const everywhere = {'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer'};

// A year, as browsers' own lists want it.
const overHttps = {'Strict-Transport-Security': 'max-age=31536000'};

const forAnyPage = {
  'Access-Control-Allow-Origin': '*',
  // The date, as the clock of whoever writes may be wrong.
  'Access-Control-Expose-Headers': 'Retry-After, ETag, Date',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

const forPreflight = {
  'Access-Control-Allow-Methods': 'GET, HEAD, POST',
  'Access-Control-Max-Age': '7200',
};

/** What the elements send of themselves. */
const ownHeaders = ['Content-Type', 'Idempotency-Key'];

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
 *
 * @param wanted the `Access-Control-Request-Headers` of a preflight
 */
export function withHeaders(response: Response, {path, wanted, withoutBody, isHttpsAlone}: {path: string; wanted: string | null; withoutBody: boolean; isHttpsAlone: boolean}): Response {
  const headers = new Headers(response.headers);
  const isPreflight = response.status === 204 && headers.has('Allow');
  set(headers, everywhere);
  if (isHttpsAlone) set(headers, overHttps);
  if (isHtml(headers)) set(headers, forPages);
  if (isOperators(path)) set(headers, forOperators);
  else if (isForWriters(path)) set(headers, {'Cross-Origin-Resource-Policy': 'same-origin'});
  else set(headers, {...forAnyPage, ...(isPreflight ? {...forPreflight, 'Access-Control-Allow-Headers': allowedHeaders(wanted)} : {})});
  if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', isHtml(headers) ? pagePolicy : dataPolicy);
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  return new Response(withoutBody ? null : response.body, {status: response.status, headers});
}

// Many sites add a header of their own to whatever their pages ask for, such as `X-CSRF-Token` or `Authorization`. Nothing
// here that another website may read does anything else for one, so each is allowed that it names; as names and not as
// `*`, which leaves out `Authorization`. A proxy in front may refuse an answer whose headers are longer than 4 KiB.
function allowedHeaders(wanted: string | null): string {
  const names = (wanted ?? '').slice(0, 2048).split(',').map((name) => name.trim());
  const others = names.filter((name) => /^[\w!#$%&'*+.^`|~-]+$/.test(name) && !ownHeaders.some((own) => own.toLowerCase() === name.toLowerCase()));
  return [...ownHeaders, ...new Set(others)].join(', ');
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
