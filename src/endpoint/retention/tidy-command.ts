import {readConfiguration} from '../configuration.js';
import {openStore} from '../store/open-store.js';
import {tidy} from './daily-tidying.js';
import {keepingDaysOf, retentionInWords, retentionPolicy} from './retention-policy.js';
import {StartFault} from '../commands/start-fault.js';
import {defineCommand} from '../commands/command.js';

/** Deletes what has been kept for its time. */
export const tidyCommand = defineCommand({
  name: 'tidy',
  summary: 'deletes free text and contact details whose time is over',
  usageError: 'tidy takes nothing: the days are in CARE_KEEP_STORY and CARE_KEEP_CONTACT.',
  help: ['CARE_KEEP_STORY and CARE_KEEP_CONTACT say for how many days they are kept: give it the same as serve, which does this once a day; nothing needs to be stopped. Where they are not set, what holds is said first, as at the start of serve. Free text goes with what the checks said about it. The coded answers stay. It reaches no backups: delete those as soon.'],
  async run(_parsed, environment) {
    const configuration = readConfiguration(environment);
    const settings = configuration.retention ?? {};
    const store = await openStore(configuration);
    try {
      const policy = retentionPolicy(settings, await store.retentionMemory());
      const rules = retentionInWords(policy, settings).join('\n');
      if (Object.values(policy).every(({kept}) => kept === 'until decided')) throw new StartFault(`Nothing was deleted.\n${rules}`);
      const {stories, contacts} = await tidy(store, keepingDaysOf(policy), new Date());
      console.log(`${rules}\nDeleted the free text of ${stories} and the contact details of ${contacts}.`);
    } finally {
      await store.close();
    }
    return 0;
  },
});
