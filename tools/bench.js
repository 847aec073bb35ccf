// @ts-check
// npm run bench [-- NAME…]   runs every script in bench/, one after the other, or those that are named; what is no name goes to them.
import {spawnSync} from 'node:child_process';
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {root} from '../build/builds.js';

const scripts = readdirSync(join(root, 'bench')).filter((name) => name.endsWith('.js')).sort();
const {positionals} = parseArgs({allowPositionals: true});
const isNamed = (/** @type {string} */ name) => positionals.includes(name.replace(/\.js$/, ''));
const words = positionals.filter((word) => !scripts.includes(`${word}.js`));

for (const name of scripts.some(isNamed) ? scripts.filter(isNamed) : scripts) {
  console.log(`\nbench/${name}`);
  const {status} = spawnSync(process.execPath, [join(root, 'bench', name), ...words], {stdio: 'inherit', cwd: root});
  if (status !== 0) process.exitCode = 1;
}
