import {randomBytes} from 'node:crypto';
import {constants, existsSync} from 'node:fs';
import {access, chmod, copyFile, link, open, rename, rm} from 'node:fs/promises';
import {dirname} from 'node:path';
import Database from 'libsql';
import {writeThroughFolder} from '../../commands/files.js';
import {sqliteMigrations} from './sqlite-schema.js';

/** Why a file is no database that could be put in another's place. */
export class UnfitFile extends Error {}

/** Another process has the database open. */
export class InUse extends Error {}

/**
 * Copies the database as it is at one moment, while others write to it, into a new file for its owner alone.
 * Rejects with the code EEXIST where `copy` is there already, and ENOENT where there is no database or no such folder.
 */
export async function backUpTo(file: string, copy: string): Promise<void> {
  // The driver would make one.
  await access(file);
  await inPlaceOf(copy, 'nothing', async (draft) => {
    await (await open(draft, 'wx', 0o600)).close();
    const database = new Database(file, {timeout: 5000});
    try {
      // Only what counts is copied, and nothing that was deleted. A prepared statement would keep the file open after `close`.
      database.exec(`VACUUM INTO '${draft.replaceAll("'", "''")}'`);
    } finally {
      database.close();
    }
  });
}

/**
 * Puts a checked copy of `copy` where the database lies. Where there is one it must be `replaced`
 * by the caller's will; else rejects with the code EEXIST. Rejects with `UnfitFile` or `InUse`.
 */
export async function restoreFrom(copy: string, file: string, {isReplaced}: {isReplaced: boolean}): Promise<void> {
  await inPlaceOf(file, isReplaced ? 'anything' : 'nothing', async (draft) => {
    await copyFile(copy, draft, constants.COPYFILE_EXCL);
    await chmod(draft, 0o600);
    check(draft);
    if (existsSync(file)) {
      if (!isReplaced) throw Object.assign(new Error(`${file} is there already`), {code: 'EEXIST'});
      letGo(file);
    }
    // What an old database wrote ahead would be taken for the new one's.
    await removeBeside(file);
  });
}

async function inPlaceOf(file: string, what: 'nothing' | 'anything', write: (draft: string) => Promise<void>): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await write(draft);
    await writeThrough(draft);
    // A link never takes another's place.
    if (what === 'nothing') await link(draft, file);
    else await rename(draft, file);
    await writeThroughFolder(dirname(file));
  } finally {
    await rm(draft, {force: true});
    await removeBeside(draft);
  }
}

function check(file: string): void {
  let found: unknown;
  let version: number;
  let database: Database.Database | undefined;
  try {
    database = new Database(file);
    found = Object.values(database.prepare('PRAGMA integrity_check').get([]) as Record<string, unknown>)[0];
    version = (database.prepare('PRAGMA user_version').get([]) as {user_version: number}).user_version;
    database.prepare('SELECT row, id, content_hash, coded FROM submissions LIMIT 1').get([]);
    database.pragma('journal_mode = DELETE');
  } catch (error) {
    throw new UnfitFile(`it is no database of Care Elements (${error instanceof Error ? error.message : 'unknown'})`);
  } finally {
    database?.close();
  }
  if (found !== 'ok') throw new UnfitFile('it is damaged: SQLite’s integrity check fails');
  if (version > sqliteMigrations.length) throw new UnfitFile(`it was written by a newer version of Care Elements (tables of version ${version}, this one knows ${sqliteMigrations.length})`);
}

/** Brings all into the one file; SQLite does it only where no other process has it open. */
function letGo(file: string): void {
  let database: Database.Database | undefined;
  try {
    database = new Database(file);
    database.exec('PRAGMA journal_mode = DELETE');
  } catch (error) {
    // One that is damaged is what people restore for.
    if (error instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code)) throw new InUse('another process has it open');
  } finally {
    database?.close();
  }
}

async function writeThrough(file: string): Promise<void> {
  const opened = await open(file, 'r+');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

async function removeBeside(file: string): Promise<void> {
  for (const end of ['-wal', '-shm', '-journal']) await rm(`${file}${end}`, {force: true});
}
