import {defineConfig} from 'vitest/config';
import {define} from './vite/builds.js';

// For vitest and Storybook. What is shipped is built from vite/builds.js.
export default defineConfig({
  define,
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    hookTimeout: 60_000,
    testTimeout: 30_000,
    onConsoleLog: (log) => !log.includes('Lit is in dev mode'),
  },
});
