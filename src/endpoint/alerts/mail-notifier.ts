import {createTransport} from 'nodemailer';
import type {Words} from '../../locale/words.js';
import {mailText, messageId} from './alert-message.js';
import {NotifierFault, type Notifier} from './notifier.js';

/** From whom and to whom, and through which server. */
export interface MailSettings {
  /** `smtp:` or `smtps:`, with user and password where it asks for them. */
  server: URL;
  from: string;
  to: readonly string[];
}

/** Tells by email. One of several who are written to is enough; the log says that others were refused. */
export function mailNotifier({server, from, to}: MailSettings, {origin, words, timeoutMilliseconds: patience, log}: {origin: string; words: Words; timeoutMilliseconds: number; log: (line: string) => void}): Notifier {
  const transport = createTransport({
    url: server.href,
    // A password never goes over the wire in clear.
    requireTLS: server.protocol === 'smtp:' && server.password !== '',
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  return async (alert, signal) => {
    const {subject, text} = mailText(alert, origin, words);
    const sending = transport.sendMail({
      from,
      to: [...to],
      subject,
      text,
      messageId: `<${messageId(alert)}@${new URL(origin).hostname.replace(/^\[|\]$/g, '')}>`,
      priority: 'high',
      headers: {'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All'},
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
    const {rejected = []} = await sending.catch((error: unknown) => {
      throw faultOf(error);
    });
    if (rejected.length > 0) log(`alerts by mail: the server refused ${rejected.length} of ${to.length} who are written to`);
  };
}

// The message may quote the server, and that somebody's address; codes quote nothing.
function faultOf(error: unknown): NotifierFault {
  const {name, code, responseCode} = error as {name?: string; code?: string; responseCode?: number};
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ETIMEDOUT') return new NotifierFault('the server did not take it in time');
  return new NotifierFault(`the server did not take it (${[code, responseCode].filter(Boolean).join(', ') || name || 'unknown'})`);
}
