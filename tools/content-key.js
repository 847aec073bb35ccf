// @ts-check
// What a result depends on, by content: a key that says whether it still holds.
import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {root} from '../build/builds.js';

const run = promisify(execFile);

/**
 * The files of the project, as paths from its folder: what Git keeps and what it
 * would keep, not what it ignores. Nothing outside a clone.
 * @returns {Promise<string[] | undefined>}
 */
export async function filesHere() {
  const listed = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {cwd: root, maxBuffer: 64 * 2 ** 20}).catch(() => undefined);
  return listed && [...new Set(listed.stdout.split('\0').filter(Boolean))].sort();
}

/**
 * @param {string[]} files
 * @param {string[]} circumstances what else the result depends on
 * @returns {Promise<string>}
 */
export async function keyOf(files, circumstances) {
  const hash = createHash('sha256').update(JSON.stringify(circumstances));
  for (const file of files) {
    // Git lists what has been deleted until that is committed.
    const content = await readFile(join(root, file)).catch(() => undefined);
    hash.update(`\n${JSON.stringify(file)} ${content ? createHash('sha256').update(content).digest('hex') : 'gone'}`);
  }
  return hash.digest('hex');
}
