import type {Words} from '../../locale/words.js';
import type {AlertStore} from '../store/alert-store.js';
import type {AlertPlan} from './alert.js';
import type {AlertConfiguration} from './alert-configuration.js';
import {hookTeller} from './hook.js';
import {mailTeller} from './mail.js';
import {startSending, type AlertSender} from './send-alerts.js';

// Less than an endpoint's claim: what is told by one is not begun by another meanwhile.
const patience = 10_000;

/** Who is to be told of what, by what is configured; nobody, where nothing is. */
export function planOf({hook, mail, also}: Pick<AlertConfiguration, 'hook' | 'mail' | 'also'> = {also: []}): AlertPlan {
  return {ways: [...(hook ? ['hook' as const] : []), ...(mail ? ['mail' as const] : [])], also};
}

/** Starts to tell, in these words and with links that begin with `origin`. */
export function openAlerts({hook, mail}: AlertConfiguration, {origin, words, ...dependencies}: {origin: string; words: Words; store: AlertStore; clock: () => Date; log: (line: string) => void}): AlertSender {
  const {clock, log} = dependencies;
  return startSending({...(hook && {hook: hookTeller(hook, {origin, clock, patience})}), ...(mail && {mail: mailTeller(mail, {origin, words, patience, log})})}, dependencies);
}
