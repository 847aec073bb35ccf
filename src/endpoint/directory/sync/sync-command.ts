import {readConfiguration} from '../../configuration.js';
import {totalsInWords} from '../import/import-counts.js';
import {createReporter} from '../../commands/reporter.js';
import {openStore} from '../../store/open-store.js';
import {ApiFault, Stopped} from './api-fault.js';
import {readCqcAccess} from './cqc-access.js';
import {createCqcApi} from './cqc-api.js';
import {createCqcRequests} from './cqc-requests.js';
import {openStaging} from './staging.js';
import {sync} from './sync-directory.js';
import {defineCommand} from '../../commands/command.js';

const stoppedByHand = 130;

/** Brings services and ratings to what CQC's API has now. */
export const syncCommand = defineCommand({
  name: 'sync',
  summary: 'brings services and ratings to what CQC’s API has now',
  usageError: 'sync takes nothing but --all: the key is in CARE_CQC_KEY.',
  options: {all: {type: 'boolean', description: 'fetches every record again'}},
  help: [
    'Fetches every record the first time, which takes an hour or more, and later what CQC says has changed; run it every day. It can be stopped at any moment: what was fetched is kept in sync.db in DATA_DIR, and the next run goes on. Everything becomes visible at once, at the end, also to an endpoint that runs. Nothing is removed. What CQC has no record of any more is named and skipped. 1 is the exit code when it could not be brought to its end.',
    'CQC gives the key in CARE_CQC_KEY to whoever signs up at api-portal.service.cqc.org.uk.',
  ],
  async run({options: {all = false}}, environment) {
    const access = readCqcAccess(environment);
    const configuration = readConfiguration(environment);
    const {signal, end: listenNoMore} = stopSignal();
    const reporter = createReporter();
    const store = await openStore(configuration);
    try {
      const staging = openStaging(configuration.dataFolder, __VERSION__);
      try {
        const api = createCqcApi(createCqcRequests(access, {signal}));
        reporter.say(totalsInWords(await sync({everything: all}, {api, staging, store, reporter, clock: () => new Date()})));
        return 0;
      } finally {
        staging.close();
      }
    } catch (error) {
      if (!(error instanceof ApiFault || error instanceof Stopped)) throw error;
      const why = error instanceof ApiFault ? error.message : 'Stopped.';
      reporter.warn(`${why}\nNothing that people see has changed. What was fetched is kept; run sync again to go on.`);
      return error instanceof ApiFault ? 1 : stoppedByHand;
    } finally {
      listenNoMore();
      reporter.end();
      await store.close();
    }
  },
});

/** The first Ctrl-C ends what is under way; a second one ends the process, as without this. */
function stopSignal(): {signal: AbortSignal; end(): void} {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const each of signals) process.once(each, stop);
  return {
    signal: stopping.signal,
    end() {
      for (const each of signals) process.removeListener(each, stop);
    },
  };
}
