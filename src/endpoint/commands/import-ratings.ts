import {isDay} from '../../contract/days.js';
import {environmentHelp, readConfiguration} from '../configuration.js';
import {inWords} from '../import/import-counts.js';
import {importFiles} from '../import/import-files.js';
import {createTeller} from '../import/teller.js';
import {londonDay} from '../london-day.js';
import {openStore} from '../open-store.js';
import {UsageFault, type Command} from './command.js';

/** Loads services and their ratings from files of CQC data. */
export const importRatings: Command = {
  name: 'import-ratings',
  takes: 'FILE…',
  summary: 'loads services and ratings from CQC’s files',
  help: `Each file is one of these, told by its content and not by its name:
  records of the CQC API (JSON), of locations or providers: one, a list of them,
  or CQC's list pages; also what this endpoint answers of a service or its rating
  CQC's care directory (CSV)
  CQC's latest ratings of locations or of providers (CSV or ODS)
Services and ratings are added, or changed by their id; none is removed because a
file lacks it, and the order of the files does not matter. A row or record that is
none is named with its place and skipped; 1 is the exit code when a file could not
be read at all, or not to its end. Names of people are not kept. Everything counts
at once when all files are read, also for an endpoint that runs.

  --as-of YYYY-MM-DD   the day for which the files hold. Left out, it is the day that
                       a file says of itself, or else the day it was last changed
  --examples           for demonstrations: never replaces what was imported without it\n\n${environmentHelp}`,
  async run(words, environment) {
    const today = londonDay(new Date());
    const {files, origin, asOf} = read(words, today);
    const store = await openStore(readConfiguration(environment));
    const teller = createTeller();
    try {
      const {unreadable, ...totals} = await importFiles(files, {origin, asOf}, {store, teller, today});
      teller.say(inWords(totals));
      return unreadable > 0 ? 1 : 0;
    } finally {
      teller.end();
      await store.close();
    }
  },
};

function read(words: readonly string[], today: string) {
  const files: string[] = [];
  let origin: 'import' | 'example' = 'import';
  let asOf: string | undefined;
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--examples') origin = 'example';
    else if (word === '--as-of') asOf = dayFrom(left.shift(), today);
    else if (word.startsWith('--')) throw new UsageFault(`import-ratings does not take ${word}.`);
    else files.push(word);
  }
  if (files.length === 0) throw new UsageFault('import-ratings takes the name of a file.');
  return {files, origin, asOf};
}

function dayFrom(word: string | undefined, today: string): string {
  if (word === undefined || !isDay(word)) throw new UsageFault('--as-of takes a day as YYYY-MM-DD.');
  if (word > today) throw new UsageFault('--as-of takes a day that has come already.');
  return word;
}
