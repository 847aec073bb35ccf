import {availableParallelism} from 'node:os';
import {defineConfig} from 'vitest/config';
import {define} from './vite/builds.js';

// For vitest and Storybook. What is shipped is built from vite/builds.js.
export default defineConfig({
  define,
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    // By default one less than there are cores, and most tests wait: for a browser, a disk, a process.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    hookTimeout: 60_000,
    testTimeout: 45_000,
    onConsoleLog: (log) => !log.includes('Lit is in dev mode'),
  },
});
