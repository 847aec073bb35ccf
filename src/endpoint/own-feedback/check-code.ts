import {createHmac} from 'node:crypto';
import {readCode} from '../../contract/code.js';
import type {InboxEntry} from '../../contract/inbox.js';
import {uuidV7} from '../../contract/uuid.js';
import type {FromReceipt} from '../html/own-feedback-link.js';
import type {Dependencies} from '../dependencies.js';
import {isSameSecret} from '../http/is-same-secret.js';
import {hashOfReference, nobodysId, readReference} from '../access/reference.js';

const mostVersions = 50;
const longestTyped = 100;

/** What a receipt proved, and by what. */
export interface Proven {
  id: string;
  /** Whether it was the code of a receipt from before codes were enough alone. */
  byOlderReceipt: boolean;
}

/**
 * The submission that a code opens, or `undefined` where there is none. Whatever is
 * wrong takes the same steps: nobody learns which references and codes there are.
 */
export async function submissionForCode({code, reference}: FromReceipt, {store, keys}: Pick<Dependencies, 'store' | 'keys'>): Promise<Proven | undefined> {
  const typed = code.trim().slice(0, longestTyped);
  const [byRight, byReference] = await Promise.all([
    store.idOfRight(keys.rightHash(readCode(typed) ?? '')),
    store.idOfReference(hashOfReference(readReference(reference.slice(0, longestTyped)) ?? '')),
  ]);
  // What carried a right of its own is opened by that alone.
  const hasRight = await store.hasRight(byReference ?? nobodysId);
  const isOlder = isSameSecret(typed, keys.tokenFor(byReference ?? nobodysId)) && byReference !== undefined && !hasRight;
  if (isOlder) return {id: byReference, byOlderReceipt: true};
  return byRight === undefined ? undefined : {id: byRight, byOlderReceipt: false};
}

/**
 * An id for a correction of `earlier`, which only this endpoint can make: made once
 * somebody has proven that they sent `earlier`, it proves so for good.
 */
export function idReplacing(earlier: string, now: number, key: Uint8Array): string {
  return uuidV7(now, createHmac('sha256', key).update(`replacing\n${earlier}\n${now}`).digest());
}

/**
 * The reference by which every version is erased. `undefined` where it is not
 * proven that one person sent them: what came before there were rights is linked
 * by whatever it said, and whoever knew an id could say that they correct it.
 */
export async function referenceToErase(entry: InboxEntry, {byOlderReceipt}: Proven, {store, keys}: Pick<Dependencies, 'store' | 'keys'>): Promise<string | undefined> {
  if (!byOlderReceipt) return keys.referenceFor(entry.id);
  let version = entry;
  for (let versions = 0; versions < mostVersions; versions += 1) {
    const {id, replaces, isReplacementProven} = version;
    if (replaces === undefined || !isReplacementProven || !(await store.received(replaces))) return keys.referenceFor(id);
    if (!isProven(id, replaces, keys.formSigning)) break;
    const earlier = await store.submission(replaces);
    // Erased before, and theirs.
    if (!earlier) return keys.referenceFor(id);
    version = earlier;
  }
  // Where nothing but this is left, nobody else's can be erased with it.
  return (await store.versions(entry.id)).length === 1 ? keys.referenceFor(entry.id) : undefined;
}

function isProven(id: string, earlier: string, key: Uint8Array): boolean {
  const madeAt = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
  return id === idReplacing(earlier, madeAt, key);
}
