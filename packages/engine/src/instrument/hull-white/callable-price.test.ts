import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPeriod, businessDayCalendar } from '../../foundation/index.js';
import { discountOnDay } from '../../market/index.js';
import type { BondFlow } from '../bond/bond-flow.js';
import type { ExerciseRight } from '../bond/callable-bond.js';
import { STREET_SEMIANNUAL } from '../bond/yield-convention.js';
import { callablePrice, callableSpread, type SettledCallable } from './callable-price.js';
import { europeanClaimValue } from './european-claim.js';
import { optionVectors, vectorCurve } from './option-vectors.test-fixture.js';
import { valueCallableBond } from './value-callable-bond.js';

const curve = vectorCurve();
const today = curve.referenceDay;
const dayAt = (years: number) => today + Math.round(years * 365);
type Row = (typeof optionVectors.callableBonds)[number];

/** Flows of the vectors as those of a bond: nothing accrues on a coupon day. */
function settledBond(row: Row): SettledCallable {
  const flows = row.flows.map(([years, amount]): BondFlow => {
    const day = dayAt(years);
    const isPrincipal = amount === 100;
    return { kind: 'principal', amount, repaid: isPrincipal ? 100 : 0, end: day, payDay: day };
  });
  const rights = row.calls.map(
    (years): ExerciseRight => ({ kind: 'call', day: dayAt(years), cleanPrice: 100 }),
  );
  return { settled: { flows, settlementDay: today }, rights, noticeDays: 0, valuationDay: today };
}

describe('callable bonds', () => {
  it('HW-7: prices against the lattice of QuantLib with 2,000 steps', () => {
    for (const row of optionVectors.callableBonds) {
      const { price } = callablePrice(settledBond(row), { ...row, curve }, 0);
      // The lattice itself still moves by 0.0005 from 1,000 to 2,000 steps.
      expect(Math.abs(price.dirty - row.price2000)).toBeLessThan(2e-3);
    }
  });

  it('HW-7: the spread of a price one lower, against QuantLib', () => {
    for (const row of optionVectors.callableBonds) {
      const bond = settledBond(row);
      const model = { ...row, curve };
      const target = callablePrice(bond, model, 0).price.dirty - 1;
      const found = callableSpread(bond, model, target);
      expect(found.ok && Math.abs(found.value - row.oasOfOneLess)).toBeLessThan(2e-6);
    }
  });

  it('HW-7: one call is the straight bond less a European option', () => {
    for (const row of optionVectors.callableBonds) {
      const bond = settledBond({ ...row, calls: row.calls.slice(0, 1) });
      const model = { ...row, curve };
      const call = row.calls[0] ?? Number.NaN;
      const flows = [
        { years: call, amount: -100 },
        ...row.flows.filter(([t]) => t > call).map(([years, amount]) => ({ years, amount })),
      ];
      const option = europeanClaimValue(model, { years: call, flows });
      const { optionCost, straightDirty } = callablePrice(bond, model, 0);
      expect(Math.abs(optionCost - option)).toBeLessThan(1e-10);
      const sum = row.flows.reduce((s, [t, a]) => s + a * discountOnDay(curve, dayAt(t)), 0);
      expect(straightDirty).toBeCloseTo(sum, 10);
    }
  });

  it('HW-7: notice moves the decision forward, and lapses', () => {
    const row = optionVectors.callableBonds[0];
    const call = row?.calls[0];
    if (row === undefined || call === undefined) throw new Error('no row');
    const bond = { ...settledBond({ ...row, calls: [call] }), noticeDays: 90 };
    const model = { ...row, curve };
    const flows = [
      { years: call, amount: -100 },
      ...row.flows.filter(([t]) => t > call).map(([years, amount]) => ({ years, amount })),
    ];
    const option = europeanClaimValue(model, { years: call - 90 / 365, flows });
    expect(callablePrice(bond, model, 0).optionCost).toBeCloseTo(option, 10);
    const lapsed = { ...bond, noticeDays: dayAt(call) - today + 1 };
    expect(callablePrice(lapsed, model, 0).optionCost).toBeCloseTo(0, 15);
  });

  it('HW-7: the spread gives the price back, and the price falls with the spread', () => {
    const row = optionVectors.callableBonds[0];
    if (row === undefined) throw new Error('no row');
    const model = { ...row, curve };
    const bond = settledBond(row);
    fc.assert(
      fc.property(fc.double({ min: -0.01, max: 0.03, noNaN: true }), (spread) => {
        const { price } = callablePrice(bond, model, spread);
        const found = callableSpread(bond, model, price.dirty);
        expect(found.ok && Math.abs(found.value - spread)).toBeLessThan(1e-10);
        expect(callablePrice(bond, model, spread + 0.0005).price.dirty).toBeLessThan(price.dirty);
      }),
      { seed: 20221230, numRuns: 6 },
    );
  });

  it('HW-7: a put adds, a call takes; of both on a day the put goes first', () => {
    const row = optionVectors.callableBonds[0];
    if (row === undefined) throw new Error('no row');
    const model = { ...row, curve };
    const calls = settledBond(row);
    const puts = calls.rights.map((right): ExerciseRight => ({ ...right, kind: 'put' }));
    const price = (rights: readonly ExerciseRight[]) =>
      callablePrice({ ...calls, rights }, model, 0);
    expect(price(puts).optionCost).toBeLessThan(0);
    expect(price(calls.rights).optionCost).toBeGreaterThan(0);
    // Both at par on the first day: the bond ends there at par whatever happens.
    const first = calls.rights.slice(0, 1).concat(puts.slice(0, 1));
    const end = row.calls[0] ?? Number.NaN;
    const known = row.flows
      .filter(([t]) => t <= end)
      .map(([t, a]) => a * discountOnDay(curve, dayAt(t)));
    const expected = known.reduce((sum, v) => sum + v, 100 * discountOnDay(curve, dayAt(end)));
    expect(price(first).price.dirty).toBeCloseTo(expected, 10);
  });

  it('HW-7: the measures of a position agree with one another', () => {
    const calendar = businessDayCalendar('none');
    const terms = {
      start: today,
      end: addPeriod(today, { count: 7, unit: 'Y' }),
      tenor: { count: 12, unit: 'M' },
      rule: 'Backward',
      endOfMonth: false,
      convention: 'Unadjusted',
      terminationConvention: 'Unadjusted',
      calendar,
    } as const;
    const rights = [3, 4].map(
      (years): ExerciseRight => ({ kind: 'call', day: dayAt(years), cleanPrice: 100 }),
    );
    const position = {
      face: 1_000_000,
      yieldConvention: { ...STREET_SEMIANNUAL, frequencyPerYear: 1 },
      cleanPrice: 98,
      bond: {
        noticeDays: 30,
        rights,
        bond: {
          coupons: { terms, paymentCalendar: calendar, paymentConvention: 'Unadjusted' },
          rates: [0.045],
          couponCompounding: 'simple',
          dayCount: '30/360',
          redemption: 100,
          settlement: { days: 0, calendar },
        },
      },
    } as const;
    const volatility = { kind: 'hull-white', reversion: 0.03, volatility: 0.009 } as const;
    const market = {
      valuationDay: today,
      discount: curve,
      projection: {},
      fixings: {},
      volatility,
    };
    const found = valueCallableBond(position, market);
    if (!found.ok) throw new Error(JSON.stringify(found.issues));
    const measure = (id: string) =>
      found.value.measures.find((m) => m.id === id)?.value ?? Number.NaN;
    expect(measure('clean-price')).toBeCloseTo(98, 9);
    expect(measure('present-value')).toBeCloseTo(10_000 * measure('dirty-price'), 6);
    expect(measure('option-cost')).toBeGreaterThan(0);
    const byDuration = (-measure('effective-duration') * measure('present-value')) / 10_000;
    expect(measure('dv01') / byDuration).toBeCloseTo(1, 2);
    const none = valueCallableBond(position, {
      ...market,
      volatility: { kind: 'normal', volatility: 0.01 },
    });
    expect(none.ok ? [] : none.issues.map((i) => i.code)).toEqual(['volatility.missing']);
  });
});
