import {mkdtempSync, statfsSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

// A whole run has a folder there, which goes with it however it ends.
const memory = process.env['CARE_TEST_MEMORY'] ?? '/dev/shm';
const enoughRoom = 2 * 1024 ** 3;

/**
 * A new folder where writing through to the disk takes no time, if this machine has room for
 * one. Tests that ask for it prove nothing of the disk; those that do use `temporaryFolder`.
 */
export function folderInMemory(start: string): string {
  return mkdtempSync(join(hasRoom(memory) ? memory : tmpdir(), start));
}

function hasRoom(folder: string): boolean {
  try {
    const {bavail, bsize} = statfsSync(folder);
    return bavail * bsize > enoughRoom;
  } catch {
    return false;
  }
}
