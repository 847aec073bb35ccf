import type {FromReceipt} from '../html/own-feedback-link.js';
import type {Dependencies} from '../dependencies.js';
import {openText, sealText} from '../http/sealed-text.js';

// Time to read what one sent and decide. Whoever comes to the page later, or finds it in a file of the browser, needs the code.
const goodFor = 15 * 60 * 1000;

const purpose = 'a ticket to what somebody sent';

/** What stands for a code on the buttons of a page, for a quarter of an hour. */
export function ticketFor(receipt: FromReceipt, {keys, clock}: Pick<Dependencies, 'keys' | 'clock'>): string {
  return sealText(JSON.stringify({...receipt, until: clock().getTime() + goodFor}), {key: keys.formSigning, purpose});
}

/** The code that a ticket stands for, while it does. */
export function readTicket(ticket: string, {keys, clock}: Pick<Dependencies, 'keys' | 'clock'>): FromReceipt | undefined {
  const text = openText(ticket, {key: keys.formSigning, purpose});
  if (text === undefined) return undefined;
  const {code, reference, until} = JSON.parse(text) as FromReceipt & {until: number};
  return clock().getTime() < until ? {code, reference} : undefined;
}
