import { z } from 'zod';

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const jestResults = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numTodoTests: z.number(),
    numRuntimeErrorTestSuites: z.number(),
  })
  .transform((results) => ({
    passed: results.numPassedTests,
    // A file that could not be run counts as one failure.
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    skipped: results.numPendingTests + results.numTodoTests,
  }));

const playwrightResults = z
  .object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
    errors: z.array(z.unknown()).default([]),
  })
  .transform(({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }));

/**
 * Adds up what jest and Playwright counted.
 * @param reports their JSON, those that were written
 * @param exitCode of the whole test command: when it failed but no test did, the step that failed counts as one
 * @throws ZodError when a report is not one of theirs
 */
export function sumCounts(reports: readonly unknown[], exitCode: number): TestCounts {
  const counts = reports.map((report) => z.union([jestResults, playwrightResults]).parse(report));
  const total = (of: (count: TestCounts) => number): number => counts.reduce((sum, count) => sum + of(count), 0);
  const failed = total((count) => count.failed);
  return {
    passed: total((count) => count.passed),
    failed: exitCode !== 0 && failed === 0 ? 1 : failed,
    skipped: total((count) => count.skipped),
  };
}

/** `12 passed, 0 failed`, and `, 3 skipped` when there are any. */
export function describeCounts({ passed, failed, skipped }: TestCounts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
