import { describe, expect, it } from 'vitest';
import { discountAtTime } from '../../market/index.js';
import { decisionClaimValue } from './decision-claim.js';
import type { Decision } from './decision-stage.js';
import { optionVectors, vectorCurve } from './option-vectors.test-fixture.js';
import { timeGrid } from './time-grid.js';
import { treeClaimValue, trinomialTree } from './trinomial-tree.js';

const curve = vectorCurve();
const model = { curve, reversion: 0.05, volatility: 0.009 };

describe('the trinomial tree', () => {
  it('HW-9: a grid meets its times with nearly equal steps', () => {
    expect(timeGrid([2, 1, 1], 4)).toEqual([0, 0.5, 1, 1.5, 2]);
    expect(timeGrid([0.01, 1], 2)).toEqual([0, 0.01, 0.505, 1]);
    expect(() => timeGrid([0], 5)).toThrow(RangeError);
  });

  it('HW-9: every discount factor of the grid is met to 1e-12', () => {
    for (const years of [0.3, 2, 11, 30]) {
      const flows = [{ years, amount: 1 }];
      const value = treeClaimValue(model, [{ years: 0, by: 'holder', flows }], { steps: 60 });
      expect(Math.abs(value / discountAtTime(curve, years) - 1)).toBeLessThan(1e-12);
    }
  });

  it('HW-9: probabilities are positive and add up to one', () => {
    const { branches } = trinomialTree(model, { times: [0.5, 0.51, 7], steps: 40 });
    for (const { down, middle, up } of branches) {
      for (const [index, one] of down.entries()) {
        const others = [middle[index] ?? -1, up[index] ?? -1];
        expect(Math.min(one, ...others)).toBeGreaterThan(0);
        expect(others.reduce((sum, p) => sum + p, one)).toBeCloseTo(1, 14);
      }
    }
  });

  it('HW-9: with many steps it nears the value without steps', () => {
    const row = optionVectors.swaptions[4];
    if (row === undefined) throw new Error('no row');
    const end = Math.max(...row.fixed.map(([years]) => years));
    const decisions = row.exercise.map((years): Decision => {
      const coupons = row.fixed.filter(([t]) => t > years);
      const paid = coupons.map(([t, amount]) => ({ years: t, amount: -amount }));
      const flows = [{ years, amount: 1 }, ...paid, { years: end, amount: -1 }];
      return { years, by: 'holder', flows };
    });
    const on = { ...row, curve };
    const exact = decisionClaimValue(on, decisions);
    const tree = treeClaimValue(on, decisions, { steps: 600 });
    expect(Math.abs(tree / exact - 1)).toBeLessThan(1e-3);
  });
});
