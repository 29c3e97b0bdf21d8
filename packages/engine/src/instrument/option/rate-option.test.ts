import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPeriod } from '../../foundation/index.js';
import { shiftedCurve } from '../../market/index.js';
import { optionVectors } from '../hull-white/option-vectors.test-fixture.js';
import type { PricingMarket } from '../pricing-market.js';
import type { SwapLeg } from '../swap/swap-terms.js';
import { legAnnuity, legPresentValue, swapPresentValue } from '../swap/swap-value.js';
import {
  type CapFloorTerms,
  capFloorPresentValue,
  capletValues,
  valueCapFloor,
} from './cap-floor.js';
import { optionValue } from './option-value.js';
import { fixedLeg, floatingLeg, optionMarket } from './rate-option.test-fixture.js';
import type { RateVolatility } from './rate-volatility.js';
import { type SwaptionTerms, swaptionPresentValue, valueSwaption } from './swaption.js';

const BLACK: RateVolatility = { kind: 'black', volatility: 0.2, shift: 0 };
const NORMAL: RateVolatility = { kind: 'normal', volatility: 0.009 };
const today = optionMarket.valuationDay;
const inYears = (count: number) => addPeriod(today, { count, unit: 'Y' });

function held(result: ReturnType<typeof swapPresentValue>): number {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

const on = (volatility: RateVolatility): PricingMarket => ({ ...optionMarket, volatility });

function capTerms(
  kind: CapFloorTerms['kind'],
  days: readonly number[],
  strike: number,
): CapFloorTerms {
  const [start, end] = [days[0] ?? 0, days.at(-1) ?? 0];
  const leg = floatingLeg(today + Math.round(start * 365), today + Math.round(end * 365));
  return { kind, position: 'long', leg, capRate: strike, floorRate: strike, includesFirst: true };
}

function swaption(
  right: SwaptionTerms['right'],
  rate: number,
  days: readonly number[],
): SwaptionTerms {
  const [start, end] = [inYears(2), inYears(9)];
  return {
    right,
    position: 'long',
    fixed: fixedLeg(start, end, rate),
    floating: floatingLeg(start, end),
    exerciseDays: days,
    settlement: 'physical',
  };
}

describe('caps and floors', () => {
  it('OPTION-6: Black, Bachelier and Hull-White against QuantLib', () => {
    for (const row of optionVectors.caps) {
      const terms = capTerms(row.kind, row.days, row.strike);
      const model = { ...row, kind: 'hull-white' } as const;
      const values = [BLACK, NORMAL, model].map((v) => held(capFloorPresentValue(terms, on(v))));
      const expected = [row.black20, row.normal90bp, row.hullWhite];
      for (const [index, value] of values.entries()) {
        expect(Math.abs(value / (expected[index] ?? Number.NaN) - 1)).toBeLessThan(1e-10);
      }
    }
  });

  it('OPTION-6: under every model a cap grows with its notional, its gearing and its years', () => {
    const model = { kind: 'hull-white', reversion: 0.05, volatility: 0.01 } as const;
    for (const volatility of [BLACK, NORMAL, model]) {
      const valuesOf = (leg: SwapLeg, limit: number): number[] => {
        const cap = { kind: 'cap', position: 'long', leg, capRate: limit, includesFirst: true };
        const found = capletValues(cap as CapFloorTerms, on(volatility));
        if (!found.ok) throw new Error(JSON.stringify(found.issues));
        return found.value;
      };
      const leg = floatingLeg(inYears(1), inYears(6));
      const plain = valuesOf(leg, 0.05);
      const times = (values: readonly number[]) =>
        values.map((value, index) => value / (plain[index] ?? Number.NaN));
      for (const ratio of times(valuesOf({ ...leg, notional: 1e7 }, 0.05))) {
        expect(ratio / 1e7).toBeCloseTo(1, 11);
      }
      const geared = { ...leg, rate: { ...leg.rate, gearing: 3 } } as SwapLeg;
      for (const ratio of times(valuesOf(geared, 0.15))) expect(ratio / 3).toBeCloseTo(1, 11);
      // Days over 360 instead of over 365 pay so much more on the same rate of the index.
      const more = times(valuesOf({ ...leg, dayCount: 'ACT/360' }, 0.05));
      for (const ratio of more) expect(ratio / (365 / 360)).toBeCloseTo(1, 11);
    }
  });

  it('OPTION-6: cap less floor is the leg less its strike, under every model', () => {
    const leg = floatingLeg(inYears(1), inYears(6));
    const annuity = held(legAnnuity(leg, optionMarket));
    const floating = held(legPresentValue(leg, optionMarket));
    const model = { kind: 'hull-white', reversion: 0.05, volatility: 0.01 } as const;
    fc.assert(
      fc.property(fc.double({ min: 0.005, max: 0.08, noNaN: true }), (strike) => {
        for (const volatility of [BLACK, NORMAL, model]) {
          const terms = { position: 'long', leg, capRate: strike, floorRate: strike } as const;
          const collar = { ...terms, kind: 'collar', includesFirst: true } as const;
          const value = held(capFloorPresentValue(collar, on(volatility)));
          expect(Math.abs(value - (floating - strike * annuity))).toBeLessThan(1e-13);
        }
      }),
      { seed: 20221230, numRuns: 30 },
    );
  });

  it('OPTION-6: gearing, spread and fixing lag, one period by hand', () => {
    const [start, end] = [inYears(1), addPeriod(today, { count: 18, unit: 'M' })];
    const plain = floatingLeg(start, end);
    if (plain.rate.kind !== 'term') throw new Error('a term leg');
    const rate = { ...plain.rate, gearing: 2, spread: 0.004, fixingLagDays: 10 };
    const lagged = { ...rate, index: { ...rate.index, fixingLagDays: 10 } };
    const leg = { ...plain, rate: lagged };
    const terms = {
      kind: 'cap',
      position: 'long',
      leg,
      capRate: 0.08,
      includesFirst: true,
    } as const;
    const annuity = held(legAnnuity(plain, optionMarket));
    const forward = held(legPresentValue(plain, optionMarket)) / annuity;
    // 2 L + 0.4% above 8% is twice L above 3.8%, fixed ten days before the start.
    const years = (start - 10 - today) / 365;
    const option = optionValue({ side: 'call', forward, strike: 0.038, years }, NORMAL);
    const value = held(capFloorPresentValue(terms, on(NORMAL)));
    expect(value / (2 * annuity * option)).toBeCloseTo(1, 12);
  });

  it('OPTION-6, OPTION-9: parity holds where one curve forecasts and another discounts', () => {
    const projection = { flat: shiftedCurve(optionMarket.discount, 0.01) };
    const volatility = { kind: 'hull-white', reversion: 0.05, volatility: 0.01 } as const;
    const market = { ...on(volatility), projection };
    const leg = floatingLeg(inYears(1), inYears(6));
    const collar = { kind: 'collar', position: 'long', leg, includesFirst: true } as const;
    const annuity = held(legAnnuity(leg, market));
    const floating = held(legPresentValue(leg, market));
    const found = held(capFloorPresentValue({ ...collar, capRate: 0.04, floorRate: 0.04 }, market));
    expect(found).toBeCloseTo(floating - 0.04 * annuity, 13);
    const payer = swaption('payer', 0.04, [inYears(2)]);
    const swap = held(swapPresentValue({ legs: [payer.fixed, payer.floating] }, market));
    const right = held(swaptionPresentValue({ ...payer, right: 'receiver' }, market));
    expect(held(swaptionPresentValue(payer, market)) - right).toBeCloseTo(swap, 13);
  });

  it('OPTION-6: the first caplet may be left out; short is minus long; measures add up', () => {
    const terms = capTerms('cap', [1, 4], 0.03);
    const all = capletValues(terms, on(NORMAL));
    const rest = capletValues({ ...terms, includesFirst: false }, on(NORMAL));
    if (!all.ok || !rest.ok) throw new Error('no values');
    expect(all.value.slice(1)).toEqual(rest.value);
    const short = held(capFloorPresentValue({ ...terms, position: 'short' }, on(NORMAL)));
    expect(short).toBe(-held(capFloorPresentValue(terms, on(NORMAL))));
    const valued = valueCapFloor(terms, on(NORMAL));
    if (!valued.ok) throw new Error(JSON.stringify(valued.issues));
    const paid = valued.value.flows.reduce((sum, f) => sum + f.amount * f.discount, 0);
    expect(paid).toBeCloseTo(-short, 15);
    const vega = valued.value.measures.find((m) => m.id === 'vega')?.value ?? Number.NaN;
    const up = capFloorPresentValue(terms, on({ kind: 'normal', volatility: 0.009 + 1e-6 }));
    expect((held(up) + short) / 1e-6).toBeCloseTo(vega, 3);
  });

  it('OPTION-6: a rate fixed today is worth its intrinsic value; no volatility is an issue', () => {
    const leg = floatingLeg(today, inYears(1));
    const terms = {
      kind: 'cap',
      position: 'long',
      leg,
      capRate: 0.01,
      includesFirst: true,
    } as const;
    const fixings = { flat: new Map([[today, 0.04]]) };
    const first = capletValues(terms, { ...on(NORMAL), fixings });
    const flow = legPresentValue(leg, { ...optionMarket, fixings });
    if (!first.ok || !flow.ok) throw new Error('no value');
    expect(first.value[0]).toBeGreaterThan(0.0145);
    expect(first.value[0]).toBeLessThan(0.0155);
    const none = capFloorPresentValue(terms, optionMarket);
    expect(none.ok ? [] : none.issues.map((i) => i.code)).toEqual(['volatility.missing']);
  });
});

describe('swaptions', () => {
  it('OPTION-7: annuity times Black on the par rate, straddle both sides', () => {
    const terms = swaption('payer', 0.04, [inYears(2)]);
    const annuity = held(legAnnuity(terms.fixed, optionMarket));
    const forward = held(legPresentValue(terms.floating, optionMarket)) / annuity;
    const years = (inYears(2) - today) / 365;
    const call = optionValue({ side: 'call', forward, strike: 0.04, years }, BLACK);
    expect(held(swaptionPresentValue(terms, on(BLACK)))).toBeCloseTo(annuity * call, 15);
    const receiver = held(swaptionPresentValue({ ...terms, right: 'receiver' }, on(BLACK)));
    const straddle = held(swaptionPresentValue({ ...terms, right: 'straddle' }, on(BLACK)));
    expect(straddle).toBeCloseTo(annuity * call + receiver, 15);
    const valued = valueSwaption(terms, on(BLACK));
    expect(valued.ok && valued.value.measures.find((m) => m.id === 'par-rate')?.value).toBe(
      forward,
    );
  });

  it('OPTION-7, OPTION-9: payer less receiver is the swap, quoted or modelled', () => {
    const model = { kind: 'hull-white', reversion: 0.03, volatility: 0.008 } as const;
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.08, noNaN: true }), (rate) => {
        const payer = swaption('payer', rate, [inYears(2)]);
        const legs = [payer.fixed, payer.floating];
        const swap = held(swapPresentValue({ legs }, optionMarket));
        for (const volatility of [BLACK, NORMAL, model]) {
          const [left, right] = (['payer', 'receiver'] as const).map((side) =>
            held(swaptionPresentValue({ ...payer, right: side }, on(volatility))),
          );
          expect(Math.abs((left ?? 0) - (right ?? 0) - swap)).toBeLessThan(1e-13);
        }
      }),
      { seed: 20221230, numRuns: 30 },
    );
  });

  it('OPTION-8: cash settlement by hand, one payment', () => {
    const [start, end] = [inYears(1), inYears(2)];
    const terms: SwaptionTerms = {
      ...swaption('payer', 0.02, [start]),
      fixed: fixedLeg(start, end, 0.02),
      floating: floatingLeg(start, end),
      settlement: 'cash',
    };
    const annuity = held(legAnnuity(terms.fixed, optionMarket));
    const forward = held(legPresentValue(terms.floating, optionMarket)) / annuity;
    const years = (start - today) / 365;
    const call = optionValue({ side: 'call', forward, strike: 0.02, years }, NORMAL);
    // 2024-03-15 is 366 days on and the node of 3.5%.
    const discount = Math.exp((-0.035 * 366) / 365);
    const value = held(swaptionPresentValue(terms, on(NORMAL)));
    expect(value / ((call * discount) / (1 + forward))).toBeCloseTo(1, 12);
  });

  it('OPTION-9: a Bermudan is worth at least its best European, at most their sum', () => {
    const model = { kind: 'hull-white', reversion: 0.03, volatility: 0.008 } as const;
    const days = [2, 3, 4, 5].map(inYears);
    const value = held(swaptionPresentValue(swaption('receiver', 0.04, days), on(model)));
    const each = days.map((one) =>
      held(swaptionPresentValue(swaption('receiver', 0.04, [one]), on(model))),
    );
    expect(value).toBeGreaterThan(Math.max(...each));
    expect(value).toBeLessThan(each.reduce((sum, one) => sum + one, 0));
    const quoted = swaptionPresentValue(swaption('receiver', 0.04, days), on(BLACK));
    expect(quoted.ok ? [] : quoted.issues.map((i) => i.code)).toEqual(['swaption.model']);
  });
});
