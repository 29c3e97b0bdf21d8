import {
  accruedPer100,
  addMonths,
  type BondPrice,
  businessDayCalendar,
  civilFromDay,
  daysInMonth,
  type ExDividendPeriod,
  type FixedRateBond,
  fixedFlows,
  priceFromYield,
  type SettledBond,
  STREET_SEMIANNUAL,
  UK_DMO,
  US_TREASURY,
  type YieldConvention,
  yieldFromPrice,
} from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import { dayOf, settlementIn, successOf } from './bond-case.test-fixture.js';
import {
  type Fields,
  isFields,
  numberNamed,
  proseOf,
  textNamed,
} from './case-field.test-fixture.js';
import { hasReference, reference } from './reference.test-fixture.js';

interface OfficialCase {
  readonly id: string;
  readonly upstream?: string;
  readonly inputs: Fields;
  readonly expected: Fields;
  readonly tolerance?: number;
}

const cases = hasReference
  ? reference<{ readonly cases: readonly OfficialCase[] }>('bonds_official.json').cases
  : [];

/** Gilts: a buyer who settles later than seven business days before the coupon goes without it. */
const GILT_EX_DIVIDEND = (): ExDividendPeriod => ({
  count: 6,
  unit: 'business-days',
  calendar: businessDayCalendar('uk-settlement'),
});

const isGilt = (one: OfficialCase): boolean => /DMO|gilt/i.test(one.upstream ?? '');

function dateIn(inputs: Fields, pattern: RegExp): number | undefined {
  const text = textNamed(inputs, pattern);
  return text === undefined ? undefined : dayOf(text);
}

/** A bond already old: its first coupons do not matter, so it starts two years back. */
function startBefore(maturity: number, settlement: number, months: number): number {
  let start = maturity;
  for (let count = 1; start > settlement - 731; count += 1) {
    start = addMonths(maturity, -months * count);
  }
  return start;
}

function isEndOfMonth(day: number): boolean {
  const { year, month, dayOfMonth } = civilFromDay(day);
  return dayOfMonth === daysInMonth(year, month);
}

function bondOf(one: OfficialCase): FixedRateBond {
  const { inputs } = one;
  const months = 12 / (numberNamed(inputs, /^frequency/) ?? 2);
  const firstDay = dateIn(inputs, /^firstCoupon/);
  const stated = dateIn(inputs, /^maturity/);
  if (stated === undefined && firstDay === undefined) throw new Error(`${one.id}: no maturity`);
  const end = stated ?? addMonths(firstDay ?? 0, 24);
  const start = dateIn(inputs, /^dated/) ?? startBefore(end, settlementIn(inputs), months);
  const couponPercent = numberNamed(inputs, /^coupon/);
  if (couponPercent === undefined) throw new Error(`${one.id}: no coupon`);
  const none = businessDayCalendar('none');
  return {
    coupons: {
      terms: {
        start,
        end,
        tenor: { count: months, unit: 'M' },
        rule: 'Backward',
        endOfMonth: isEndOfMonth(end),
        convention: 'Unadjusted',
        terminationConvention: 'Unadjusted',
        calendar: none,
        ...(firstDay === undefined ? {} : { firstDay }),
      },
      paymentCalendar: none,
      paymentConvention: 'Unadjusted',
      ...(isGilt(one) ? { exDividend: GILT_EX_DIVIDEND() } : {}),
    },
    rates: [couponPercent / 100],
    couponCompounding: 'simple',
    dayCount: 'ACT/ACT ICMA',
    redemption: 100,
    settlement: { days: 0, calendar: none },
  };
}

function conventionOf(one: OfficialCase): YieldConvention {
  const prose = `${proseOf(one.inputs)} ${one.upstream ?? ''}`;
  const frequencyPerYear = numberNamed(one.inputs, /^frequency/) ?? 2;
  const told = /simple/i.test(prose) ? US_TREASURY : /DMO|gilt/i.test(prose) ? UK_DMO : undefined;
  if (told === undefined && !/street|compound/i.test(prose)) throw new Error(`${one.id}: yield?`);
  return { ...(told ?? STREET_SEMIANNUAL), frequencyPerYear };
}

const yieldOf = (one: OfficialCase, bond: SettledBond): number => {
  const dirty = numberNamed(one.inputs, /^dirty/);
  const clean = numberNamed(one.inputs, /^clean|^price/);
  const yieldPercent = numberNamed(one.inputs, /^yield/);
  if (dirty === undefined && clean === undefined) return (yieldPercent ?? Number.NaN) / 100;
  const from = clean ?? (dirty ?? 0) - accruedPer100(bond);
  return successOf(yieldFromPrice(bond, conventionOf(one), from));
};

const priceOf = (one: OfficialCase, bond: SettledBond): BondPrice =>
  priceFromYield(bond, conventionOf(one), yieldOf(one, bond));

type Answer = (one: OfficialCase, bond: SettledBond) => number;
const ANSWERS: readonly (readonly [RegExp, Answer])[] = [
  [/^clean/, (one, bond) => priceOf(one, bond).clean],
  [/^dirty/, (one, bond) => priceOf(one, bond).dirty],
  [/^accrued/, (_one, bond) => accruedPer100(bond)],
  [/^yieldPct/, (one, bond) => 100 * yieldOf(one, bond)],
  [/^yield/, yieldOf],
];

describe.skipIf(!hasReference)('official bond prices (needs ../shared)', () => {
  it.each(cases)('$id', (one) => {
    const bond = {
      flows: successOf(fixedFlows(bondOf(one))),
      settlementDay: settlementIn(one.inputs),
    };
    const wanted = Object.entries(one.expected);
    expect(wanted.length).toBeGreaterThan(0);
    for (const [name, stated] of wanted) {
      const value = Number(isFields(stated) ? stated.value : stated);
      const answer = ANSWERS.find(([pattern]) => pattern.test(name))?.[1];
      if (answer === undefined) throw new Error(`unknown expected field ${name} of ${one.id}`);
      const found = answer(one, bond);
      const tolerance = one.tolerance ?? 1e-10 * Math.abs(value);
      expect(Math.abs(found - value), `${name} = ${found}, not ${value}`).toBeLessThanOrEqual(
        tolerance,
      );
    }
  });
});
