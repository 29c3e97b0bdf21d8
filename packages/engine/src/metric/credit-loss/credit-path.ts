import { itemAt } from '../../foundation/index.js';
import {
  type Allowance,
  allowanceTotal,
  type CreditRates,
  quarterChargeOff,
  segmentAllowance,
} from './allowance.js';
import type { LoanSegment } from './segment.js';

export interface SegmentBalance {
  readonly segment: LoanSegment;
  readonly balanceUsdMillion: number;
}

/** Credit losses of one quarter over all segments, USD million. */
export interface CreditQuarter {
  readonly allowance: Allowance;
  readonly chargeOff: number;
  readonly provision: number;
}

/**
 * Allowance, charge-offs and provisions of quarters 1, 2, … on a constant balance (rule CREDIT-5):
 * provision = change of the allowance + charge-offs. The allowance before quarter 1 is the one at
 * the date's own rates.
 */
export function creditPath(
  segments: readonly SegmentBalance[],
  quarters: readonly CreditRates[],
): CreditQuarter[] {
  if (quarters.length === 0) return [];
  const { oneMonthNow, tenYearNow } = itemAt(quarters, 0);
  const now = { oneMonth: oneMonthNow, tenYear: tenYearNow, oneMonthNow, tenYearNow };
  let before = allowanceTotal(allowanceOf(segments, now));
  return quarters.map((rates) => {
    const allowance = allowanceOf(segments, rates);
    let chargeOff = 0;
    for (const { segment, balanceUsdMillion } of segments) {
      chargeOff += quarterChargeOff(segment, balanceUsdMillion, rates);
    }
    const after = allowanceTotal(allowance);
    const provision = after - before + chargeOff;
    before = after;
    return { allowance, chargeOff, provision };
  });
}

/** Allowance of all segments, driver by driver. */
export function allowanceOf(segments: readonly SegmentBalance[], rates: CreditRates): Allowance {
  const sum = { expected: 0, collateral: 0, refinancing: 0 };
  for (const { segment, balanceUsdMillion } of segments) {
    const part = segmentAllowance(segment, balanceUsdMillion, rates);
    sum.expected += part.expected;
    sum.collateral += part.collateral;
    sum.refinancing += part.refinancing;
  }
  return sum;
}
