// @ts-check
// npm run stories   looks at every story in Firefox too, where npm test looks at one of each kind there and at all in Chromium.
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {root} from '../build/builds.js';

const {status} = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'test/end-to-end/stories.test.ts'], {
  stdio: 'inherit',
  cwd: root,
  env: {...process.env, CARE_STORIES: 'all'},
});
process.exitCode = status ?? 1;
