import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromCivil, type Result } from '../foundation/index.js';
import {
  curveFromDiscounts,
  curveFromZeroRates,
  type DiscountNodes,
  type ZeroRateNodes,
} from './curve-from-nodes.js';
import { CURVE_INTERPOLATIONS } from './curve-shape.js';
import {
  type CurveInterpolation,
  type DatedCurve,
  discountAtTime,
  discountOnDay,
  instantaneousForward,
  logDiscountAtTime,
  simpleForward,
  zeroRateOnDay,
} from './dated-curve.js';
import { flatCurve } from './flat-curve.js';
import { keyRateTent, shiftedCurve } from './shifted-curve.js';

const DAY = dayFromCivil(2024, 1, 16);
const TIMES = [0.25, 1, 2, 5, 10, 30];
const ZEROS = [0.053, 0.049, 0.042, 0.038, 0.039, 0.037];
const BASE = { referenceDay: DAY, dayCount: 'ACT/365F' } as const;

function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join('; '));
  return result.value;
}

function curve(interpolation: CurveInterpolation, more: Partial<ZeroRateNodes> = {}): DatedCurve {
  return got(
    curveFromZeroRates({ ...BASE, interpolation, times: TIMES, zeroRates: ZEROS, ...more }),
  );
}

function codes(result: Result<unknown>): string[] {
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} at ${path}`);
}

const everyKind = CURVE_INTERPOLATIONS.map((interpolation) => [interpolation] as const);

describe('curves on dates', () => {
  it.each(everyKind)('CURVE-9: %s goes through its nodes', (interpolation) => {
    const one = curve(interpolation);
    for (const [i, time] of TIMES.entries()) {
      const expected = Math.exp(-(ZEROS[i] ?? 0) * time);
      expect(discountAtTime(one, time)).toBeCloseTo(expected, 13);
    }
    expect(discountAtTime(one, 0)).toBe(1);
  });

  it('CURVE-9: half way between 1 and 2 years, by hand', () => {
    const [d1, d2] = [Math.exp(-0.049), Math.exp(-0.084)];
    expect(discountAtTime(curve('log-linear-discount'), 1.5)).toBeCloseTo(Math.sqrt(d1 * d2), 14);
    expect(discountAtTime(curve('flat-forward'), 1.5)).toBeCloseTo(Math.sqrt(d1 * d2), 14);
    expect(discountAtTime(curve('linear-discount'), 1.5)).toBeCloseTo((d1 + d2) / 2, 14);
    const zero = Math.exp(-1.5 * 0.0455);
    expect(discountAtTime(curve('linear-zero'), 1.5)).toBeCloseTo(zero, 14);
  });

  it.each(everyKind)('CURVE-12: by %s forwards are minus the slope of ln D', (interpolation) => {
    const one = shiftedCurve(curve(interpolation), { times: [1, 4], rates: [0.01, -0.02] });
    for (const years of [0.1, 0.6, 1.5, 3.3, 7.7, 20, 35]) {
      const h = 1e-5;
      const slope =
        (logDiscountAtTime(one, years + h) - logDiscountAtTime(one, years - h)) / (2 * h);
      expect(Math.abs(instantaneousForward(one, years) + slope)).toBeLessThan(1e-8);
    }
  });

  it('CURVE-12: at a jump the forward is the one before it', () => {
    // 0.049 over the first year in two nodes, then (0.084 - 0.049) over the second.
    const one = curve('flat-forward');
    expect(instantaneousForward(one, 2)).toBeCloseTo(0.035, 13);
    expect(instantaneousForward(one, 1)).toBeCloseTo((0.049 - 0.01325) / 0.75, 13);
  });

  it.each(everyKind)('CURVE-11: by %s forwards join up to discount factors', (interpolation) => {
    const one = curve(interpolation);
    const days = [0, 30, 91, 400, 1500, 4000, 9000, 14000].map((count) => DAY + count);
    let growth = 1;
    for (let i = 1; i < days.length; i += 1) {
      const [from, to] = [days[i - 1] ?? 0, days[i] ?? 0];
      growth *= 1 + (simpleForward(one, from, to, 'ACT/360') * (to - from)) / 360;
      expect(growth * discountOnDay(one, to)).toBeCloseTo(1, 12);
    }
  });

  it('CURVE-8, CURVE-11: a flat simple rate is not a flat forward', () => {
    const convention = { compounding: 'simple', frequencyPerYear: 0, dayCount: 'ACT/360' } as const;
    const one = flatCurve({ referenceDay: DAY, rate: 0.036, convention });
    expect(discountOnDay(one, DAY + 720)).toBeCloseTo(1 / 1.072, 14);
    expect(zeroRateOnDay(one, DAY + 720)).toBeCloseTo(Math.log(1.072) / 2, 14);
    expect(instantaneousForward(one, 2)).toBeCloseTo(0.036 / 1.072, 14);
    expect(zeroRateOnDay(one, DAY)).toBe(0.036);
    expect(() => discountOnDay(one, DAY - 1)).toThrow(RangeError);
  });

  it('CURVE-10: before the first and after the last node, as stated', () => {
    const zero = curve('linear-zero', { extrapolation: 'flat-zero' });
    expect(discountAtTime(zero, 0.1)).toBeCloseTo(Math.exp(-0.0053), 14);
    expect(discountAtTime(zero, 40)).toBeCloseTo(Math.exp(-0.037 * 40), 14);
    const forward = curve('log-linear-discount', { extrapolation: 'flat-forward' });
    const last = (0.037 * 30 - 0.39) / 20;
    expect(discountAtTime(forward, 40)).toBeCloseTo(Math.exp(-1.11 - 10 * last), 14);
    const none = curve('linear-zero', { extrapolation: 'none' });
    expect(() => discountAtTime(none, 30.1)).toThrow(RangeError);
    expect(() => instantaneousForward(none, 30.1)).toThrow(RangeError);
  });

  it('CURVE-10: one node is a flat zero rate', () => {
    const one = got(
      curveFromZeroRates({ ...BASE, interpolation: 'linear-zero', times: [2], zeroRates: [0.03] }),
    );
    expect(discountAtTime(one, 1)).toBeCloseTo(Math.exp(-0.03), 14);
    expect(discountAtTime(one, 9)).toBeCloseTo(Math.exp(-0.27), 14);
  });

  it('CURVE-9: positive forwards of monotone convex stay positive on random curves', () => {
    const steps = fc.array(fc.double({ min: 0.0005, max: 0.12, noNaN: true }), {
      minLength: 6,
      maxLength: 6,
    });
    fc.assert(
      fc.property(steps, (forwards) => {
        let logDiscount = 0;
        const discounts = TIMES.map((time, i) => {
          logDiscount -= (forwards[i] ?? 0) * (time - (TIMES[i - 1] ?? 0));
          return Math.exp(logDiscount);
        });
        const terms = { ...BASE, interpolation: 'monotone-convex-forward', times: TIMES } as const;
        const one = got(curveFromDiscounts({ ...terms, discounts }));
        for (let years = 0; years < 35; years += 0.07) {
          expect(instantaneousForward(one, years)).toBeGreaterThan(-1e-13);
        }
      }),
      { seed: 20260106, numRuns: 200 },
    );
  });
});

describe('shifts of zero rates', () => {
  it.each(everyKind)('CURVE-13: by %s a zero shift keeps every bit', (interpolation) => {
    const base = curve(interpolation);
    const same = shiftedCurve(base, { times: [1, 5], rates: [0, 0] });
    for (const years of [0.3, 1, 2.2, 17, 31]) {
      expect(logDiscountAtTime(same, years)).toBe(logDiscountAtTime(base, years));
      expect(instantaneousForward(same, years)).toBe(instantaneousForward(base, years));
    }
  });

  it('CURVE-13: shifts add to the zero rate, beyond the nodes and to one another as well', () => {
    const twice = shiftedCurve(shiftedCurve(curve('natural-cubic-zero'), 0.01), -0.004);
    const base = curve('natural-cubic-zero');
    for (const days of [50, 700, 5000, 13000]) {
      const moved = zeroRateOnDay(twice, DAY + days) - zeroRateOnDay(base, DAY + days);
      expect(moved).toBeCloseTo(0.006, 14);
    }
  });

  it('CURVE-13: a shift that is none throws', () => {
    const base = curve('linear-zero');
    expect(() => shiftedCurve(base, Number.NaN)).toThrow(RangeError);
    expect(() => shiftedCurve(base, { times: [], rates: [] })).toThrow(RangeError);
    expect(() => shiftedCurve(base, { times: [2, 1], rates: [0, 0] })).toThrow(RangeError);
  });

  it('CURVE-14: tents add up to the parallel shift', () => {
    const keys = [0.5, 2, 5, 10, 20];
    const base = curve('monotone-convex-forward');
    const parallel = shiftedCurve(base, 0.0001);
    const tents = keys.reduce((sum, _, i) => shiftedCurve(sum, keyRateTent(keys, i, 0.0001)), base);
    for (const years of [0.1, 0.5, 1, 3.7, 12, 25, 40]) {
      const [one, all] = [logDiscountAtTime(parallel, years), logDiscountAtTime(tents, years)];
      expect(Math.abs(one - all)).toBeLessThan(1e-15 * Math.max(1, years));
    }
    const only = shiftedCurve(base, keyRateTent(keys, 2, 0.01));
    expect(discountAtTime(only, 2)).toBe(discountAtTime(base, 2));
    expect(discountAtTime(only, 12)).toBe(discountAtTime(base, 12));
    expect(discountAtTime(only, 5) / discountAtTime(base, 5)).toBeCloseTo(Math.exp(-0.05), 14);
  });
});

describe('nodes that make no curve', () => {
  const discounts = (values: readonly number[], more: Partial<DiscountNodes> = {}): string[] =>
    codes(
      curveFromDiscounts({
        ...BASE,
        interpolation: 'log-linear-discount',
        times: values.map((_, i) => i + 1),
        discounts: values,
        ...more,
      }),
    );

  it.each<[string, string[], string[]]>([
    ['negative', discounts([0.9, -0.8]), ['curve.discount at discounts[1]']],
    ['zero', discounts([0]), ['curve.discount at discounts[0]']],
    ['not finite', discounts([0.9, Number.NaN]), ['curve.discount at discounts[1]']],
    ['rising', discounts([0.9, 0.95]), ['curve.crossing at discounts[1]']],
    ['above one', discounts([1.01]), ['curve.crossing at discounts[0]']],
    ['rising, and allowed to', discounts([0.9, 0.95], { allowsNegativeForwards: true }), []],
    [
      'an endless time',
      discounts([0.9, 0.8], { times: [1, Infinity] }),
      ['curve.order at nodes[1]'],
    ],
    [
      'below zero between nodes',
      discounts([0.99, 0.02, 0.019], { interpolation: 'natural-cubic-discount' }),
      ['curve.discount at nodes'],
    ],
    ['no node', discounts([]), ['curve.node at nodes']],
    ['one too many', discounts([0.9, 0.8], { times: [1] }), ['curve.node at discounts']],
    ['not 1 today', discounts([0.99, 0.9], { times: [0, 1] }), ['curve.discount at discounts[0]']],
  ])('CURVE-15: discount factors: %s', (_name, found, expected) => {
    expect(found).toEqual(expected);
  });

  it.each<[string, Partial<ZeroRateNodes>, string[]]>([
    [
      'per cent',
      { zeroRates: [4.9, 4.2] },
      ['curve.rate at zeroRates[0]', 'curve.rate at zeroRates[1]'],
    ],
    ['not sorted', { times: [2, 1] }, ['curve.order at nodes[1]']],
    ['twice the same', { times: [2, 2] }, ['curve.order at nodes[1]']],
    ['before today', { times: [-1, 2] }, ['curve.order at nodes[0]']],
    [
      'simple rates without growth',
      {
        zeroRates: [-0.1, -0.4],
        times: [1, 3],
        convention: { compounding: 'simple', frequencyPerYear: 0, dayCount: 'ACT/365F' },
      },
      ['curve.rate at zeroRates[1]'],
    ],
    [
      'compounded rates without growth',
      {
        zeroRates: [0.01, -0.4],
        convention: { compounding: 'compounded', frequencyPerYear: 0.4, dayCount: 'ACT/365F' },
      },
      ['curve.rate at zeroRates[1]'],
    ],
  ])('CURVE-15: zero rates: %s', (_name, more, expected) => {
    const terms = { ...BASE, interpolation: 'linear-zero', times: [1, 2] } as const;
    expect(codes(curveFromZeroRates({ ...terms, zeroRates: [0.03, 0.04], ...more }))).toEqual(
      expected,
    );
  });
});
