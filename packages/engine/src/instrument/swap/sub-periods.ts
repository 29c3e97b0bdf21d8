import type { SubPeriodCompounding } from './swap-terms.js';

/** One accrual period of a payment: rate as decimal a year without spread. */
export interface SubPeriod {
  readonly notional: number;
  readonly years: number;
  readonly rate: number;
  readonly spread: number;
}

/**
 * Interest of one payment from its sub-periods, in currency (rule SWAP-8; ISDA 2006 Definitions,
 * section 6.3, and the 2009 note on the spread-exclusive form). A change of notional inside a
 * payment moves the principal and leaves the interest already earned.
 */
export function interestOfPayment(
  parts: readonly SubPeriod[],
  compounding: SubPeriodCompounding,
): number {
  let interest = 0;
  for (const { notional, years, rate, spread } of parts) {
    const simple = notional * (rate + spread) * years;
    if (compounding === 'none') interest += simple;
    else if (compounding === 'straight') interest += simple + interest * (rate + spread) * years;
    else if (compounding === 'flat') interest += simple + interest * rate * years;
    else interest += notional * rate * years + interest * rate * years;
  }
  return compounding === 'spread-exclusive' ? interest + spreadInterest(parts) : interest;
}

function spreadInterest(parts: readonly SubPeriod[]): number {
  return parts.reduce((sum, part) => sum + part.notional * part.spread * part.years, 0);
}
