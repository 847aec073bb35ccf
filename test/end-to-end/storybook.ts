import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {readdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {root} from '../../vite/builds.js';

const run = promisify(execFile);
const inputs = ['src', 'stories', '.storybook', 'vite', 'vite.config.ts', 'demo/receiver.json', 'demo/services.json', 'package-lock.json'];

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
  const folder = join(root, 'node_modules', '.cache', 'care-elements', 'storybook');
  const mark = join(folder, 'made-of');
  const now = await fingerprint();
  if ((await readFile(mark, 'utf8').catch(() => '')) === now) return folder;

  await rm(folder, {recursive: true, force: true});
  const tool = join(root, 'node_modules', 'storybook', 'dist', 'bin', 'dispatcher.js');
  await run(process.execPath, [tool, 'build', '--output-dir', folder, '--quiet', '--disable-telemetry'], {
    cwd: root,
    env: {...process.env, NODE_ENV: 'production', STORYBOOK_DISABLE_TELEMETRY: '1'},
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: {stdout?: string; stderr?: string}) => {
    throw new Error(`Storybook does not build:\n${error.stdout}${error.stderr}`);
  });
  await writeFile(mark, now);
  return folder;
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
