import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assumed, SEED } from '../../study/example-study.test-fixture.js';
import {
  allowanceTotal,
  type CreditRates,
  lossGivenDefault,
  refinancingDefault,
  segmentAllowance,
} from './allowance.js';
import { allowanceOf, creditPath } from './credit-path.js';
import type { LoanSegment, PropertyCollateral } from './segment.js';

/** Value 90 % lent; a sale costs 10 %; cap rate 6 %, half of a move; loans at 4 %, 30 years. */
const PROPERTY: PropertyCollateral = {
  loanToValue: assumed(0.9),
  capRate: assumed(0.06),
  capRateBeta: assumed(0.5),
  saleCostShare: assumed(0.1),
  lossFloor: assumed(0.1),
  debtServiceCoverage: assumed(1.4),
  loanRate: assumed(0.04),
  amortisationMonths: assumed(360),
  refinanceSpread: assumed(0.02),
  requiredCoverage: assumed(1.25),
  shortfallSensitivity: assumed(2),
  maturingShare: assumed(0.3),
};

const PLAIN: LoanSegment = {
  id: 'firms',
  product: 'firms',
  lifetimeLossRate: assumed(0.01),
  chargeOffRate: assumed(0.004),
  rateSensitivity: assumed(5),
  property: null,
};
const COMMERCIAL: LoanSegment = { ...PLAIN, id: 'cre', product: 'cre', property: PROPERTY };

const NOW: CreditRates = { oneMonth: 0.02, tenYear: 0.02, oneMonthNow: 0.02, tenYearNow: 0.02 };
const UP: CreditRates = { ...NOW, oneMonth: 0.04, tenYear: 0.04 };

describe('allowance by driver', () => {
  it('CREDIT-1: 1,000 x 1 % = 10; + 200 bp at a sensitivity of 5 makes it 11', () => {
    expect(allowanceTotal(segmentAllowance(PLAIN, 1000, NOW))).toBeCloseTo(10, 12);
    expect(allowanceTotal(segmentAllowance(PLAIN, 1000, UP))).toBeCloseTo(11, 12);
  });

  it('CREDIT-1: a multiplier does not fall below 0', () => {
    const down = { ...NOW, oneMonth: -0.2 };
    expect(allowanceTotal(segmentAllowance(PLAIN, 1000, down))).toBe(0);
  });

  it('CREDIT-2, CREDIT-3: cap rate 6 % to 7 %: value x 6/7, loss 10 % to 1 - 6/7', () => {
    // recovered (1 - 10 %) x ratio / 90 % = ratio: nothing lost now, so the floor of 10 % holds
    expect(lossGivenDefault(PROPERTY, 0.02, 0.02)).toBeCloseTo(0.1, 14);
    expect(lossGivenDefault(PROPERTY, 0.04, 0.02)).toBeCloseTo(1 / 7, 14);
    const { expected, collateral } = segmentAllowance(COMMERCIAL, 1000, { ...UP, oneMonth: 0.02 });
    expect(expected).toBeCloseTo(10, 12);
    expect(collateral).toBeCloseTo(10 * (10 / 7 - 1), 12);
  });

  it('CREDIT-2: a cap rate does not fall below 1 %', () => {
    const low = { ...PROPERTY, loanToValue: assumed(6), lossFloor: assumed(0.001) };
    // value 6 times: recovered 0.9 x 6 / 6
    expect(lossGivenDefault(low, -0.5, 0.02)).toBeCloseTo(0.1, 14);
  });

  it('CREDIT-4: 477.42 a month at 4 %, 599.55 at 6 %: coverage 1.40 falls to 1.115', () => {
    // payments on 100,000 over 30 years as printed in mortgage tables
    const coverage = (1.4 * 477.42) / 599.55;
    expect(refinancingDefault(PROPERTY, 0.04)).toBeCloseTo((2 * (1.25 - coverage)) / 1.25, 4);
    expect(refinancingDefault(PROPERTY, 0.02)).toBe(0); // 4 % again: coverage 1.40
    expect(refinancingDefault({ ...PROPERTY, shortfallSensitivity: assumed(50) }, 0.04)).toBe(1);
  });

  it('CREDIT-4: at a rate of 0 the payment is the balance in equal parts', () => {
    const free = { ...PROPERTY, loanRate: assumed(0), debtServiceCoverage: assumed(1) };
    // coverage 1 at 1/360 stays 1: short by 0.25 of 1.25
    expect(refinancingDefault(free, -0.02)).toBeCloseTo(0.4, 12);
    expect(refinancingDefault(free, -0.09)).toBeCloseTo(0.4, 12); // no rate below 0
  });

  it('CREDIT-1: loans that fall due add 30 % x default x loss', () => {
    const { refinancing } = segmentAllowance(COMMERCIAL, 1000, UP);
    const expected = 1000 * 0.3 * refinancingDefault(PROPERTY, 0.04) * (1 / 7);
    expect(refinancing).toBeCloseTo(expected, 12);
  });
});

describe('provisions quarter by quarter', () => {
  it('CREDIT-5: change of the allowance + charge-offs', () => {
    // 10 to 11 in quarter 1, then still: charge-offs 1,000 x 0.4 % / 4 x 1.1 = 1.1
    const found = creditPath([{ segment: PLAIN, balanceUsdMillion: 1000 }], [UP, UP]);
    expect(found.map(({ chargeOff }) => chargeOff)).toEqual([1.1, 1.1]);
    expect(found[0]?.provision).toBeCloseTo(2.1, 12);
    expect(found[1]?.provision).toBeCloseTo(1.1, 12);
    expect(creditPath([], [])).toEqual([]);
  });

  it(`CREDIT-1, CREDIT-5: segments and drivers add up (seed ${SEED})`, () => {
    const rate = fc.double({ min: -0.01, max: 0.12, noNaN: true });
    const balance = fc.double({ min: 0, max: 1e4, noNaN: true });
    const rates = fc.array(fc.tuple(rate, rate), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(rates, balance, balance, (path, first, second) => {
        const quarters = path.map(([oneMonth, tenYear]) => ({ ...NOW, oneMonth, tenYear }));
        const plain = { segment: PLAIN, balanceUsdMillion: first };
        const commercial = { segment: COMMERCIAL, balanceUsdMillion: second };
        const both = creditPath([plain, commercial], quarters);
        const apart = [creditPath([plain], quarters), creditPath([commercial], quarters)];
        let provided = 0;
        let charged = 0;
        both.forEach((quarter, index) => {
          const sum = apart.reduce((total, each) => total + (each[index]?.provision ?? 0), 0);
          expect(quarter.provision).toBeCloseTo(sum, 8);
          provided += quarter.provision;
          charged += quarter.chargeOff;
        });
        const start = allowanceTotal(allowanceOf([plain, commercial], NOW));
        const last = both[both.length - 1];
        const end = last === undefined ? Number.NaN : allowanceTotal(last.allowance);
        expect(provided).toBeCloseTo(end - start + charged, 8);
      }),
      { seed: SEED },
    );
  });
});
