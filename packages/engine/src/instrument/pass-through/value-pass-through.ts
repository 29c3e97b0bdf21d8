import {
  addMonths,
  collect,
  fail,
  isoFromDay,
  issue,
  ok,
  type Result,
  yearFraction,
} from '../../foundation/index.js';
import { type DatedCurve, discountOnDay, shiftedCurve } from '../../market/index.js';
import { brent } from '../../numeric/index.js';
import { curveReach } from '../bond/curve-reach.js';
import { settlementDayOf } from '../bond/value-bond.js';
import type { PricingMarket } from '../pricing-market.js';
import { riskMeasures } from '../swap/value-swap.js';
import type { InstrumentMeasure, Valuation, ValuedFlow } from '../valuation.js';
import { averageLife } from './average-life.js';
import { paymentDay, poolMonths } from './dated-pool.js';
import type { MortgageRatePath } from './incentive-prepayment.js';
import { forwardMortgageRates, tenYearParRate } from './mortgage-rate-path.js';
import {
  bondEquivalentYield,
  holderFlows,
  type MonthlyFlow,
  mortgageYield,
  yieldMeasures,
} from './mortgage-yield.js';
import { oasMeasures } from './oas-measures.js';
import type { PassThrough } from './pass-through-terms.js';
import type { PoolMonth } from './pool-flows.js';

/** Mortgage rates along the forwards of `curve`, by the spread seen on the base curve. */
function forwardPath(terms: PassThrough, base: DatedCurve, curve: DatedCurve): MortgageRatePath {
  if (terms.prepayment.kind !== 'incentive') return [];
  const startDay = base.referenceDay;
  const spread = terms.prepayment.mortgageRate - tenYearParRate(base, startDay);
  return forwardMortgageRates({ curve, startDay, months: terms.pool.remainingMonths, spread });
}

/** Present value on the reference day of `curve` of the months' payments, spread added. */
function worthOf(terms: PassThrough, months: readonly PoolMonth[], curve: DatedCurve): number {
  let worth = 0;
  for (const row of months) {
    const amount = row.passThroughInterest + row.scheduledPrincipal + row.prepaidPrincipal;
    worth += amount * discountOnDay(curve, paymentDay(terms, row.month));
  }
  return worth;
}

/** The settled security: what is paid, owed and accrued. */
interface Settled {
  readonly settlementDay: number;
  readonly accruedDays: number;
  /** Currency. */
  readonly accrued: number;
}

function settledOf(terms: PassThrough, valuationDay: number): Result<Settled> {
  const settlementDay = settlementDayOf(valuationDay, terms.settlement, undefined);
  const { firstAccrualDay, pool } = terms;
  const accruedDays = Math.round(360 * yearFraction('30/360', firstAccrualDay, settlementDay));
  if (settlementDay < firstAccrualDay || settlementDay >= addMonths(firstAccrualDay, 1)) {
    const expected = `a settlement in the accrual month from ${isoFromDay(firstAccrualDay)}`;
    return fail(issue('settlement.month', 'firstAccrual', expected, isoFromDay(settlementDay)));
  }
  const accrued = (pool.balance * pool.passThroughRate * accruedDays) / 360;
  return ok({ settlementDay, accruedDays, accrued });
}

/**
 * All measures of a pass-through (rules PASSTHROUGH-5 to PASSTHROUGH-12): price, mortgage and
 * bond-equivalent yield, average life, yield durations and convexity; static spread where a price
 * is quoted; effective duration and convexity, DV01 and key-rate DV01 with the speed following the
 * curve; with a rate model, the option-adjusted spread. Issues: `settlement.month`, `spread.none`.
 */
export function valuePassThrough(terms: PassThrough, market: PricingMarket): Result<Valuation> {
  const settled = settledOf(terms, market.valuationDay);
  if (!settled.ok) return settled;
  const base = market.discount;
  const reached = curveReach(base, [settled.value.settlementDay, lastDayOf(terms, base)]);
  if (!reached.ok) return reached;
  const months = poolMonths(terms, forwardPath(terms, base, base));
  const spread = staticSpread(terms, months, base, settled.value);
  if (!spread.ok) return spread;
  const worthOn = (curve: DatedCurve): number =>
    worthOf(
      terms,
      poolMonths(terms, forwardPath(terms, base, curve)),
      shiftedCurve(curve, spread.value),
    );
  const dirty = dirtyValue(worthOn(base), shiftedCurve(base, spread.value), settled.value);
  const { delayDays } = terms;
  const timing = { delayDays, settlementDays: settled.value.accruedDays };
  const groups = collect<InstrumentMeasure[]>([
    ok(priceMeasures(terms, dirty, settled.value, worthOn(base))),
    yieldGroup(holderFlows(months, timing), dirty),
    ok(terms.cleanPrice === undefined ? [] : [spreadMeasure(spread.value)]),
    ok(effectiveMeasures(worthOn, base)),
    riskMeasures((moved) => ok(worthOn(moved.discount)), market),
    oasMeasures(terms, market, { dirty, settlementDay: settled.value.settlementDay }),
  ]);
  if (!groups.ok) return groups;
  const flows = valuedFlows(terms, months, shiftedCurve(base, spread.value));
  return ok({ measures: groups.value.flat(), flows });
}

/** The last day read from the curve: the last payment, or the end of the last ten-year rate. */
function lastDayOf(terms: PassThrough, { referenceDay }: DatedCurve): number {
  const { remainingMonths } = terms.pool;
  const lastPayment = paymentDay(terms, remainingMonths);
  if (terms.prepayment.kind !== 'incentive') return lastPayment;
  return Math.max(lastPayment, addMonths(referenceDay, remainingMonths + LAST_RATE_MONTHS));
}

/** Ten years, the two months that paths run longer, and one to spare. */
const LAST_RATE_MONTHS = 123;

function dirtyValue(worth: number, curve: DatedCurve, { settlementDay }: Settled): number {
  return worth / discountOnDay(curve, settlementDay);
}

/** The constant spread on continuous zero rates that gives the quoted price; 0 without a quote. */
function staticSpread(
  terms: PassThrough,
  months: readonly PoolMonth[],
  curve: DatedCurve,
  settled: Settled,
): Result<number> {
  if (terms.cleanPrice === undefined) return ok(0);
  const target = (terms.cleanPrice * terms.pool.balance) / 100 + settled.accrued;
  const miss = (spread: number): number => {
    const moved = shiftedCurve(curve, spread);
    return dirtyValue(worthOf(terms, months, moved), moved, settled) / target - 1;
  };
  if (!(miss(-WIDEST_SPREAD) >= 0) || !(miss(WIDEST_SPREAD) <= 0)) {
    const got = String(terms.cleanPrice);
    return fail(issue('spread.none', 'cleanPrice', 'a price some spread gives', got));
  }
  return brent(miss, -WIDEST_SPREAD, WIDEST_SPREAD, 1e-14);
}

const WIDEST_SPREAD = 0.5;

const spreadMeasure = (value: number): InstrumentMeasure => ({
  id: 'z-spread',
  value,
  unit: 'decimal rate',
  convention: 'added to continuous zero rates, flows of the forward path',
});

function priceMeasures(
  { pool }: PassThrough,
  dirty: number,
  { accrued }: Settled,
  worth: number,
): InstrumentMeasure[] {
  const per100 = 100 / pool.balance;
  const counted = { unit: 'per 100 face', convention: 'of the current balance' } as const;
  return [
    { id: 'present-value', value: worth, unit: 'currency' },
    { id: 'clean-price', value: (dirty - accrued) * per100, ...counted },
    { id: 'accrued-interest', value: accrued * per100, ...counted },
    { id: 'dirty-price', value: dirty * per100, ...counted },
  ];
}

function yieldGroup(flows: readonly MonthlyFlow[], dirty: number): Result<InstrumentMeasure[]> {
  const monthly = mortgageYield(flows, dirty);
  if (!monthly.ok) return monthly;
  const at = yieldMeasures(flows, monthly.value);
  const lives = flows.map(({ months, principal }) => ({ years: months / 12, principal }));
  const bey = bondEquivalentYield(monthly.value);
  return ok([
    { id: 'mortgage-yield', value: monthly.value, unit: 'decimal rate', convention: 'monthly' },
    { id: 'yield', value: bey, unit: 'decimal rate', convention: 'bond-equivalent' },
    { id: 'average-life', value: averageLife(lives), unit: 'years' },
    { id: 'macaulay-duration', value: at.macaulayDuration, unit: 'years' },
    { id: 'modified-duration', value: at.modifiedDuration, unit: 'years' },
    { id: 'convexity', value: at.convexity, unit: 'none', convention: 'years squared' },
  ]);
}

/** Size of the move of effective measures: 25 basis points (rule PASSTHROUGH-10). */
const EFFECTIVE_MOVE = 0.0025;

function effectiveMeasures(
  worthOn: (curve: DatedCurve) => number,
  base: DatedCurve,
): InstrumentMeasure[] {
  const worth = worthOn(base);
  const up = worthOn(shiftedCurve(base, EFFECTIVE_MOVE));
  const down = worthOn(shiftedCurve(base, -EFFECTIVE_MOVE));
  const duration = (down - up) / (2 * worth * EFFECTIVE_MOVE);
  const convexity = (up + down - 2 * worth) / (worth * EFFECTIVE_MOVE * EFFECTIVE_MOVE);
  const convention = 'static spread held, zero rates +-25 bp';
  return [
    { id: 'effective-duration', value: duration, unit: 'years', convention },
    { id: 'effective-convexity', value: convexity, unit: 'none', convention },
  ];
}

function valuedFlows(
  terms: PassThrough,
  months: readonly PoolMonth[],
  curve: DatedCurve,
): ValuedFlow[] {
  return months.map((row) => {
    const payDay = paymentDay(terms, row.month);
    const amount = row.passThroughInterest + row.scheduledPrincipal + row.prepaidPrincipal;
    return { payDay, amount, discount: discountOnDay(curve, payDay) };
  });
}
