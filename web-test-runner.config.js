// @ts-check
import {createServer} from 'node:net';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {chromeLauncher} from '@web/test-runner-chrome';
import {chromiumArguments, chromiumForTests, firefox} from './tools/browsers.js';
import {tellingReporter} from './tools/testing/web-test-runner-reporter.js';
import {servePseudoLanguages} from './tools/words/pseudo-plugin.js';
import {define} from './build/builds.js';

// `BROWSER=firefox npx wtr` runs the same tests there.
const browser = process.env.BROWSER === 'firefox' ? 'firefox' : 'chrome';
const executablePath = browser === 'firefox' ? firefox() : chromiumForTests();
if (!executablePath) throw new Error(`There is no ${browser} here. "npm run setup" installs it, or says what to install.`);

// By itself it takes the first from 8000 on that was free a moment ago, and so does another run.
const port = await new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
  });
});

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  port,
  files: 'test/**/*.browser.ts',
  rootDir: '.',
  nodeResolve: {exportConditions: ['browser', 'development']},
  concurrency: 1,
  plugins: [servePseudoLanguages(), esbuildPlugin({ts: true, target: 'es2022', tsconfig: './tsconfig.json', define})],
  browsers: [chromeLauncher({launchOptions: {browser, executablePath, headless: true, args: browser === 'chrome' ? chromiumArguments : []}})],
  // Far more than the longest wait of test/support/eventually.ts, which says what it waited for.
  testFramework: {config: {timeout: 300_000}},
  testsFinishTimeout: 600_000,
  filterBrowserLogs: ({args}) => !String(args[0]).includes('Lit is in dev mode'),
  reporters: [defaultReporter({reportTestProgress: false}), tellingReporter()],
};
