import {isDay} from '../../../contract/days.js';
import {readConfiguration} from '../../configuration.js';
import {totalsInWords} from './import-counts.js';
import {importFiles} from './import-files.js';
import {createReporter} from '../../commands/reporter.js';
import {londonDay} from '../../../locale/london-day.js';
import {openStore} from '../../store/open-store.js';
import {defineCommand, UsageFault} from '../../commands/command.js';

/** Loads services and their ratings from files of CQC data. */
export const importRatings = defineCommand({
  name: 'import-ratings',
  summary: 'loads services and ratings from CQC’s files',
  operand: {name: 'FILE', count: 'one or more'},
  usageError: 'import-ratings takes the name of a file.',
  options: {
    'as-of': {type: 'string', valueName: 'YYYY-MM-DD', description: 'the day for which the files hold; left out, it is the day that a file says of itself, or else the day it was last changed'},
    examples: {type: 'boolean', description: 'for demonstrations: never replaces what was imported without it'},
  },
  help: [
    'Each file is one of these, told by its content and not by its name:',
    `  records of the CQC API (JSON), of locations or providers: one, a list of them,
  or CQC's list pages; also what this endpoint answers of a service or its rating
  CQC's care directory (CSV)
  CQC's latest ratings of locations or of providers (CSV or ODS)`,
    'Services and ratings are added, or changed by their id; none is removed because a file lacks it, and the order of the files does not matter. A row or record that is none is named with its place and skipped; 1 is the exit code when a file could not be read at all, or not to its end. Names of people are not kept. Everything counts at once when all files are read, also for an endpoint that runs.',
  ],
  async run({operands: files, options: {'as-of': day, examples}}, environment) {
    const today = londonDay(new Date());
    const asOf = day === undefined ? undefined : dayFrom(day, today);
    const store = await openStore(readConfiguration(environment));
    const reporter = createReporter();
    try {
      const {unreadable, ...totals} = await importFiles(files, {origin: examples ? 'example' : 'import', asOf}, {store, reporter, today});
      reporter.say(totalsInWords(totals));
      return unreadable > 0 ? 1 : 0;
    } finally {
      reporter.end();
      await store.close();
    }
  },
});

function dayFrom(word: string, today: string): string {
  if (!isDay(word)) throw new UsageFault('--as-of takes a day as YYYY-MM-DD.');
  if (word > today) throw new UsageFault('--as-of takes a day that has come already.');
  return word;
}
