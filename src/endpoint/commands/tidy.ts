import {environmentHelp, readConfiguration} from '../configuration.js';
import {openStore} from '../open-store.js';
import {tidy} from '../retention.js';
import {StartFault} from '../start-fault.js';
import {UsageFault, type Command} from './command.js';

/** Deletes what has been kept for its time. */
export const tidyCommand: Command = {
  name: 'tidy',
  takes: '',
  summary: 'deletes free text and contact details whose time is over',
  help: `CARE_KEEP_STORY and CARE_KEEP_CONTACT say for how many days they are kept. serve does
the same once a day; nothing needs to be stopped. Free text goes with what the checks
said about it. The coded answers stay. It reaches no backups: delete those as soon.\n\n${environmentHelp}`,
  async run(words, environment) {
    if (words.length > 0) throw new UsageFault('tidy takes nothing: the days are in CARE_KEEP_STORY and CARE_KEEP_CONTACT.');
    const configuration = readConfiguration(environment);
    const days = configuration.keepingDays ?? {};
    if (days.stories === undefined && days.contacts === undefined) throw new StartFault('Neither CARE_KEEP_STORY nor CARE_KEEP_CONTACT is set, so everything is kept.\nSet one of them to a number of days.');
    const store = await openStore(configuration);
    try {
      const {stories, contacts} = await tidy(store, days, new Date());
      console.log(`Deleted the free text of ${stories} and the contact details of ${contacts}.`);
    } finally {
      await store.close();
    }
    return 0;
  },
};
