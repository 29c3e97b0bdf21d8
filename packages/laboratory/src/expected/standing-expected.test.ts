import { describe, expect, it } from 'vitest';
import type { Expected } from './expected.js';
import { standingExpected } from './standing-expected.js';

/** One row of EVE at each scenario that is told, in the form of the file. */
function file(values: Readonly<Record<string, number>>): Expected {
  const rows = Object.entries(values).map(([scenario, value]) => {
    return { measure: 'eve.value', scenario, unit: 'USD million', value };
  });
  const value = { relative: 1e-9, absolute: 1e-9 };
  const columns = { measure: 'exact', scenario: 'exact', unit: 'exact', value } as const;
  return { schema: 'almfes/expected/1', case: 'made', columns, rows };
}

function valuesOf({ rows }: Expected): (readonly [string, number])[] {
  return rows.map(({ scenario, value }) => [scenario, value]);
}

describe('expected.json written anew', () => {
  it('FORM-24: a row within its tolerance keeps its value, one beyond it takes the new one', () => {
    // 12,619 x 1e-9 = 0.0000126: 0.00001 is within, 0.00002 is not
    const before = file({ '+100': 12_619, '+200': 12_619 });
    const now = file({ '+100': 12_619.00001, '+200': 12_619.00002 });
    expect(valuesOf(standingExpected(before, now))).toEqual([
      ['+100', 12_619],
      ['+200', 12_619.00002],
    ]);
  });

  it('FORM-24: rows that are new stand, rows that are gone do not', () => {
    const written = standingExpected(
      file({ '+300': 1, '+100': 2 }),
      file({ '+100': 2, '-100': 3 }),
    );
    expect(valuesOf(written)).toEqual([
      ['+100', 2],
      ['-100', 3],
    ]);
  });

  it.each([[null], [{}], [{ ...file({ '+100': 1 }), schema: 'other' }]])(
    'FORM-24: a file that cannot be read keeps nothing: %j',
    (broken) => {
      const now = file({ '+100': 1.0000000001 });
      expect(standingExpected(broken, now)).toEqual(now);
    },
  );
});
