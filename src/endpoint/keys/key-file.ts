import {randomBytes, randomUUID, webcrypto} from 'node:crypto';
import * as z from 'zod/mini';
import {changeFile, readOrMake} from '../commands/files.js';
import {reasonOf} from '../commands/reason-of.js';
import {StartFault} from '../commands/start-fault.js';

/** A public key as the Receiver serves it. */
export const PublicKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  kid: z.string().check(z.minLength(1)),
  use: z.literal('enc'),
  alg: z.literal('ECDH-ES'),
});
export type PublicKey = z.infer<typeof PublicKey>;

/** A key that opens what was sealed to it. */
const SealingKey = z.extend(PublicKey, {
  d: z.string(),
  /** When another took its place; it goes on opening for a time. */
  retiredAt: z.optional(z.iso.datetime()),
});
export type SealingKey = z.infer<typeof SealingKey>;

const secret = z.string().check(z.refine((text) => Buffer.from(text, 'base64url').length === 32, {error: 'is not 32 bytes as base64url'}));

const KeyFile = z.looseObject({
  /** Newest first. */
  sealing: z.array(SealingKey).check(z.minLength(1)),
  reference: secret,
  formSigning: secret,
});
/** What the file of keys holds. */
export type KeyFile = z.infer<typeof KeyFile>;

// Longer than a browser sends by itself (30 days) and than a device lies in a drawer.
const openingDays = 90;

/**
 * What is in `file`, which is made when there is none.
 *
 * @throws StartFault when it cannot be read as keys.
 */
export async function readKeyFile(file: string): Promise<KeyFile> {
  return parsed(await textOf(file), file);
}

/** Whether a key still opens what was sealed to it. */
export function stillOpens({retiredAt}: SealingKey, now: Date): boolean {
  return retiredAt === undefined || now.getTime() - Date.parse(retiredAt) < openingDays * 24 * 60 * 60 * 1000;
}

/**
 * Puts a new key to seal to on top. Those before it go on opening for 90 days,
 * and those for which that is over are dropped. Says how many of each there are.
 *
 * @throws StartFault when the file cannot be read or written.
 */
export async function rotateSealingKey(file: string, now: Date): Promise<{old: number; dropped: number}> {
  const {sealing} = await readKeyFile(file);
  const changed = await changeFile(file, async (text) => keyFileText(await rotated(parsed(text, file), now))).catch((error: unknown) => {
    throw error instanceof StartFault ? error : new StartFault(`The key file ${file} cannot be written: ${reasonOf(error)}\nGive this user the right to its folder.`);
  });
  if (changed === undefined) throw new StartFault(`The keys in ${file} are being changed already, or a change was broken off.\nIf nothing else changes them, delete ${file}.changing and try again; the keys are as they were.`);
  const left = parsed(changed, file).sealing.length - 1;
  return {old: left, dropped: sealing.length - left};
}

async function rotated(keys: KeyFile, now: Date): Promise<KeyFile> {
  const before = keys.sealing.map((key) => ({...key, retiredAt: key.retiredAt ?? now.toISOString()}));
  return {...keys, sealing: [await newSealingKey(), ...before.filter((key) => stillOpens(key, now))]};
}

function keyFileText(keys: KeyFile): string {
  return `${JSON.stringify(keys, null, 2)}\n`;
}

async function textOf(file: string): Promise<string> {
  try {
    return await readOrMake(file, newKeyFile);
  } catch (error) {
    throw new StartFault(`The key file ${file} can be neither read nor made: ${reasonOf(error)}
Give the endpoint's user the right to it, or name another file in CARE_KEYS.`);
  }
}

function parsed(text: string, file: string): KeyFile {
  const broken = (reason: string) => new StartFault(`The key file ${file} is broken: ${reason}.
Put its backup in its place. Do not delete it: without its keys, nobody's reference can be found again and sealed feedback cannot be opened.
Only if this endpoint has never received anything, delete it; a new one is made at the next start.`);

  const read = keysIn(text);
  if ('fault' in read) throw broken(read.fault);
  return read.keys;
}

/** The keys in a file's text, or what is wrong with it. */
export function keysIn(text: string): {keys: KeyFile} | {fault: string} {
  const read = KeyFile.safeParse(json(text));
  if (read.success) return {keys: read.data};
  const [fault] = read.error.issues;
  return {fault: fault && fault.path.length > 0 ? `its "${fault.path.join('.')}" is missing or wrong` : 'it is not the JSON that the endpoint wrote'};
}

async function newKeyFile(): Promise<string> {
  return keyFileText({
    sealing: [await newSealingKey()],
    reference: randomBytes(32).toString('base64url'),
    formSigning: randomBytes(32).toString('base64url'),
  });
}

async function newSealingKey(): Promise<SealingKey> {
  const pair = await webcrypto.subtle.generateKey({name: 'ECDH', namedCurve: 'P-256'}, true, ['deriveBits']);
  const {x, y, d} = await webcrypto.subtle.exportKey('jwk', pair.privateKey);
  if (!x || !y || !d) throw new Error('the key pair has no coordinates');
  return {kty: 'EC', crv: 'P-256', x, y, d, kid: randomUUID(), use: 'enc', alg: 'ECDH-ES'};
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
