// @ts-check
/** @typedef {import('@web/test-runner').TestSuiteResult} Suite */

import {relative} from 'node:path';

/**
 * Tells whoever started Web Test Runner of each file's tests as it ends.
 * @returns {import('@web/test-runner').Reporter}
 */
export function tellingReporter() {
  /** @type {Map<string, number>} */
  const told = new Map();
  let rootDir = '';
  let before = performance.now();
  return {
    start({config}) {
      rootDir = config.rootDir;
      before = performance.now();
    },
    reportTestFileResults({testFile, sessionsForTestFile}) {
      const runs = sessionsForTestFile.map(({testRun}) => testRun).reduce((sum, each) => sum + each, 0);
      if (told.get(testFile) === runs) return;
      told.set(testFile, runs);
      const totals = {passed: 0, failed: 0, skipped: 0};
      for (const {testResults, errors} of sessionsForTestFile) {
        if (testResults) add(testResults, totals);
        // A file that could not be loaded has no test that could fail.
        if (errors.length > 0 && totals.failed === 0) totals.failed = 1;
      }
      for (const result of /** @type {const} */ (['passed', 'failed', 'skipped'])) for (let each = 0; each < totals[result]; each += 1) process.send?.({result});
      // One file after the other is run in one browser.
      const now = performance.now();
      const seconds = (now - before) / 1000;
      before = now;
      process.send?.({file: {file: relative(rootDir, testFile), seconds, ...totals}});
      console.log(`${totals.failed ? '❯' : '✓'} ${relative(rootDir, testFile)} (${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped) ${seconds.toFixed(1)} s`);
    },
  };
}

/**
 * @param {Suite} suite
 * @param {{passed: number, failed: number, skipped: number}} totals
 */
function add(suite, totals) {
  for (const test of suite.tests) totals[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
  for (const inner of suite.suites) add(inner, totals);
}
