// @ts-check
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';

/**
 * Takes down the disks that tests had mounted in a folder and could not take down themselves.
 * @param {string} folder
 */
export function unmountAllIn(folder) {
  const mounts = existsSync('/proc/mounts') ? readFileSync('/proc/mounts', 'utf8') : '';
  const places = mounts.split('\n').map((line) => line.split(' ')[1] ?? '').filter((place) => place.startsWith(`${folder}/`));
  for (const place of places) spawnSync('umount', ['--lazy', place]);
}
