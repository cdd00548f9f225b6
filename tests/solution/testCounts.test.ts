import { describeCounts, sumCounts } from '../../tools/ci/testCounts';

const unit = { numPassedTests: 10, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, numRuntimeErrorTestSuites: 1 };
const browser = { stats: { expected: 5, unexpected: 2, flaky: 1, skipped: 4 }, errors: [] };

describe('The counts of a test run', () => {
  it('are those of jest and Playwright together', () => {
    expect(sumCounts([unit, browser], 1)).toEqual({ passed: 16, failed: 4, skipped: 7 });
  });

  it('count a step that failed without a test, such as lint, as one failure', () => {
    expect(sumCounts([], 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('count what Playwright could not even start', () => {
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
    expect(sumCounts([{ stats, errors: [{ message: 'no browser' }] }], 1).failed).toBe(1);
  });

  it('are refused when a report is of another kind', () => {
    expect(() => sumCounts([{ tests: 3 }], 0)).toThrow();
  });

  it('are told in one line', () => {
    expect(describeCounts({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
    expect(describeCounts({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
  });
});
