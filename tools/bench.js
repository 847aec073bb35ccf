// @ts-check
// Runs every script in bench/, one after the other.
import {spawnSync} from 'node:child_process';
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../vite/builds.js';

for (const name of readdirSync(join(root, 'bench')).sort()) {
  if (!name.endsWith('.js')) continue;
  console.log(`\nbench/${name}`);
  const {status} = spawnSync(process.execPath, [join(root, 'bench', name), ...process.argv.slice(2)], {stdio: 'inherit', cwd: root});
  if (status !== 0) process.exitCode = 1;
}
