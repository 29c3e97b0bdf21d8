import { expm1, log1p } from '../../foundation/index.js';
import type { LoanSegment, PropertyCollateral } from './segment.js';

/** Rates of one moment and the same rates at the date of the Study, decimals a year. */
export interface CreditRates {
  readonly oneMonth: number;
  readonly tenYear: number;
  readonly oneMonthNow: number;
  readonly tenYearNow: number;
}

/** Allowance by driver, USD million; the drivers add up to it (rule CREDIT-1). */
export interface Allowance {
  /** Balance x lifetime loss rate x macro multiplier. */
  readonly expected: number;
  /** What a change of collateral value adds to it. */
  readonly collateral: number;
  /** Loss on loans that cannot be refinanced when they fall due. */
  readonly refinancing: number;
}

/** Below this cap rate a value would have no bound. */
const LOWEST_CAP_RATE = 0.01;

/** Allowance of a segment of balance `balanceUsdMillion` (rules CREDIT-1 to CREDIT-4). */
export function segmentAllowance(
  segment: LoanSegment,
  balanceUsdMillion: number,
  rates: CreditRates,
): Allowance {
  const rate = segment.lifetimeLossRate.value * macroMultiplier(segment, rates);
  const expected = balanceUsdMillion * rate;
  const { property } = segment;
  if (property === null) return { expected, collateral: 0, refinancing: 0 };
  const lossNow = lossGivenDefault(property, rates.tenYearNow, rates.tenYearNow);
  const loss = lossGivenDefault(property, rates.tenYear, rates.tenYearNow);
  const defaulting = refinancingDefault(property, rates.tenYear);
  return {
    expected,
    collateral: expected * (loss / lossNow - 1),
    refinancing: balanceUsdMillion * property.maturingShare.value * defaulting * loss,
  };
}

export function allowanceTotal({ expected, collateral, refinancing }: Allowance): number {
  return expected + collateral + refinancing;
}

/** Charged off in a quarter, USD million (rule CREDIT-5). */
export function quarterChargeOff(
  segment: LoanSegment,
  balanceUsdMillion: number,
  rates: CreditRates,
): number {
  const rate = segment.chargeOffRate.value * macroMultiplier(segment, rates);
  return (balanceUsdMillion * rate) / 4;
}

/** 1 + sensitivity x change of the one-month rate since the date, not below 0. */
function macroMultiplier({ rateSensitivity }: LoanSegment, rates: CreditRates): number {
  return Math.max(0, 1 + rateSensitivity.value * (rates.oneMonth - rates.oneMonthNow));
}

/**
 * Loss given default (rules CREDIT-2, CREDIT-3): income stays, the cap rate moves with the ten-year
 * rate, so value moves by old over new cap rate; what a sale does not cover is lost.
 */
export function lossGivenDefault(
  property: PropertyCollateral,
  tenYear: number,
  tenYearNow: number,
): number {
  const { capRate, capRateBeta, loanToValue, saleCostShare, lossFloor } = property;
  const moved = capRate.value + capRateBeta.value * (tenYear - tenYearNow);
  const valueRatio = capRate.value / Math.max(LOWEST_CAP_RATE, moved);
  const recovered = ((1 - saleCostShare.value) * valueRatio) / loanToValue.value;
  return Math.max(lossFloor.value, 1 - recovered);
}

/**
 * Probability that a loan falling due defaults (rule CREDIT-4): its debt service is restated at the
 * rate of the moment; what coverage lacks of the required one, as a share, times the sensitivity.
 */
export function refinancingDefault(property: PropertyCollateral, tenYear: number): number {
  const { debtServiceCoverage, requiredCoverage, shortfallSensitivity } = property;
  const months = property.amortisationMonths.value;
  const newRate = tenYear + property.refinanceSpread.value;
  const service =
    paymentConstant(newRate, months) / paymentConstant(property.loanRate.value, months);
  const coverage = debtServiceCoverage.value / service;
  const short = Math.max(0, requiredCoverage.value - coverage) / requiredCoverage.value;
  return Math.min(1, shortfallSensitivity.value * short);
}

/** At a monthly rate below this, and below zero, a level payment is the balance in equal parts. */
const TINY_RATE = 1e-9;

/** Monthly level payment on a balance of 1 over `months`. */
function paymentConstant(rate: number, months: number): number {
  const monthly = rate / 12;
  if (monthly < TINY_RATE) return 1 / months;
  return monthly / -expm1(-months * log1p(monthly));
}
