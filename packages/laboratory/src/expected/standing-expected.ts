import type { Expected, ExpectedRow } from './expected.js';
import { readExpected, rowKey, stands } from './expected-issues.js';

/**
 * What is written when expected.json is written anew: a row that stands where it stood, within the
 * tolerance of its column, keeps the stored value, so that the difference of the file shows what
 * moved and not the last digits of sums made in another order (rule FORM-24). A file that cannot be
 * read keeps nothing.
 */
export function standingExpected(file: unknown, now: Expected): Expected {
  const before = readExpected(file);
  const stored = new Map(before?.rows.map((row) => [rowKey(row), row.value]));
  const standing = (row: ExpectedRow): ExpectedRow => {
    const value = stored.get(rowKey(row));
    return value !== undefined && stands(row.value, value, now.columns.value)
      ? { ...row, value }
      : row;
  };
  return { ...now, rows: now.rows.map(standing) };
}
