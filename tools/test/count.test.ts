import { describe, expect, it } from 'vitest';
import { countCheck, countVitest, summaryLine, verdict } from './count.mjs';

const file = (statuses: readonly string[], status = 'passed', message = '') => ({
  name: '/repo/a.test.ts',
  status,
  message,
  assertionResults: statuses.map((each, index) => ({ fullName: `t${index}`, status: each })),
});
const step = (passed: number, failed: number, skips: string[] = [], tests = passed) => ({
  title: 's',
  passed,
  failed,
  skips,
  tests,
});

describe('counts of a test run', () => {
  it('adds up passed, failed and skipped, and names the last two', () => {
    const report = { testResults: [file(['passed', 'failed', 'skipped'], 'failed')] };
    expect(countVitest(report, false, '/repo')).toMatchObject({
      passed: 1,
      failed: 1,
      tests: 3,
      failures: ['a.test.ts: t1'],
      skips: ['a.test.ts: t2'],
    });
  });

  it('a file that did not load is one failure', () => {
    const report = { testResults: [file([], 'failed', 'no such module')] };
    expect(countVitest(report, false, '/repo').failures).toEqual(['a.test.ts: no such module']);
  });

  it('a file whose tests all passed, yet which failed, is one failure', () => {
    const report = { testResults: [file(['passed'], 'failed', 'afterAll broke')] };
    expect(countVitest(report, false, '/repo')).toMatchObject({ passed: 1, failed: 1 });
  });

  it('no report, or an error outside every test, is one failure', () => {
    expect(countVitest(undefined, true, '/repo').failed).toBe(1);
    expect(countVitest({ testResults: [file(['passed'])] }, false, '/repo').failed).toBe(1);
  });

  it('a check counts once, or as often as it says', () => {
    expect(countCheck(undefined, true)).toMatchObject({ passed: 1, failed: 0 });
    expect(countCheck(undefined, false)).toMatchObject({ passed: 0, failed: 1 });
    expect(countCheck({ passed: 14, failed: 2 }, false)).toMatchObject({ passed: 14, failed: 2 });
    expect(countCheck({ passed: 16, failed: 0 }, false)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('the closing line and the exit code', () => {
  it.each([
    ['all passed', [step(2, 0), step(3, 0)], '5 passed, 0 failed', 0],
    ['a failure', [step(2, 1)], '2 passed, 1 failed', 1],
    [
      'a skip',
      [step(2, 0, ['a: needs ../shared'], 3)],
      '1 skipped, each with its reason above\n2 passed, 0 failed',
      0,
    ],
    ['no test ran', [step(2, 0, [], 0)], '2 passed, 0 failed', 1],
  ])('%s', (_, results, line, code) => {
    expect(summaryLine(results)).toBe(line);
    expect(verdict(results, false)).toBe(code);
  });

  it('where Chromium is required, a skip for it fails', () => {
    const results = [step(2, 0, ['a: needs Chromium'], 3)];
    expect(verdict(results, false)).toBe(0);
    expect(verdict(results, true)).toBe(1);
  });
});
