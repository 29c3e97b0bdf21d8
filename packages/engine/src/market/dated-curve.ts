import { type DayCount, exp, log, yearFraction } from '../foundation/index.js';
import {
  linearAt,
  type PiecewisePolynomial,
  pieceAreaAt,
  pieceSlopeAt,
  pieceValueAt,
} from '../numeric/index.js';
import { discountOfRate, type RateConvention } from './compounding.js';

/** What is interpolated between nodes, and how (rule CURVE-9). */
export type CurveInterpolation =
  | 'log-linear-discount'
  | 'linear-discount'
  | 'linear-zero'
  | 'natural-cubic-zero'
  | 'harmonic-cubic-zero'
  | 'natural-cubic-log-discount'
  | 'harmonic-cubic-log-discount'
  | 'monotone-cubic-log-discount'
  | 'natural-cubic-discount'
  | 'flat-forward'
  | 'linear-forward'
  | 'monotone-convex-forward';

/** Beyond the last node: its forward rate goes on, its zero rate goes on, or nothing is read. */
export type CurveExtrapolation = 'flat-forward' | 'flat-zero' | 'none';

/** What the pieces of a curve give: a continuous zero or forward rate, ln D, or D. */
export type CurveQuantity = 'zero' | 'forward' | 'log-discount' | 'discount';

/** A shift of the continuous zero rate, linear between `times` (years), held outside. */
export interface ZeroRateShift {
  readonly times: readonly number[];
  readonly rates: readonly number[];
}

/** Nodes joined by pieces, or one rate by its own convention. */
export type CurveShape =
  | {
      readonly kind: 'pieces';
      readonly quantity: CurveQuantity;
      readonly pieces: PiecewisePolynomial;
      /** Where the pieces end: time, ln D and the instantaneous forward rate there. */
      readonly end: {
        readonly time: number;
        readonly logDiscount: number;
        readonly forward: number;
      };
    }
  | { readonly kind: 'rate'; readonly rate: number; readonly convention: RateConvention };

/**
 * Discount factors from `referenceDay` on, in years by `dayCount` (rules CURVE-8 to CURVE-12).
 * Plain data: made by `flatCurve`, `curveFromDiscounts`, `curveFromZeroRates`, `bootstrapCurve`.
 */
export interface DatedCurve {
  readonly referenceDay: number;
  readonly dayCount: DayCount;
  readonly interpolation: CurveInterpolation | 'rate';
  readonly extrapolation: CurveExtrapolation;
  /** Node times in years and ln D there, as given or solved; empty for a flat rate. */
  readonly times: readonly number[];
  readonly values: readonly number[];
  readonly shape: CurveShape;
  readonly shifts: readonly ZeroRateShift[];
}

/** Years from the reference day by the day count of the curve. */
export function curveTime(curve: DatedCurve, day: number): number {
  return yearFraction(curve.dayCount, curve.referenceDay, day);
}

/** ln D at `years`; throws RangeError before the reference day and where nothing is read. */
export function logDiscountAtTime(curve: DatedCurve, years: number): number {
  if (!(years >= 0)) throw new RangeError(`no discount factor at ${years} years`);
  let logDiscount = unshiftedLog(curve, years);
  for (const { times, rates } of curve.shifts) {
    logDiscount -= linearAt(times, rates, years) * years;
  }
  return logDiscount;
}

/** The discount factor at `years` >= 0 from the reference day. */
export function discountAtTime(curve: DatedCurve, years: number): number {
  const { shape } = curve;
  if (curve.shifts.length === 0 && shape.kind === 'pieces' && shape.quantity === 'discount') {
    if (years >= 0 && years <= shape.end.time) return pieceValueAt(shape.pieces, years);
  }
  return exp(logDiscountAtTime(curve, years));
}

function unshiftedLog(curve: DatedCurve, years: number): number {
  const { shape, extrapolation } = curve;
  if (shape.kind === 'rate') return log(discountOfRate(shape.rate, shape.convention, years));
  const { end } = shape;
  if (years <= end.time) return logInside(shape.quantity, shape.pieces, years);
  if (extrapolation === 'none') {
    throw new RangeError(`${years} years are beyond the curve, which ends at ${end.time}`);
  }
  if (extrapolation === 'flat-zero') return (end.logDiscount / end.time) * years;
  return end.logDiscount - end.forward * (years - end.time);
}

/** ln D within the nodes; before the first node of a zero curve its rate is held. */
export function logInside(
  quantity: CurveQuantity,
  pieces: PiecewisePolynomial,
  years: number,
): number {
  if (quantity === 'forward') return 0 - pieceAreaAt(pieces, years);
  if (quantity === 'log-discount') return pieceValueAt(pieces, years);
  if (quantity === 'discount') return log(pieceValueAt(pieces, years));
  const first = pieces.knots[0] ?? 0;
  return 0 - pieceValueAt(pieces, Math.max(first, years)) * years;
}

/** The instantaneous forward rate within the nodes, from the left at a node. */
export function forwardInside(
  quantity: CurveQuantity,
  pieces: PiecewisePolynomial,
  years: number,
): number {
  const first = pieces.knots[0] ?? 0;
  const at = Math.max(first, years);
  if (quantity === 'forward') return pieceValueAt(pieces, at);
  if (quantity === 'log-discount') return 0 - pieceSlopeAt(pieces, at);
  if (quantity === 'discount') return -pieceSlopeAt(pieces, at) / pieceValueAt(pieces, at);
  const slope = years < first ? 0 : pieceSlopeAt(pieces, at);
  return pieceValueAt(pieces, at) + slope * years;
}

/** The discount factor of a day, on or after the reference day. */
export function discountOnDay(curve: DatedCurve, day: number): number {
  return discountAtTime(curve, curveTime(curve, day));
}

/**
 * The continuous zero rate of a day in the time of the curve; on the reference day its limit, the
 * instantaneous forward rate.
 */
export function zeroRateOnDay(curve: DatedCurve, day: number): number {
  const years = curveTime(curve, day);
  return years === 0 ? instantaneousForward(curve, 0) : -logDiscountAtTime(curve, years) / years;
}

/** Minus the slope of ln D at `years`, from the left where it jumps (rule CURVE-12). */
export function instantaneousForward(curve: DatedCurve, years: number): number {
  if (!(years >= 0)) throw new RangeError(`no forward rate at ${years} years`);
  let forward = unshiftedForward(curve, years);
  for (const shift of curve.shifts) forward += forwardOfShift(shift, years);
  return forward;
}

function unshiftedForward(curve: DatedCurve, years: number): number {
  const { shape, extrapolation } = curve;
  if (shape.kind === 'rate') return forwardOfRate(shape.rate, shape.convention, years);
  const { end } = shape;
  if (years <= end.time) return forwardInside(shape.quantity, shape.pieces, years);
  if (extrapolation === 'none') {
    throw new RangeError(`${years} years are beyond the curve, which ends at ${end.time}`);
  }
  return extrapolation === 'flat-zero' ? -end.logDiscount / end.time : end.forward;
}

/** d ln(growth) / dt of one rate: in the mixed forms the part before the change counts. */
function forwardOfRate(rate: number, convention: RateConvention, years: number): number {
  const isSimple =
    convention.compounding === 'simple' ||
    (convention.compounding === 'simple-then-compounded' &&
      years <= 1 / convention.frequencyPerYear) ||
    (convention.compounding === 'compounded-then-simple' &&
      years > 1 / convention.frequencyPerYear);
  if (isSimple) return rate / (1 + rate * years);
  if (convention.compounding === 'continuous') return rate;
  return convention.frequencyPerYear * log(1 + rate / convention.frequencyPerYear);
}

/** d(s t)/dt = s + t s', the slope from the left. */
function forwardOfShift({ times, rates }: ZeroRateShift, years: number): number {
  const right = times.findIndex((time) => time >= years);
  const rate = linearAt(times, rates, years);
  if (right <= 0) return rate;
  const [x0 = 0, x1 = 0] = [times[right - 1], times[right]];
  const [y0 = 0, y1 = 0] = [rates[right - 1], rates[right]];
  return rate + (years * (y1 - y0)) / (x1 - x0);
}

/** The simple forward rate from one day to a later one by `dayCount`. */
export function simpleForward(
  curve: DatedCurve,
  startDay: number,
  endDay: number,
  dayCount: DayCount,
): number {
  const years = yearFraction(dayCount, startDay, endDay);
  if (!(years > 0)) throw new RangeError(`no forward rate over ${years} years`);
  return (discountOnDay(curve, startDay) / discountOnDay(curve, endDay) - 1) / years;
}
