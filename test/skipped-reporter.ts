import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Says at the end which tests were skipped, and why: a test that did not run must not look like one that passed. */
export default class SkippedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = modules.flatMap((module) => [...module.children.allTests('skipped')]);
    for (const line of new Set(skipped.flatMap(describeSkipped))) console.log(`skipped: ${line}`);
  }
}

/** The test with what `skip()` was called with, or its suite where that says why; nothing for those that `-t` leaves out. */
function describeSkipped(test: TestCase): string[] {
  const result = test.result();
  if (result.state === 'skipped' && result.note) return [`${test.fullName} (${result.note})`];
  const suite = test.fullName.slice(0, test.fullName.lastIndexOf(' > '));
  return suite.includes('(skipped') ? [suite] : [];
}
