import type {VariableReader, Variables} from '../commands/variable-types.js';
import {StartFault} from '../commands/start-fault.js';
import type {Announced} from '../store/alert.js';
import type {Webhook} from './webhook.js';
import type {MailSettings} from './mail-notifier.js';
import {addressIn, isPublic} from './public-address.js';
import {secretIn} from './webhook-signature.js';

/** What the environment says of alerts. */
export interface AlertConfiguration {
  hook?: Webhook;
  mail?: MailSettings;
  also: readonly Announced[];
  /** In milliseconds. */
  overdueAfter: number;
}

const usualHours = '4';
const announced: readonly Announced[] = ['arrival', 'edit', 'erasure'];
const howToMakeASecret = 'Set it to whsec_ and 24 to 64 random bytes in base64: echo "whsec_$(openssl rand -base64 32)"';
const whereMailGoes = 'Set it to smtp://user:password@host:587 or smtps://user:password@host:465.';

/** What an owner sets. */
export const alertVariables = {
  CARE_ALERT_HOOK: {description: 'The address that is told of urgent feedback, as Standard Webhooks has it.', kind: 'https address', defaultDescription: 'no hook is told', parse: parseHookAddress},
  CARE_ALERT_SECRET: {description: 'What the hook is signed with: `whsec_` and 24 to 64 bytes in base64.', kind: 'secret', defaultDescription: 'with CARE_ALERT_HOOK the endpoint does not start', parse: parseSecret},
  CARE_ALERT_ALSO: {description: 'What the hook is told besides, once and without urgency.', kind: `some of \`${announced.join(',')}\``, defaultDescription: 'nothing', parse: parseAlso},
  CARE_ALERT_ALLOW_PRIVATE: {description: '`1` lets the hook lie inside the network, and be http.', kind: '`1`', defaultDescription: 'such an address is refused', parse: parseAllowed},
  CARE_ALERT_MAIL: {description: 'Who is written to of urgent feedback.', kind: 'email addresses with commas in between', defaultDescription: 'no mail is sent', parse: parseAddresses},
  CARE_ALERT_FROM: {description: 'From whom such mail comes.', kind: 'email address', defaultDescription: 'the first of CARE_ALERT_MAIL', parse: parseAddress},
  CARE_SMTP: {description: 'The mail server. With a password the connection must be encrypted.', kind: '`smtp://USER:PASSWORD@HOST:587` or `smtps://…:465`', defaultDescription: 'with CARE_ALERT_MAIL the endpoint does not start', parse: parseMailServer},
  CARE_ALERT_HOURS: {description: 'After how many hours unopened urgent feedback is a red line over the inbox and shows in `/readyz`, whether or not anybody is alerted.', kind: 'hours', defaultValue: usualHours, parse: parseHours},
} satisfies Variables;

/**
 * Who is told, as the variables say. What is refused is not quoted where a secret may stand in it.
 *
 * @throws StartFault that names the variable.
 */
export function readAlerts(read: VariableReader<typeof alertVariables>): AlertConfiguration {
  const hook = readHook(read);
  const mail = readMail(read);
  const also = read('CARE_ALERT_ALSO');
  if (also && !hook) throw new StartFault('CARE_ALERT_ALSO is set, and there is no hook that could be told.\nSet CARE_ALERT_HOOK too.');
  return {...(hook && {hook}), ...(mail && {mail}), also: also ?? [], overdueAfter: read('CARE_ALERT_HOURS')};
}

function readHook(read: VariableReader<typeof alertVariables>): Webhook | undefined {
  const allowsPrivate = read('CARE_ALERT_ALLOW_PRIVATE') ?? false;
  const url = read('CARE_ALERT_HOOK');
  if (url === undefined) return undefined;
  if (!allowsPrivate && url.protocol === 'http:') throw new StartFault('CARE_ALERT_HOOK is an http address, over which anybody between could read and change what is sent.\nSet it to an https address, or set CARE_ALERT_ALLOW_PRIVATE=1 for one inside your network.');
  const literal = addressIn(url);
  if (!allowsPrivate && literal !== undefined && !isPublic(literal)) throw new StartFault('CARE_ALERT_HOOK lies inside the network.\nSet CARE_ALERT_ALLOW_PRIVATE=1 if that is meant.');
  const secret = read('CARE_ALERT_SECRET');
  if (!secret) throw new StartFault(`CARE_ALERT_SECRET is not set.\n${howToMakeASecret}`);
  return {url, secret, allowsPrivate};
}

function readMail(read: VariableReader<typeof alertVariables>): MailSettings | undefined {
  const to = read('CARE_ALERT_MAIL');
  if (to === undefined) return undefined;
  const from = read('CARE_ALERT_FROM') ?? to[0]!;
  const server = read('CARE_SMTP');
  if (!server) throw new StartFault(`CARE_SMTP is not set, so no mail can be sent.\n${whereMailGoes}`);
  return {server, from, to};
}

function parseHookAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['https:', 'http:'].includes(url.protocol)) throw new StartFault('CARE_ALERT_HOOK is no https address.\nSet it to the whole address that urgent feedback is announced to.');
  return url;
}

function parseSecret(text: string): Uint8Array {
  const secret = secretIn(text);
  if (!secret) throw new StartFault(`CARE_ALERT_SECRET is no secret of Standard Webhooks.\n${howToMakeASecret}`);
  return secret;
}

function parseAddresses(text: string): string[] {
  return text.split(',').map((each) => parseAddress(each.trim()));
}

function parseAddress(text: string): string {
  if (!/^[^\s@,<>"]+@[^\s@,<>"]+$/.test(text)) throw new StartFault(`"${text}" is no email address.\nSet CARE_ALERT_MAIL to addresses such as team@example.org, with commas in between, and CARE_ALERT_FROM to one.`);
  return text;
}

function parseMailServer(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') throw new StartFault(`CARE_SMTP is no address of a mail server.\n${whereMailGoes}`);
  return url;
}

function parseAlso(text: string): Announced[] {
  const words = text.split(',').map((word) => word.trim());
  const known = announced.filter((kind) => words.includes(kind));
  if (words.some((word) => !known.some((kind) => kind === word))) throw new StartFault(`CARE_ALERT_ALSO is "${text}".\nSet it to some of ${announced.join(',')}, or leave it out.`);
  return known;
}

/** In milliseconds. */
function parseHours(text: string): number {
  if (!/^\d{1,4}(?:\.\d{1,3})?$/.test(text) || Number(text) === 0) throw new StartFault(`CARE_ALERT_HOURS is "${text}".\nSet it to a number of hours, or leave it out for ${usualHours}.`);
  return Number(text) * 60 * 60 * 1000;
}

function parseAllowed(text: string): true {
  if (text !== '1') throw new StartFault(`CARE_ALERT_ALLOW_PRIVATE is "${text}".\nSet it to 1, or leave it out.`);
  return true;
}
