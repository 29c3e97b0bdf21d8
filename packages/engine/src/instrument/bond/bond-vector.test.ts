import { describe, expect, it } from 'vitest';
import { businessDayCalendar, isoFromDay } from '../../foundation/index.js';
import {
  curveOf,
  dayOf,
  type FixedVector,
  type FloatingVector,
  fixedBondOf,
  scheduleOf,
  successOf,
  vectors,
} from './bond-vector.test-fixture.js';
import { accruedPer100, yieldFromPrice, yieldSensitivity } from './bond-yield.js';
import { dirtyPriceOnCurve, zeroSpread } from './curve-price.js';
import { fixedFlows } from './fixed-rate-bond.js';
import { floatingFlows } from './floating-rate-bond.js';
import { settlementDayOf } from './value-bond.js';
import type { YieldConvention } from './yield-convention.js';

/** Relative to the size of the number, 1e-10; differences of two prices, to their size. */
function near(found: number, expected: number, what: string, scale = 1): void {
  const miss = Math.abs(found - expected);
  expect(miss, `${what}: ${found}, not ${expected}`).toBeLessThanOrEqual(
    1e-10 * Math.max(scale, Math.abs(expected)),
  );
}

const conventionOf = ({ terms, compounding }: FixedVector): YieldConvention => ({
  compounding,
  frequencyPerYear: terms.frequency,
  dayCount: terms.dayCount,
  flowDays: 'paid',
  firstPeriod: 'compounded',
  lastPeriod: 'compounded',
});

const settledOf = (vector: FixedVector) => ({
  flows: successOf(fixedFlows(fixedBondOf(vector))),
  settlementDay: dayOf(vector.settlement),
});

const fixed = [...vectors.fixed, ...vectors.amortising, ...vectors.monthEnds].map(
  (vector, at) => [`bond ${at}, ${vector.terms.dayCount}, ${vector.compounding}`, vector] as const,
);

describe('bonds against another library (tools/vectors/bonds.py)', () => {
  it.each(fixed)('BOND-1, BOND-2, BOND-13: the flows of %s', (_name, vector) => {
    const flows = successOf(fixedFlows(fixedBondOf(vector)));
    expect(flows.map((flow) => isoFromDay(flow.payDay))).toEqual(vector.flows.map(([day]) => day));
    flows.forEach((flow, at) => {
      near(flow.amount, vector.flows[at]?.[1] ?? Number.NaN, 'amount', 100);
    });
  });

  it.each(fixed)('BOND-3, BOND-4, BOND-5: settlement and accrued interest of %s', (_n, vector) => {
    const { terms } = vector;
    const calendar = businessDayCalendar(terms.calendar);
    const settlement = { days: terms.settlementDays, calendar };
    const day = settlementDayOf(dayOf(terms.valuation), settlement, undefined);
    expect(isoFromDay(day)).toBe(vector.settlement);
    near(accruedPer100(settledOf(vector)), vector.accrued, 'accrued');
  });

  it.each(fixed)('BOND-6, BOND-9, BOND-10: price, durations, yield of %s', (_name, vector) => {
    const bond = settledOf(vector);
    const convention = conventionOf(vector);
    const found = yieldSensitivity(bond, convention, vector.rate);
    near(found.price.clean, vector.clean, 'clean', 100);
    near(found.modifiedDuration, vector.modified, 'modified');
    near(found.convexity, vector.convexity, 'convexity');
    if (vector.macaulay !== null) near(found.macaulayDuration, vector.macaulay, 'macaulay');
    const back = successOf(yieldFromPrice(bond, convention, vector.clean));
    expect(Math.abs(back - vector.rate)).toBeLessThan(1e-11);
  });

  it.each(fixed)('BOND-11, BOND-12: price and spread on a curve of %s', (_name, vector) => {
    const bond = settledOf(vector);
    const curve = curveOf(vector.terms.valuation, vector.curve);
    const accrued = accruedPer100(bond);
    near(dirtyPriceOnCurve(bond, curve) - accrued, vector.curveClean, 'clean', 100);
    const spread = successOf(zeroSpread(bond, curve, vector.quoted + accrued));
    expect(Math.abs(spread - vector.zSpread)).toBeLessThan(1e-9);
  });
});

const floating = vectors.floating.map((vector, at) => [`floater ${at}`, vector] as const);

function floatingBondOf({ terms }: FloatingVector) {
  const calendar = businessDayCalendar(terms.calendar);
  return {
    coupons: scheduleOf(terms, 'ModifiedFollowing'),
    index: {
      kind: 'term',
      id: 'index',
      tenor: { count: 12 / terms.frequency, unit: 'M' },
      fixingLagDays: terms.lag,
      calendar,
      convention: 'ModifiedFollowing',
      endOfMonth: false,
      dayCount: 'ACT/360',
    },
    fixingLagDays: terms.lag,
    gearing: 1,
    spreads: terms.spreads,
    dayCount: terms.dayCount,
    redemption: 100,
    settlement: { days: terms.settlementDays, calendar },
  } as const;
}

describe('floating-rate bonds against another library (tools/vectors/bonds.py)', () => {
  it.each(floating)('BOND-15: flows, accrued interest and price of %s', (_name, vector) => {
    const { terms } = vector;
    const fixings = Object.entries(vector.fixings).map(
      ([iso, rate]) => [dayOf(iso), rate] as const,
    );
    const discount = curveOf(terms.valuation, vector.curve);
    const market = {
      valuationDay: dayOf(terms.valuation),
      discount,
      projection: { index: curveOf(terms.valuation, vector.projection) },
      fixings: { index: new Map(fixings) },
    };
    const flows = successOf(floatingFlows(floatingBondOf(vector), market));
    expect(flows.map((flow) => isoFromDay(flow.payDay))).toEqual(vector.flows.map(([day]) => day));
    flows.forEach((flow, at) => {
      near(flow.amount, vector.flows[at]?.[1] ?? Number.NaN, 'amount', 100);
    });
    const bond = { flows, settlementDay: dayOf(vector.settlement) };
    near(accruedPer100(bond), vector.accrued, 'accrued');
    near(dirtyPriceOnCurve(bond, discount) - accruedPer100(bond), vector.curveClean, 'clean', 100);
  });
});
