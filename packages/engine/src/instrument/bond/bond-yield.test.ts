import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  type BusinessDayCalendar,
  businessDayCalendar,
  yearFraction,
} from '../../foundation/index.js';
import { accruedInterest } from './accrued-interest.js';
import { dayOf, successOf } from './bond-vector.test-fixture.js';
import {
  accruedPer100,
  priceFromYield,
  settledBond,
  yieldFromPrice,
  yieldSensitivity,
} from './bond-yield.js';
import { type CouponSchedule, couponPeriods, type ExDividendPeriod } from './coupon-periods.js';
import { type FixedRateBond, fixedFlows } from './fixed-rate-bond.js';
import {
  STREET_SEMIANNUAL,
  UK_DMO,
  US_STREET,
  US_TREASURY,
  type YieldConvention,
} from './yield-convention.js';

const NONE = businessDayCalendar('none');

interface Words {
  readonly start: string;
  readonly maturity: string;
  readonly rate: number;
  readonly first?: string;
  readonly endOfMonth?: boolean;
  readonly ex?: ExDividendPeriod;
  readonly calendar?: BusinessDayCalendar;
}

function scheduleOf(words: Words): CouponSchedule {
  return {
    terms: {
      start: dayOf(words.start),
      end: dayOf(words.maturity),
      tenor: { count: 6, unit: 'M' },
      rule: 'Backward',
      endOfMonth: words.endOfMonth ?? false,
      convention: 'Unadjusted',
      terminationConvention: 'Unadjusted',
      calendar: NONE,
      ...(words.first === undefined ? {} : { firstDay: dayOf(words.first) }),
    },
    paymentCalendar: words.calendar ?? NONE,
    paymentConvention: 'Following',
    ...(words.ex === undefined ? {} : { exDividend: words.ex }),
  };
}

function bondOf(words: Words): FixedRateBond {
  return {
    coupons: scheduleOf(words),
    rates: [words.rate],
    couponCompounding: 'simple',
    dayCount: 'ACT/ACT ICMA',
    redemption: 100,
    settlement: { days: 0, calendar: NONE },
  };
}

const settle = (words: Words, day: string) =>
  successOf(settledBond(fixedFlows(bondOf(words)), dayOf(day)));

/** 31 CFR part 356, appendix B, section II (public domain): rate, yield, price per 100. */
const TREASURY: readonly (readonly [string, Words, string, number, number])[] = [
  [
    'B, short first coupon',
    { start: '1990-04-02', maturity: '1992-03-31', rate: 0.085, endOfMonth: true },
    '1990-04-02',
    0.0859,
    99.838183,
  ],
  [
    'C, long first coupon',
    { start: '1990-03-01', maturity: '1995-05-15', first: '1990-11-15', rate: 0.085 },
    '1990-03-01',
    0.0853,
    99.805118,
  ],
  [
    'E, reopened in the regular part of a long first period',
    { start: '1985-07-02', maturity: '2005-08-15', first: '1986-02-15', rate: 0.1075 },
    '1985-11-04',
    0.1047,
    102.214586,
  ],
  [
    'F, reopened in a regular first period',
    { start: '1983-05-16', maturity: '1991-05-15', first: '1983-11-15', rate: 0.105 },
    '1983-08-15',
    0.1053,
    99.777074,
  ],
  [
    'G, reopened in the broken part of a long first period',
    { start: '1988-10-15', maturity: '1994-12-15', first: '1989-06-15', rate: 0.0975 },
    '1988-11-15',
    0.0979,
    99.738045,
  ],
];

describe('yields by published rules', () => {
  it.each(TREASURY)('BOND-7: 31 CFR 356 example %s', (_name, words, day, rate, price) => {
    const bond = settle(words, day);
    expect(priceFromYield(bond, US_TREASURY, rate).clean).toBeCloseTo(price, 5);
    expect(successOf(yieldFromPrice(bond, US_TREASURY, price))).toBeCloseTo(rate, 8);
  });

  it('BOND-7: in the last coupon period the U.S. street yield is simple interest', () => {
    const bond = settle({ start: '2023-08-15', maturity: '2033-08-15', rate: 0.04 }, '2033-05-15');
    const years = yearFraction('ACT/ACT ICMA', dayOf('2033-05-15'), dayOf('2033-08-15'), {
      referenceStart: dayOf('2033-02-15'),
      referenceEnd: dayOf('2033-08-15'),
    });
    const { dirty } = priceFromYield(bond, US_STREET, 0.05);
    expect(dirty).toBeCloseTo(102 / (1 + 0.05 * years), 12);
    expect(priceFromYield(bond, STREET_SEMIANNUAL, 0.05).dirty).not.toBeCloseTo(dirty, 3);
  });

  const gilt: Words = {
    start: '1996-12-07',
    maturity: '2015-12-07',
    rate: 0.08,
    ex: { count: 6, unit: 'business-days', calendar: businessDayCalendar('uk-settlement') },
  };
  it.each([
    ['cum dividend', '1999-05-24', 145.012268],
    ['ex dividend', '1999-05-27', 141.070132],
    ['on the coupon day', '1999-06-07', 141.257676],
  ])('BOND-3, BOND-8: Debt Management Office, 8%% 2015 at 4.445%%, %s', (_name, day, price) => {
    expect(priceFromYield(settle(gilt, day), UK_DMO, 0.04445).dirty).toBeCloseTo(price, 5);
  });

  it('BOND-4: accrued interest turns negative within the ex-dividend period', () => {
    expect(accruedPer100(settle(gilt, '1999-05-26'))).toBeCloseTo((4 * 170) / 182, 12);
    expect(accruedPer100(settle(gilt, '1999-05-27'))).toBeCloseTo((-4 * 11) / 182, 12);
    expect(accruedPer100(settle(gilt, '1999-06-07'))).toBe(0);
  });

  it('BOND-2: annual-compounded coupons grow, the first period of a stub in proportion', () => {
    const bond: FixedRateBond = {
      ...bondOf({ start: '2007-01-01', maturity: '2009-01-01', rate: 0.1 }),
      couponCompounding: 'annual',
      dayCount: '30/360',
    };
    const [first] = successOf(fixedFlows(bond));
    expect(first?.amount).toBeCloseTo(100 * (Math.sqrt(1.1) - 1), 12);
  });

  it('BOND-1: a long first period is measured by the regular periods it spans', () => {
    const words = { start: '1990-03-01', maturity: '1995-05-15', first: '1990-11-15', rate: 0.08 };
    const [first] = successOf(couponPeriods(scheduleOf(words)));
    expect(first).toMatchObject({ start: dayOf(words.start), end: dayOf(words.first) });
    expect(first?.referenceStart).toBe(dayOf('1990-05-15'));
    const [coupon] = successOf(fixedFlows(bondOf(words)));
    expect(coupon?.amount).toBeCloseTo(4 * (1 + 75 / 181), 12);
  });

  it('BOND-1: a broken last period is measured by the regular period it starts', () => {
    const words = { start: '2004-11-30', maturity: '2009-03-30', rate: 0.0325 };
    const schedule = scheduleOf(words);
    const terms = { ...schedule.terms, nextToLastDay: dayOf('2008-11-30') };
    const bond = { ...bondOf(words), coupons: { ...schedule, terms } };
    const last = successOf(fixedFlows(bond))
      .filter(({ kind }) => kind === 'coupon')
      .at(-1);
    // 120 of the 181 days to 30 May 2009, as another library lists it: 1.0773480663.
    expect(last?.amount).toBeCloseTo((1.625 * 120) / 181, 12);
  });

  it('BOND-10: a price no yield gives, and a matured bond, are issues', () => {
    const bond = settle({ start: '2023-08-15', maturity: '2033-08-15', rate: 0.04 }, '2024-02-15');
    for (const price of [-1, -2.5, Number.NaN]) {
      expect(yieldFromPrice(bond, STREET_SEMIANNUAL, price).ok).toBe(false);
    }
    expect(settledBond({ ok: true, value: bond.flows }, dayOf('2033-08-15')).ok).toBe(false);
  });
});

const SEED = 20240215;

/** A bond, its settlement and a yield, drawn. */
const anyBond = fc.record({
  start: fc.integer({ min: dayOf('2000-01-01'), max: dayOf('2020-12-28') }),
  months: fc.integer({ min: 7, max: 360 }),
  into: fc.integer({ min: 0, max: 180 }),
  rate: fc.double({ min: 0, max: 0.15, noNaN: true }),
  yield: fc.double({ min: -0.02, max: 0.4, noNaN: true }),
  convention: fc.constantFrom(STREET_SEMIANNUAL, US_TREASURY, US_STREET),
});

function drawn(one: { start: number; months: number; into: number; rate: number }) {
  const words = { start: '2000-01-01', maturity: '2001-01-01', rate: one.rate };
  const schedule = scheduleOf(words);
  const terms = { ...schedule.terms, start: one.start, end: addMonths(one.start, one.months) };
  const bond = { ...bondOf(words), coupons: { ...schedule, terms } };
  return successOf(settledBond(fixedFlows(bond), one.start + one.into));
}

describe(`laws of bond prices, seed ${SEED}`, () => {
  it('BOND-10: yield of price of yield is the yield', () => {
    fc.assert(
      fc.property(anyBond, (one) => {
        const bond = drawn(one);
        const { clean } = priceFromYield(bond, one.convention, one.yield);
        const back = successOf(yieldFromPrice(bond, one.convention, clean));
        expect(Math.abs(back - one.yield)).toBeLessThan(1e-9);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('BOND-6, BOND-9: the price falls as the yield rises, as its slope says', () => {
    fc.assert(
      fc.property(anyBond, (one) => {
        const bond = drawn(one);
        const at = (rate: number) => priceFromYield(bond, one.convention, rate).dirty;
        expect(at(one.yield + 1e-4)).toBeLessThan(at(one.yield));
        const { modifiedDuration, convexity, price } = yieldSensitivity(
          bond,
          one.convention,
          one.yield,
        );
        const move = 1e-5;
        const slope = (at(one.yield + move) - at(one.yield - move)) / (2 * move);
        expect(-slope / price.dirty / modifiedDuration).toBeCloseTo(1, 6);
        const moved = price.dirty * (1 - modifiedDuration * 1e-3 + 0.5 * convexity * 1e-6);
        expect(at(one.yield + 1e-3) / moved).toBeCloseTo(1, 4);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('BOND-4: accrued interest lies between zero and the coupon', () => {
    fc.assert(
      fc.property(anyBond, (one) => {
        const { flows, settlementDay } = drawn(one);
        const accrued = accruedInterest(flows, settlementDay);
        const coupon = flows.find((flow) => flow.payDay > settlementDay)?.amount ?? 0;
        expect(accrued).toBeGreaterThanOrEqual(0);
        expect(accrued).toBeLessThanOrEqual(coupon + 1e-12);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('BOND-6: a bond at a yield of its coupon is worth par on a coupon day', () => {
    const convention: YieldConvention = STREET_SEMIANNUAL;
    const words = { start: '2020-02-15', maturity: '2030-02-15', rate: 0.0425 };
    expect(priceFromYield(settle(words, '2024-08-15'), convention, 0.0425).clean).toBeCloseTo(
      100,
      11,
    );
  });
});
