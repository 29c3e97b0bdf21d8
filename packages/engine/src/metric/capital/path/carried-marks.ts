import { floatAt, itemAt } from '../../../foundation/index.js';

/** One position's cash flows of months 1, 2, … and how they are discounted. */
export interface CarriedPosition {
  readonly principal: Float64Array;
  readonly interest: Float64Array;
  /** exp(-spread t) at months 1, 2, …. */
  readonly spreadFactor: Float64Array;
  /** Amortised cost at the date; it falls in proportion to what is repaid. */
  readonly costUsdMillion: number;
}

/**
 * Mark (value minus amortised cost) of a position at each month of `months`, the scenario's
 * forwards having come true (rule CPATH-3): what is still to be paid, discounted to that month.
 * @param discount factors at months 0, 1, …
 */
export function carriedMarks(
  position: CarriedPosition,
  discount: Float64Array,
  months: readonly number[],
): number[] {
  const { principal, interest, spreadFactor } = position;
  const last = principal.length;
  const values = new Float64Array(last + 1);
  for (let t = last - 1; t >= 0; t -= 1) {
    const paid = floatAt(principal, t) + floatAt(interest, t);
    const factor = floatAt(discount, t + 1) * floatAt(spreadFactor, t);
    values[t] = floatAt(values, t + 1) + paid * factor;
  }
  const costs = costLeft(position, months);
  return months.map((month, at) => {
    const spreadThen = month === 0 ? 1 : floatAt(spreadFactor, month - 1);
    const value = floatAt(values, month) / (floatAt(discount, month) * spreadThen);
    return value - itemAt(costs, at);
  });
}

/** Amortised cost that is left at each month of `months`, in proportion to what is not repaid. */
export function costLeft(
  { principal, costUsdMillion }: Pick<CarriedPosition, 'principal' | 'costUsdMillion'>,
  months: readonly number[],
): number[] {
  let par = 0;
  for (const paid of principal) par += paid;
  const repaidBy = new Float64Array(principal.length + 1);
  for (let t = 0; t < principal.length; t += 1) {
    repaidBy[t + 1] = floatAt(repaidBy, t) + floatAt(principal, t);
  }
  return months.map((month) => {
    const left = par === 0 ? 0 : 1 - floatAt(repaidBy, month) / par;
    return costUsdMillion * left;
  });
}
