import {execFile} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {buildIfStale} from '../../tools/build.js';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const tool = (path: string): string => join(root, 'node_modules', path);

describe('the package as it would be published', () => {
  let folder: string;
  let archive: string;
  let files: string[];

  beforeAll(async () => {
    await buildIfStale(['package']);
    folder = await mkdtemp(join(tmpdir(), 'care-elements-package-'));
    // Without scripts, for that would build again.
    const {stdout} = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {cwd: root, shell: process.platform === 'win32'});
    const [packed] = JSON.parse(stdout) as {filename: string; files: {path: string}[]}[];
    archive = join(folder, packed!.filename);
    files = packed!.files.map(({path}) => path);
  });

  afterAll(() => rm(folder, {recursive: true, force: true}));

  it('holds the pasted script, the elements, the endpoint, the licences and what describes them', () => {
    for (const path of ['LICENSE', 'README.md', 'SECURITY.md', 'package.json', 'dist/elements/care-elements.js', 'dist/elements/licences.txt', 'dist/package/define/care-feedback.js', 'dist/package/custom-elements.json', 'dist/endpoint/care-endpoint.js', 'dist/endpoint/sqlite-worker.js']) expect(files).toContain(path);
  });

  it('holds no source, no test and nothing that anybody sent', () => {
    expect(files.filter((path) => !/^(LICENSE|README\.md|SECURITY\.md|package\.json|dist\/(elements|endpoint|package)\/.+)$/.test(path))).toEqual([]);
  });

  it('has nothing that publint finds fault with', async () => {
    await expect(complaints(tool('publint/src/cli.js'), [archive, '--strict'])).resolves.toBe('');
  });

  it('gives TypeScript the right types', async () => {
    const entries = ['define/care-feedback.js', 'elements/care-feedback.js', 'elements/care-rating.js', 'elements/care-place.js', 'contract/submission.js', 'questionnaire/journey.js', 'locale/words.js', 'locale/languages.js'];
    await expect(complaints(tool('@arethetypeswrong/cli/dist/index.js'), [archive, '--profile', 'esm-only', '--no-emoji', '--entrypoints', ...entries])).resolves.toBe('');
  });
});

/** What a tool says when it ends with an error, else nothing. */
async function complaints(path: string, options: string[]): Promise<string> {
  return run(process.execPath, [path, ...options], {cwd: root}).then(() => '', ({stdout, stderr}: {stdout: string; stderr: string}) => `${stdout}${stderr}` || 'It failed without a word.');
}
