import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {createAdaptorServer} from '@hono/node-server';
import type {Dependencies} from '../../src/endpoint/dependencies.js';
import {noAlerts} from '../../src/endpoint/alerts/alerts.js';
import {defaultConcernRules} from '../../src/domain/concerns/concern-rules.js';
import {readConfiguration} from '../../src/endpoint/configuration.js';
import {createDirectory} from '../../src/endpoint/directory/directory.js';
import {createPlaces} from '../../src/endpoint/directory/place-index.js';
import {createHandler} from '../../src/endpoint/handler.js';
import {openInboxAccess} from '../../src/endpoint/access/inbox-access.js';
import {openKeys} from '../../src/endpoint/keys/keys.js';
import {noRateLimiter} from '../../src/endpoint/http/rate-limiter.js';
import {openQuestionSets} from '../../src/endpoint/question-sets/open-question-sets.js';
import {readReceiverFile} from '../../src/endpoint/receiver/receiver-file.js';
import {openWords} from '../../src/endpoint/html/endpoint-words.js';
import {openSignposts} from '../../src/endpoint/signposts/open-signposts.js';
import type {Store} from '../../src/endpoint/store/store.js';

// The endpoint as it is, over a store that keeps nothing and asks no other thread:
// what is left is the price of HTTP, JSON and the checks.
const nothing = {
  save: ({receivedAt}: {receivedAt: string}) => Promise.resolve({result: 'kept', receivedAt}),
  service: () => Promise.resolve(undefined),
  received: () => Promise.resolve(undefined),
  unopened: () => Promise.resolve({count: 0}),
  check: () => Promise.resolve(),
} as unknown as Store;

const {receiverFile, dataFolder} = readConfiguration(process.env);
const receiver = await readReceiverFile(receiverFile);
const words = await openWords();
const dependencies: Dependencies = {
  store: nothing,
  keys: await openKeys(join(dataFolder, 'storeless-keys.json')),
  receiver,
  words,
  questionSets: openQuestionSets(nothing, receiver.languages.map(words.of)),
  directory: createDirectory(nothing),
  places: createPlaces(nothing),
  signposts: openSignposts(words),
  rateLimiter: noRateLimiter,
  trustsProxy: false,
  alerts: noAlerts,
  inbox: openInboxAccess('nobody'),
  concernRules: defaultConcernRules,
  retention: {stories: {kept: 'for good'}, contacts: {kept: 'for good'}},
  clock: () => new Date(),
  elementsFolder: '',
  version: '',
  log: (line) => console.error(line),
};
const handle = createHandler(dependencies);
const server = createAdaptorServer({fetch: (request) => handle(request), overrideGlobalObjects: false});
server.listen(0, '127.0.0.1', () => console.log(`It listens at http://127.0.0.1:${(server.address() as AddressInfo).port}`));
