import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {chmod, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {eventually} from '../support/eventually.js';
import {blocks, root} from '../support/docs/pages.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'care-docs-'));
  // What npx finds once the package is installed, without what npx itself takes of time.
  await mkdir(join(folder, 'bin'));
  await writeFile(join(folder, 'bin', 'npx'), `#!/bin/sh\n[ "$1" = care-endpoint ] || exit 64\nshift\nexec "${process.execPath}" "${join(root, 'dist/endpoint/care-endpoint.js')}" "$@"\n`);
  await chmod(join(folder, 'bin', 'npx'), 0o755);
});
afterAll(() => rm(folder, {recursive: true, force: true}));

/** Runs a block in an empty folder, as somebody would who pastes it into a terminal, and stops what goes on until it is stopped. */
async function run(text: string, name: string): Promise<{said: string; ended: number | 'stopped' | null}> {
  const place = join(folder, name);
  await mkdir(place);
  const shell = spawn('sh', ['-e', '-c', text], {cwd: place, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: {PATH: `${join(folder, 'bin')}:${process.env['PATH']}`, HOME: place, PORT: '0', HOST: '127.0.0.1', TMPDIR: tmpdir()}});
  const end = () => process.kill(-shell.pid!, 'SIGTERM');
  process.once('exit', end);
  let said = '';
  for (const stream of [shell.stdout, shell.stderr]) stream.on('data', (words) => (said += String(words)));
  const closed = once(shell, 'close') as Promise<[number | null]>;
  let hasEnded = false;
  void closed.then(() => (hasEnded = true));
  await eventually(() => hasEnded || said.includes('The endpoint listens at'), () => `the end of “${text}”; it said: ${said}`);
  const wasStopped = !hasEnded;
  if (wasStopped) end();
  const [code] = await closed;
  process.off('exit', end);
  return {said, ended: wasStopped ? 'stopped' : code};
}

describe('a block of commands that is marked to be run', () => {
  const marked = blocks.filter(({mark}) => mark === 'sh run');

  it.each(marked.map((block, number) => [block.page, block, number] as const))('runs as it stands, in an empty folder: %s', async (page, {text}, number) => {
    const {said, ended} = await run(text, `${number}`);
    expect(ended, `${page} said: ${said}`).toBe(text.includes('care-endpoint serve') ? 'stopped' : 0);
  });

  it('would not be taken for one that ran when it fails', async () => {
    expect(await run('npx another-package\necho "It goes on."', 'wrong')).toEqual({said: '', ended: 64});
  });
});
