import {pageResponse} from '../http/page-response.js';

const policy = "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** A page for the team: no script, framed by nobody, kept by nobody. */
export function inboxResponse(page: string, status = 200, more: Readonly<Record<string, string>> = {}): Response {
  return pageResponse(page, status, {'Content-Security-Policy': policy, ...more});
}

/** The page to sign in, the only one with a script. */
export function signInReply(page: string): Response {
  return inboxResponse(page, 401, {'Content-Security-Policy': `${policy}; script-src 'self'`, 'WWW-Authenticate': 'Bearer realm="inbox"'});
}
