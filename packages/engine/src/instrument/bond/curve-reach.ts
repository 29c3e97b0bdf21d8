import { collect, type Result } from '../../foundation/index.js';
import type { DatedCurve } from '../../market/index.js';
import { discountOf } from '../pricing-market.js';

/** Discount factors of the days, or the issue `curve.range` of each the curve does not reach. */
export function curveReach(curve: DatedCurve, days: readonly number[]): Result<number[]> {
  return collect(days.map((day) => discountOf(curve, day, 'discount')));
}
