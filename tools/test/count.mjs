// From vitest's JSON report to the counts `npm test` prints. No side effects, so that it is tested.
import { relative } from 'node:path';

const named = (root, file, test) => `${relative(root, file.name)}: ${test.fullName}`;

/**
 * Counts of one vitest report. A suite that broke before any of its tests could run counts as one
 * failure, and so does a missing report or a bad exit code that no test explains.
 */
export function countVitest(report, exitedWell, root) {
  if (report === undefined) {
    return { passed: 0, failed: 1, skips: [], failures: ['vitest wrote no report'], tests: 0 };
  }
  const found = { passed: 0, tests: 0, skips: [], failures: [] };
  for (const file of report.testResults) countFile(found, file, root);
  if (!exitedWell && found.failures.length === 0) {
    found.failures.push('vitest ended with an error outside every test: see its output above');
  }
  return { ...found, failed: found.failures.length };
}

/** Counts of a step that is no test runner: its own `{ passed, failed }`, or one for the whole. */
export function countCheck(counts, exitedWell) {
  if (counts !== undefined && counts.failed > 0 === !exitedWell) return { ...counts, skips: [] };
  return { passed: exitedWell ? 1 : 0, failed: exitedWell ? 0 : 1, skips: [] };
}

function countFile(found, file, root) {
  let failedHere = 0;
  for (const test of file.assertionResults) {
    found.tests += 1;
    if (test.status === 'passed') found.passed += 1;
    else if (test.status === 'failed')
      failedHere += found.failures.push(named(root, file, test)) && 1;
    else found.skips.push(named(root, file, test));
  }
  if (file.status === 'failed' && failedHere === 0) {
    found.failures.push(`${relative(root, file.name)}: ${file.message || 'the file did not load'}`);
  }
}

const sum = (results, key) => results.reduce((total, result) => total + result[key], 0);
const skipped = (results) => results.reduce((total, result) => total + result.skips.length, 0);

/** The closing line, alone: `N passed, N failed`. What was skipped stands on the line before it. */
export function summaryLine(results) {
  const skips = skipped(results);
  const before = skips > 0 ? `${skips} skipped, each with its reason above\n` : '';
  return `${before}${sum(results, 'passed')} passed, ${sum(results, 'failed')} failed`;
}

/** Exit code: 1 on a failure, when no test ran, or when Chromium is required and a test skipped. */
export function verdict(results, chromiumRequired) {
  if (sum(results, 'failed') > 0) return 1;
  if (!results.some((result) => (result.tests ?? 0) > result.skips.length)) return 1;
  const skips = results.flatMap((result) => result.skips);
  return chromiumRequired && skips.some((skip) => /chromium/i.test(skip)) ? 1 : 0;
}
