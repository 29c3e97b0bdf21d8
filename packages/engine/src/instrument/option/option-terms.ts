/** The right to buy (call, cap, payer) or to sell (put, floor, receiver) at the strike. */
export type OptionSide = 'call' | 'put';

/** A European option on a forward, before discounting and for one unit of annuity. */
export interface OptionTerms {
  readonly side: OptionSide;
  readonly forward: number;
  readonly strike: number;
  /** Years to expiry by the day count of the volatility; 0 or less is intrinsic value. */
  readonly years: number;
}

/**
 * A quoted volatility: of the forward itself (normal, Bachelier) in rate units a root year, or
 * of the forward plus `shift` (Black; shift 0 is Black-76) as a decimal a root year.
 */
export type VolatilityQuote =
  | { readonly kind: 'normal'; readonly volatility: number }
  | { readonly kind: 'black'; readonly volatility: number; readonly shift: number };

/**
 * Value and partial derivatives by the forward (delta, gamma), the volatility (vega) and minus
 * the years (theta), all undiscounted, the other arguments held.
 */
export interface OptionGreeks {
  readonly value: number;
  readonly delta: number;
  readonly gamma: number;
  readonly vega: number;
  readonly theta: number;
}

/** A deviation below this is none: quotients by it would leave the range of a double. */
export const LEAST_DEVIATION = 1e-150;
