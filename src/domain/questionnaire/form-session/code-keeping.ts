import {grouped} from '../../../contract/code.js';
import {isSent} from './delivery.js';
import type {FormSession} from './form-session.js';

/** The code that opens what was sent, as people read it; none where the receiver knows no rights. */
export function receiptCodeOf({right}: FormSession): string | undefined {
  return right === undefined ? undefined : grouped(right);
}

/** Whether the page shows a code that nobody has kept; it can be shown at no other time. */
export function mustKeepCode({right, delivery, codeKeeping}: FormSession): boolean {
  const isKept = codeKeeping === 'copied' || codeKeeping === 'written';
  return isSent(delivery) && right !== undefined && !isKept;
}

/** Whether leaving now would lose what somebody told, or the only way back to it. */
export function hasUnsaved(session: FormSession): boolean {
  const {delivery, startedAt} = session;
  const isKept = (delivery.is === 'sending' || delivery.is === 'kept') && delivery.on === 'device';
  return (startedAt !== undefined && delivery.is !== 'received' && !isKept) || mustKeepCode(session);
}
