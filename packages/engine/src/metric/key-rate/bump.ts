import type { ScenarioRates } from '../../cash-flow/index.js';

/**
 * A small move of the curve as sensitivities see it: all cash flows projected again, values and
 * first-year incomes kept, the flows themselves not. Row arrays are positive amounts.
 */
export interface BumpView {
  readonly rates: ScenarioRates;
  /** Value of each row and hedge, USD million. */
  readonly rowValues: Float64Array;
  readonly hedgeValues: Float64Array;
  /** Interest of months 1 to 12 on a constant balance sheet, and income of hedges, USD million. */
  readonly rowIncome: Float64Array;
  readonly hedgeIncome: Float64Array;
}

/** The same move up and down, without a floor. */
export interface TwoSided {
  readonly up: BumpView;
  readonly down: BumpView;
}

/**
 * Half width of the bump, basis points: a hundredth, so that what a move of one basis point adds
 * in second and third order, and across a kink such as a floor, stays out (rule KEY-2).
 */
export const KEY_BUMP_BP = 0.01;

/** A tent at each key tenor, and the same bump everywhere (rule KEY-1). */
export interface KeyRates {
  readonly tents: readonly (TwoSided & { readonly tenorMonths: number })[];
  readonly parallel: TwoSided;
}

/** Key tenors, months: where US Treasury yields are quoted, with 15 years between. */
export const KEY_TENORS_MONTHS = [1, 3, 6, 12, 24, 36, 60, 84, 120, 180, 240, 360] as const;
