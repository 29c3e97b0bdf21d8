import { addMonths, floatAt, itemAt } from '../../foundation/index.js';

/** A repricing bucket: cash flows later than the bucket before, up to `toMonths`. */
export interface TimeBucket {
  readonly label: string;
  /** Last month that belongs to the bucket; 0 is one day, Infinity has no end. */
  readonly toMonths: number;
  /** Years at which the bucket is discounted, as published. */
  readonly midpointYears: number;
}

const row = ([label, toMonths, midpointYears]: readonly [string, number, number]): TimeBucket => ({
  label,
  toMonths,
  midpointYears,
});

/**
 * The 19 buckets of the standardised framework with their published midpoints (rule STANDARD-1).
 * Source: SRP31, repricing schedule. Evidence: seen-secondary (two transcriptions); 19 buckets and
 * the midpoints 3.5 and 25 years seen in a regulator's copy.
 */
export const TIME_BUCKETS: readonly TimeBucket[] = [
  row(['overnight', 0, 0.0028]),
  row(['over 1 day to 1 month', 1, 0.0417]),
  row(['over 1 to 3 months', 3, 0.1667]),
  row(['over 3 to 6 months', 6, 0.375]),
  row(['over 6 to 9 months', 9, 0.625]),
  row(['over 9 months to 1 year', 12, 0.875]),
  row(['over 1 to 1.5 years', 18, 1.25]),
  row(['over 1.5 to 2 years', 24, 1.75]),
  row(['over 2 to 3 years', 36, 2.5]),
  row(['over 3 to 4 years', 48, 3.5]),
  row(['over 4 to 5 years', 60, 4.5]),
  row(['over 5 to 6 years', 72, 5.5]),
  row(['over 6 to 7 years', 84, 6.5]),
  row(['over 7 to 8 years', 96, 7.5]),
  row(['over 8 to 9 years', 108, 8.5]),
  row(['over 9 to 10 years', 120, 9.5]),
  row(['over 10 to 15 years', 180, 12.5]),
  row(['over 15 to 20 years', 240, 17.5]),
  row(['over 20 years', Number.POSITIVE_INFINITY, 25]),
];

/** The bucket (0 to 18) of a cash flow `months` after the valuation date (0 is overnight). */
export function bucketOfMonths(months: number): number {
  if (!(months >= 0)) throw new RangeError(`no bucket for ${months} months`);
  return TIME_BUCKETS.findIndex(({ toMonths }) => months <= toMonths);
}

/** The bucket (0 to 18) of a cash flow on a day; `toMonths` are counted by calendar months. */
export function bucketOfDay({
  valuationDay,
  day,
}: {
  readonly valuationDay: number;
  readonly day: number;
}): number {
  if (!(day >= valuationDay)) throw new RangeError(`day ${day} is before day ${valuationDay}`);
  return TIME_BUCKETS.findIndex(({ toMonths }) => day <= lastDay(valuationDay, toMonths));
}

function lastDay(valuationDay: number, toMonths: number): number {
  if (toMonths === 0) return valuationDay + 1;
  return Number.isFinite(toMonths) ? addMonths(valuationDay, toMonths) : toMonths;
}

/** Net amounts by bucket (19) of amounts by month after the valuation date (index 0 overnight). */
export function slotMonths(amounts: ArrayLike<number>): Float64Array {
  const slotted = new Float64Array(TIME_BUCKETS.length);
  for (let month = 0; month < amounts.length; month += 1) {
    const bucket = BUCKET_OF_MONTH[month] ?? bucketOfMonths(month);
    slotted[bucket] = floatAt(slotted, bucket) + itemAt(amounts, month);
  }
  return slotted;
}

/** Buckets of the first thirty years, looked up once. */
const BUCKET_OF_MONTH = Uint8Array.from({ length: 361 }, (_, month) => bucketOfMonths(month));

/** Net amounts by bucket (19) of dated cash flows, added up in the order given. */
export function slotDays(
  valuationDay: number,
  flows: readonly { readonly day: number; readonly amount: number }[],
): Float64Array {
  const slotted = new Float64Array(TIME_BUCKETS.length);
  for (const { day, amount } of flows) {
    const bucket = bucketOfDay({ valuationDay, day });
    slotted[bucket] = floatAt(slotted, bucket) + amount;
  }
  return slotted;
}
