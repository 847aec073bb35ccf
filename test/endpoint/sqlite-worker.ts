import {mkdtempSync} from 'node:fs';
import {mkdir} from 'node:fs/promises';
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
  // Inside node_modules, so that the built file finds the driver.
  const outDir = join(root, 'node_modules/.cache/care-elements', String(process.pid));
  await mkdir(outDir, {recursive: true});
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir,
      target: 'node20',
      ssr: true,
      rolldownOptions: {input: {'sqlite-worker': join(root, 'src/endpoint/store/sqlite-worker.ts')}, output: {entryFileNames: '[name].js'}},
    },
  });
  return pathToFileURL(join(outDir, 'sqlite-worker.js'));
}
