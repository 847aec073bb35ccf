import {CompactEncrypt, compactDecrypt, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK} from 'jose';
import type {TestEndpoint} from './endpoint.js';

/** `content` sealed to a public key, as a browser seals it. */
export async function sealTo(key: JWK, content: unknown): Promise<string> {
  const text = content instanceof Uint8Array ? content : new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
  return new CompactEncrypt(text)
    .setProtectedHeader({alg: 'ECDH-ES', enc: 'A256GCM', ...(key.kid === undefined ? {} : {kid: key.kid})})
    .encrypt((await importJWK(key, 'ECDH-ES')) as CryptoKey);
}

/** Sends `content` sealed to the key that the endpoint serves. */
export async function postSealed(endpoint: TestEndpoint, content: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return postJose(endpoint, await sealTo(endpoint.dependencies.keys.publicKeys[0]!, content), headers);
}

/** Sends what is sealed already. */
export async function postJose(endpoint: TestEndpoint, sealed: string, headers: Record<string, string> = {}): Promise<Response> {
  return endpoint.post(sealed, {headers: {'Content-Type': 'application/jose', ...headers}});
}

/** A pair of keys of which the endpoint has only the public one. */
export async function keyPair(): Promise<{publicKey: JWK; open(sealed: string): Promise<unknown>}> {
  const {publicKey, privateKey} = await generateKeyPair('ECDH-ES', {crv: 'P-256', extractable: true});
  return {
    publicKey: {...(await exportJWK(publicKey)), kid: 'elsewhere'},
    open: async (sealed) => JSON.parse(new TextDecoder().decode((await compactDecrypt(sealed, privateKey)).plaintext)),
  };
}
