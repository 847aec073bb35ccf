import {createHmac} from 'node:crypto';
import type {InboxEntry} from '../../contract/inbox.js';
import {uuidV7} from '../../contract/uuid.js';
import type {FromReceipt} from '../../pages/own-feedback/own-pages.js';
import type {Dependencies} from '../dependencies.js';
import {isSame} from '../is-same.js';
import {hashOfReference, nobodysId, readReference} from '../reference.js';

const mostVersions = 50;
const longestReference = 100;

/**
 * The id of the submission, or `undefined` where the token is not its own. An
 * unknown reference takes the same steps as a wrong token: nobody learns which
 * references there are.
 */
export async function provenId({reference, token}: FromReceipt, {store, keys}: Pick<Dependencies, 'store' | 'keys'>): Promise<string | undefined> {
  const id = await store.idOfReference(hashOfReference(readReference(reference.slice(0, longestReference)) ?? ''));
  const isRight = isSame(token.trim(), keys.tokenFor(id ?? nobodysId));
  return isRight ? id : undefined;
}

/**
 * An id for a correction of `earlier`, which only this endpoint can make: made once
 * somebody has proven that they sent `earlier`, it proves so for good.
 */
export function idReplacing(earlier: string, now: number, key: Uint8Array): string {
  return uuidV7(now, createHmac('sha256', key).update(`replacing\n${earlier}\n${now}`).digest());
}

/**
 * The reference of the first version, by which all are erased. `undefined` where
 * it is not proven that one person sent them: whoever knows an id can claim to
 * correct it, and must not be able to erase it.
 */
export async function firstReference(entry: InboxEntry, {store, keys}: Pick<Dependencies, 'store' | 'keys'>): Promise<string | undefined> {
  let version = entry;
  for (let versions = 0; versions < mostVersions; versions += 1) {
    const {id, replaces} = version;
    if (replaces === undefined || !(await store.received(replaces))) return keys.referenceFor(id);
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
