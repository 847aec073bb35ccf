import {createHash} from 'node:crypto';
import {mkdtempSync} from 'node:fs';
import {mkdir, rename, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
let built: Promise<URL> | undefined;

/** The store's worker, built from the source as it is now: a thread does not start from TypeScript. */
export function sqliteWorker(): Promise<URL> {
  built ??= buildWorker();
  return built;
}

/** A folder of its own for one test. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'care-'));
}

async function buildWorker(): Promise<URL> {
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {target: 'node20', ssr: true, write: false, rolldownOptions: {input: join(root, 'src/endpoint/store/sqlite-worker.ts')}},
  });
  const [chunk] = 'output' in built ? built.output : [];
  if (chunk?.type !== 'chunk') throw new Error('The worker was not built into one file.');

  // Inside node_modules, so that the built file finds the driver; named by what is in it, so that few lie there.
  const folder = join(root, 'node_modules/.cache/care-elements');
  const file = join(folder, `sqlite-worker-${createHash('sha256').update(chunk.code).digest('hex').slice(0, 16)}.js`);
  await mkdir(folder, {recursive: true});
  await writeFile(`${file}.${process.pid}`, chunk.code);
  await rename(`${file}.${process.pid}`, file);
  return pathToFileURL(file);
}
