import { describe, expect, it } from 'vitest';
import { businessDayCalendar } from '../../foundation/index.js';
import { CONTINUOUS_365, flatCurve } from '../../market/index.js';
import type { PricingMarket } from '../pricing-market.js';
import { overnightRate } from './overnight-rate.js';
import type { OvernightIndex } from './rate-index.js';
import { day, value } from './swap-vectors.test-fixture.js';

const INDEX: OvernightIndex = {
  kind: 'overnight',
  id: 'ON',
  calendar: businessDayCalendar('monday-to-friday'),
  dayCount: 'ACT/360',
  publicationLagDays: 1,
};
const PLAIN = {
  method: 'compounded',
  lookbackDays: 0,
  observationShift: false,
  lockoutDays: 0,
} as const;

/** Rates of the week of Monday 2024-03-04, and of the two days before it. */
const WEEK = new Map(
  ['02-29', '03-01', '03-04', '03-05', '03-06', '03-07', '03-08'].map((monthDay, at) => [
    day(`2024-${monthDay}`),
    0.05 + at / 1000,
  ]),
);

function market(valuationIso: string): PricingMarket {
  const valuationDay = day(valuationIso);
  const curve = flatCurve({ referenceDay: valuationDay, rate: 0.05, convention: CONTINUOUS_365 });
  return { valuationDay, discount: curve, projection: { ON: curve }, fixings: { ON: WEEK } };
}

const rateOf = (
  start: string,
  end: string,
  averaging: Parameters<typeof overnightRate>[0]['averaging'],
  valuation = '2024-03-12',
) =>
  overnightRate(
    { index: INDEX, startDay: day(start), endDay: day(end), averaging },
    market(valuation),
  );

describe('overnight rates over a period', () => {
  it('SWAP-6: a published week is compounded night by night, Friday for three days', () => {
    // Mon 5.2 %, Tue 5.3 %, Wed 5.4 %, Thu 5.5 %, Fri 5.6 % for three days, over 7 days
    const grown =
      (1 + 0.052 / 360) *
      (1 + 0.053 / 360) *
      (1 + 0.054 / 360) *
      (1 + 0.055 / 360) *
      (1 + (0.056 * 3) / 360);
    const expected = ((grown - 1) * 360) / 7;
    expect(value(rateOf('2024-03-04', '2024-03-11', PLAIN))).toBeCloseTo(expected, 14);
  });

  it('SWAP-6: nights before a first business day take the rate of the day before', () => {
    // Saturday 2 March and Sunday 3 March: Friday's 5.1 %; Monday 5.2 %
    const expected = (((1 + (0.051 * 2) / 360) * (1 + 0.052 / 360) - 1) * 360) / 3;
    expect(value(rateOf('2024-03-02', '2024-03-05', PLAIN))).toBeCloseTo(expected, 14);
  });

  it('SWAP-6: what is not yet published is forecast, and what is must be known', () => {
    // on Thursday 7 March Wednesday's rate is out and Thursday's is not
    const known = (1 + 0.052 / 360) * (1 + 0.053 / 360) * (1 + 0.054 / 360);
    const forecast = Math.exp((0.05 * 4) / 365);
    const expected = ((known * forecast - 1) * 360) / 7;
    expect(value(rateOf('2024-03-04', '2024-03-11', PLAIN, '2024-03-07'))).toBeCloseTo(
      expected,
      13,
    );
    const missing = rateOf('2024-03-04', '2024-03-13', PLAIN, '2024-03-14');
    expect(missing.ok ? [] : missing.issues.map(({ code, expected: e }) => [code, e])).toEqual([
      ['fixing.missing', 'the rate of 2024-03-11'],
    ]);
  });

  it('SWAP-6: a curve that reaches back does not stand for a rate published before today', () => {
    const old = flatCurve({
      referenceDay: day('2024-03-01'),
      rate: 0.05,
      convention: CONTINUOUS_365,
    });
    const rate = (valuationIso: string) =>
      overnightRate(
        { index: INDEX, startDay: day('2024-03-11'), endDay: day('2024-03-18'), averaging: PLAIN },
        { ...market(valuationIso), projection: { ON: old } },
      );
    // Monday's rate is published on Tuesday: on that day it may be forecast, later no more
    expect(rate('2024-03-12').ok).toBe(true);
    expect(rate('2024-03-13').ok).toBe(false);
  });

  it('SWAP-7: averaged rates are weighed by days, a logarithm can stand for the sum', () => {
    const average = (0.052 + 0.053 + 0.054 + 0.055 + 3 * 0.056) / 7;
    const averaged = { ...PLAIN, method: 'averaged' } as const;
    expect(value(rateOf('2024-03-04', '2024-03-11', averaged))).toBeCloseTo(average, 14);
    const byLog = { ...PLAIN, method: 'averaged-log' } as const;
    // nothing published: ln of the growth is the continuous rate, 5 % x 360 / 365
    const forecast = value(rateOf('2024-03-12', '2024-06-12', byLog));
    expect(forecast).toBeCloseTo((0.05 * 360) / 365, 14);
    const exact = value(rateOf('2024-03-12', '2024-06-12', averaged));
    expect(exact).toBeGreaterThan(forecast);
    expect(exact - forecast).toBeLessThan(1e-5);
  });

  it('SWAP-7: lookback keeps the weights, a shift moves them, a lockout repeats', () => {
    const sum = (rates: readonly number[], weights: readonly number[]) =>
      rates.reduce((grown, r, at) => grown * (1 + (r * (weights[at] ?? 0)) / 360), 1);
    const annual = (grown: number, days: number) => ((grown - 1) * 360) / days;
    // Monday to Monday, two business days back: Thu, Fri, Mon, Tue, Wed
    const back = [0.05, 0.051, 0.052, 0.053, 0.054];
    const lookback = { ...PLAIN, lookbackDays: 2 };
    expect(value(rateOf('2024-03-04', '2024-03-11', lookback))).toBeCloseTo(
      annual(sum(back, [1, 1, 1, 1, 3]), 7),
      14,
    );
    const shifted = { ...lookback, observationShift: true };
    expect(value(rateOf('2024-03-04', '2024-03-11', shifted))).toBeCloseTo(
      annual(sum(back, [1, 3, 1, 1, 1]), 7),
      14,
    );
    const lockout = { ...PLAIN, lockoutDays: 2 };
    expect(value(rateOf('2024-03-04', '2024-03-11', lockout))).toBeCloseTo(
      annual(sum([0.052, 0.053, 0.054, 0.054, 0.054], [1, 1, 1, 1, 3]), 7),
      14,
    );
  });
});
