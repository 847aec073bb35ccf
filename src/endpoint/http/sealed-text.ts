import {createCipheriv, createDecipheriv, createHmac, randomBytes} from 'node:crypto';

const algorithm = 'aes-256-gcm';
const [ivBytes, tagBytes] = [12, 16];

/**
 * Text that a page carries and that this endpoint alone can read and make, in base64url.
 *
 * @param purpose keeps what one use seals from being taken for another's
 * @param beside stands readable beside it and cannot be changed without it
 */
export function sealText(text: string, {key, purpose, beside = ''}: SealedFor): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, keyFor(purpose, key), iv).setAAD(Buffer.from(beside));
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** The text that was sealed so; `undefined` where it was not, or was changed. */
export function openText(sealed: string, {key, purpose, beside = ''}: SealedFor): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < ivBytes + tagBytes) return undefined;
  const decipher = createDecipheriv(algorithm, keyFor(purpose, key), bytes.subarray(0, ivBytes)).setAAD(Buffer.from(beside)).setAuthTag(bytes.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

interface SealedFor {
  key: Uint8Array;
  purpose: string;
  beside?: string;
}

function keyFor(purpose: string, key: Uint8Array): Buffer {
  return createHmac('sha256', key).update(`seals ${purpose}`).digest();
}
