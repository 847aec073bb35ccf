import {compactDecrypt, CompactEncrypt, exportJWK, generateKeyPair, importJWK, type CryptoKey} from 'jose';
import type {OpenedContact} from '../../contract/inbox.js';
import {StartFault} from '../commands/start-fault.js';

/** Seals contact details so that this machine cannot open them: a compact JWE of their JSON. */
export type SealContact = (details: OpenedContact) => Promise<string>;

/**
 * Seals to the key that CARE_CONTACT_KEY holds.
 *
 * @throws StartFault when it is no public key, or holds its private part.
 */
export async function contactSealer(jwk: string): Promise<SealContact> {
  const {kty, crv, x, y, d, kid} = parsed(jwk);
  if (d !== undefined) throw fault('it holds the private part ("d") too, which must be on no computer that this endpoint runs on');
  if (kty !== 'EC' || crv !== 'P-256' || typeof x !== 'string' || typeof y !== 'string') throw fault('it is no public key with "kty": "EC", "crv": "P-256", "x" and "y"');
  const key = await importJWK({kty, crv, x, y}, 'ECDH-ES').catch(() => undefined);
  if (!key) throw fault('its "x" and "y" are no point of P-256');

  const header = {alg: 'ECDH-ES', enc: 'A256GCM', ...(typeof kid === 'string' ? {kid} : {})};
  return (details) => new CompactEncrypt(new TextEncoder().encode(JSON.stringify(details))).setProtectedHeader(header).encrypt(key as CryptoKey);
}

/** A pair of keys for contact details, each as one line of JSON. */
export async function makeContactKey(): Promise<{privateKey: string; publicKey: string}> {
  const pair = await generateKeyPair('ECDH-ES', {crv: 'P-256', extractable: true});
  const [privateKey, publicKey] = await Promise.all([exportJWK(pair.privateKey), exportJWK(pair.publicKey)]);
  return {privateKey: JSON.stringify(privateKey), publicKey: JSON.stringify(publicKey)};
}

/**
 * The JSON in sealed contact details, given as the inbox shows or answers them.
 *
 * @throws StartFault when `privateKey` does not open them.
 */
export async function openContact(given: string, privateKey: string): Promise<string> {
  const sealed = /"sealed"\s*:\s*"([^"]*)"/.exec(given)?.[1] ?? given;
  try {
    const key = await importJWK(JSON.parse(privateKey) as object, 'ECDH-ES');
    const {plaintext} = await compactDecrypt(sealed, key, {keyManagementAlgorithms: ['ECDH-ES'], contentEncryptionAlgorithms: ['A256GCM']});
    return new TextDecoder().decode(plaintext);
  } catch {
    throw new StartFault('These are no contact details that this key opens.\nGive the whole of what the inbox shows, and the file that "contact-key make" wrote for this endpoint.');
  }
}

function parsed(jwk: string): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(jwk);
    if (typeof json === 'object' && json !== null) return json as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw fault('it is not JSON');
}

function fault(reason: string): StartFault {
  return new StartFault(`CARE_CONTACT_KEY is no key that contact details can be sealed to: ${reason}.
Make a pair with "care-endpoint contact-key make FILE" on the computer that will open them, and set CARE_CONTACT_KEY to the line that it prints; or leave it out, and they are kept readable in the database.`);
}
