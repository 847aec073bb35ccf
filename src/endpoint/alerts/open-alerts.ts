import type {Words} from '../../locale/words.js';
import type {AlertStore} from '../store/alert-store.js';
import type {AlertConfiguration} from './alert-configuration.js';
import {webhookNotifier} from './webhook.js';
import {mailNotifier} from './mail-notifier.js';
import {startSending, type AlertSender} from './send-alerts.js';

// Less than an endpoint's claim: what is told by one is not begun by another meanwhile.
const patience = 10_000;

/** Starts to tell, in these words and with links that begin with `origin`. */
export function openAlerts({hook, mail}: AlertConfiguration, {origin, words, ...dependencies}: {origin: string; words: Words; store: AlertStore; clock: () => Date; log: (line: string) => void}): AlertSender {
  const {clock, log} = dependencies;
  return startSending({...(hook && {hook: webhookNotifier(hook, {origin, clock, timeoutMilliseconds: patience})}), ...(mail && {mail: mailNotifier(mail, {origin, words, timeoutMilliseconds: patience, log})})}, dependencies);
}
