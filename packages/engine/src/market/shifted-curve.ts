import { itemAt } from '../foundation/index.js';
import type { DatedCurve, ZeroRateShift } from './dated-curve.js';

/**
 * The curve with a shift s(t) added to its continuous zero rate: L'(t) = L(t) - s(t) t
 * (rule CURVE-13). A number is a parallel shift. Zero shifts keep every bit. Throws RangeError for
 * a shift with no point, unordered times or a value that is not finite.
 */
export function shiftedCurve(curve: DatedCurve, shift: number | ZeroRateShift): DatedCurve {
  const added = typeof shift === 'number' ? { times: [0], rates: [shift] } : shift;
  assertShift(added);
  return { ...curve, shifts: [...curve.shifts, added] };
}

function assertShift({ times, rates }: ZeroRateShift): void {
  if (times.length === 0 || times.length !== rates.length) {
    throw new RangeError(`a shift of ${times.length} times and ${rates.length} rates`);
  }
  if (![...times, ...rates].every(Number.isFinite)) throw new RangeError('a shift not finite');
  if (times.some((time, i) => i > 0 && !(time > itemAt(times, i - 1)))) {
    throw new RangeError('the times of a shift do not rise');
  }
}

/**
 * The tent of one key tenor: `size` at it, falling to zero at its neighbours; the first and last
 * tents are held outside, so that all tents add up to the parallel shift (rule CURVE-14).
 */
export function keyRateTent(
  keyTimes: readonly number[],
  index: number,
  size: number,
): ZeroRateShift {
  itemAt(keyTimes, index);
  return { times: keyTimes, rates: keyTimes.map((_, i) => (i === index ? size : 0)) };
}
