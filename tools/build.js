// @ts-check
// node tools/build.js [elements|package|endpoint|sbom …]   builds dist/, all of it without a name.
import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {chmod, link, mkdir, readdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises';
import {join, relative} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {parseArgs, promisify} from 'node:util';
import {build as viteBuild} from 'vite';
import {makeSbom} from './packages/sbom.js';
import {browserBuild, define, endpointBuild, root} from '../build/builds.js';

const run = promisify(execFile);
const kept = join(root, 'dist', '.built');
const inputs = ['src', 'build', 'tools/build.js', 'tools/packages', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];

/** @typedef {'elements' | 'package' | 'endpoint' | 'sbom'} Part a folder of dist/, but for the bill of materials, which is a file */
/** @type {Record<Part, (outDir: string) => Promise<void>>} */
const builders = {elements: buildElements, package: buildPackage, endpoint: buildEndpoint, sbom: buildSbom};
/** @param {Part} part */
const placeOf = (part) => join(root, 'dist', part === 'sbom' ? 'sbom.cdx.json' : part);
export const parts = /** @type {Part[]} */ (Object.keys(builders));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const named = parseArgs({allowPositionals: true}).positionals;
  const unknown = named.find((name) => !(name in builders));
  if (unknown) throw new Error(`There is no build "${unknown}". There are: ${parts.join(', ')}.`);
  await build(named.length ? /** @type {Part[]} */ (named) : parts).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}

/**
 * Builds these parts of dist/. Each takes its place only when it is whole.
 * @param {Part[]} wanted
 */
export async function build(wanted) {
  await locked(async () => {
    for (const part of wanted) await buildOne(part);
  });
}

/**
 * Builds those of these parts that are missing or older than what they are made of.
 * @param {Part[]} wanted
 */
export async function buildIfStale(wanted) {
  await locked(async () => {
    for (const part of wanted) if (await isStale(part)) await buildOne(part);
  });
}

/** @param {Part} part */
async function buildOne(part) {
  const before = await fingerprint();
  const fresh = join(root, 'dist', `.new-${part}`);
  const place = placeOf(part);
  await rm(fresh, {recursive: true, force: true});
  try {
    await builders[part](fresh);
  } catch (error) {
    // What is left would be mistaken for what the source says now.
    await rm(place, {recursive: true, force: true});
    await rm(fresh, {recursive: true, force: true});
    throw error;
  }
  await rm(place, {recursive: true, force: true});
  await rename(fresh, place);
  await writeFile(join(kept, part), before);
}

/** @param {string} outDir */
async function buildElements(outDir) {
  await asShipped(browserBuild(outDir));
}

/** @param {string} outDir */
async function buildEndpoint(outDir) {
  await asShipped(endpointBuild(outDir));
  const command = join(outDir, 'care-endpoint.js');
  const code = await readFile(command, 'utf8');
  if (!code.startsWith('#!')) await writeFile(command, `#!/usr/bin/env node\n${code}`);
  await chmod(command, 0o755);
}

/**
 * Builds what is shipped whoever asks: a test runner's NODE_ENV would put Lit's
 * code for developers into it.
 * @param {import('vite').InlineConfig} config
 */
async function asShipped(config) {
  const {NODE_ENV} = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await viteBuild(config);
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

/** @param {string} outDir */
async function buildPackage(outDir) {
  await node('typescript/bin/tsc', ['--project', 'tsconfig.build.json', '--outDir', outDir]);
  for (const name of await readdir(outDir, {recursive: true})) {
    if (!name.endsWith('.js')) continue;
    const code = await readFile(join(outDir, name), 'utf8');
    if (code.includes('__VERSION__')) await writeFile(join(outDir, name), code.replaceAll('__VERSION__', define.__VERSION__));
  }
  await node('@custom-elements-manifest/analyzer/cem.js', ['analyze', '--config', 'tools/custom-elements-manifest.config.js', '--outdir', relative(root, outDir)]);
  const description = join(outDir, 'custom-elements.json');
  const text = await readFile(description, 'utf8');
  await writeFile(description, text.replace(/"\/?src\/([^"]+)\.ts"/g, '"dist/package/$1.js"'));
}

/** @param {string} file */
async function buildSbom(file) {
  await writeFile(file, await makeSbom());
}

/**
 * @param {string} tool a file in node_modules
 * @param {string[]} options
 */
async function node(tool, options) {
  try {
    await run(process.execPath, [join(root, 'node_modules', tool), ...options], {cwd: root});
  } catch (error) {
    const {stdout, stderr} = /** @type {{stdout: string, stderr: string}} */ (error);
    throw new Error(`${tool} failed:\n${stdout}${stderr}`);
  }
}

/** @param {Part} part */
async function isStale(part) {
  if (!existsSync(placeOf(part))) return true;
  const last = await readFile(join(kept, part), 'utf8').catch(() => '');
  return last !== (await fingerprint());
}

/** Names, times and sizes of everything that the builds read. */
async function fingerprint() {
  const hash = createHash('sha256');
  for (const input of inputs) {
    const within = (await stat(join(root, input))).isDirectory() ? await readdir(join(root, input), {recursive: true}) : [''];
    for (const name of within.sort()) {
      const {mtimeMs, size} = await stat(join(root, input, name));
      hash.update(`${input}/${name} ${mtimeMs} ${size}\n`);
    }
  }
  return hash.digest('hex');
}

/**
 * One build at a time, whoever started it: a test run and a start may overlap.
 * @param {() => Promise<void>} work
 */
async function locked(work) {
  const lock = join(kept, 'building');
  await mkdir(kept, {recursive: true});
  while (!(await taken(lock))) {
    if (!isAlive(Number(await readFile(lock, 'utf8').catch(() => '')))) await rm(lock, {force: true});
    await wait(100);
  }
  try {
    await work();
  } finally {
    await rm(lock, {force: true});
  }
}

/**
 * Whether the lock is ours now. Linked, not written, for a lock must never be
 * seen without the number in it.
 * @param {string} lock
 */
async function taken(lock) {
  const ours = `${lock}-${process.pid}`;
  await writeFile(ours, String(process.pid));
  const linked = await link(ours, lock).then(() => true, () => false);
  await rm(ours, {force: true});
  return linked;
}

/**
 * A build that was stopped leaves its lock behind.
 * @param {number} pid
 */
function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
