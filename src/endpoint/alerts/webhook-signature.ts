import {createHmac} from 'node:crypto';

const fewestBytes = 24;
const mostBytes = 64;

/** The bytes of a secret as Standard Webhooks writes it, `whsec_` and base64; `undefined` where it is none. */
export function secretIn(text: string): Uint8Array | undefined {
  const [, base64] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  const bytes = base64 === undefined ? undefined : Buffer.from(base64, 'base64');
  return bytes && bytes.length >= fewestBytes && bytes.length <= mostBytes ? bytes : undefined;
}

/** The headers by which a receiver knows that `body` is ours, whether it is a repeat, and how old it is. */
export function signedHeaders(id: string, body: string, {secret, now}: {secret: Uint8Array; now: Date}): Record<string, string> {
  const timestamp = Math.floor(now.getTime() / 1000);
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': `v1,${signature}`};
}
