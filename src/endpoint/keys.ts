import {createHmac, randomBytes, randomUUID, webcrypto} from 'node:crypto';
import * as z from 'zod/mini';
import {readOrMake} from './files.js';
import {StartFault} from './start-fault.js';

const PublicKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  kid: z.string().check(z.minLength(1)),
  use: z.literal('enc'),
  alg: z.literal('ECDH-ES'),
});
/** A public key as the Receiver serves it. */
export type PublicKey = z.infer<typeof PublicKey>;

const secret = z.string().check(z.refine((text) => bytesOf(text).length === 32, {error: 'is not 32 bytes as base64url'}));

const KeyFile = z.object({
  /** Newest first; older ones stay, so that what was sealed to them can be opened. */
  sealing: z.array(z.extend(PublicKey, {d: z.string()})).check(z.minLength(1)),
  reference: secret,
  formSigning: secret,
});
type KeyFile = z.infer<typeof KeyFile>;

/** The endpoint's secrets, and what is made with them. */
export interface Keys {
  /** Newest first. */
  publicKeys: readonly PublicKey[];
  /** 32 bytes with which the plain form signs what it carries from page to page. */
  formSigning: Uint8Array;
  /** The reference of a submission, such as `K7MQ-4TRD-9X2P-H6WC`: always the same for the same id. */
  referenceFor(id: string): string;
  /** What proves later that its holder sent this submission: always the same for the same id. */
  tokenFor(id: string): string;
}

/**
 * The keys in `file`, which is made when there is none. A file that is there is
 * never written to: with other keys nobody's reference would be found again.
 *
 * @throws StartFault when the file cannot be read as keys.
 */
export async function openKeys(file: string): Promise<Keys> {
  return keysFrom(parseKeyFile(await textOf(file), file));
}

function keysFrom({sealing, reference, formSigning}: KeyFile): Keys {
  const referenceKey = bytesOf(reference);
  return {
    // Parsed once more, which leaves the private part out.
    publicKeys: sealing.map((key) => PublicKey.parse(key)),
    formSigning: bytesOf(formSigning),
    referenceFor: (id) => grouped(crockford(keyed(referenceKey, id.toLowerCase()).subarray(0, 10))),
    tokenFor: (id) => keyed(referenceKey, `token ${id.toLowerCase()}`).toString('base64url'),
  };
}

async function textOf(file: string): Promise<string> {
  try {
    return await readOrMake(file, newKeyFile);
  } catch (error) {
    throw new StartFault(`The key file ${file} can be neither read nor made: ${reasonOf(error)}
Give the endpoint's user the right to it, or name another file in CARE_KEYS.`);
  }
}

function parseKeyFile(text: string, file: string): KeyFile {
  const broken = (reason: string) => new StartFault(`The key file ${file} is broken: ${reason}.
Put its backup in its place. Do not delete it: without its keys, nobody's reference can be found again and sealed feedback cannot be opened.
Only if this endpoint has never received anything, delete it; a new one is made at the next start.`);

  const parsed = KeyFile.safeParse(json(text));
  if (parsed.success) return parsed.data;
  const [fault] = parsed.error.issues;
  throw broken(fault && fault.path.length > 0 ? `its "${fault.path.join('.')}" is missing or wrong` : 'it is not the JSON that the endpoint wrote');
}

async function newKeyFile(): Promise<string> {
  const file: KeyFile = {
    sealing: [await newSealingKey()],
    reference: randomBytes(32).toString('base64url'),
    formSigning: randomBytes(32).toString('base64url'),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

async function newSealingKey(): Promise<KeyFile['sealing'][number]> {
  const pair = await webcrypto.subtle.generateKey({name: 'ECDH', namedCurve: 'P-256'}, true, ['deriveBits']);
  const {x, y, d} = await webcrypto.subtle.exportKey('jwk', pair.privateKey);
  if (!x || !y || !d) throw new Error('the key pair has no coordinates');
  return {kty: 'EC', crv: 'P-256', x, y, d, kid: randomUUID(), use: 'enc', alg: 'ECDH-ES'};
}

function keyed(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

const crockfordDigits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Five bits a digit; `bytes` come in multiples of five. */
function crockford(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replace(/.{5}/g, (five) => crockfordDigits.charAt(Number.parseInt(five, 2)));
}

function grouped(digits: string): string {
  return digits.match(/.{4}/g)?.join('-') ?? digits;
}

function bytesOf(base64url: string): Buffer {
  return Buffer.from(base64url, 'base64url');
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
