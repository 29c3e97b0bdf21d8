/** A par yield at a tenor: bond-equivalent (semi-annual) decimal rate. */
export interface ParQuote {
  readonly tenorMonths: number;
  readonly rate: number;
}

/**
 * How the quotes are to be read. `us-treasury-par`: up to 6 months a simple bond-equivalent
 * yield of a payment at maturity; above, the coupon of a semi-annual bond worth par (CURVE-1).
 */
export type ParConvention = 'us-treasury-par';

/** The par yields of one day, as published, with the document they come from. */
export interface ParCurve {
  readonly id: string;
  readonly dateIso: string;
  readonly convention: ParConvention;
  readonly quotes: readonly ParQuote[];
  readonly source: string;
}
