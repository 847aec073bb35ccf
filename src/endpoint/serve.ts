import type {AddressInfo} from 'node:net';
import type {IncomingMessage, Server} from 'node:http';
import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {createAdaptorServer, type Http2Bindings, type HttpBindings} from '@hono/node-server';
import type {ReceiverFile} from '../contract/receiver.js';
import type {AlertSender} from './alerts/send-alerts.js';
import {noAlerts} from './alerts/alerts.js';
import {openAlerts} from './alerts/open-alerts.js';
import {alertPlanOf} from './alerts/alert-plan.js';
import type {Configuration} from './configuration.js';
import {readConcernRules} from './concerns/concern-rules-file.js';
import {contactSealer} from './keys/contact-key.js';
import {dataComplaintWarnings} from './receiver/data-complaint-warnings.js';
import type {Dependencies} from './dependencies.js';
import {createDirectory} from './directory/directory.js';
import {createPlaces} from './directory/place-index.js';
import {readOrMake} from './commands/files.js';
import {createHandler, type Handler} from './handler.js';
import {leastTokenLength, newToken, openInboxAccess} from './access/inbox-access.js';
import {openKeys} from './keys/keys.js';
import {createRateLimiter, noRateLimiter} from './http/rate-limiter.js';
import {overdue} from './inbox/mark-opened.js';
import type {Metrics} from './metrics/metrics.js';
import {serveMetrics} from './metrics/metrics-server.js';
import {openOperatorLog} from './commands/operator-log.js';
import {openStore} from './store/open-store.js';
import {openWords, teamLanguageWarnings} from './html/endpoint-words.js';
import {problem} from './http/problem-response.js';
import {openQuestionSets} from './question-sets/open-question-sets.js';
import {readReceiverFile} from './receiver/receiver-file.js';
import {dailyTidying} from './retention/daily-tidying.js';
import {beginRetention, keepingDaysOf, type RetentionPolicy} from './retention/retention-policy.js';
import {securityWarnings} from './receiver/security-txt.js';
import {senderAddress} from './http/sender-address.js';
import {openSignposts} from './signposts/open-signposts.js';
import {localOrNone} from './signposts/signposts-file.js';
import {StartFault} from './commands/start-fault.js';
import {joiningRepeats} from './store/join-repeats.js';
import type {Store} from './store/store.js';

/** An endpoint that runs. */
export interface RunningEndpoint {
  /** Where it really listens. */
  port: number;
  /** A link that opens the inbox once; only where the token was made here and nobody knows it. */
  inboxCode?: string;
  /** Where `/metrics` is answered. */
  metricsPort?: number;
  /** How long things are kept. */
  retention: RetentionPolicy;
  /** Answers what has come, takes no more, and closes the store. */
  close(): Promise<void>;
}

/** Parts that lie elsewhere in tests. */
export interface EndpointParts {
  worker?: URL;
  elementsFolder?: string;
  clock?(): Date;
  log?(line: string): void;
  timeouts?: {headersTimeout: number; requestTimeout: number; connectionsCheckingInterval: number};
}

// Long enough for 128 KiB over the slowest connection that people still use,
// and short enough that nobody holds many open for nothing.
const usualTimeouts = {headersTimeout: 20_000, requestTimeout: 120_000, keepAliveTimeout: 5000, connectionsCheckingInterval: 5000};
// Tidies once a day; asked more often, so that a day on which it failed is made up for.
const betweenTidyings = 15 * 60_000;
// A new key counts within a minute, with the time for which browsers keep the receiver.
const betweenLooksAtKeys = 10_000;
const patienceAtTheEnd = 10_000;
// Node's 511 are few where many send at once: whoever comes after them waits for seconds, and some are cut off. A system
// that lets fewer wait takes its own number.
const mayWaitToConnect = 4096;

// Beside `dist/endpoint`, where this stands when built.
const builtElements = fileURLToPath(new URL('../elements/', import.meta.url));

/**
 * Starts the endpoint over HTTP.
 *
 * @throws StartFault that says what to mend.
 */
export async function startEndpoint(configuration: Configuration, parts: EndpointParts = {}): Promise<RunningEndpoint> {
  const operatorLog = openOperatorLog(parts.log ?? ((line) => console.error(line)));
  const {log} = operatorLog;
  const clock = parts.clock ?? (() => new Date());
  const receiver = await readReceiverFile(configuration.receiverFile);
  const words = await openWords(configuration.teamLanguage);
  const concernRules = await readConcernRules(configuration.concernsFile);
  refuseShortToken(configuration);
  const sealContact = configuration.contactKey === undefined ? undefined : await contactSealer(configuration.contactKey);
  const store = await openStore(configuration, parts.worker);
  const {alerts} = configuration;
  let sender: AlertSender | undefined;
  let metricsServer: Server | undefined;
  try {
    for (const line of [...(await warningsOf(receiver, configuration, store, clock())), ...teamLanguageWarnings(configuration.teamLanguage, words)]) log(line);
    const keys = await openKeys(configuration.keysFile, clock, log);
    const inbox = openInboxAccess(configuration.inboxToken ?? (await keptToken(configuration.dataFolder)), {userHeader: configuration.userHeader, clock});
    const retention = await beginRetention(store, configuration.retention ?? {}, log);
    const dependencies: Dependencies = {
      store: joiningRepeats(store),
      keys,
      receiver,
      words,
      questionSets: openQuestionSets(store, receiver.languages.map(words.of)),
      directory: createDirectory(store),
      places: createPlaces(store),
      signposts: openSignposts(words, await localOrNone(configuration.signpostsFile, log)),
      inbox,
      alerts: alerts ? {plan: alertPlanOf(alerts), overdueAfter: alerts.overdueAfter, wake: () => sender?.wake(), failing: () => sender?.failing() ?? []} : noAlerts,
      concernRules,
      retention,
      rateLimiter: configuration.hasLimits === false ? noRateLimiter : createRateLimiter(clock),
      sealContact,
      origin: configuration.origin,
      trustsProxy: configuration.addressHeader !== undefined || configuration.userHeader !== undefined,
      clock,
      elementsFolder: parts.elementsFolder ?? builtElements,
      version: __VERSION__,
      log,
    };
    const tidyIfDue = dailyTidying({store, days: keepingDaysOf(retention), clock, log});
    const metrics = configuration.metrics && (await metricsOf(dependencies));
    if (metrics && configuration.metrics) metricsServer = await serveMetrics(metrics, configuration.metrics);
    const server = await listen(createHandler(dependencies, metrics?.observe), configuration, {...usualTimeouts, ...parts.timeouts});
    void tidyIfDue();
    const tidying = setInterval(() => void tidyIfDue(), betweenTidyings);
    const lookingAtKeys = setInterval(() => void keys.refresh(), betweenLooksAtKeys);
    const {port} = server.address() as AddressInfo;
    sender = alerts && openAlerts(alerts, {origin: configuration.origin ?? listensAt(configuration.host, port), words: words.team, store, clock, log});
    return {
      port,
      ...(metricsServer && {metricsPort: (metricsServer.address() as AddressInfo).port}),
      retention,
      ...(configuration.inboxToken === undefined ? {inboxCode: inbox.newCode()} : {}),
      async close() {
        clearInterval(tidying);
        clearInterval(lookingAtKeys);
        metricsServer?.close();
        await stop(server);
        await sender?.stop();
        await store.close();
        operatorLog.close();
      },
    };
  } catch (error) {
    metricsServer?.close();
    await store.close();
    operatorLog.close();
    throw error;
  }
}

/** What counts comes with a library that most endpoints do without. */
async function metricsOf(dependencies: Dependencies): Promise<Metrics> {
  const {openMetrics} = await import('./metrics/metrics.js');
  return openMetrics({store: dependencies.store, failingAlerts: dependencies.alerts.failing, overdue: () => overdue(dependencies)});
}

/** The address of an endpoint by where it listens. */
export function listensAt(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Where the inbox's token is kept when none is named. */
export function tokenFile(dataFolder: string): string {
  return join(dataFolder, 'inbox-token');
}

/** What the owner should mend in the receiver's file, though it can be served. */
async function warningsOf(receiver: ReceiverFile, {receiverFile = ''}: Configuration, store: Store, now: Date): Promise<string[]> {
  return [...(await dataComplaintWarnings(receiver, receiverFile, store, now)), ...securityWarnings(receiver, receiverFile, now)];
}

/** One of somebody's own choosing can be guessed where others can try. */
function refuseShortToken({inboxToken, host}: Configuration): void {
  const isHere = host === 'localhost' || host === '::1' || /^127\./.test(host);
  if (inboxToken !== undefined && inboxToken.length < leastTokenLength && !isHere) {
    throw new StartFault(`CARE_ENDPOINT_TOKEN has ${inboxToken.length} characters, and others than this machine can reach the endpoint (HOST is ${host}).\nSet it to ${leastTokenLength} or more that nobody guesses, such as \`openssl rand -base64 24\` prints; or leave it out, and one is made.`);
  }
}

async function keptToken(dataFolder: string): Promise<string> {
  const file = tokenFile(dataFolder);
  await mkdir(dataFolder, {recursive: true, mode: 0o700});
  const token = (await readOrMake(file, newToken)).trim();
  if (token === '') throw new StartFault(`The file ${file} is empty.\nDelete it, and a new token for the inbox is made; or set CARE_ENDPOINT_TOKEN.`);
  return token;
}

function listen(handle: Handler, {host, port, addressHeader}: Configuration, timeouts: typeof usualTimeouts): Promise<Server> {
  const fetch = (request: Request, {incoming}: HttpBindings | Http2Bindings) => hasOneHost(incoming) ? handle(request, senderAddress(incoming, addressHeader)) : problem(400, 'two-hosts', 'A request names one host');
  const server = createAdaptorServer({fetch, overrideGlobalObjects: false, serverOptions: timeouts}) as Server;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'something listens there already' : error.message;
      reject(new StartFault(`The endpoint cannot listen at ${host}, port ${port}: ${reason}.\nSet PORT to a free port, or HOST to an address of this machine.`));
    });
    server.listen({port, host, backlog: mayWaitToConnect}, () => resolve(server));
  });
}

/** Two servers may take different ones of several for the right one (RFC 9112, section 3.2). */
function hasOneHost({rawHeaders}: Pick<IncomingMessage, 'rawHeaders'>): boolean {
  return rawHeaders.filter((name, place) => place % 2 === 0 && name.toLowerCase() === 'host').length <= 1;
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection that answers just now becomes idle later, and would be kept open for the next request.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const impatience = setTimeout(() => server.closeAllConnections(), patienceAtTheEnd);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(impatience);
      resolve();
    });
  });
}
