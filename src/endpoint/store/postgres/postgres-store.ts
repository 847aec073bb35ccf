import * as access from '../sql/access-queries.js';
import * as alerts from '../sql/alert-queries.js';
import * as directory from '../sql/directory-queries.js';
import * as gracePeriods from '../sql/grace-period-queries.js';
import {groupCommit} from './group-commit.js';
import * as handling from '../sql/handling-queries.js';
import * as importing from '../sql/import-queries.js';
import {importsBy, usualImportTimes, type ImportTimes} from '../import-steps.js';
import * as neighbours from '../sql/submission-version-queries.js';
import {postgresClient} from './postgres-client.js';
import {connectTo, liesInOneCall, type Client, type PostgresOptions} from './postgres-connections.js';
import {migrate} from './postgres-schema.js';
import {saveAll} from './postgres-submissions.js';
import * as questionSets from '../sql/question-set-queries.js';
import * as reports from '../sql/report-queries.js';
import * as retention from '../sql/retention-queries.js';
import type {Query} from '../sql/sql-client.js';
import type {NewSubmission, Saved, Store} from '../store.js';
import {StoreUnavailable} from '../store.js';
import * as submissions from '../sql/submission-queries.js';

// More at once only makes the first of them wait longer.
const mostAtOnce = 256;

/**
 * The store in PostgreSQL, which several endpoints may share. Whatever waits to be
 * kept goes into one transaction. Rejects with `StoreUnavailable` when it does not open.
 */
export async function openPostgresStore({importTimes = usualImportTimes, ...options}: PostgresOptions & {importTimes?: ImportTimes}): Promise<Store> {
  const {ask, read, change, keep, counted, close} = connectTo(options);
  const save = groupCommit<NewSubmission, Saved>(mostAtOnce, (all) => keep((client) => saveAll(client, all)), liesInOneCall);
  const asking = <Parameters extends unknown[], Result>(query: Query<Parameters, Result>) => (...parameters: Parameters) => counted(() => ask((client) => query(postgresClient(client), ...parameters)));
  const reading = <Parameters extends unknown[], Result>(query: Query<Parameters, Result>) => (...parameters: Parameters) => counted(() => read((client) => query(postgresClient(client), ...parameters)));
  const changing = <Parameters extends unknown[], Result>(query: Query<Parameters, Result>) => (...parameters: Parameters) => counted(() => change((client) => query(postgresClient(client), ...parameters)));
  const {abandon, ...imports} = importsBy(
    {
      claimImport: changing(importing.claimImport),
      renewImport: changing(importing.renewImport),
      tidyDirectory: changing(importing.tidyDirectory),
      keepRows: changing(importing.keepRows),
      switchDirectory: changing(importing.switchDirectory),
      releaseImport: changing(importing.releaseImport),
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
    received: asking(submissions.received),
    inbox: asking(submissions.inbox),
    submission: asking(submissions.submission),
    openContact: changing(submissions.openContact),
    tidy: changing(retention.tidy),
    erase: changing(retention.erase),
    retentionMemory: reading(retention.retentionMemory),
    rememberDefaults: changing(retention.rememberDefaults),
    matching: reading(neighbours.matching),
    versions: reading(neighbours.versions),
    claims: reading(neighbours.claims),
    beside: reading(neighbours.beside),
    reports: reading(reports.reports),
    servicesNamed: reading(reports.servicesNamed),
    setsAnswered: reading(reports.setsAnswered),
    idOfReference: reading(reports.idOfReference),
    idOfRight: reading(reports.idOfRight),
    hasRight: reading(reports.hasRight),
    forget: () => Promise.resolve(),
    addToken: changing(access.addToken),
    endToken: changing(access.endToken),
    endSession: changing(access.endSession),
    isSessionEnded: asking(access.isSessionEnded),
    record: changing(access.record),
    tokens: asking(access.tokens),
    tokenOf: asking(access.tokenOf),
    log: asking(access.log),
    claimAlerts: changing(alerts.claimAlerts),
    settleAlert: changing(alerts.settleAlert),
    unopened: asking(alerts.unopened),
    markOpened: changing(handling.markOpened),
    changeStatus: changing(handling.changeStatus),
    steps: asking(handling.steps),
    unopenedInAll: asking(handling.unopenedInAll),
    nextUnopened: asking(handling.nextUnopened),
    addQuestionSet: changing(questionSets.addQuestionSet),
    questionSet: asking(questionSets.questionSet),
    graceBegan: changing(gracePeriods.graceBegan),
    directoryRevision: asking(directory.directoryRevision),
    services: asking(directory.services),
    service: asking(directory.service),
    rating: reading(directory.rating),
    ratings: reading(directory.ratings),
    places: asking(directory.places),
    servicesIn: asking(directory.servicesIn),
    ...imports,
    // A server that is being failed over may read and not write.
    check: () => counted(() => keep(async (client) => void (await client.query('SELECT last_row FROM arrivals FOR UPDATE')))),
    async close() {
      await abandon();
      await close();
    },
  };
}

async function refuseWithoutFsync(client: Client): Promise<void> {
  const {rows: [setting]} = await client.query<{fsync: string | null}>("SELECT current_setting('fsync', true) AS fsync");
  if (setting?.fsync === 'off') throw new StoreUnavailable('the server has "fsync = off", so a power cut would lose what was acknowledged; turn it on');
}
