import type {Words} from '../../locale/words.js';
import {alertWords} from './alert-words.js';
import type {Alert, AlertKind} from '../store/alert.js';

// Of what somebody told nothing leaves the endpoint: a hook and a mailbox are
// read by others, and kept where nobody deletes. Neither the service's name nor
// how urgent in whose eyes, only that there is something and where to read it.

const types: Readonly<Record<AlertKind, string>> = {
  immediate: 'submission.urgent',
  arrival: 'submission.arrived',
  edit: 'submission.edited',
  erasure: 'submission.erased',
};

/** The same for every try to tell once, so that whoever hears it twice knows. */
export function messageId({submission, kind, told}: Pick<Alert, 'submission' | 'kind' | 'told'>): string {
  return `msg_${submission}_${kind}_${told + 1}`;
}

/** What the hook is sent, in the form of Standard Webhooks. */
export function webhookBody(alert: Alert, origin: string): string {
  return JSON.stringify({type: types[alert.kind], timestamp: alert.happenedAt, data: {link: linkTo(alert, origin)}});
}

/** What the mail says. */
export function mailText(alert: Alert, origin: string, locale: Words): {subject: string; text: string} {
  const words = alertWords(locale);
  const link = linkTo(alert, origin);
  return {
    subject: alert.told === 0 ? words.subject : words.subjectAgain(alert.told + 1),
    text: `${words.waits}\n\n${link}\n\n${words.again}\n`,
  };
}

function linkTo({submission}: Alert, origin: string): string {
  return new URL(`/inbox/${submission}`, origin).href;
}
