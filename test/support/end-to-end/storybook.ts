import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {readdir, readFile, rename, rm, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {root} from '../../../build/builds.js';

const run = promisify(execFile);
const inputs = ['src', 'stories', '.storybook', 'build', 'vite.config.ts', 'tools/words', 'demo/receiver.json', 'demo/services.json', 'package-lock.json'];

/** One story, as Storybook lists it. */
export interface Story {
  id: string;
  /** `care-feedback/One choice` */
  title: string;
  /** `With A Question Revealed` */
  name: string;
}

/**
 * The folder of a built Storybook that is as new as what it is made of.
 *
 * @throws with what Storybook printed, when it does not build
 */
export async function builtStorybook(): Promise<string> {
  const place = join(root, 'node_modules', '.cache', 'care-elements', 'storybook');
  const name = (await fingerprint()).slice(0, 16);
  const folder = join(place, name);
  if (existsSync(folder)) return folder;

  // Two runs at once each build their own; the first to end is used by both.
  const fresh = join(place, `.new-${process.pid}`);
  const tool = join(root, 'node_modules', 'storybook', 'dist', 'bin', 'dispatcher.js');
  await run(process.execPath, [tool, 'build', '--output-dir', fresh, '--quiet', '--disable-telemetry'], {
    cwd: root,
    env: {...process.env, NODE_ENV: 'production', STORYBOOK_DISABLE_TELEMETRY: '1'},
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: {stdout?: string; stderr?: string}) => {
    throw new Error(`Storybook does not build:\n${error.stdout}${error.stderr}`);
  });
  await rename(fresh, folder).catch(() => rm(fresh, {recursive: true}));
  await forgetOld(place, name);
  return folder;
}

/** Deletes what no run can still be looking at. */
async function forgetOld(place: string, used: string): Promise<void> {
  const hour = 60 * 60 * 1000;
  for (const name of await readdir(place)) {
    const {mtimeMs} = await stat(join(place, name));
    if (name !== used && Date.now() - mtimeMs > hour) await rm(join(place, name), {recursive: true, force: true});
  }
}

/** Every story of a built Storybook. */
export async function storiesIn(folder: string): Promise<Story[]> {
  const index: {entries: Record<string, Story & {type: string}>} = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
  return Object.values(index.entries).filter(({type}) => type === 'story');
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const input of inputs) {
    const path = join(root, input);
    const names = (await stat(path)).isDirectory() ? await readdir(path, {recursive: true}) : [''];
    for (const name of names.sort()) {
      const {mtimeMs, size} = await stat(join(path, name));
      hash.update(`${input}/${name} ${mtimeMs} ${size}\n`);
    }
  }
  return hash.digest('hex');
}
