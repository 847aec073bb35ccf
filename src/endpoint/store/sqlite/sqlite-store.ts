import {setTimeout as after} from 'node:timers/promises';
import {importsBy, usualImportTimes, type ImportTimes} from '../import-steps.js';
import type {ReadingCalls, UpkeepCalls, WritingCalls} from './sqlite-messages.js';
import {startThread} from './sqlite-thread.js';
import {StoreUnavailable, type Store} from '../store.js';

// The other process that writes (the command line) keeps its transactions short.
const usualLockPatience = 5000;
const betweenTries = 20;

/** Where the store lies and how long it waits, in milliseconds. */
export interface SqliteOptions {
  file: string;
  /** Where `sqlite-worker.ts` lies when built. */
  worker: URL;
  lockPatience?: number;
  importTimes?: ImportTimes;
}

/**
 * The store in one SQLite file. One thread writes, so that an fsync never holds
 * up other requests; another reads the directory, so that a search never waits
 * for an fsync. Rejects with `StoreUnavailable`, naming the file, when it does not open.
 */
export async function openSqliteStore({file, worker, lockPatience = usualLockPatience, importTimes = usualImportTimes}: SqliteOptions): Promise<Store> {
  // The writer makes the tables that the reader reads.
  const writer = await startThread<WritingCalls & UpkeepCalls>(worker, {file, lockPatience, does: 'writing'});
  const reader = await startThread<ReadingCalls>(worker, {file, lockPatience, does: 'reading'}).catch(async (error: unknown) => {
    await writer.close();
    throw error;
  });
  const {abandon, ...imports} = importsBy(
    {
      claimImport: writer.ask('claimImport'),
      renewImport: writer.ask('renewImport'),
      tidyDirectory: writer.ask('tidyDirectory'),
      keepRows: writer.ask('keepRows'),
      switchDirectory: writer.ask('switchDirectory'),
      releaseImport: writer.ask('releaseImport'),
    },
    importTimes,
  );

  return {
    save: writer.ask('save'),
    received: writer.ask('received'),
    // To find what somebody asks for can take a tenth of a second, in which nobody else's feedback should wait.
    inbox: (query) => (query.filter === undefined ? writer.ask('inbox')(query) : reader.ask('inbox')(query)),
    submission: writer.ask('submission'),
    openContact: writer.ask('openContact'),
    tidy: writer.ask('tidy'),
    erase: writer.ask('erase'),
    retentionMemory: writer.ask('retentionMemory'),
    rememberDefaults: writer.ask('rememberDefaults'),
    matching: reader.ask('matching'),
    versions: reader.ask('versions'),
    claims: reader.ask('claims'),
    beside: reader.ask('beside'),
    reports: reader.ask('reports'),
    servicesNamed: reader.ask('servicesNamed'),
    setsAnswered: reader.ask('setsAnswered'),
    idOfReference: reader.ask('idOfReference'),
    idOfRight: reader.ask('idOfRight'),
    hasRight: reader.ask('hasRight'),
    // Everybody's feedback waits meanwhile, so it is done once for all who ask before it begins.
    forget: joined(async () => {
      // What is deleted is overwritten, but SQLite leaves copies in its pages when it moves rows from one to another.
      await untilDone(writer.ask('vacuum'), lockPatience);
      await untilDone(writer.ask('checkpoint'), lockPatience);
    }),
    addToken: writer.ask('addToken'),
    endToken: writer.ask('endToken'),
    endSession: writer.ask('endSession'),
    isSessionEnded: reader.ask('isSessionEnded'),
    record: writer.ask('record'),
    tokens: reader.ask('tokens'),
    tokenOf: reader.ask('tokenOf'),
    log: reader.ask('log'),
    claimAlerts: writer.ask('claimAlerts'),
    settleAlert: writer.ask('settleAlert'),
    markOpened: writer.ask('markOpened'),
    changeStatus: writer.ask('changeStatus'),
    unopened: reader.ask('unopened'),
    steps: reader.ask('steps'),
    unopenedInAll: reader.ask('unopenedInAll'),
    nextUnopened: reader.ask('nextUnopened'),
    addQuestionSet: writer.ask('addQuestionSet'),
    questionSet: reader.ask('questionSet'),
    graceBegan: writer.ask('graceBegan'),
    directoryRevision: reader.ask('directoryRevision'),
    services: reader.ask('services'),
    service: reader.ask('service'),
    rating: reader.ask('rating'),
    ratings: reader.ask('ratings'),
    places: reader.ask('places'),
    servicesIn: reader.ask('servicesIn'),
    ...imports,
    async check() {
      await Promise.all([writer.ask('check')(), reader.ask('check')()]);
    },
    async close() {
      await abandon();
      await reader.close();
      // Last, since it leaves the file whole, with nothing beside it.
      await writer.close();
    },
  };
}

/** Once at a time: whoever asks while it goes on shares the next time with all who ask by then. */
function joined(act: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    next ??= last.catch(() => undefined).then(() => {
      next = undefined;
      last = act();
      return last;
    });
    return next;
  };
}

async function untilDone(isDone: () => Promise<boolean>, patience: number): Promise<void> {
  const end = Date.now() + patience;
  while (!(await isDone())) {
    if (Date.now() > end) throw new StoreUnavailable('another process holds on to the database, so that what was removed may stand in its files for now');
    await after(betweenTries);
  }
}
