import { describe, expect, it } from 'vitest';
import { parseTerms } from '../../contract/index.js';
import { dayFromCivil } from '../../foundation/index.js';
import { flatCurve } from '../../market/index.js';
import { levelPayment } from './level-payment.js';
import { loansFromTerms } from './loans-from-terms.js';
import { valueLoans } from './value-loans.js';

const YEARLY = { compounding: 'compounded', frequencyPerYear: 1, dayCount: '30E/360' } as const;

/** 10% a year, counted 30E/360, so that a year is exactly one. */
const tenPercent = flatCurve({
  referenceDay: dayFromCivil(2024, 1, 15),
  rate: 0.1,
  convention: YEARLY,
});

/** Three yearly payments from 2025-01-15 on 1,000 at 5%, lent on 2024-01-15. */
const base = {
  contractType: 'PAM',
  contractID: 'hand',
  contractRole: 'RPA',
  currency: 'USD',
  contractDealDate: '2024-01-10T00:00:00',
  statusDate: '2024-01-14T00:00:00',
  initialExchangeDate: '2024-01-15T00:00:00',
  maturityDate: '2027-01-15T00:00:00',
  notionalPrincipal: 1000,
  nominalInterestRate: 0.05,
  dayCountConvention: '30E360',
  cycleAnchorDateOfInterestPayment: '2025-01-15T00:00:00',
  cycleOfInterestPayment: 'P1YL1',
};

const redeemed = {
  ...base,
  cycleAnchorDateOfPrincipalRedemption: '2025-01-15T00:00:00',
  cycleOfPrincipalRedemption: 'P1YL1',
};

function parsed(terms: Record<string, unknown>) {
  const result = parseTerms(terms, 'terms');
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

const select = (...terms: Record<string, unknown>[]) => loansFromTerms(terms.map(parsed));
const valueAtTen = (terms: Record<string, unknown>): number =>
  valueLoans(select(terms).loans, tenPercent)[0] ?? Number.NaN;

describe('loans in columns, by hand', () => {
  it('LOAN-1: two loans on one day of the month share a timetable, a third has its own', () => {
    const other = {
      ...base,
      cycleAnchorDateOfInterestPayment: '2025-01-20T00:00:00',
      maturityDate: '2027-01-20T00:00:00',
    };
    const { loans } = select(base, { ...base, notionalPrincipal: 5 }, other);
    expect(loans.timetables.length).toBe(2);
    expect([...loans.timetable]).toEqual([0, 0, 1]);
    expect([...loans.payments]).toEqual([3, 3, 3]);
  });

  it('LOAN-2: the pay-out counts only while it lies ahead', () => {
    // The curve starts on the day of the pay-out, so the 1,000 lent are past.
    const received = 50 / 1.1 + 50 / 1.21 + 1050 / 1.331;
    expect(valueAtTen(base)).toBeCloseTo(received, 9);
    const before = flatCurve({
      referenceDay: dayFromCivil(2023, 1, 15),
      rate: 0.1,
      convention: YEARLY,
    });
    const value = valueLoans(select(base).loans, before)[0];
    expect(value).toBeCloseTo((received - 1000) / 1.1, 9);
  });

  it('LOAN-3: bullet, owed instead of lent, has the opposite sign', () => {
    expect(valueAtTen({ ...base, contractRole: 'RPL' })).toBe(-valueAtTen(base));
  });

  it('LOAN-4: linear, 400 a year: interest on 1,000, 600 and 200', () => {
    const terms = { ...redeemed, contractType: 'LAM', nextPrincipalRedemptionPayment: 400 };
    expect(valueAtTen(terms)).toBeCloseTo(450 / 1.1 + 430 / 1.21 + 210 / 1.331, 9);
  });

  it('LOAN-4: a part above the balance repays it and ends the loan', () => {
    const terms = { ...redeemed, contractType: 'LAM', nextPrincipalRedemptionPayment: 700 };
    expect(valueAtTen(terms)).toBeCloseTo(750 / 1.1 + 315 / 1.21, 9);
  });

  it('LOAN-5: level, 400 a year: 650 left, then 282.50, and 296.625 at the end', () => {
    const terms = { ...redeemed, contractType: 'NAM', nextPrincipalRedemptionPayment: 400 };
    expect(valueAtTen(terms)).toBeCloseTo(400 / 1.1 + 400 / 1.21 + 296.625 / 1.331, 9);
  });

  it('LOAN-5: a payment below the interest lets the balance rise', () => {
    // 1,000 -> 1,050 - 20 = 1,030 -> 1,081.50 - 20 = 1,061.50 -> 1,114.575
    const terms = { ...redeemed, contractType: 'NAM', nextPrincipalRedemptionPayment: 20 };
    expect(valueAtTen(terms)).toBeCloseTo(20 / 1.1 + 20 / 1.21 + 1114.575 / 1.331, 9);
  });

  it('LOAN-5: the level payment of 1,000 at 5% over three years is 367.2085646', () => {
    const threeYears = { firstYears: 1, rest: new Float64Array([1, 1]), from: 0, end: 2 };
    // 1000 x 0.05 / (1 - 1.05^-3) = 50 / 0.136162401468
    expect(levelPayment(1000, 0.05, threeYears)).toBeCloseTo(367.2085646312, 9);
    const annuity = 1 / 1.1 + 1 / 1.21 + 1 / 1.331;
    expect(valueAtTen({ ...redeemed, contractType: 'ANN' })).toBeCloseTo(
      367.2085646312 * annuity,
      7,
    );
  });
});

describe('LOAN-6: what columns cannot carry is refused by name', () => {
  const cases: readonly [string, Record<string, unknown>, string][] = [
    ['a premium', { ...base, premiumDiscountAtIED: -5 }, 'premiumDiscountAtIED'],
    ['a maturity off the cycle', { ...base, maturityDate: '2027-03-15T00:00:00' }, 'maturityDate'],
    ['a cycle of days', { ...base, cycleOfInterestPayment: 'P30DL1' }, 'cycleOfInterestPayment'],
    ['a time of day', { ...base, maturityDate: '2027-01-15T12:00:00' }, 'maturityDate'],
    ['a day count', { ...base, dayCountConvention: '28E336' }, 'dayCountConvention'],
    ['a calendar in the day count', { ...base, dayCountConvention: 'B252' }, 'dayCountConvention'],
    ['no day count', { ...base, dayCountConvention: undefined }, 'dayCountConvention'],
    ['no role', { ...base, contractRole: undefined }, 'contractRole'],
    ['no notional', { ...base, notionalPrincipal: undefined }, 'notionalPrincipal'],
    [
      'principal that starts later than interest',
      {
        ...redeemed,
        contractType: 'LAM',
        nextPrincipalRedemptionPayment: 400,
        cycleAnchorDateOfPrincipalRedemption: '2026-01-15T00:00:00',
      },
      'cycleAnchorDateOfPrincipalRedemption',
    ],
  ];
  it.each(cases)('LOAN-6: %s', (_name, terms, term) => {
    const selection = select(base, terms);
    expect(selection.contracts).toEqual([0]);
    expect(selection.refused).toEqual([{ contract: 1, term }]);
  });
});
