const headers = {'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store'};

/** A page for people, kept by nobody on the way unless `more` says otherwise. */
export function pageResponse(page: string, status = 200, more: Readonly<Record<string, string>> = {}): Response {
  return new Response(page, {status, headers: {...headers, ...more}});
}
