// @ts-check
// npm run faults [-- NAME…]   the tests of test/faults/ in their long form, one after the other; with names, only files that hold one.
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {root} from '../build/builds.js';

const names = parseArgs({allowPositionals: true}).positionals;
const files = names.length ? names.map((name) => `test/faults/${name}`) : ['test/faults/'];
// Side by side they would share the disk and the cores that they measure themselves against.
const {status} = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--no-file-parallelism', ...files], {
  stdio: 'inherit',
  cwd: root,
  env: {...process.env, CARE_FAULTS: 'long'},
});
process.exitCode = status ?? 1;
