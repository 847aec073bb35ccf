import {compactDecrypt, decodeProtectedHeader, importJWK, type CryptoKey} from 'jose';
import {stillOpens, type SealingKey} from './key-file.js';

/** What became of a sealed body. `unknown-key`: it was sealed to a key that is not here, or not yet. */
export type OpenedBody = {opened: true; bytes: Uint8Array} | {opened: false; because: 'not-sealed' | 'unknown-key' | 'does-not-open'};

/** Opens a compact JWE. */
export type Opener = (sealed: string) => Promise<OpenedBody>;

/** Opens what was sealed to any of `keys` that still counts. */
export function createOpener(keys: readonly SealingKey[], clock: () => Date): Opener {
  const imported = new Map<string, Promise<CryptoKey>>();

  return async function open(sealed) {
    const header = headerOf(sealed);
    if (!header) return {opened: false, because: 'not-sealed'};
    const key = keys.find(({kid}) => kid === header.kid);
    if (!key || !stillOpens(key, clock())) return {opened: false, because: 'unknown-key'};
    try {
      const known = imported.get(key.kid) ?? (importJWK(key, 'ECDH-ES') as Promise<CryptoKey>);
      imported.set(key.kid, known);
      const {plaintext} = await compactDecrypt(sealed, await known, {keyManagementAlgorithms: ['ECDH-ES'], contentEncryptionAlgorithms: ['A256GCM']});
      return {opened: true, bytes: plaintext};
    } catch {
      return {opened: false, because: 'does-not-open'};
    }
  };
}

/** The header of a compact JWE of the one kind that is taken. Nothing packed: a few bytes could become any number. */
function headerOf(sealed: string): {kid: string} | undefined {
  if (!/^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/.test(sealed)) return undefined;
  try {
    const {alg, enc, kid, zip} = decodeProtectedHeader(sealed);
    return alg === 'ECDH-ES' && enc === 'A256GCM' && typeof kid === 'string' && zip === undefined ? {kid} : undefined;
  } catch {
    return undefined;
  }
}
