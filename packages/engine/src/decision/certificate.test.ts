import { describe, expect, it } from 'vitest';
import { certify } from './certificate.js';
import type { LinearProgramme } from './linear-programme.js';

/** 2 x is least, x at least 3 and within 0 to 10: x = 3 costs 6, one more of the floor 2. */
const PROGRAMME: LinearProgramme = {
  variables: [{ id: 'x', title: 'x', low: 0, high: 10, cost: 2, unit: '' }],
  constraints: [
    {
      ...{ id: 'floor', title: 'floor', coefficients: { x: 1 }, low: 3, high: null },
      ...{ scenario: '', failure: '' },
    },
  ],
};

function certified(x: number, dual: number) {
  const solution = { status: 'optimal', objective: 2 * x, x: [x], rowDual: [dual] } as const;
  return certify(PROGRAMME, { ...solution, reducedCost: [2 - dual] });
}

describe('a certificate, on a solver that errs', () => {
  it('PLAN-2: the right answer closes the gap and breaks nothing', () => {
    expect(certified(3, 2)).toMatchObject({
      ...{ primalObjective: 6, dualObjective: 6, gap: 0 },
      ...{ primalInfeasibility: 0, dualInfeasibility: 0 },
    });
  });

  it.each([
    ['a dual too high presses on x <= 10', 3, 3, 3 * 3 - 1 * 10], // reduced cost 2 - 3 = -1
    ['a dual too low leaves cost on x >= 0', 3, 1, 1 * 3 + 1 * 0],
    ['a plan that costs more than it must', 4, 2, 2 * 3],
  ])('PLAN-2: %s: the gap stays open', (_, x, dual, dualObjective) => {
    const found = certified(x, dual);
    expect(found.dualObjective).toBe(dualObjective);
    expect(found.gap).toBeCloseTo((2 * x - dualObjective) / Math.max(2 * x, 1), 12);
    expect(found.gap).toBeGreaterThan(0.2);
  });

  it('PLAN-2: a dual of the wrong sign presses on a bound that is not there', () => {
    expect(certified(3, -2).dualInfeasibility).toBe(2);
  });

  it('PLAN-2: a plan under its floor is short by what it lacks', () => {
    expect(certified(2, 2).primalInfeasibility).toBe(1);
  });
});
