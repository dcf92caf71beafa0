/** The last line of a test run, plain, for people and scripts alike: `120 passed, 0 failed, 2 skipped`. */
import type { Reporter, TestModule } from "vitest/node";

export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) {
        const { state } = test.result();
        if (state !== "pending") counts[state] += 1;
      }
      // A file that cannot be loaded has no tests and fails all the same.
      if (tests.length === 0 && module.state() === "failed") counts.failed += 1;
    }
    // After whatever the other reporters still print.
    process.once("exit", (code) => {
      // A run that never came to its tests has failed too.
      const failed = code === 0 ? counts.failed : Math.max(1, counts.failed);
      console.log(`${counts.passed} passed, ${failed} failed, ${counts.skipped} skipped`);
    });
  }
}
