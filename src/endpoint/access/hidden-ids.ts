import {createCipheriv, createDecipheriv} from 'node:crypto';
import {uuidOf} from '../../contract/uuid.js';

/** Other ids for the same submissions, which nobody joins with theirs without the key. */
export interface HiddenIds {
  /** The other id of what has this id; of the same shape, and always the same. */
  hide(id: string): string;
  /** The id of what has this other one. What is nothing's other id leads to an id that nothing has. */
  find(hidden: string): string;
}

/**
 * A keyed permutation of the ids of version 7: a block of AES, taken again until it reads as such an id once
 * more, which some sixty blocks do. So the other id is one that every reader of the contract takes, and the one
 * is found by the other without being kept.
 *
 * @param key 32 bytes
 */
export function hiddenIds(key: Uint8Array): HiddenIds {
  // Without padding and chaining each block stands for itself, so that one of each serves for all.
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const decipher = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  return {
    hide: (id) => walk(id, (block) => cipher.update(block)),
    find: (hidden) => walk(hidden, (block) => decipher.update(block)),
  };
}

function walk(id: string, step: (block: Buffer) => Buffer): string {
  let block = step(Buffer.from(id.replaceAll('-', ''), 'hex'));
  while (!isOfVersion7(block)) block = step(block);
  return uuidOf(block.toString('hex'));
}

function isOfVersion7(block: Buffer): boolean {
  return block[6]! >> 4 === 7 && block[8]! >> 6 === 2;
}
