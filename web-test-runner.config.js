// @ts-check
import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {chromium, chromiumArguments, firefox} from './tools/browsers.js';
import {define} from './vite/builds.js';

// `BROWSER=firefox npx wtr` runs the same tests there.
const browser = process.env.BROWSER === 'firefox' ? 'firefox' : 'chrome';
const executablePath = browser === 'firefox' ? firefox() : chromium();
if (!executablePath) throw new Error(`There is no ${browser} here. "npm run setup" installs it, or says what to install.`);

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: 'test/**/*.browser.ts',
  rootDir: '.',
  nodeResolve: {exportConditions: ['browser', 'development']},
  concurrency: 1,
  plugins: [esbuildPlugin({ts: true, target: 'es2022', tsconfig: './tsconfig.json', define})],
  browsers: [chromeLauncher({launchOptions: {browser, executablePath, headless: true, args: browser === 'chrome' ? chromiumArguments : []}})],
  testFramework: {config: {timeout: 10_000}},
  testsFinishTimeout: 300_000,
  filterBrowserLogs: ({args}) => !String(args[0]).includes('Lit is in dev mode'),
  reporters: [defaultReporter({reportTestProgress: false}), ...(process.env.WTR_TOTALS ? [totals(process.env.WTR_TOTALS)] : [])],
};

/**
 * Writes how many tests there were, for tools/test.js.
 * @param {string} file
 * @returns {import('@web/test-runner').Reporter}
 */
function totals(file) {
  return {
    onTestRunFinished({sessions}) {
      const count = {passed: 0, failed: 0, skipped: 0};
      for (const session of sessions) {
        if (session.testResults) add(session.testResults, count);
        // A file that could not be loaded has no tests that could fail.
        if (session.errors.length) count.failed += 1;
      }
      mkdirSync(dirname(file), {recursive: true});
      writeFileSync(file, JSON.stringify(count));
    },
  };
}

/**
 * @param {import('@web/test-runner').TestSuiteResult} suite
 * @param {{passed: number, failed: number, skipped: number}} count
 */
function add(suite, count) {
  for (const test of suite.tests) count[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
  for (const inner of suite.suites) add(inner, count);
}
