import {execFile} from 'node:child_process';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
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
    await buildIfStale(['package', 'sbom']);
    folder = await mkdtemp(join(tmpdir(), 'care-elements-package-'));
    // Without scripts, for that would build again.
    const {stdout} = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {cwd: root, shell: process.platform === 'win32'});
    const [packed] = JSON.parse(stdout) as {filename: string; files: {path: string}[]}[];
    archive = join(folder, packed!.filename);
    files = packed!.files.map(({path}) => path);
  });

  afterAll(() => rm(folder, {recursive: true, force: true}));

  it('holds the pasted script, the elements, the endpoint, the licences and what describes them', () => {
    for (const path of ['LICENSE', 'README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/README.md', 'docs/screenshots/charity.png', 'package.json', 'dist/elements/care-elements.js', 'dist/elements/licences.md', 'dist/package/define/care-feedback.js', 'dist/package/custom-elements.json', 'dist/endpoint/care-endpoint.js', 'dist/endpoint/sqlite-worker.js', 'dist/sbom.cdx.json']) expect(files).toContain(path);
  });

  it('holds no source, no test and nothing that anybody sent', () => {
    expect(files.filter((path) => !/^(LICENSE|(README|CHANGELOG|CONTRIBUTING|SECURITY)\.md|package\.json|dist\/sbom\.cdx\.json|dist\/(elements|endpoint|package)\/.+|docs\/.+\.md|docs\/run\/(care-endpoint\.service|nginx\.conf)|docs\/room\.json|docs\/screenshots\/\w+\.png)$/.test(path))).toEqual([]);
  });

  it('lists in its bill of materials every package that it brings along, and no registry', async () => {
    const text = await readFile(join(root, 'dist/sbom.cdx.json'), 'utf8');
    const {components} = JSON.parse(text) as {components: {name: string; version: string; licenses?: unknown[]}[]};
    expect(components.map(({name, version}) => `${name}@${version}`).sort()).toEqual(await broughtAlong());
    expect(components.filter(({licenses}) => !licenses?.length)).toEqual([]);
    // The schema's own address is the only one in it.
    expect([...text.matchAll(/[a-z+]+:\/\/[^"]+/g)].map(([address]) => address)).toEqual(['http://cyclonedx.org/schema/bom-1.5.schema.json']);
  });

  it('has nothing that publint finds fault with', async () => {
    await expect(complaints(tool('publint/src/cli.js'), [archive, '--strict'])).resolves.toBe('');
  });

  it('gives TypeScript the right types', async () => {
    const entries = ['define/care-feedback.js', 'elements/care-feedback.js', 'elements/care-rating.js', 'elements/care-place.js', 'contract/submission.js', 'questionnaire/journey.js', 'locale/words.js', 'locale/languages.js', 'locale/catalogues/form.js'];
    await expect(complaints(tool('@arethetypeswrong/cli/dist/index.js'), [archive, '--profile', 'esm-only', '--no-emoji', '--entrypoints', ...entries])).resolves.toBe('');
  });
});

/** What a tool says when it ends with an error, else nothing. */
async function complaints(path: string, options: string[]): Promise<string> {
  return run(process.execPath, [path, ...options], {cwd: root}).then(() => '', ({stdout, stderr}: {stdout: string; stderr: string}) => `${stdout}${stderr}` || 'It failed without a word.');
}

interface Locked {
  version: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, {optional?: boolean}>;
}

/** What the dependencies of the package lead to, step by step, on whatever machine it is installed. */
async function broughtAlong(): Promise<string[]> {
  const {packages} = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {packages: Record<string, Locked>};
  const found = new Map<string, string>();
  const follow = (folder: string): void => {
    const {dependencies, optionalDependencies, peerDependencies = {}, peerDependenciesMeta} = packages[folder]!;
    const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta?.[name]?.optional);
    for (const name of [...Object.keys({...dependencies, ...optionalDependencies}), ...peers]) {
      const at = placesFrom(folder).map((place) => `${place}node_modules/${name}`).find((each) => packages[each]);
      if (at === undefined) throw new Error(`${name}, which ${folder} needs, is not in the lock file.`);
      if (found.has(at)) continue;
      found.set(at, `${name}@${packages[at]!.version}`);
      follow(at);
    }
  };
  follow('');
  return [...new Set(found.values())].sort();
}

/** Where Node looks for what a package needs: beside it, then further and further up. */
function placesFrom(folder: string): string[] {
  return folder === '' ? [''] : [`${folder}/`, ...placesFrom(folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1)))];
}
