import { describe, expect, it } from 'vitest';
import { addPeriod } from '../../foundation/index.js';
import type { PricingMarket } from '../../instrument/index.js';
import { capFloorPresentValue, shiftedMarket } from '../../instrument/index.js';
import {
  fixedLeg,
  floatingLeg,
  optionMarket,
} from '../../instrument/option/rate-option.test-fixture.js';
import { curveTime, discountOnDay, zeroRateOnDay } from '../../market/index.js';
import { type AutomaticOption, optionAddOn, optionScenarioMarket } from './index.js';

const NORMAL = 0.009;
const market: PricingMarket = {
  ...optionMarket,
  volatility: { kind: 'normal', volatility: NORMAL },
};
const today = market.valuationDay;
const inYears = (count: number) => addPeriod(today, { count, unit: 'Y' });
const size = { parallelBp: 200, shortBp: 300, longBp: 225 };
const still = { size: { ...size, shortBp: 0 }, shape: 'short-up', floor: 'none' } as const;

/** One caplet on the half year that starts in two years. */
function caplet(position: 'long' | 'short', capRate: number): AutomaticOption {
  const leg = floatingLeg(today + 730, today + 912);
  return {
    kind: 'cap-floor',
    terms: { kind: 'cap', position, leg, capRate, includesFirst: true },
  };
}

const held = (result: ReturnType<typeof optionAddOn>): number => {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
};

describe('add-on for automatic options', () => {
  const [start, end] = [730, 912].map((days) => discountOnDay(market.discount, today + days));
  const years = 182 / 365;
  const forward = ((start ?? 0) / (end ?? 1) - 1) / years;

  it('STANDARD-8: at the money and unshocked it is a quarter of sigma root(T / 2 pi)', () => {
    const value = NORMAL * Math.sqrt(2 / (2 * Math.PI)) * years * (end ?? 0); // T = 730 / 365
    expect(held(optionAddOn([caplet('short', forward)], market, still))).toBeCloseTo(value / 4, 9);
    expect(held(optionAddOn([caplet('long', forward)], market, still))).toBeCloseTo(-value / 4, 9);
  });

  it('STANDARD-8: sold less bought: the same option on both sides is nothing', () => {
    const up = { size, shape: 'parallel-up', floor: 'none' } as const;
    const both = [caplet('short', 0.04), caplet('long', 0.04)];
    expect(held(optionAddOn(both, market, up))).toBeCloseTo(0, 14);
    expect(held(optionAddOn([], market, up))).toBe(0);
  });

  it('STANDARD-8: a parallel shock is the market 200 bp higher at volatility x 1.25', () => {
    const up = { size, shape: 'parallel-up', floor: 'none' } as const;
    const option = caplet('short', 0.04);
    if (option.kind !== 'cap-floor') throw new Error('no cap');
    const volatility = { kind: 'normal', volatility: NORMAL * 1.25 } as const;
    const before = capFloorPresentValue(option.terms, market);
    const after = capFloorPresentValue(option.terms, {
      ...shiftedMarket(market, 0.02),
      volatility,
    });
    if (!before.ok || !after.ok) throw new Error('not valued');
    const addOn = held(optionAddOn([option], market, up));
    expect(addOn).toBeCloseTo(before.value - after.value, 12);
    expect(addOn).toBeGreaterThan(0); // a sold cap loses when rates rise
  });

  it('STANDARD-8: every curve moves by the shape, not below its floor', () => {
    const moved = optionScenarioMarket(market, { size, shape: 'steepener', floor: 'none' });
    const day = today + 1278; // 3.5 years of 365 days and half a day
    const t = curveTime(market.discount, day);
    const expected = (-195 * Math.exp(-t / 4) + 202.5 * (1 - Math.exp(-t / 4))) / 10_000;
    for (const curve of [moved.discount, moved.projection.flat]) {
      if (curve === undefined) throw new Error('no curve');
      const change = zeroRateOnDay(curve, day) - zeroRateOnDay(market.discount, day);
      expect(change).toBeCloseTo(expected, 6); // linear between whole months
    }
    const down = { size, shape: 'parallel-down', floor: { rate: 0.03 } } as const;
    const floored = optionScenarioMarket(market, down);
    expect(zeroRateOnDay(floored.discount, day)).toBeCloseTo(0.03, 6);
  });

  it('STANDARD-8: swaptions count as caps do; no volatility is an issue', () => {
    const swaption: AutomaticOption = {
      kind: 'swaption',
      terms: {
        right: 'payer',
        position: 'short',
        fixed: fixedLeg(inYears(2), inYears(7), 0.035),
        floating: floatingLeg(inYears(2), inYears(7)),
        exerciseDays: [inYears(2)],
        settlement: 'physical',
      },
    };
    const up = { size, shape: 'parallel-up', floor: 'none' } as const;
    expect(held(optionAddOn([swaption], market, up))).toBeGreaterThan(0);
    const without = optionAddOn([swaption], optionMarket, up);
    expect(without.ok ? '' : without.issues[0]?.code).toBe('volatility.missing');
  });
});
