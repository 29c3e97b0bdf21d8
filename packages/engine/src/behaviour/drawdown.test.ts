import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assumed, SEED } from './deposit-model.test-fixture.js';
import { drawdownAnswersToRates, linePrincipal, yearlyDrawdown } from './drawdown.js';
import { rolloverShareOf } from './rollover.js';

const line = { id: 'line', drawRate: assumed(0.2) };
const sensitive = { ...line, drawSensitivity: assumed(5) };

describe('drawdown of committed lines', () => {
  it.each([
    // change of the one-month rate, share of the undrawn a year: 20 % + 5 x change
    [0, 0.2],
    [0.02, 0.3],
    [-0.01, 0.15],
    [-0.1, 0],
    [0.2, 1],
  ])('DRAW-1: a rate higher by %d makes %d a year be drawn', (change, share) => {
    expect(yearlyDrawdown(sensitive, change)).toBeCloseTo(share, 12);
    expect(yearlyDrawdown(line, change)).toBe(0.2);
  });

  it('DRAW-2: a tenth of the undrawn a month: 0.1, 0.09, 0.081; all of it back in month 4', () => {
    const tenth = { id: 'line', drawRate: assumed(1 - 0.9 ** 12) };
    const paid = linePrincipal(tenth, 4, null, 6);
    [-0.1, -0.09, -0.081, 0.271, 0, 0].forEach((amount, t) => {
      expect(paid[t]).toBeCloseTo(amount, 12);
    });
  });

  it('DRAW-1, DRAW-2: the month is drawn at the rate of its start', () => {
    const rates = { oneMonth: Float64Array.of(0.03, 0.05, 0.03), oneMonthNow: 0.03 };
    const paid = linePrincipal(sensitive, 3, rates, 3);
    const monthly = (yearly: number) => 1 - (1 - yearly) ** (1 / 12);
    expect(paid[0]).toBeCloseTo(-monthly(0.2), 12);
    expect(paid[1]).toBeCloseTo(-(1 - monthly(0.2)) * monthly(0.3), 12);
    expect([line, sensitive].map(drawdownAnswersToRates)).toEqual([false, true]);
  });

  it(`DRAW-2: what is drawn comes back, never more than the commitment (seed ${SEED})`, () => {
    const draw = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(draw, fc.integer({ min: 1, max: 480 }), (yearly, maturity) => {
        const paid = linePrincipal({ id: 'line', drawRate: assumed(yearly) }, maturity, null, 360);
        let drawn = 0;
        for (const amount of paid) {
          drawn -= amount;
          expect(drawn).toBeGreaterThan(-1e-12);
          expect(drawn).toBeLessThanOrEqual(1);
        }
        expect(Math.abs(drawn)).toBeLessThan(1e-12);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});

describe('rollover of what matures', () => {
  it('ROLL-1: a product has the share its model says, another has none: not zero', () => {
    const models = [{ id: 'renewal', product: 'time-deposit', rolloverShare: assumed(0.85) }];
    expect(rolloverShareOf(models, 'time-deposit')).toBe(0.85);
    expect(rolloverShareOf(models, 'term-loan')).toBeUndefined();
    expect(rolloverShareOf(undefined, 'time-deposit')).toBeUndefined();
  });
});
