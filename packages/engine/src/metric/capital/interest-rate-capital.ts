import type { Parameter } from '../../foundation/index.js';

/**
 * How much capital interest rate risk asks for (rule CAP-12): the prescribed scenarios whose worst
 * counts, the correlation between loss of value and loss of income, and, where stochastic paths
 * were run, the losses at their percentile (positive amounts; null where none were).
 */
export interface InterestRateCapital {
  readonly scenarios: readonly string[];
  /** 1 adds the two losses, 0 takes the root of the squares. */
  readonly correlation: Parameter;
  readonly stochasticValueLossUsdMillion: Parameter | null;
  readonly stochasticIncomeLossUsdMillion: Parameter | null;
}
