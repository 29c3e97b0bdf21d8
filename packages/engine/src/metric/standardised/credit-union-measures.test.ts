import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../scenario/index.js';
import { row } from '../../study/example-study.test-fixture.js';
import { handMade } from '../hand-made.test-fixture.js';
import type { MeasureInput } from '../view.js';
import { creditUnionMeasures } from './credit-union-measures.js';

const up300 = (edit: object = {}): Scenario => ({
  id: '+300',
  title: 'Up 300 bp',
  kind: 'parallel',
  shockBp: 300,
  floorRate: null,
  ...edit,
});

/** Assets 990 and a swap of 10; at +300 bp 930 and one of -10; other liabilities 100 and 88. */
function union(shockScenario: string | null, shock = up300()): MeasureInput {
  const shares = { principal: 'decay', behaviour: 'ib', notionalUsdMillion: 800 } as const;
  const made = handMade({
    positions: [
      row('loans', 'loans'),
      row('fhlb', 'borrowings'),
      row('shares', 'deposits', shares),
    ],
    scenarios: [
      { id: '0', values: { loans: 990, fhlb: 100, shares: 700 }, swaps: [10] },
      { id: '+300', shock, values: { loans: 920, fhlb: 88, shares: 600 }, swaps: [-10] },
    ],
  });
  return { ...made, blocks: shockScenario === null ? {} : { creditUnion: { shockScenario } } };
}

const values = (input: MeasureInput) =>
  creditUnionMeasures(input).map((each) => ('value' in each ? each.value : each.issue.code));

describe('credit unions', () => {
  it('STANDARD-19: 1,000 - 100 - 792 = 108; at +300 bp 920 - (88 + 10) - 760.32 = 61.68', () => {
    // shares count 800 x 0.99 and x 0.9504, whatever a model says they are worth
    const expected = [108 / 1000, 61.68 / 920, 61.68 / 108 - 1, 1]; // 6.7% and -43%: moderate
    const found = values(union('+300'));
    expected.forEach((value, at) => {
      expect(found[at]).toBeCloseTo(value, 12);
    });
    expect(creditUnionMeasures(union('+300'))[3]).toMatchObject({ id: 'nev.level', unit: 'level' });
  });

  it('STANDARD-19: refused without the part, and without a shock of +300 bp at once', () => {
    expect(values(union(null))).toEqual(Array(4).fill('measure.no-input'));
    const wrong = [
      union('+200'),
      union('+300', up300({ shockBp: 200 })),
      union('+300', up300({ rampMonths: 12 })),
    ];
    for (const input of wrong) expect(values(input)).toEqual(Array(4).fill('measure.no-scenario'));
  });
});
