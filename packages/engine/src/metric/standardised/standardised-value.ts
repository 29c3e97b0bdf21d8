import { decimalFromBp, exp, itemAt, ok, type Result } from '../../foundation/index.js';
import {
  type FloorRule,
  floorRateAt,
  type PrescribedShape,
  prescribedShiftBp,
  type ShockRule,
  type ShockSize,
  shockSize,
} from '../../scenario/index.js';
import { type ByShape, byShape } from './by-shape.js';
import { TIME_BUCKETS } from './time-bucket.js';

/** The banking book of one currency on the 19 buckets; amounts in any one unit of money. */
export interface StandardisedBook {
  /** ISO 4217 code. */
  readonly currency: string;
  /** Continuous zero rates (decimal) at the 19 midpoints. */
  readonly zeroRates: ArrayLike<number>;
  /** Net repricing cash flows, 19, positive when the bank receives. */
  readonly baseFlows: ArrayLike<number>;
  /** The same in each scenario: behaviour moves them. */
  readonly flows: ByShape<ArrayLike<number>>;
  /** What the automatic options cost beyond the flows; positive is a loss (STANDARD-8). */
  readonly optionAddOn: ByShape<number>;
}

export interface StandardisedValue {
  readonly currency: string;
  readonly base: number;
  /** Scenario minus base, less the add-on: a loss is negative (STANDARD-4). */
  readonly change: ByShape<number>;
}

/** Sum over buckets of cash flow x e^(-R t), t the midpoint (rule STANDARD-2). */
export function bucketValue(flows: ArrayLike<number>, zeroRates: ArrayLike<number>): number {
  requireBuckets('cash flows', flows);
  requireBuckets('zero rates', zeroRates);
  return TIME_BUCKETS.reduce(
    (sum, { midpointYears }, bucket) =>
      sum + itemAt(flows, bucket) * exp(-itemAt(zeroRates, bucket) * midpointYears),
    0,
  );
}

/** Zero rates at the midpoints after a shock and its floor (rule STANDARD-3). */
export function shockedMidpointRates(
  zeroRates: ArrayLike<number>,
  shock: { readonly size: ShockSize; readonly shape: PrescribedShape; readonly floor: FloorRule },
): Float64Array {
  requireBuckets('zero rates', zeroRates);
  return Float64Array.from(TIME_BUCKETS, ({ midpointYears }, bucket) => {
    const observed = itemAt(zeroRates, bucket);
    const shift = decimalFromBp(prescribedShiftBp(shock.size, shock.shape, midpointYears));
    const floor = floorRateAt(shock.floor, midpointYears);
    const shocked = observed + shift;
    return floor === undefined ? shocked : Math.max(shocked, Math.min(floor, observed));
  });
}

/**
 * Standardised economic value of one currency and its change in the six scenarios (STANDARD-4).
 * Issue `scenario.no-shock-size`. Throws RangeError for arrays that are not of 19 finite numbers.
 */
export function standardisedValue(
  book: StandardisedBook,
  { rule, floor }: { readonly rule: ShockRule; readonly floor: FloorRule },
): Result<StandardisedValue> {
  const size = shockSize({ rule, currency: book.currency });
  if (!size.ok) return size;
  const base = bucketValue(book.baseFlows, book.zeroRates);
  const change = byShape((shape) => {
    const rates = shockedMidpointRates(book.zeroRates, { size: size.value, shape, floor });
    return bucketValue(book.flows[shape], rates) - base - book.optionAddOn[shape];
  });
  return ok({ currency: book.currency, base, change });
}

function requireBuckets(what: string, values: ArrayLike<number>): void {
  if (values.length !== TIME_BUCKETS.length) {
    throw new RangeError(`${values.length} ${what} for ${TIME_BUCKETS.length} buckets`);
  }
  if (!Array.from(values).every(Number.isFinite)) throw new RangeError(`${what} not finite`);
}
