import {defineConfig} from 'vitest/config';
import {define} from './build/builds.js';
import {LongestFirst} from './tools/testing/longest-first.js';
import {pseudoLanguages} from './tools/words/pseudo-plugin.js';

// Tests that drive a browser: a lane of their own, since they mostly wait.
const inBrowsers = ['test/end-to-end/**/*.test.ts', 'test/embed/**/*.test.ts', 'test/faults/browser/**/*.test.ts'];

// Far more than the longest wait of test/support/eventually.ts, which says what it waited for. The long form of the faults
// takes as long as it takes: a day only ends what hangs.
const hopeless = process.env['CARE_FAULTS'] === 'long' ? 24 * 60 * 60_000 : 300_000;

// What a screen reader says takes a desktop of its own.
const onlyLong = process.env['CARE_ENGINES'] === 'all' ? [] : ['test/end-to-end/heard.test.ts'];

const shared = {
  setupFiles: ['test/support/end-with-exit.ts'],
  // Files of one worker share what they load, and its browsers, servers and databases.
  isolate: false,
  testTimeout: hopeless,
  hookTimeout: hopeless,
  sequence: {sequencer: LongestFirst},
  onConsoleLog: (log: string) => !log.includes('Lit is in dev mode'),
};

export default defineConfig({
  test: {
    globalSetup: ['test/global-setup.ts'],
    maxWorkers: 2,
    sequence: {sequencer: LongestFirst},
    projects: [
      // Vitest takes out of each what it makes global, so each has an object of its own.
      {define: {...define}, plugins: [pseudoLanguages()], test: {...shared, name: 'node', include: ['test/**/*.test.ts'], exclude: inBrowsers}},
      {define: {...define}, plugins: [pseudoLanguages()], test: {...shared, name: 'browsers', include: inBrowsers, exclude: onlyLong}},
    ],
  },
});
