import {encodeText, cleanSubtle, randomBytes, decodeText} from '../client/clean-built-ins.js';
import {jsonText} from '../client/json.js';

const P256 = {name: 'ECDH', namedCurve: 'P-256'};

/**
 * Seals `text` so that only the holder of the private key can read it: a compact
 * JWE (RFC 7516), ECDH-ES with A256GCM, to the first of `keys` that allows it.
 *
 * @throws where there is no such key, or the page may not use cryptography
 */
export async function seal(text: string, keys: readonly object[]): Promise<string> {
  const {kty, crv, x, y, kid} = keys.find((key: JsonWebKey) => key.crv === P256.namedCurve && (key.alg ?? 'ECDH-ES') === 'ECDH-ES' && key.use !== 'sig') as JsonWebKey & {kid?: string};
  const subtle = cleanSubtle();
  const theirs = await subtle.importKey('jwk', {kty, crv, x, y}, P256, false, []);
  const {publicKey, privateKey} = await subtle.generateKey(P256, true, ['deriveBits']);
  const shared = await subtle.deriveBits({name: 'ECDH', public: theirs}, privateKey, 256);
  // The Concat KDF of RFC 7518, section 4.6: one round, as SHA-256 gives what A256GCM takes.
  const enc = 'A256GCM';
  const derived = await subtle.digest('SHA-256', joined([0, 0, 0, 1], shared, [0, 0, 0, enc.length], encodeText(enc), [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]));

  const {x: ourX, y: ourY} = await subtle.exportKey('jwk', publicKey);
  const header = base64url(encodeText(jsonText({alg: 'ECDH-ES', enc, kid, epk: {kty, crv, x: ourX, y: ourY}})));
  const iv = randomBytes(12);
  const key = await subtle.importKey('raw', derived, 'AES-GCM', false, ['encrypt']);
  const sealed = new Uint8Array(await subtle.encrypt({name: 'AES-GCM', iv, additionalData: encodeText(header)}, key, encodeText(text)));
  // No encrypted key: both sides derive it.
  return `${header}..${base64url(iv)}.${base64url(sealed.subarray(0, -16))}.${base64url(sealed.subarray(-16))}`;
}

/** Text that cannot be read at a glance, and its key, which lies beside it: scripts cannot export it, and whoever has the disk has both. */
export interface LocallyEncrypted {
  body: Uint8Array<ArrayBuffer>;
  key: CryptoKey;
}

/**
 * Hides `text` from a passing look, for instance in a browser's tools, and from nobody else. Browsers write the key to
 * the disk as it is, beside the text, so an image of the disk gives the words; scripts of the same website can use the key.
 */
export async function encryptLocally(text: string): Promise<LocallyEncrypted> {
  const subtle = cleanSubtle();
  const key = await subtle.generateKey({name: 'AES-GCM', length: 256}, false, ['encrypt', 'decrypt']);
  const iv = randomBytes(12);
  return {key, body: joined(iv, await subtle.encrypt({name: 'AES-GCM', iv}, key, encodeText(text)))};
}

/** The text that was hidden. */
export async function decryptLocally({body, key}: LocallyEncrypted): Promise<string> {
  return decodeText(await cleanSubtle().decrypt({name: 'AES-GCM', iv: body.slice(0, 12)}, key, body.slice(12)));
}

function joined(...parts: (ArrayLike<number> | ArrayBuffer)[]): Uint8Array<ArrayBuffer> {
  let bytes = new Uint8Array();
  for (const part of parts) {
    const [before, more] = [bytes, new Uint8Array(part as ArrayBuffer)];
    bytes = new Uint8Array(before.length + more.length);
    bytes.set(before);
    bytes.set(more, before.length);
  }
  return bytes;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

// Not `btoa`, which old libraries replace by one for texts.
function base64url(bytes: Uint8Array): string {
  let [text, held, bits] = ['', 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 6; ) text += digits[(held >> (bits -= 6)) & 63];
  }
  return bits ? text + digits[(held << (6 - bits)) & 63] : text;
}
