import * as gracePeriods from './grace-period-queries.js';
import {groupCommit} from './group-commit.js';
import * as importing from './import-queries.js';
import {importsBy, usualImportTimes, type ImportTimes} from './import-steps.js';
import {connectTo, liesInOneCall, type Client, type PostgresOptions} from './postgres-connections.js';
import * as access from './access-queries.js';
import * as alerts from './alert-queries.js';
import {postgresClient} from './postgres-client.js';
import * as directory from './directory-queries.js';
import * as handling from './handling-queries.js';
import * as neighbours from './neighbour-queries.js';
import {migrate} from './postgres-schema.js';
import * as questionSets from './question-set-queries.js';
import * as reports from './report-queries.js';
import * as retention from './retention-queries.js';
import {saveAll} from './postgres-submissions.js';
import type {Query} from './sql-client.js';
import * as submissions from './submission-queries.js';
import type {NewSubmission, Saved, Store} from './store.js';
import {StoreUnavailable} from './store.js';

// More at once only makes the first of them wait longer.
const mostAtOnce = 256;

/**
 * The store in PostgreSQL, which several endpoints may share. Whatever waits to be
 * kept goes into one transaction. Rejects with `StoreUnavailable` when it does not open.
 */
export async function openPostgresStore({importTimes = usualImportTimes, ...options}: PostgresOptions & {importTimes?: ImportTimes}): Promise<Store> {
  const {ask, read, change, keep, counted, close} = connectTo(options);
  const save = groupCommit<NewSubmission, Saved>(mostAtOnce, (all) => keep((client) => saveAll(client, all)), liesInOneCall);
  const asking = <Parameters extends unknown[], Result>(question: (client: Client, ...parameters: Parameters) => Promise<Result>) => (...parameters: Parameters) => counted(() => ask((client) => question(client, ...parameters)));
  const reading = <Parameters extends unknown[], Result>(question: (client: Client, ...parameters: Parameters) => Promise<Result>) => (...parameters: Parameters) => counted(() => read((client) => question(client, ...parameters)));
  const changing = <Parameters extends unknown[], Result>(question: (client: Client, ...parameters: Parameters) => Promise<Result>) => (...parameters: Parameters) => counted(() => change((client) => question(client, ...parameters)));
  const {abandon, ...imports} = importsBy(
    {
      claimImport: changing(ofBoth(importing.claimImport)),
      renewImport: changing(ofBoth(importing.renewImport)),
      tidyDirectory: changing(ofBoth(importing.tidyDirectory)),
      keepRows: changing(ofBoth(importing.keepRows)),
      switchDirectory: changing(ofBoth(importing.switchDirectory)),
      releaseImport: changing(ofBoth(importing.releaseImport)),
    },
    importTimes,
  );

  try {
    await counted(() => change(async (client) => {
      await refuseWithoutFsync(client);
      await migrate(client);
    }));
  } catch (error) {
    await close();
    throw error;
  }

  return {
    save: (submission) => counted(() => save(submission)),
    received: asking(ofBoth(submissions.received)),
    inbox: asking(ofBoth(submissions.inbox)),
    submission: asking(ofBoth(submissions.submission)),
    openContact: changing(ofBoth(submissions.openContact)),
    tidy: changing(ofBoth(retention.tidy)),
    erase: changing(ofBoth(retention.erase)),
    retentionMemory: reading(ofBoth(retention.retentionMemory)),
    rememberDefaults: changing(ofBoth(retention.rememberDefaults)),
    matching: reading(ofBoth(neighbours.matching)),
    versions: reading(ofBoth(neighbours.versions)),
    claims: reading(ofBoth(neighbours.claims)),
    beside: reading(ofBoth(neighbours.beside)),
    reports: reading(ofBoth(reports.reports)),
    servicesTold: reading(ofBoth(reports.servicesTold)),
    setsAnswered: reading(ofBoth(reports.setsAnswered)),
    idOfReference: reading(ofBoth(reports.idOfReference)),
    idOfRight: reading(ofBoth(reports.idOfRight)),
    hasRight: reading(ofBoth(reports.hasRight)),
    forget: () => Promise.resolve(),
    addToken: changing(ofBoth(access.addToken)),
    endToken: changing(ofBoth(access.endToken)),
    endSession: changing(ofBoth(access.endSession)),
    isSessionEnded: asking(ofBoth(access.isSessionEnded)),
    record: changing(ofBoth(access.record)),
    tokens: asking(ofBoth(access.tokens)),
    tokenOf: asking(ofBoth(access.tokenOf)),
    log: asking(ofBoth(access.log)),
    claimAlerts: changing(ofBoth(alerts.claimAlerts)),
    settleAlert: changing(ofBoth(alerts.settleAlert)),
    unopened: asking(ofBoth(alerts.unopened)),
    markOpened: changing(ofBoth(handling.markOpened)),
    advance: changing(ofBoth(handling.advance)),
    steps: asking(ofBoth(handling.steps)),
    unopenedInAll: asking(ofBoth(handling.unopenedInAll)),
    nextUnopened: asking(ofBoth(handling.nextUnopened)),
    addQuestionSet: changing(ofBoth(questionSets.addQuestionSet)),
    questionSet: asking(ofBoth(questionSets.questionSet)),
    graceBegan: changing(ofBoth(gracePeriods.graceBegan)),
    directoryRevision: asking(ofBoth(directory.directoryRevision)),
    services: asking(ofBoth(directory.services)),
    service: asking(ofBoth(directory.service)),
    rating: reading(ofBoth(directory.rating)),
    ratings: reading(ofBoth(directory.ratings)),
    places: asking(ofBoth(directory.places)),
    servicesIn: asking(ofBoth(directory.servicesIn)),
    ...imports,
    // A server that is being failed over may read and not write.
    check: () => counted(() => keep(async (client) => void (await client.query('SELECT last_row FROM arrivals FOR UPDATE')))),
    async close() {
      await abandon();
      await close();
    },
  };
}

/** A question that both databases are asked. */
function ofBoth<Parameters extends unknown[], Result>(query: Query<Parameters, Result>): (client: Client, ...parameters: Parameters) => Promise<Result> {
  return (client, ...parameters) => query(postgresClient(client), ...parameters);
}

async function refuseWithoutFsync(client: Client): Promise<void> {
  const {rows: [setting]} = await client.query<{fsync: string | null}>("SELECT current_setting('fsync', true) AS fsync");
  if (setting?.fsync === 'off') throw new StoreUnavailable('the server has "fsync = off", so a power cut would lose what was acknowledged; turn it on');
}
