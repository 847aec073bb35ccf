import {environmentHelp, readConfiguration} from '../configuration.js';
import {loadFiles} from '../directory/load-files.js';
import {openStore} from '../open-store.js';
import {UsageFault, type Command} from './command.js';

/** Loads services from files of CQC data. */
export const importRatings: Command = {
  name: 'import-ratings',
  takes: 'FILE…',
  summary: 'loads services from records of the CQC API',
  help: `Each file holds JSON: one record of a location or a provider, a list of them, or
CQC's list pages. Services are added, or changed by their id; none is removed
because a file lacks it. What is no record is named and skipped; 1 is the exit
code when a file could not be read at all. Counts at once, also for an endpoint
that runs.

  --examples   for demonstrations: never replaces what was imported without it\n\n${environmentHelp}`,
  async run(words, environment) {
    const files = words.filter((word) => word !== '--examples');
    const option = files.find((word) => word.startsWith('--'));
    if (option !== undefined) throw new UsageFault(`import-ratings does not take ${option}.`);
    if (files.length === 0) throw new UsageFault('import-ratings takes the name of a file.');

    const store = await openStore(readConfiguration(environment));
    try {
      const origin = words.includes('--examples') ? 'example' : 'import';
      const {added, changed, unchanged, skipped, unreadable} = await loadFiles(files, origin, {store, complain: console.error});
      console.log(`${added} added, ${changed} changed, ${unchanged} unchanged, ${skipped} skipped`);
      return unreadable > 0 ? 1 : 0;
    } finally {
      await store.close();
    }
  },
};
