import type {Dependencies} from '../dependencies.js';
import {spreadRetryAfterSeconds, problem} from '../http/problem-response.js';
import {readBody} from '../http/read-body.js';

/** What was in a sealed body, trusted in nothing, or the answer that refuses it. */
export type SentSealed = {read: true; bytes: Uint8Array} | {read: false; refusal: Response};

/** Whether a request says that its body is sealed. */
export function isSealed(request: Request): boolean {
  return request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase() === 'application/jose';
}

/** Reads a compact JWE of at most `limit` bytes and opens it. `what` begins the titles of refusals. */
export async function readSealed(request: Request, what: string, limit: number, {keys, log}: Pick<Dependencies, 'keys' | 'log'>): Promise<SentSealed> {
  const body = await readBody(request, limit);
  if (!body.read && body.reason === 'too-large') return refused(problem(413, 'too-large', `${what} is longer than we take`, {detail: `At most ${limit} bytes are taken sealed.`}));
  const opened = body.read ? await keys.openSealed(new TextDecoder().decode(body.bytes).trim()) : undefined;
  if (opened?.opened) return {read: true, bytes: opened.bytes};

  if (opened?.because === 'unknown-key') {
    log('POST /v1/submissions: something is sealed to a key that is not in the key file; is CARE_KEYS the same for every endpoint, and was the file copied to each after a change?');
    // It can be opened elsewhere or later, and nowhere else is it kept: never a refusal.
    return refused(problem(503, 'unknown-key', 'It is sealed to a key that is not here', {
      detail: 'Nothing was kept. Send the same again.',
      headers: {'Retry-After': String(spreadRetryAfterSeconds(60))},
    }));
  }
  if (opened?.because === 'does-not-open') return refused(problem(400, 'does-not-open', `${what} does not open`, {errors: [{pointer: '', detail: 'is not what was sealed to this key'}]}));
  return refused(problem(400, 'not-sealed', `${what} is not sealed as we take it`, {errors: [{pointer: '', detail: 'is not a compact JWE with ECDH-ES, A256GCM and a kid'}]}));
}

function refused(refusal: Response): SentSealed {
  return {read: false, refusal};
}
