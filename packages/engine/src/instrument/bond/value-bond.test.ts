import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Read, type Result, read } from '../../foundation/index.js';
import { curveFromDiscounts, flatCurve } from '../../market/index.js';
import type { PricingMarket } from '../pricing-market.js';
import type { Valuation } from '../valuation.js';
import { balancesOf } from './amortisation.js';
import { dayOf, successOf } from './bond-vector.test-fixture.js';
import { priceFromYield, settledBond } from './bond-yield.js';
import { flowsToExercise, redemptionYields } from './callable-bond.js';
import { discountMargin } from './discount-margin.js';
import { fixedFlows } from './fixed-rate-bond.js';
import { floatingFlows } from './floating-rate-bond.js';
import {
  readAmortisingBond,
  readCallableBond,
  readFixedRateBond,
  readFloatingRateBond,
} from './parse-bond.js';
import { valueCallableAsStraight, valueFixedBond, valueFloatingBond } from './value-bond.js';

const example = (name: string): unknown =>
  JSON.parse(
    readFileSync(
      new URL(`../../../../../docs/example/instrument/${name}.json`, import.meta.url),
      'utf8',
    ),
  );

function readWith<T>(reader: Read<T>, value: unknown): Result<T> {
  const issues: Parameters<Read<T>>[2] = [];
  return read.resultOf(reader(value, '', issues), issues);
}

const flat = (day: string, rate: number) =>
  flatCurve({
    referenceDay: dayOf(day),
    rate,
    convention: { compounding: 'continuous', frequencyPerYear: 0, dayCount: 'ACT/365F' },
  });

const marketOn = (day: string): PricingMarket => ({
  valuationDay: dayOf(day),
  discount: flat(day, 0.041),
  projection: { 'EURIBOR-6M': flat(day, 0.024) },
  fixings: { 'EURIBOR-6M': new Map([[dayOf('2024-01-16'), 0.0252]]) },
});

const measure = (valuation: Valuation, id: string): number =>
  valuation.measures.find((one) => one.id === id)?.value ?? Number.NaN;

const keyRates = (valuation: Valuation): number =>
  valuation.measures
    .filter(({ id }) => id.startsWith('key-rate-dv01'))
    .reduce((sum, { value }) => sum + value, 0);

describe('valued bonds', () => {
  it('BOND-5, BOND-17: a quoted note shows its yield, its spread and risk that adds up', () => {
    const position = successOf(readWith(readFixedRateBond, example('fixed-rate-bond')));
    const found = successOf(valueFixedBond(position, marketOn('2025-02-13')));
    // 3.875% of 15 August 2033 at 99.106414 for 14 February 2025 yields 4% by the market's rule.
    expect(measure(found, 'yield')).toBeCloseTo(0.04, 8);
    expect(measure(found, 'accrued-interest')).toBeCloseTo(1.92697, 6);
    expect(measure(found, 'clean-price')).toBeCloseTo(99.106414, 10);
    expect(keyRates(found) / measure(found, 'dv01')).toBeCloseTo(1, 6);
    expect(measure(found, 'dv01')).toBeLessThan(0);
    const flowsWorth = found.flows.reduce((sum, one) => sum + one.amount * one.discount, 0);
    expect(measure(found, 'present-value')).toBeCloseTo(flowsWorth, 6);
    const { cleanPrice: _quoted, ...unquoted } = position;
    const onCurve = successOf(valueFixedBond(unquoted, marketOn('2025-02-13')));
    const worth = onCurve.flows.reduce((sum, { amount, discount }) => sum + amount * discount, 0);
    expect(measure(onCurve, 'present-value')).toBeCloseTo(worth, 6);
    // The slope against a parallel move of continuous zero rates: sum of t x D x amount.
    const day = dayOf('2025-02-13');
    const slope = onCurve.flows.reduce(
      (sum, { payDay, amount, discount }) => sum + ((payDay - day) / 365) * amount * discount,
      0,
    );
    expect(measure(onCurve, 'dv01')).toBeCloseTo(-slope * 1e-4, 3);
  });

  it('BOND-5: a bond not yet issued settles on its first accrual day', () => {
    const position = successOf(readWith(readFixedRateBond, example('fixed-rate-bond')));
    const early = successOf(valueFixedBond(position, marketOn('2023-08-01')));
    expect(measure(early, 'accrued-interest')).toBe(0);
    const issued = successOf(valueFixedBond(position, marketOn('2023-08-14')));
    expect(measure(early, 'yield')).toBeCloseTo(measure(issued, 'yield'), 14);
  });

  it('BOND-11: a flow the curve does not reach is an issue, not a crash', () => {
    const position = successOf(readWith(readFixedRateBond, example('fixed-rate-bond')));
    const short = successOf(
      curveFromDiscounts({
        referenceDay: dayOf('2025-02-13'),
        dayCount: 'ACT/365F',
        interpolation: 'log-linear-discount',
        extrapolation: 'none',
        days: [dayOf('2027-02-13')],
        discounts: [0.92],
      }),
    );
    for (const discount of [short, flat('2025-06-30', 0.04)]) {
      const found = valueFixedBond(position, { ...marketOn('2025-02-13'), discount });
      expect(found.ok ? '' : found.issues[0]?.code).toBe('curve.range');
    }
  });

  it('BOND-11: the par coupon prices the same bond at a clean 100', () => {
    const { cleanPrice: _quoted, ...unquoted } = successOf(
      readWith(readFixedRateBond, example('fixed-rate-bond')),
    );
    const market = marketOn('2025-02-13');
    const par = measure(successOf(valueFixedBond(unquoted, market)), 'par-rate');
    const atPar = { ...unquoted, bond: { ...unquoted.bond, rates: [par] } };
    const valuation = successOf(valueFixedBond(atPar, market));
    expect(measure(valuation, 'clean-price')).toBeCloseTo(100, 10);
  });

  it('BOND-13: level payments are equal, and every plan repays the face', () => {
    const position = successOf(readWith(readAmortisingBond, example('amortising-bond')));
    const flows = successOf(fixedFlows(position.bond));
    const byDay = new Map<number, number>();
    for (const { payDay, amount } of flows) {
      byDay.set(payDay, (byDay.get(payDay) ?? 0) + amount);
    }
    const payments = [...byDay.values()];
    // 100 x r / (1 - (1 + r)^-40) with r = 5.25% / 4.
    const level = (100 * 0.013125) / (1 - 1.013125 ** -40);
    for (const payment of payments) expect(payment).toBeCloseTo(level, 9);
    const terms = { periods: 8, periodsPerYear: 2, rate: 0.05 };
    const linear = balancesOf({ kind: 'equal-principal' }, terms);
    expect(linear.map((balance) => balance * 8)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    const sinking = balancesOf({ kind: 'sinking', repayments: [0, 0.25] }, terms);
    expect(sinking).toEqual([1, 1, 0.75, 0.75, 0.75, 0.75, 0.75, 0.75]);
    const valuation = successOf(valueFixedBond(position, marketOn('2025-02-13')));
    expect(keyRates(valuation) / measure(valuation, 'dv01')).toBeCloseTo(1, 6);
  });

  it('BOND-14: yields to call and to worst reprice the flows to that day', () => {
    const position = successOf(readWith(readCallableBond, example('callable-bond')));
    const valuation = successOf(valueCallableAsStraight(position, marketOn('2025-02-13')));
    const toMaturity = measure(valuation, 'yield');
    const worst = measure(valuation, 'yield-to-worst');
    expect(worst).toBeLessThanOrEqual(Math.min(toMaturity, measure(valuation, 'yield-to-call')));
    const settled = successOf(settledBond(fixedFlows(position.bond.bond), dayOf('2024-03-15')));
    const { rights } = position.bond;
    const yields = successOf(
      redemptionYields({ settled, rights }, position.yieldConvention, 101.75),
    );
    expect(yields).toHaveLength(4);
    // Called in 30 months at 102: five coupons of 2.75, then 102, from a coupon day at 101.75.
    const called =
      yields.find((one) => one.right?.day === dayOf('2026-09-15'))?.yield ?? Number.NaN;
    const growth = 1 + called / 2;
    const annuity = [1, 2, 3, 4, 5].reduce((sum, k) => sum + 2.75 * growth ** -k, 0);
    expect(annuity + 102 * growth ** -5).toBeCloseTo(101.75, 9);
  });

  it('BOND-14: a right before settlement does not count', () => {
    const position = successOf(readWith(readCallableBond, example('callable-bond')));
    const settled = successOf(settledBond(fixedFlows(position.bond.bond), dayOf('2027-12-15')));
    const { rights } = position.bond;
    const yields = successOf(redemptionYields({ settled, rights }, position.yieldConvention, 100));
    expect(yields).toHaveLength(2);
  });

  it('BOND-14: a call whose notice has lapsed is gone from yield to worst', () => {
    const position = successOf(readWith(readCallableBond, example('callable-bond')));
    const { bond, rights } = position.bond;
    const cheap = rights.map((one) => ({ ...one, cleanPrice: 60 }));
    const day = (cheap[0]?.day ?? 0) - 40;
    const market = { ...marketOn('2025-02-13'), valuationDay: day };
    const worst = (noticeDays: number, kept = cheap): number => {
      const one = { ...position, bond: { bond, rights: kept, noticeDays } };
      return measure(successOf(valueCallableAsStraight(one, market)), 'yield-to-worst');
    };
    expect(worst(60)).toBe(worst(30, cheap.slice(1)));
    expect(worst(30)).toBeLessThan(worst(60));
  });

  it('BOND-14: a call within the ex-dividend period pays what has accrued', () => {
    const position = successOf(readWith(readCallableBond, example('callable-bond')));
    const { bond } = position.bond;
    const { coupons } = bond;
    const calendar = coupons.paymentCalendar;
    const exDividend = { count: 10, unit: 'calendar-days', calendar } as const;
    const flows = successOf(fixedFlows({ ...bond, coupons: { ...coupons, exDividend } }));
    const coupon = flows.find(({ kind }) => kind === 'coupon');
    if (coupon?.kind !== 'coupon') throw new Error('no coupon');
    const right = { kind: 'call', day: coupon.end - 5, cleanPrice: 100 } as const;
    const paid = flowsToExercise(flows, right).at(-1)?.amount ?? Number.NaN;
    // 30/360: 175 of the 180 days of the half-year.
    expect(paid).toBeCloseTo(100 + (coupon.amount * 175) / 180, 10);
  });

  it('BOND-16: the discount margin of a floater at par on a coupon day is its spread', () => {
    const position = successOf(readWith(readFloatingRateBond, example('floating-rate-bond')));
    const market = marketOn('2024-01-16');
    const settled = successOf(
      settledBond(floatingFlows(position.bond, market), dayOf('2024-01-18')),
    );
    expect(successOf(discountMargin(settled, 0.0035, 100))).toBeCloseTo(0.0035, 12);
    expect(successOf(discountMargin(settled, 0.0035, 99))).toBeGreaterThan(0.0035);
    const valuation = successOf(valueFloatingBond(position, market));
    expect(measure(valuation, 'discount-margin')).toBeGreaterThan(0.0035);
    expect(Math.abs(keyRates(valuation) / measure(valuation, 'dv01') - 1)).toBeLessThan(1e-6);
  });

  it('BOND-16: within a period the first factor runs from settlement', () => {
    const position = successOf(readWith(readFloatingRateBond, example('floating-rate-bond')));
    const market = marketOn('2028-07-19');
    const fixings = { 'EURIBOR-6M': new Map([[dayOf('2028-07-14'), 0.03]]) };
    const flows = floatingFlows(position.bond, { ...market, fixings });
    const settled = successOf(settledBond(flows, dayOf('2028-10-18')));
    // 92 of the 184 days to 18 January 2029 are left; the last payment discounts so.
    const last = 100 + (100 * 0.0335 * 184) / 360;
    const accrued = (100 * 0.0335 * 92) / 360;
    const clean = last / (1 + (0.03 + 0.005) * (92 / 360)) - accrued;
    expect(successOf(discountMargin(settled, 0.0035, clean))).toBeCloseTo(0.005, 12);
  });

  it('BOND-15: a rate that should be known and is not is an issue that names it', () => {
    const position = successOf(readWith(readFloatingRateBond, example('floating-rate-bond')));
    const missing = valueFloatingBond(position, { ...marketOn('2024-01-17'), fixings: {} });
    expect(missing.ok ? [] : missing.issues.map(({ code, path }) => [code, path])).toEqual([
      ['fixing.missing', 'fixings/EURIBOR-6M'],
    ]);
    const noCurve = valueFloatingBond(position, { ...marketOn('2024-01-17'), projection: {} });
    expect(noCurve.ok ? '' : noCurve.issues[0]?.code).toBe('curve.missing');
  });

  it('BOND-15: an overnight floater is worth par where its own curve discounts it', () => {
    const json = {
      ...Object(example('floating-rate-bond')),
      index: 'USD-SOFR',
      spreads: [0],
      dayCount: 'ACT/360',
      settlement: { days: 0, calendar: 'target' },
    };
    const { cleanPrice: _quoted, ...position } = successOf(readWith(readFloatingRateBond, json));
    const discount = flat('2024-01-18', 0.05);
    const market = { ...marketOn('2024-01-18'), discount, projection: { 'USD-SOFR': discount } };
    const valuation = successOf(valueFloatingBond(position, market));
    expect(measure(valuation, 'clean-price')).toBeCloseTo(100, 10);
    expect(measure(valuation, 'dv01')).toBeCloseTo(0, 6);
    const later = valueFloatingBond(position, { ...market, valuationDay: dayOf('2024-02-20') });
    expect(later.ok ? '' : later.issues[0]?.code).toBe('fixing.missing');
  });

  it('BOND-12: with the spread of its price the curve gives the price back', () => {
    const position = successOf(readWith(readFixedRateBond, example('fixed-rate-bond')));
    const settled = successOf(settledBond(fixedFlows(position.bond), dayOf('2025-02-14')));
    const price = priceFromYield(settled, position.yieldConvention, 0.05).clean;
    const valuation = successOf(
      valueFixedBond({ ...position, cleanPrice: price }, marketOn('2025-02-13')),
    );
    expect(measure(valuation, 'clean-price')).toBeCloseTo(price, 10);
    expect(measure(valuation, 'yield')).toBeCloseTo(0.05, 10);
  });
});
