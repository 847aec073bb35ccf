// @ts-check
/** @typedef {import('vitest/node').TestCase} TestCase */
/** @typedef {import('vitest/node').TestModule} TestModule */

/**
 * Tells whoever started vitest of each test as it ends, so that a run that is stopped knows what had run.
 */
export default class TellingReporter {
  /** @param {TestCase} test */
  onTestCaseResult(test) {
    const {state} = test.result();
    if (state === 'pending') return;
    process.send?.({result: state, ...(state === 'skipped' && {skip: `${test.module.relativeModuleId}: ${test.fullName}`})});
  }

  /** @param {TestModule} module */
  onTestModuleEnd(module) {
    const totals = {passed: 0, failed: 0, skipped: 0};
    for (const test of module.children.allTests()) {
      const {state} = test.result();
      if (state !== 'pending') totals[state] += 1;
    }
    // What could not be loaded, or prepared, has no test that could fail.
    if (!module.ok() && totals.failed === 0) {
      totals.failed = 1;
      process.send?.({result: 'failed'});
    }
    process.send?.({file: {file: module.relativeModuleId, seconds: module.diagnostic().duration / 1000, ...totals}});
  }
}
