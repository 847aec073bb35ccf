import {createHash} from 'node:crypto';
import {mkdtempSync} from 'node:fs';
import {access, mkdir, readFile, rename, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join, relative} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
// Inside node_modules, so that a built file finds the driver.
const folder = join(root, 'node_modules/.cache/care-elements');
// What a build depends on besides the files that go into it.
const tools = ['package-lock.json', 'tsconfig.json', relative(root, fileURLToPath(import.meta.url))];
const built = new Map<string, Promise<URL>>();

/** The store's worker, built from the source as it is now: a thread does not start from TypeScript. */
export function sqliteWorker(): Promise<URL> {
  return builtFile('src/endpoint/store/sqlite/sqlite-worker.ts');
}

/** A TypeScript file of ours as one that Node runs by itself, in a thread or a process. */
export function builtFile(source: string): Promise<URL> {
  const known = built.get(source) ?? buildFile(source);
  built.set(source, known);
  return known;
}

/** A folder of its own for one test. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'care-'));
}

/** A build that lies in the cache, and what each file that it was made of held then, as a hash. */
interface Build {
  name: string;
  madeOf: Record<string, string>;
}

async function buildFile(source: string): Promise<URL> {
  const record = join(folder, `${source.replace(/\W+/g, '-')}.json`);
  const last = await readBuild(record);
  // Most processes only read what one has built.
  if (last && (await isCurrent(last))) return pathToFileURL(join(folder, last.name));

  const {build} = await import('vite');
  let read: string[] = [];
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    // All that was read, also what left nothing in the chunk: after a change it may.
    plugins: [{name: 'all-that-was-read', generateBundle() { read = [...this.getModuleIds()]; }}],
    build: {target: 'node20', ssr: true, write: false, rolldownOptions: {input: join(root, source)}},
  });
  const [chunk] = 'output' in built ? built.output : [];
  if (chunk?.type !== 'chunk') throw new Error(`${source} was not built into one file.`);

  // Named by what is in it, so that few lie there and none changes while a thread starts from it.
  const name = `${basename(source, '.ts')}-${hashOf(chunk.code).slice(0, 16)}.js`;
  const sources = read.map((path) => relative(root, path)).filter((path) => path.startsWith('src/') || path.startsWith('test/'));
  const madeOf = Object.fromEntries(await Promise.all([...sources, ...tools].map(async (path) => [path, await hashOfFile(path)] as const)));
  await mkdir(folder, {recursive: true});
  await putWhole(join(folder, name), chunk.code);
  await putWhole(record, JSON.stringify({name, madeOf} satisfies Build));
  return pathToFileURL(join(folder, name));
}

async function readBuild(record: string): Promise<Build | undefined> {
  try {
    return JSON.parse(await readFile(record, 'utf8')) as Build;
  } catch {
    return undefined;
  }
}

async function isCurrent({name, madeOf}: Build): Promise<boolean> {
  try {
    await access(join(folder, name));
    const hashes = await Promise.all(Object.keys(madeOf).map(hashOfFile));
    return Object.values(madeOf).every((hash, position) => hash === hashes[position]);
  } catch {
    return false;
  }
}

async function hashOfFile(path: string): Promise<string> {
  return hashOf(await readFile(join(root, path)));
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Never seen in part: several processes may write the same. */
async function putWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.${process.pid}`, text);
  await rename(`${file}.${process.pid}`, file);
}
