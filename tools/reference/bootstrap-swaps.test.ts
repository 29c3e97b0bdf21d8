import {
  addPeriod,
  bumpedQuotes,
  businessDayCalendar,
  type CurveQuote,
  curveFromQuotes,
  legAnnuity,
  ONE_BP,
  type OvernightIndex,
  ok,
  type PricingMarket,
  parallelDv01,
  parRateOf,
  type Result,
  type SwapLeg,
  type SwapTerms,
  swapPresentValue,
} from '@almfes/engine';
import { describe, expect, it } from 'vitest';
import {
  type BootstrapCase,
  bootstrapCases,
  curveDayCount,
  interpolationOf,
  oisConvention,
  quotesOf,
  referenceDayOf,
  type SwapRow,
  textOf,
} from './curve-bootstraps.test-fixture.js';
import { dayOf, periodOf, successOf } from './date.test-fixture.js';
import { hasReference } from './reference.test-fixture.js';

const cases = bootstrapCases();
const rows = cases.flatMap((one) =>
  (one.swaps ?? []).map((row) => ({ one, row, id: one.id, tenor: row.tenor })),
);

function market(one: BootstrapCase, quotes: readonly CurveQuote[]): Result<PricingMarket> {
  const text = textOf(one);
  const valuationDay = dayOf(one.inputs.evaluationDate);
  const made = curveFromQuotes({
    referenceDay: referenceDayOf(one),
    valuationDay,
    dayCount: curveDayCount(text),
    interpolation: interpolationOf(text),
    quotes,
  });
  if (!made.ok) return made;
  return ok({ valuationDay, discount: made.value, projection: { ON: made.value }, fixings: {} });
}

/** A yearly swap from the stated start, its roll day that of the start. */
function overnightSwap(one: BootstrapCase, row: SwapRow): SwapTerms {
  const convention = oisConvention(textOf(one));
  const calendar = businessDayCalendar(convention.calendar);
  const startDay = dayOf(row.start);
  const index: OvernightIndex = {
    kind: 'overnight',
    id: 'ON',
    calendar,
    dayCount: convention.dayCount,
    publicationLagDays: 1,
  };
  const leg = (side: SwapLeg['side'], rate: SwapLeg['rate']): SwapLeg => ({
    side,
    rate,
    notional: row.notional,
    dayCount: convention.dayCount,
    compounding: 'none',
    exchange: { initial: false, intermediate: false, final: false },
    schedule: {
      startDay,
      endDay: addPeriod(startDay, periodOf(row.tenor)),
      accrualTenor: convention.paymentTenor,
      paymentTenor: convention.paymentTenor,
      stub: 'short-initial',
      endOfMonth: false,
      convention: 'ModifiedFollowing',
      terminationConvention: 'ModifiedFollowing',
      calendar,
      paymentConvention: 'Following',
      paymentCalendar: calendar,
      paymentLagDays: convention.paymentLagDays,
    },
  });
  if (row.side !== 'pay' && row.side !== 'receive') throw new Error(`side ${row.side}`);
  const averaging = {
    method: convention.averaging === 'simple' ? 'averaged' : 'compounded',
    lookbackDays: 0,
    observationShift: false,
    lockoutDays: 0,
  } as const;
  return {
    legs: [
      leg(row.side, { kind: 'fixed', rate: row.fixedRate }),
      leg(row.side === 'pay' ? 'receive' : 'pay', {
        kind: 'overnight',
        index,
        spread: 0,
        gearing: 1,
        averaging,
      }),
    ],
  };
}

/** The file's curve is solved to some 1e-13 of rate, which a notional of 10m makes 1e-6. */
const near = (got: number, stated: number | undefined, notional: number, what: string): void => {
  if (stated === undefined) return;
  const allowed = Math.max(1e-11 * notional, 1e-10 * Math.abs(stated));
  expect(Math.abs(got - stated), what).toBeLessThan(allowed);
};

describe.skipIf(!hasReference)('swaps on bootstrapped curves (needs ../shared)', () => {
  it.each(rows)('SWAP-10, SWAP-11, SWAP-12, SWAP-14: $tenor on $id', ({ one, row }) => {
    const terms = overnightSwap(one, row);
    const base = successOf(market(one, quotesOf(one)));
    near(successOf(swapPresentValue(terms, base)), row.npv, row.notional, 'npv');
    expect(Math.abs(successOf(parRateOf(terms, 0, base)) - row.parRate)).toBeLessThan(1e-12);
    const [fixed] = terms.legs;
    if (fixed === undefined) throw new Error('no fixed leg');
    const perBp = (row.side === 'pay' ? -ONE_BP : ONE_BP) * successOf(legAnnuity(fixed, base));
    near(perBp, row.fixedLegBPS, row.notional, 'fixed leg');
    const zero = successOf(parallelDv01((moved) => swapPresentValue(terms, moved), base));
    near(zero, row.parallelZeroBumpDV01_central, row.notional, 'zero bump');
  });

  it.each(rows)('SWAP-16: quotes of $id moved under $tenor', ({ one, row }) => {
    const terms = overnightSwap(one, row);
    const quotes = quotesOf(one);
    const worth = (size: number, index?: number): number =>
      successOf(swapPresentValue(terms, successOf(market(one, bumpedQuotes(quotes, size, index)))));
    const central = (index?: number): number => (worth(ONE_BP, index) - worth(-ONE_BP, index)) / 2;
    near(central(), row.parallelParBumpDV01_central, row.notional, 'all quotes');
    const offset = quotes.length - (one.inputs.ois ?? []).length;
    for (const [at, { tenor }] of (one.inputs.ois ?? []).entries()) {
      const stated = row.keyRateDV01_parQuoteBump_central?.[tenor];
      near(central(at + offset), stated, row.notional, tenor);
    }
  });
});
