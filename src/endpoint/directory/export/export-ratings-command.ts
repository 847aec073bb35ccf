import {readConfiguration} from '../../configuration.js';
import {exportRatings, type Exported} from './export-ratings.js';
import {openStaticFiles} from './static-files.js';
import {openStore} from '../../store/open-store.js';
import {defineCommand} from '../../commands/command.js';

/** Writes ratings and areas as files. */
export const exportRatingsCommand = defineCommand({
  name: 'export ratings',
  summary: 'writes ratings and areas as files that any web server can serve',
  operand: {name: 'DIR', count: 'one'},
  usageError: 'export ratings takes the name of one folder.',
  help: [
    'Writes what the endpoint answers, as JSON:',
    `  DIR/v1/services/ID/rating.json      /v1/services/ID/rating
  DIR/v1/places.json                  /v1/places
  DIR/v1/places/ID.json               /v1/places/ID
  DIR/v1/places/ID/services.json      /v1/places/ID/services`,
    'Each file is whole at any time; one that would hold the same is left as it is, and none is removed. Run it again after each import. An element reads such a file with its attribute src. A web server must send Access-Control-Allow-Origin: * with them.',
  ],
  async run({operands: [folder]}, environment) {
    const files = await openStaticFiles(folder);
    const store = await openStore(readConfiguration(environment));
    try {
      const exported = await exportRatings(store, files, tellOnTerminal);
      if (process.stderr.isTTY) process.stderr.write(takeAway);
      console.log(`${inWords(exported)} in ${folder}; new or changed files: ${figures(exported.written)}`);
    } finally {
      await store.close();
    }
    return 0;
  },
});

const takeAway = '\r\u001B[K';

function tellOnTerminal(exported: Exported): void {
  if (process.stderr.isTTY) process.stderr.write(`${takeAway}${inWords(exported)}`);
}

function inWords({ratings, places}: Exported): string {
  return `${figures(ratings)} ${ratings === 1 ? 'rating' : 'ratings'} and ${figures(places)} ${places === 1 ? 'area' : 'areas'}`;
}

function figures(count: number): string {
  return count.toLocaleString('en-GB');
}
