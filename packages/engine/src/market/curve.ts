import { exp, itemAt } from '../foundation/index.js';
import { firstNodeAtOrAbove } from '../numeric/index.js';

/**
 * A zero curve: the logarithm of the discount factor at node tenors (months, strictly
 * increasing, first above 0). The origin (0 months, discount 1) is implied and not stored.
 * Between nodes the logarithm is linear (the forward rate is constant); beyond the last node the
 * last forward rate continues (rules CURVE-2, CURVE-3). One month is one twelfth of a year.
 */
export interface ZeroCurve {
  readonly nodesMonths: Float64Array;
  readonly logDiscount: Float64Array;
}

/** The shift of a continuous zero rate (decimal) as a function of the tenor in months. */
export type ZeroShift = (months: number) => number;

/** The lowest shocked rate (decimal): one for all tenors, or by the tenor in months. */
export type ZeroFloor = number | ((months: number) => number);

const MONTHS_PER_YEAR = 12;
const DEFAULT_HORIZON_MONTHS = 360;

/** ln of the discount factor at `months` >= 0 (need not be whole). */
export function logDiscountAt(curve: ZeroCurve, months: number): number {
  if (!(months >= 0)) throw new RangeError(`months ${months} is negative`);
  const { nodesMonths, logDiscount } = curve;
  const last = nodesMonths.length - 1;
  const right = Math.min(firstNodeAtOrAbove(nodesMonths, months), last);
  const rightMonths = itemAt(nodesMonths, right);
  const rightLog = itemAt(logDiscount, right);
  if (rightMonths === months) return rightLog;
  const leftMonths = right === 0 ? 0 : itemAt(nodesMonths, right - 1);
  const leftLog = right === 0 ? 0 : itemAt(logDiscount, right - 1);
  const slope = (rightLog - leftLog) / (rightMonths - leftMonths);
  return months > rightMonths
    ? rightLog + slope * (months - rightMonths)
    : leftLog + slope * (months - leftMonths);
}

/** Discount factors at 0, 1, … `months` months: length months + 1, index 0 is 1. */
export function monthlyDiscount(curve: ZeroCurve, months: number): Float64Array {
  requireWholeMonths(months);
  const discount = new Float64Array(months + 1);
  for (let month = 0; month <= months; month += 1) {
    discount[month] = exp(logDiscountAt(curve, month));
  }
  return discount;
}

/** Continuously compounded zero rate (decimal) to `months` > 0. */
export function zeroRate(curve: ZeroCurve, months: number): number {
  if (!(months > 0)) throw new RangeError(`no zero rate to ${months} months`);
  return (-logDiscountAt(curve, months) * MONTHS_PER_YEAR) / months;
}

/**
 * Continuously compounded forward rates (decimal, per year) over each of the first `months`
 * months: length months, index i covers month i to month i + 1.
 */
export function forwardMonthly(curve: ZeroCurve, months: number): Float64Array {
  requireWholeMonths(months);
  const forwards = new Float64Array(months);
  for (let month = 0; month < months; month += 1) {
    const fall = logDiscountAt(curve, month) - logDiscountAt(curve, month + 1);
    forwards[month] = fall * MONTHS_PER_YEAR;
  }
  return forwards;
}

/**
 * The curve whose continuous zero rate at every month 1..horizon is moved by `shift`
 * (rule CURVE-4), on a monthly grid. With a floor no shocked rate is below the lower of the floor
 * and the base rate (rule CURVE-5). The horizon defaults to the last node,
 * at least 360 months.
 */
export function shiftZero(
  curve: ZeroCurve,
  shift: ZeroShift,
  floor?: ZeroFloor,
  horizonMonths: number = defaultHorizonMonths(curve),
): ZeroCurve {
  requireWholeMonths(horizonMonths);
  const nodesMonths = new Float64Array(horizonMonths);
  const logDiscount = new Float64Array(horizonMonths);
  for (let months = 1; months <= horizonMonths; months += 1) {
    const base = logDiscountAt(curve, months);
    const floorRate = typeof floor === 'function' ? floor(months) : floor;
    nodesMonths[months - 1] = months;
    logDiscount[months - 1] = shiftedLogDiscount(base, months, shift(months), floorRate);
  }
  return { nodesMonths, logDiscount };
}

/** Adds to the logarithm, not to the rate, so that a zero shift keeps every bit. */
function shiftedLogDiscount(
  baseLog: number,
  months: number,
  shift: number,
  floorRate: number | undefined,
): number {
  const years = months / MONTHS_PER_YEAR;
  const shifted = baseLog - shift * years;
  if (floorRate === undefined) return shifted;
  const highestLog = Math.max(baseLog, 0 - floorRate * years);
  return Math.min(shifted, highestLog);
}

function defaultHorizonMonths(curve: ZeroCurve): number {
  const lastNode = itemAt(curve.nodesMonths, curve.nodesMonths.length - 1);
  return Math.max(DEFAULT_HORIZON_MONTHS, Math.ceil(lastNode));
}

/**
 * The par rate (decimal, compounded `12 / frequencyMonths` times a year) of a bond that starts
 * in `startMonth` and runs `tenorMonths`, read from monthly discount factors (rule CURVE-6).
 * Coupons are counted back from maturity; a first period that is shorter accrues in proportion.
 * Throws RangeError when the array does not reach the maturity.
 */
export function parRate(
  discount: Float64Array,
  startMonth: number,
  tenorMonths: number,
  frequencyMonths = 6,
): number {
  const endMonth = startMonth + tenorMonths;
  if (!(tenorMonths > 0) || !(frequencyMonths > 0)) {
    throw new RangeError(`no par rate for tenor ${tenorMonths}, frequency ${frequencyMonths}`);
  }
  let annuityYears = 0;
  for (let paid = endMonth; paid > startMonth; paid -= frequencyMonths) {
    const accrualMonths = Math.min(frequencyMonths, paid - startMonth);
    annuityYears += (accrualMonths / MONTHS_PER_YEAR) * itemAt(discount, paid);
  }
  return (itemAt(discount, startMonth) - itemAt(discount, endMonth)) / annuityYears;
}

function requireWholeMonths(months: number): void {
  if (!Number.isInteger(months) || months < 0) {
    throw new RangeError(`months ${months} is not a whole number of at least 0`);
  }
}
