import {StartFault} from '../start-fault.js';
import type {Announced} from './alert.js';
import type {Hook} from './hook.js';
import type {Mail} from './mail.js';
import {addressIn, isPublic} from './public-address.js';
import {secretIn} from './signing.js';

/** What the environment says of alerts. */
export interface AlertConfiguration {
  hook?: Hook;
  mail?: Mail;
  also: readonly Announced[];
  /** In milliseconds. */
  overdueAfter: number;
}

const usualHours = '4';
const announced: readonly Announced[] = ['arrival', 'edit', 'erasure'];

export const alertHelp = `  CARE_ALERT_HOOK      an https address that is told of urgent feedback
  CARE_ALERT_SECRET    what the hook is signed with: whsec_ and base64 (needed with it)
  CARE_ALERT_ALSO      what the hook is told besides: arrival,edit,erasure
  CARE_ALERT_ALLOW_PRIVATE  1: the hook may lie inside the network, and be http
  CARE_ALERT_MAIL      who is written to of urgent feedback, with commas in between
  CARE_ALERT_FROM      from whom (default: the first in CARE_ALERT_MAIL)
  CARE_SMTP            the mail server: smtp://user:password@host:port (needed with CARE_ALERT_MAIL)
  CARE_ALERT_HOURS     how long urgent feedback may stand unopened (default ${usualHours})`;

/**
 * Who is told, as the variables say that `value` gives. What is refused is not
 * quoted where a secret may stand in it.
 *
 * @throws StartFault that names the variable.
 */
export function readAlerts(value: (name: string) => string | undefined): AlertConfiguration {
  const allowsPrivate = readAllowed(value('CARE_ALERT_ALLOW_PRIVATE'));
  const hook = readHook(value('CARE_ALERT_HOOK'), value('CARE_ALERT_SECRET'), allowsPrivate);
  const mail = readMail({to: value('CARE_ALERT_MAIL'), from: value('CARE_ALERT_FROM'), server: value('CARE_SMTP')});
  return {...(hook && {hook}), ...(mail && {mail}), also: readAlso(value('CARE_ALERT_ALSO'), hook), overdueAfter: readHours(value('CARE_ALERT_HOURS'))};
}

function readHook(address: string | undefined, secretText: string | undefined, allowsPrivate: boolean): Hook | undefined {
  if (address === undefined) return undefined;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !['https:', 'http:'].includes(url.protocol)) throw new StartFault('CARE_ALERT_HOOK is no https address.\nSet it to the whole address that urgent feedback is announced to.');
  if (!allowsPrivate && url.protocol === 'http:') throw new StartFault('CARE_ALERT_HOOK is an http address, over which anybody between could read and change what is sent.\nSet it to an https address, or set CARE_ALERT_ALLOW_PRIVATE=1 for one inside your network.');
  const literal = addressIn(url);
  if (!allowsPrivate && literal !== undefined && !isPublic(literal)) throw new StartFault('CARE_ALERT_HOOK lies inside the network.\nSet CARE_ALERT_ALLOW_PRIVATE=1 if that is meant.');
  const secret = secretIn(secretText ?? '');
  if (!secret) throw new StartFault(`CARE_ALERT_SECRET is ${secretText === undefined ? 'not set' : 'no secret of Standard Webhooks'}.\nSet it to whsec_ and 24 to 64 random bytes in base64: echo "whsec_$(openssl rand -base64 32)"`);
  return {url, secret, allowsPrivate};
}

function readMail({to, from, server}: {to: string | undefined; from: string | undefined; server: string | undefined}): Mail | undefined {
  if (to === undefined) return undefined;
  const everybody = to.split(',').map((each) => each.trim());
  const wrong = [...everybody, ...(from === undefined ? [] : [from])].find((each) => !/^[^\s@,<>"]+@[^\s@,<>"]+$/.test(each));
  if (wrong !== undefined) throw new StartFault(`"${wrong}" is no email address.\nSet CARE_ALERT_MAIL to addresses such as team@example.org, with commas in between, and CARE_ALERT_FROM to one.`);
  const url = server !== undefined && URL.canParse(server) ? new URL(server) : undefined;
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') throw new StartFault(`CARE_SMTP is ${server === undefined ? 'not set, so no mail can be sent' : 'no address of a mail server'}.\nSet it to smtp://user:password@host:587 or smtps://user:password@host:465.`);
  return {server: url, from: from ?? everybody[0]!, to: everybody};
}

function readAlso(text: string | undefined, hook: Hook | undefined): Announced[] {
  if (text === undefined) return [];
  const words = text.split(',').map((word) => word.trim());
  const known = announced.filter((kind) => words.includes(kind));
  if (words.some((word) => !known.some((kind) => kind === word))) throw new StartFault(`CARE_ALERT_ALSO is "${text}".\nSet it to some of ${announced.join(',')}, or leave it out.`);
  if (!hook) throw new StartFault('CARE_ALERT_ALSO is set, and there is no hook that could be told.\nSet CARE_ALERT_HOOK too.');
  return known;
}

function readHours(text = usualHours): number {
  if (!/^\d{1,4}(?:\.\d{1,3})?$/.test(text) || Number(text) === 0) throw new StartFault(`CARE_ALERT_HOURS is "${text}".\nSet it to a number of hours, or leave it out for ${usualHours}.`);
  return Number(text) * 60 * 60 * 1000;
}

function readAllowed(text: string | undefined): boolean {
  if (text !== undefined && text !== '1') throw new StartFault(`CARE_ALERT_ALLOW_PRIVATE is "${text}".\nSet it to 1, or leave it out.`);
  return text === '1';
}
