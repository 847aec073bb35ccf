import {createHash} from 'node:crypto';
import {mkdtempSync} from 'node:fs';
import {mkdir, rename, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = new Map<string, Promise<URL>>();

/** The store's worker, built from the source as it is now: a thread does not start from TypeScript. */
export function sqliteWorker(): Promise<URL> {
  return builtFile('src/endpoint/store/sqlite-worker.ts');
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

async function buildFile(source: string): Promise<URL> {
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {target: 'node20', ssr: true, write: false, rolldownOptions: {input: join(root, source)}},
  });
  const [chunk] = 'output' in built ? built.output : [];
  if (chunk?.type !== 'chunk') throw new Error(`${source} was not built into one file.`);

  // Inside node_modules, so that the built file finds the driver; named by what is in it, so that few lie there.
  const folder = join(root, 'node_modules/.cache/care-elements');
  const file = join(folder, `${basename(source, '.ts')}-${createHash('sha256').update(chunk.code).digest('hex').slice(0, 16)}.js`);
  await mkdir(folder, {recursive: true});
  await writeFile(`${file}.${process.pid}`, chunk.code);
  await rename(`${file}.${process.pid}`, file);
  return pathToFileURL(file);
}
