import {createCipheriv, createDecipheriv, createHmac} from 'node:crypto';
import type {Keys} from '../keys/keys.js';
import type {InboxOrder, InboxPosition} from '../store/store.js';

const orders: readonly InboxOrder[] = ['urgent', 'arrived'];
const bytes = 16;

/**
 * A place in the inbox as others hold it. Sealed, since the number of a row says
 * how many have come before it, also of those that its holder may not see.
 */
export function cursorOf(order: InboxOrder, {rank, row}: InboxPosition, keys: Keys): string {
  const block = Buffer.alloc(bytes);
  block.writeUInt8(orders.indexOf(order), 0);
  block.writeUInt8(rank, 1);
  block.writeUIntBE(row, 2, 6);
  return createCipheriv('aes-256-ecb', cursorKey(keys), null).setAutoPadding(false).update(block).toString('base64url');
}

/** The place that it stands for, or `undefined` where it is none of ours or of the other order. */
export function positionOf(order: InboxOrder, cursor: string, keys: Keys): InboxPosition | undefined {
  const sealed = Buffer.from(cursor, 'base64url');
  if (sealed.length !== bytes) return undefined;
  const block = createDecipheriv('aes-256-ecb', cursorKey(keys), null).setAutoPadding(false).update(sealed);
  // What nobody made here opens to anything at all, and hardly to eight zeros.
  const isOurs = block.readBigUInt64BE(8) === 0n && orders[block.readUInt8(0)] === order;
  return isOurs ? {rank: block.readUInt8(1), row: block.readUIntBE(2, 6)} : undefined;
}

function cursorKey({formSigning}: Keys): Buffer {
  return createHmac('sha256', formSigning).update('inbox cursor').digest();
}
