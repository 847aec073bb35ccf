import {commandLine} from '../access/authenticate.js';
import {alertsOfErasure} from '../alerts/alert-plan.js';
import {alertPlanOf} from '../alerts/alert-plan.js';
import {readConfiguration} from '../configuration.js';
import {copiesThatMayHold} from './erase-submission.js';
import {openStore} from '../store/open-store.js';
import {hashOfReference, readReference} from '../access/reference.js';
import {StartFault} from '../commands/start-fault.js';
import type {LogEntry} from '../store/access-store.js';
import type {ErasedRow} from '../store/retention-store.js';
import {defineCommand, UsageFault} from '../commands/command.js';

/** Erases what somebody sent, when they ask for it. */
export const eraseCommand = defineCommand({
  name: 'erase',
  summary: 'erases everything that somebody sent, by the reference they got',
  operand: {name: 'REFERENCE', count: 'one in words'},
  usageError: 'erase takes the reference of what is to be erased.',
  help: [
    'Erases answers, free text and contact details, and every version linked to them: what was corrected, and its corrections, whichever of their references is given. There is no way back. The inbox does not list it any more. Id, a keyed hash of the content and the time stay, so that a late repeat from somebody’s device is not kept again; the log of who opened it stays, without content.',
    'The reference may be written in any case, with or without dashes; O counts as 0, I and L as 1.',
    'It reaches no backups and nothing that was copied from the inbox: it lists the exports that may hold what was erased. With DATABASE_URL, PostgreSQL overwrites what was erased only when it vacuums its tables.',
  ],
  async run({operands}, environment) {
    // Several words: as somebody reads it out.
    const reference = readReference(operands.join(''));
    if (reference === undefined) throw new UsageFault('That is no reference: it has 16 digits and letters, such as K7MQ-4TRD-9X2P-H6WC.');
    const configuration = readConfiguration(environment);
    const store = await openStore(configuration);
    try {
      const by = {who: commandLine, at: new Date().toISOString(), alerts: alertsOfErasure(alertPlanOf(configuration.alerts))};
      const versions = await store.erase(hashOfReference(reference), by);
      if (versions === undefined) throw new StartFault(`Nothing has the reference ${reference}. Nothing was erased.\nCompare it with what the person has, letter by letter.`);
      console.log(inWords(versions));
      // Also where all of it was erased before: the last time may have ended before this.
      await store.forget();
      console.log(['It may still be in backups and in whatever was copied from the inbox. Delete it there too.', ...(await copiesThatMayHold(versions, store)).map(copyInWords)].join('\n'));
    } finally {
      await store.close();
    }
    return 0;
  },
});

function inWords(versions: readonly ErasedRow[]): string {
  return versions.map(({id, receivedAt, wasErased}) => `${wasErased ? 'Was erased before' : 'Erased'}: ${id}, received ${receivedAt}`).join('\n');
}

function copyInWords({at, who, detail = ''}: LogEntry): string {
  return `May hold it: what ${who} exported at ${at} (${detail}).`;
}
