import { exp, log1p, type Result } from '../../foundation/index.js';
import { brent } from '../../numeric/index.js';
import type { PoolMonth } from './pool-flows.js';

/** One payment to the holder, `months` of thirty days after settlement (need not be whole). */
export interface MonthlyFlow {
  readonly months: number;
  readonly interest: number;
  readonly principal: number;
}

/** When a pool's payments reach the holder, in days of a 30/360 year (rule PASSTHROUGH-7). */
export interface PaymentTiming {
  /** Days from the end of the accrual month to the payment: 14 for Ginnie Mae I, 24 for UMBS. */
  readonly delayDays: number;
  /** Days from the start of the first accrual month to settlement: those of accrued interest. */
  readonly settlementDays: number;
}

/** The holder's flows; month k is paid k months and `delayDays - settlementDays` days on. */
export function holderFlows(months: readonly PoolMonth[], timing: PaymentTiming): MonthlyFlow[] {
  const shift = (timing.delayDays - timing.settlementDays) / 30;
  return months.map((row) => ({
    months: row.month + shift,
    interest: row.passThroughInterest,
    principal: row.scheduledPrincipal + row.prepaidPrincipal,
  }));
}

/** Value at settlement (currency, accrued included) at a yield compounded monthly. */
export function valueAtMortgageYield(flows: readonly MonthlyFlow[], mortgageYield: number): number {
  const growth = log1p(mortgageYield / 12);
  let value = 0;
  for (const flow of flows) value += (flow.interest + flow.principal) * exp(-flow.months * growth);
  return value;
}

/** The monthly yield at which the flows are worth `value`. Issues of `brent` where none does. */
export function mortgageYield(flows: readonly MonthlyFlow[], value: number): Result<number> {
  const miss = (rate: number): number => valueAtMortgageYield(flows, rate) / value - 1;
  return brent(miss, LOWEST_YIELD, HIGHEST_YIELD, 1e-15);
}

const LOWEST_YIELD = -0.6;
const HIGHEST_YIELD = 10;

/** Bond-equivalent yield of a monthly yield: 2 x ((1 + y/12)^6 - 1) (rule PASSTHROUGH-8). */
export function bondEquivalentYield(monthlyYield: number): number {
  return 2 * (exp(6 * log1p(monthlyYield / 12)) - 1);
}

/** The monthly yield of a bond-equivalent one. */
export function mortgageYieldOfBondEquivalent(bondEquivalent: number): number {
  return 12 * (exp(log1p(bondEquivalent / 2) / 6) - 1);
}

/** Times and curvature of a price in years, against the bond-equivalent yield. */
export interface YieldMeasures {
  readonly macaulayDuration: number;
  readonly modifiedDuration: number;
  readonly convexity: number;
}

/** Duration and convexity of fixed flows at a monthly yield (rule PASSTHROUGH-8). */
export function yieldMeasures(flows: readonly MonthlyFlow[], monthlyYield: number): YieldMeasures {
  const growth = log1p(monthlyYield / 12);
  const halfYearGrowth = 1 + bondEquivalentYield(monthlyYield) / 2;
  let value = 0;
  let first = 0;
  let second = 0;
  for (const { months, interest, principal } of flows) {
    const present = (interest + principal) * exp(-months * growth);
    const years = months / 12;
    value += present;
    first += present * years;
    second += present * years * (years + 0.5);
  }
  return {
    macaulayDuration: first / value,
    modifiedDuration: first / value / halfYearGrowth,
    convexity: second / value / (halfYearGrowth * halfYearGrowth),
  };
}
