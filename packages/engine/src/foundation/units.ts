const BASIS_POINTS_PER_UNIT = 10000;
const PERCENT_PER_UNIT = 100;

/** Basis points to a decimal rate: 25 -> 0.0025. */
export function decimalFromBp(rateBp: number): number {
  return rateBp / BASIS_POINTS_PER_UNIT;
}

/** Per cent to a decimal rate: 4.12 -> 0.0412. */
export function decimalFromPercent(ratePercent: number): number {
  return ratePercent / PERCENT_PER_UNIT;
}

/** A decimal rate in basis points: 0.0025 -> 25. */
export function basisPoints(rate: number): number {
  return rate * BASIS_POINTS_PER_UNIT;
}

/** A decimal rate in per cent: 0.0412 -> 4.12. */
export function percent(rate: number): number {
  return rate * PERCENT_PER_UNIT;
}
