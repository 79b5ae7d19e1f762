import { describe, expect, it } from 'vitest';
import { honest, line, playwrightCounts, sum, vitestCounts, type VitestReport } from '../../support/counts';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((s) => ({ status: s })),
});
const vitestReport = (over: Partial<VitestReport>): VitestReport => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...over,
});

describe('counting what the runners reported', () => {
  it('takes passed, failed and skipped from Vitest', () => {
    const report = vitestReport({
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')],
    });
    expect(vitestCounts(report)).toEqual({ passed: 3, failed: 1, skipped: 3 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const report = vitestReport({
      numPassedTests: 1,
      testResults: [file('passed', 'passed'), file('failed')],
    });
    expect(vitestCounts(report)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it('counts flaky tests and errors outside tests as failures in Playwright', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 3 };
    expect(playwrightCounts({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 4, skipped: 3 });
  });

  it('makes a failure of a runner that ran nothing, or failed without saying what', () => {
    const none = { passed: 0, failed: 0, skipped: 2 };
    expect(honest(none, 0)).toEqual({ passed: 0, failed: 1, skipped: 2 });
    expect(honest({ passed: 4, failed: 0, skipped: 0 }, 1).failed).toBe(1);
    expect(honest({ passed: 4, failed: 2, skipped: 0 }, 1).failed).toBe(2);
    expect(honest({ passed: 4, failed: 0, skipped: 0 }, 0).failed).toBe(0);
  });

  it('adds up, and names skipped tests only when there are some', () => {
    const total = sum([
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 20, failed: 3, skipped: 0 },
    ]);
    expect(line(total)).toBe('21 passed, 3 failed');
    expect(line({ passed: 2, failed: 0, skipped: 1 })).toBe('2 passed, 0 failed, 1 skipped');
  });
});
