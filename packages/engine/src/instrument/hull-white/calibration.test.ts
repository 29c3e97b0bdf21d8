import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrateHullWhite } from './calibration.js';
import { europeanClaimValue } from './european-claim.js';
import { optionVectors, vectorCurve } from './option-vectors.test-fixture.js';

const curve = vectorCurve();

describe('calibration of Hull and White', () => {
  it('HW-6: normal volatilities of swaptions, against QuantLib', () => {
    for (const row of optionVectors.calibrations) {
      const targets = row.quotes.map(({ expiry, fixed, rate, market }) => {
        const coupons = fixed.map(([years, share]) => ({ years, amount: rate * share }));
        const end = Math.max(...fixed.map(([years]) => years));
        const flows = [{ years: expiry, amount: -1 }, ...coupons, { years: end, amount: 1 }];
        return { claims: [{ years: expiry, flows }], price: market };
      });
      const fit = calibrateHullWhite(curve, targets, row.fixedReversion ?? undefined);
      if (!fit.ok) throw new Error(JSON.stringify(fit.issues));
      expect(Math.abs(fit.value.reversion - row.reversion)).toBeLessThan(2e-5);
      expect(Math.abs(fit.value.volatility - row.volatility)).toBeLessThan(2e-6);
      for (const [index, quote] of row.quotes.entries()) {
        const error = quote.model / quote.market - 1;
        expect(fit.value.relativeErrors[index]).toBeCloseTo(error, 4);
      }
    }
  });

  it('HW-6: a model gives its own parameters back', () => {
    const claims = [1, 3, 7].flatMap((years) =>
      [1, 5].map((length) => ({
        years,
        flows: [
          { years, amount: 1 },
          { years: years + length, amount: -(1.04 ** length) },
        ],
      })),
    );
    fc.assert(
      fc.property(
        fc.double({ min: -0.01, max: 0.15, noNaN: true }),
        fc.double({ min: 0.003, max: 0.02, noNaN: true }),
        (reversion, volatility) => {
          const model = { curve, reversion, volatility };
          const targets = claims.map((claim) => ({
            claims: [claim],
            price: europeanClaimValue(model, claim),
          }));
          const fit = calibrateHullWhite(curve, targets);
          if (!fit.ok) throw new Error(JSON.stringify(fit.issues));
          expect(fit.value.reversion).toBeCloseTo(reversion, 7);
          expect(fit.value.volatility).toBeCloseTo(volatility, 8);
        },
      ),
      { seed: 20221230, numRuns: 15 },
    );
  });
});
