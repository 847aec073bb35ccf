import type {ReceiverFile} from '../../contract/receiver.js';

/** Where the file is found (RFC 9116, section 3). */
export const securityTxtPath = '/.well-known/security.txt';

type Security = NonNullable<ReceiverFile['security']>;

const day = 24 * 60 * 60 * 1000;
// RFC 9116, section 2.5.5, recommends less than a year; a leap year is one too.
const longestDays = 366;

/** The file as RFC 9116 writes it. `origin` is where people reach the endpoint, where that is known. */
export function securityTxt({contact, expires}: Security, origin?: string): string {
  const fields = [
    // Written as a browser would, so that no line is begun by what stands in an address.
    ['Contact', new URL(contact).href],
    ['Expires', new Date(expires).toISOString().replace(/\.\d+Z$/, 'Z')],
    ['Preferred-Languages', 'en'],
    // The canonical address of a file is an https one (section 2.5.2).
    ...(origin?.startsWith('https:') ? [['Canonical', `${origin}${securityTxtPath}`]] : []),
  ];
  return fields.map(([name, value]) => `${name}: ${value}\n`).join('');
}

/** Whether its time is over: then nobody should use what it says (section 2.5.5). */
export function isExpired({expires}: Security, now: Date): boolean {
  return Date.parse(expires) <= now.getTime();
}

/** What the owner is told at the start about the receiver's file at `path`. */
export function securityWarnings({security}: ReceiverFile, path: string, now: Date): string[] {
  if (security === undefined) return [];
  const mend = 'Look whether the contact is still right, then set it to a day and time within a year.';
  const place = `"security.expires" in the receiver's file ${path} (CARE_RECEIVER) is ${security.expires}`;
  if (isExpired(security, now)) return [`${place}, which is over: ${securityTxtPath} is not there (404).\n${mend}`];
  if (Date.parse(security.expires) - now.getTime() > longestDays * day) return [`${place}, more than a year ahead, so that whoever reads ${securityTxtPath} may not trust it.\n${mend}`];
  return [];
}
