import { type Issue, issue, read } from '@almfes/engine';
import type { Expected, ExpectedRow } from './expected.js';

const { list, number, object, oneOf, text } = read;
const value = number({ what: 'a number' });
const room = number({ min: 0, max: 1, what: 'a tolerance' });

const stored = object<Expected>({
  schema: oneOf(['almfes/expected/1']),
  case: text({ min: 1, max: 120 }),
  columns: object<Expected['columns']>({
    measure: oneOf(['exact']),
    scenario: oneOf(['exact']),
    unit: oneOf(['exact']),
    value: object<Expected['columns']['value']>({ relative: room, absolute: room }),
  }),
  rows: list(
    object<ExpectedRow>({
      measure: text({ min: 1, max: 120 }),
      scenario: text({ max: 120 }),
      unit: text({ max: 60 }),
      value,
    }),
    10_000,
    1,
  ),
});

/**
 * Where expected.json is not what the Study gives now: a row that moved beyond the tolerance of its
 * column, one that is gone and one that is new (rule FORM-24). Tolerances above a millionth are
 * refused: they would hide what they are there to show.
 */
export function expectedIssues(file: unknown, now: Expected): Issue[] {
  const found: Issue[] = [];
  const before = stored(file, '', found);
  const issues = found.map((each) => ({ ...each, path: `expected.json#${each.path}` }));
  if (before === undefined) return issues;
  const { relative, absolute } = before.columns.value;
  if (relative > MOST_TOLERANCE || absolute > MOST_TOLERANCE) {
    const at = 'expected.json#/columns/value';
    issues.push(issue('tolerance', at, `at most ${MOST_TOLERANCE}`, `${relative}, ${absolute}`));
  }
  const rows = new Map(now.rows.map((row) => [rowKey(row), row.value]));
  for (const [index, row] of before.rows.entries()) {
    const at = `expected.json#/rows/${index}`;
    const here = rows.get(rowKey(row));
    rows.delete(rowKey(row));
    if (here === undefined) {
      issues.push(issue('expected-gone', at, 'a measure of the Study', rowKey(row)));
    } else if (!stands(here, row.value, before.columns.value)) {
      issues.push(issue('expected-moved', at, `${row.value}, ${rowKey(row)}`, String(here)));
    }
  }
  for (const key of rows.keys()) {
    issues.push(issue('expected-new', 'expected.json#/rows', `a row for ${key}`, 'none'));
  }
  return issues;
}

const MOST_TOLERANCE = 1e-6;

/** expected.json as it is stored; undefined where it cannot be read. */
export function readExpected(file: unknown): Expected | undefined {
  const found: Issue[] = [];
  const before = stored(file, '', found);
  return found.length > 0 ? undefined : before;
}

/** Measure, scenario and unit: what makes two rows the same. */
export function rowKey({ measure, scenario, unit }: ExpectedRow): string {
  return `${measure}[${scenario}] ${unit}`;
}

/** Whether a value is within either of the two tolerances of the stored one. */
export function stands(
  here: number,
  before: number,
  { relative, absolute }: Expected['columns']['value'],
): boolean {
  return Math.abs(here - before) <= Math.max(absolute, relative * Math.abs(before));
}
