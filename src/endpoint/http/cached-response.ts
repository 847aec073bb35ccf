import {createHash} from 'node:crypto';

/**
 * An answer that others may keep for `seconds` and then ask whether it still
 * stands: 304 when it does.
 */
export function cachedJson(request: Request, value: unknown, seconds: number): Response {
  const body = JSON.stringify(value);
  const tag = entityTag(body);
  const headers = {'Content-Type': 'application/json', 'Cache-Control': `public, max-age=${seconds}`, ETag: tag};
  return isCurrent(request, tag) ? new Response(null, {status: 304, headers}) : new Response(body, {headers});
}

/** The `ETag` of a body. `form` tells apart the same content in another encoding. */
export function entityTag(body: string | Uint8Array, form = ''): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}${form}"`;
}

/** Whether what the asker holds already is what `tag` stands for. */
export function isCurrent(request: Request, tag: string): boolean {
  const held = request.headers.get('If-None-Match');
  return held !== null && (held.trim() === '*' || held.split(',').some((each) => each.trim().replace(/^W\//, '') === tag));
}
