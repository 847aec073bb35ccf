// @ts-check
// node bench/linear.js   prints how the time that reading people's words takes grows with their length: for everything that reads them
// after they are kept, the most of all the texts that were made to hold it up.
import {mkdtemp, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {performance} from 'node:perf_hooks';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'vite';

const root = fileURLToPath(new URL('../', import.meta.url));
// The longest is as long as a body may be.
const shortest = 130;
const timesLonger = [1, 10, 100, 1000];
const rounds = 3;
// One look may be while the machine does something else.
const looks = 4;
// Long enough to be told from the clock's own steps, in milliseconds.
const measurable = 0.5;
// What the last ten times may take: ten where time grows with length, a hundred where it grows with its square.
const mostGrowth = 40;

const folder = await mkdtemp(join(root, 'node_modules', '.linear-'));
try {
  const {readers, pieces, textOfMany} = await load(folder);
  console.log(`The time it takes, in times of that of ${shortest} characters; of ${Object.keys(pieces).length} kinds of text the one with the most`);
  console.log(`${''.padEnd(34)}${timesLonger.slice(1).map((times) => `${times.toLocaleString('en-GB')} times`.padStart(12)).join('')}${'last step'.padStart(12)}  with many`);
  for (const [name, read] of Object.entries(readers)) {
    const grown = Object.entries(pieces).map(([of, piece]) => {
      const texts = timesLonger.map((times) => textOfMany(piece, shortest * times));
      let best = grownOver(texts, read);
      for (let look = 1; look < looks && best.lastStep > mostGrowth; look += 1) {
        const again = grownOver(texts, read);
        if (again.lastStep < best.lastStep) best = again;
      }
      return {of, ...best};
    });
    const most = grown.reduce((one, other) => (other.lastStep > one.lastStep ? other : one));
    const ratios = timesLonger.slice(1).map((_, place) => Math.max(...grown.map((each) => each.ratios[place] ?? 0)));
    console.log(name.padEnd(34) + [...ratios, most.lastStep].map((ratio) => ratio.toFixed(1).padStart(12)).join('') + `  ${most.of}`);
    if (most.lastStep > mostGrowth) {
      console.error(`${name}: ten times the length takes more than ${mostGrowth} times as long.`);
      process.exitCode = 1;
    }
  }
} finally {
  await rm(folder, {recursive: true});
}

/** @param {string[]} texts each ten times as long as the one before @param {(text: string) => unknown} read */
function grownOver(texts, read) {
  const [base = 1, ...others] = texts.map((text) => timeOf(read, text));
  return {ratios: others.map((time) => time / base), lastStep: (others.at(-1) ?? 0) / (others.at(-2) ?? 1)};
}

/**
 * The least of some rounds: what else the machine does can only make it seem more.
 * @param {(text: string) => unknown} read
 * @param {string} text
 */
function timeOf(read, text) {
  let [least, times] = [Infinity, 1];
  for (let round = 0; round < rounds; round += 1) {
    for (let took = 0; took < measurable; times = took < measurable ? 2 * times : times) {
      const began = performance.now();
      for (let time = 0; time < times; time += 1) read(text);
      took = performance.now() - began;
      if (took >= measurable) least = Math.min(least, took / times);
    }
  }
  return least;
}

/** @param {string} outDir @returns {Promise<typeof import('../test/support/endpoint/hostile-readers.js')>} */
async function load(outDir) {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {outDir, target: 'node20', ssr: true, rolldownOptions: {input: {readers: `${root}test/support/endpoint/hostile-readers.ts`}, output: {entryFileNames: '[name].mjs'}}},
  });
  return import(pathToFileURL(join(outDir, 'readers.mjs')).href);
}
