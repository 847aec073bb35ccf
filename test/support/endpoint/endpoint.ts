import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {ReceiverFile} from '../../../src/contract/receiver.js';
import type {Submission} from '../../../src/contract/submission.js';
import {noAlerts} from '../../../src/endpoint/alerts/alerts.js';
import {defaultConcernRules} from '../../../src/domain/concerns/concern-rules.js';
import {createDirectory} from '../../../src/endpoint/directory/directory.js';
import {createPlaces} from '../../../src/endpoint/directory/place-index.js';
import type {Dependencies} from '../../../src/endpoint/dependencies.js';
import {createHandler} from '../../../src/endpoint/handler.js';
import {openInboxAccess} from '../../../src/endpoint/access/inbox-access.js';
import {openKeys} from '../../../src/endpoint/keys/keys.js';
import {noRateLimiter} from '../../../src/endpoint/http/rate-limiter.js';
import {openQuestionSets} from '../../../src/endpoint/question-sets/open-question-sets.js';
import {openWords} from '../../../src/endpoint/html/endpoint-words.js';
import {openSignposts} from '../../../src/endpoint/signposts/open-signposts.js';
import {lendStore, type LentStore} from './lent-store.js';

export const origin = 'http://endpoint.example';
export const inboxToken = 'an example token';

export const exampleReceiver: ReceiverFile = {
  name: 'Example Healthwatch',
  role: 'healthwatch',
  prescribedPerson: false,
  privacyNotice: 'https://healthwatch.example/privacy',
  dataComplaint: 'mailto:data@healthwatch.example',
  lawfulBasis: 'An example has none.',
  retention: 'For the length of a test.',
  readHours: 'Nobody reads it.',
  replyWithin: 'Nobody replies.',
  whatHappens: 'Nothing happens.',
  phone: '01632 960000',
  languages: ['en'],
};

let made = 0;

/** A submission that the endpoint takes, each time with an id of its own. */
/** What a sender knows of whom all versions of one story are. */
export const exampleRight = '7P2QX4TRD9KH6WCM';

export function exampleSubmission(changes: Record<string, unknown> = {}): Submission {
  made += 1;
  const whole: Submission = {
    id: `0197b2c4-7a1e-7cc2-9d0b-${String(made).padStart(12, '0')}`,
    questionSet: {id: 'give-feedback', version: '1'},
    language: 'en',
    startedAt: '2026-11-22T10:02:11Z',
    finishedAt: '2026-11-22T10:09:40Z',
    about: {kind: 'service', services: [{id: '1-1000000001', name: 'Example House'}]},
    answers: {relationship: 'carer', experience: 'mixed', risk: 'no', when: '2026-10', story: 'They were kind.', 'told-service': 'no'},
    source: {element: 'care-feedback', version: '0.1.0', mode: 'inline'},
  };
  return {...whole, ...changes} as Submission;
}

/** The real handler over a real SQLite file with nothing in it, in a folder of its own. */
export interface TestEndpoint {
  ask(path: string, init?: RequestInit): Promise<Response>;
  post(body: unknown, init?: RequestInit): Promise<Response>;
  inbox(query?: string): Promise<Response>;
  dependencies: Dependencies;
  logged: string[];
  folder: string;
  /** Closes and opens again over the same folder. */
  restart(changes?: Partial<Dependencies>): Promise<void>;
  close(): Promise<void>;
}

/** With `isNew`, nothing was ever in its files. */
export async function openEndpoint(changes: Partial<Dependencies> = {}, {isNew = false} = {}): Promise<TestEndpoint> {
  const lent = await lendStore({isNew});
  const {folder} = lent;
  const elementsFolder = join(folder, 'elements');
  await mkdir(join(elementsFolder, 'chunks'), {recursive: true});
  await writeFile(join(elementsFolder, 'care-elements.js'), 'export {};');
  let dependencies = await dependenciesOver(lent, changes);
  let handle = createHandler(dependencies);

  const endpoint: TestEndpoint = {
    ask: (path, init) => handle(new Request(new URL(path, origin), init)),
    post: (body, init) =>
      endpoint.ask('/v1/submissions', {
        method: 'POST',
        headers: {'Content-Type': 'application/json'},
        body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
        ...init,
      }),
    inbox: (query = '') => endpoint.ask(`/v1/inbox${query}`, {headers: {Authorization: `Bearer ${inboxToken}`}}),
    get dependencies() {
      return dependencies;
    },
    logged: [],
    folder,
    async restart(others = {}) {
      await lent.reopen();
      dependencies = await dependenciesOver(lent, {...changes, log: (line) => endpoint.logged.push(line), ...others});
      handle = createHandler(dependencies);
    },
    close: () => lent.giveBack(),
  };
  dependencies.log = (line) => endpoint.logged.push(line);
  return endpoint;
}

async function dependenciesOver({folder, store}: LentStore, changes: Partial<Dependencies>): Promise<Dependencies> {
  const words = changes.words ?? (await openWords());
  return {
    store,
    keys: await openKeys(join(folder, 'keys.json')),
    receiver: exampleReceiver,
    words,
    questionSets: openQuestionSets(store, [words.of('en')]),
    directory: createDirectory(store),
    places: createPlaces(store),
    signposts: openSignposts(words),
    inbox: openInboxAccess(inboxToken),
    concernRules: defaultConcernRules,
    retention: {stories: {kept: 'for good'}, contacts: {kept: 'for good'}},
    rateLimiter: noRateLimiter,
    trustsProxy: false,
    alerts: noAlerts,
    clock: () => new Date('2026-11-22T12:00:00Z'),
    elementsFolder: join(folder, 'elements'),
    version: '0.1.0',
    log: () => undefined,
    ...changes,
  };
}

/** The body of a problem, once it has been looked at whether it is one. */
export async function problemIn(response: Response): Promise<{type: string; title: string; status: number; detail?: string; errors?: {pointer: string; detail: string}[]}> {
  if (response.headers.get('Content-Type') !== 'application/problem+json') throw new Error(`not a problem: ${response.status} ${await response.text()}`);
  return response.json();
}
