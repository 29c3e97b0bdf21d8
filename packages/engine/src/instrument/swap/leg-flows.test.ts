import { describe, expect, it } from 'vitest';
import { businessDayCalendar, isoFromDay } from '../../foundation/index.js';
import { CONTINUOUS_365, flatCurve } from '../../market/index.js';
import type { PricingMarket } from '../pricing-market.js';
import { legFlows } from './leg-flows.js';
import { paymentPeriods } from './leg-periods.js';
import { readSwapLeg } from './parse-swap-leg.js';
import type { TermIndex } from './rate-index.js';
import { interestOfPayment } from './sub-periods.js';
import { day, parsed, value } from './swap-vectors.test-fixture.js';
import { termFixing } from './term-rate.js';

const BASE = {
  side: 'receive',
  notional: 100,
  startDate: '2024-01-15',
  endDate: '2026-03-15',
  accrualTenor: '6M',
  calendar: 'monday-to-friday',
  convention: 'ModifiedFollowing',
  dayCount: '30/360',
  rate: { kind: 'fixed', rate: 0.04 },
};
const leg = (changes: object) => parsed(readSwapLeg, { ...BASE, ...changes });
const borders = (changes: object) =>
  value(paymentPeriods(leg(changes))).map(({ payDay, periods }) => [
    ...periods.map(({ unadjustedStart }) => isoFromDay(unadjustedStart)),
    isoFromDay(payDay),
  ]);

const valuationDay = day('2024-01-10');
const curve = flatCurve({ referenceDay: valuationDay, rate: 0.05, convention: CONTINUOUS_365 });
const market: PricingMarket = {
  valuationDay,
  discount: curve,
  projection: { 'I-3M': curve, 'I-6M': curve },
  fixings: {},
};

const index = (months: number) => ({
  kind: 'term',
  id: `I-${months}M`,
  tenor: `${months}M`,
  fixingLagDays: 2,
  calendar: 'monday-to-friday',
  convention: 'ModifiedFollowing',
  endOfMonth: true,
  dayCount: 'ACT/360',
});

describe('periods of a leg', () => {
  it('SWAP-2: the odd period stands where the stub says, short or long', () => {
    expect(borders({ stub: 'short-initial' }).map(([first]) => first)).toEqual([
      '2024-01-15',
      '2024-03-15',
      '2024-09-15',
      '2025-03-15',
      '2025-09-15',
    ]);
    expect(borders({ stub: 'long-initial' })[0]).toEqual(['2024-01-15', '2024-09-16']);
    expect(borders({ stub: 'short-final' }).at(-1)).toEqual(['2026-01-15', '2026-03-16']);
    expect(borders({ stub: 'long-final' }).at(-1)).toEqual(['2025-07-15', '2026-03-16']);
    const odd = paymentPeriods(leg({}));
    expect(odd.ok ? '' : odd.issues[0]?.code).toBe('stub.unexpected');
  });

  it('SWAP-2: whole periods are paid in groups, a stub on its own, and the lag comes after', () => {
    const grouped = { stub: 'short-initial', paymentTenor: '1Y', paymentLagDays: 2 };
    expect(borders(grouped)).toEqual([
      ['2024-01-15', '2024-03-19'],
      ['2024-03-15', '2024-09-15', '2025-03-19'],
      ['2025-03-15', '2025-09-15', '2026-03-18'],
    ]);
    expect(borders({ stub: 'short-initial', paymentTenor: 'term' })).toHaveLength(1);
    const uneven = paymentPeriods(leg({ stub: 'short-initial', paymentTenor: '18M' }));
    expect(uneven.ok ? '' : uneven.issues[0]?.code).toBe('payment-tenor');
  });

  it('SWAP-2: the last border has its own convention; a stub counts against a whole period', () => {
    const days = (changes: object) =>
      value(paymentPeriods(leg({ stub: 'short-initial', ...changes }))).flatMap(({ periods }) =>
        periods.map(({ endDay }) => isoFromDay(endDay)),
      );
    // Sunday 15 September 2024, Saturday 15 March 2025 and Sunday 15 March 2026
    expect(days({ terminationConvention: 'Unadjusted' })).toEqual([
      '2024-03-15',
      '2024-09-16',
      '2025-03-17',
      '2025-09-15',
      '2026-03-15',
    ]);
    const icma = { calendar: 'none', dayCount: 'ACT/ACT ICMA' };
    const [initial, whole] = value(paymentPeriods(leg({ stub: 'short-initial', ...icma })));
    // 60 days of the 182 from 15 September 2023, then half a year
    expect(initial?.periods[0]?.yearFraction).toBeCloseTo(60 / 182 / 2, 14);
    expect(whole?.periods[0]?.yearFraction).toBe(0.5);
    const final = value(paymentPeriods(leg({ stub: 'short-final', ...icma }))).at(-1);
    // 59 days of the 181 from 15 January to 15 July 2026
    expect(final?.periods[0]?.yearFraction).toBeCloseTo(59 / 181 / 2, 14);
  });

  it('SWAP-3: values by period are a list, dated steps or a constant change', () => {
    const notionals = (notional: unknown) =>
      value(paymentPeriods(leg({ stub: 'short-initial', notional }))).flatMap(({ periods }) =>
        periods.map((period) => period.notional),
      );
    expect(notionals({ byPeriod: [5, 4, 3, 2, 1] })).toEqual([5, 4, 3, 2, 1]);
    expect(notionals({ initial: 10, changeEachPeriod: -2 })).toEqual([10, 8, 6, 4, 2]);
    const steps = [
      { fromDate: '2024-09-15', value: 7 },
      { fromDate: '2025-03-16', value: 3 },
    ];
    expect(notionals({ initial: 10, steps })).toEqual([10, 10, 7, 7, 3]);
    const short = paymentPeriods(leg({ stub: 'short-initial', notional: { byPeriod: [5, 4] } }));
    expect(short.ok ? '' : short.issues[0]?.expected).toBe('5 values, one a period');
  });
});

describe('payments of a leg', () => {
  it('SWAP-8: sub-periods by hand: 4 % + 1 % then 6 % + 1 % on 100, half a year each', () => {
    const parts = [
      { notional: 100, years: 0.5, rate: 0.04, spread: 0.01 },
      { notional: 100, years: 0.5, rate: 0.06, spread: 0.01 },
    ];
    // simple: 2.5 + 3.5; then 2.5 earns 7 %, or 6 %; or rates compound and 1 % is added
    expect(interestOfPayment(parts, 'none')).toBeCloseTo(6, 13);
    expect(interestOfPayment(parts, 'straight')).toBeCloseTo(6 + 2.5 * 0.035, 13);
    expect(interestOfPayment(parts, 'flat')).toBeCloseTo(6 + 2.5 * 0.03, 13);
    expect(interestOfPayment(parts, 'spread-exclusive')).toBeCloseTo(2 + 3 + 2 * 0.03 + 1, 13);
  });

  it('SWAP-9: notional is paid out, repaid as it falls, returned; a known amount is paid', () => {
    const flows = value(
      legFlows(
        leg({
          endDate: '2025-01-15',
          notional: { byPeriod: [100, 60] },
          exchange: { initial: true, intermediate: true, final: true },
        }),
        market,
      ),
    );
    expect(flows.map(({ payDay, amount }) => [isoFromDay(payDay), amount])).toEqual([
      ['2024-01-15', -100],
      ['2024-07-15', 2],
      ['2024-07-15', 40],
      ['2025-01-15', 1.2],
      ['2025-01-15', 60],
    ]);
    const known = leg({
      side: 'pay',
      accrualTenor: 'term',
      rate: { kind: 'known-amount', amount: 9 },
    });
    expect(value(legFlows(known, market)).map(({ amount }) => amount)).toEqual([-9]);
  });

  it('SWAP-13: a stub takes an agreed rate, another index or a rate between two by days', () => {
    const amount = (initialStub: object) => {
      const rate = { kind: 'term', index: index(6), initialStub };
      const terms = { stub: 'short-initial', endDate: '2025-05-15', dayCount: 'ACT/360', rate };
      return value(legFlows(leg(terms), market))[0]?.amount ?? Number.NaN;
    };
    const years = (day('2024-05-15') - day('2024-01-15')) / 360;
    expect(amount({ kind: 'fixed', rate: 0.03 })).toBeCloseTo(100 * 0.03 * years, 12);
    const simple = (from: string, to: string) => {
      const days = day(to) - day(from);
      return ((Math.exp((0.05 * days) / 365) - 1) * 360) / days;
    };
    const three = simple('2024-01-15', '2024-04-15');
    const six = simple('2024-01-15', '2024-07-15');
    expect(amount({ kind: 'index', index: index(3) })).toBeCloseTo(100 * three * years, 12);
    // 121 days between 91 and 182
    const between = three + ((121 - 91) / (182 - 91)) * (six - three);
    const interpolated = { kind: 'interpolated', shorter: index(3), longer: index(6) };
    expect(amount(interpolated)).toBeCloseTo(100 * between * years, 12);
  });
});

describe('fixings of a term index', () => {
  const terms: TermIndex = {
    kind: 'term',
    id: 'I-3M',
    tenor: { count: 3, unit: 'M' },
    fixingLagDays: 2,
    calendar: businessDayCalendar('monday-to-friday'),
    convention: 'ModifiedFollowing',
    endOfMonth: true,
    dayCount: 'ACT/360',
  };
  const fixings = {
    'I-3M': new Map([
      [day('2024-01-09'), 0.011],
      [valuationDay, 0.022],
    ]),
  };

  it('SWAP-4: published before the valuation day, either on it, forecast after', () => {
    const known = { ...market, fixings };
    expect(value(termFixing(terms, day('2024-01-09'), known))).toBe(0.011);
    expect(value(termFixing(terms, valuationDay, known))).toBe(0.022);
    // fixed on Wednesday 10 January for 12 January to 12 April: 91 days
    const forecast = ((Math.exp((0.05 * 91) / 365) - 1) * 360) / 91;
    expect(value(termFixing(terms, valuationDay, market))).toBeCloseTo(forecast, 14);
    const past = termFixing(terms, day('2024-01-09'), market);
    expect(past.ok ? '' : past.issues[0]?.code).toBe('fixing.missing');
    const none = termFixing(terms, valuationDay, { ...market, projection: {} });
    expect(none.ok ? '' : none.issues[0]?.code).toBe('curve.missing');
  });

  it('SWAP-4: in arrears the fixing is before the end of the period, not before its start', () => {
    const paid = (fixing: string) => {
      const rate = { kind: 'term', index: index(3), fixing };
      const dates = { startDate: '2024-01-15', endDate: '2024-04-15', accrualTenor: 'term' };
      const steep = { ...market, fixings: { 'I-3M': new Map([[day('2024-01-11'), 0.9]]) } };
      const on = { ...steep, valuationDay: day('2024-01-12') };
      return value(legFlows(leg({ ...dates, dayCount: 'ACT/360', rate }), on))[0]?.amount;
    };
    expect(paid('in-advance')).toBeCloseTo((100 * 0.9 * 91) / 360, 12);
    // from 15 April to 15 July: 91 days at a continuous rate of 5 per cent
    expect(paid('in-arrears')).toBeCloseTo(100 * (Math.exp((0.05 * 91) / 365) - 1), 12);
  });

  it('SWAP-5: a forecast spans the dates of the index, or the period it is paid for', () => {
    const paid = (forwardOver: string) => {
      const rate = { kind: 'term', index: index(3), forwardOver };
      const dates = { startDate: '2024-06-30', endDate: '2024-12-30', accrualTenor: '3M' };
      return value(legFlows(leg({ ...dates, dayCount: 'ACT/360', rate }), market));
    };
    const simple = (days: number) => ((Math.exp((0.05 * days) / 365) - 1) * 360) / days;
    const [overIndex] = paid('index-dates');
    const [overPeriod] = paid('accrual-period');
    // accrual from Friday 28 June to Monday 30 September: 94 days, the index ends on 30 September
    // as well, being fixed for a last business day of June
    expect(overPeriod?.amount).toBeCloseTo((100 * simple(94) * 94) / 360, 12);
    expect(overIndex?.amount).toBeCloseTo((100 * simple(94) * 94) / 360, 12);
    // second: 30 September to 30 December is 91 days, the index from a month's end runs to the 31st
    expect(paid('accrual-period')[1]?.amount).toBeCloseTo((100 * simple(91) * 91) / 360, 12);
    expect(paid('index-dates')[1]?.amount).toBeCloseTo((100 * simple(92) * 91) / 360, 12);
  });
});
