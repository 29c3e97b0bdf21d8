import type { PrescribedShape } from '../../scenario/index.js';
import type { ByShape } from './by-shape.js';

/**
 * What prepayment of fixed-rate loans is multiplied by (rule STANDARD-7). Source: SRP31, Table 3;
 * seen in a copy of (EU) 2024/857, Articles 4 and 9(3).
 */
export const CPR_SCALARS: ByShape<number> = {
  'parallel-up': 0.8,
  'parallel-down': 1.2,
  steepener: 0.8,
  flattener: 1.2,
  'short-up': 0.8,
  'short-down': 1.2,
};

/**
 * What early redemption of term deposits is multiplied by (rule STANDARD-7). Source: SRP31,
 * Table 4; seen in a copy of (EU) 2024/857, Articles 4 and 10.
 */
export const TDRR_SCALARS: ByShape<number> = {
  'parallel-up': 1.2,
  'parallel-down': 0.8,
  steepener: 0.8,
  flattener: 1.2,
  'short-up': 1.2,
  'short-down': 0.8,
};

/** Conditional prepayment rate (0 to 1, a year) in a scenario: min(1, scalar x base). */
export function scenarioPrepaymentRate(baseCpr: number, shape: PrescribedShape): number {
  return Math.min(1, CPR_SCALARS[shape] * share(baseCpr));
}

/** Term deposit redemption ratio (0 to 1) in a scenario: min(1, scalar x base). */
export function scenarioRedemptionRatio(baseTdrr: number, shape: PrescribedShape): number {
  return Math.min(1, TDRR_SCALARS[shape] * share(baseTdrr));
}

function share(base: number): number {
  if (base >= 0 && base <= 1) return base;
  throw new RangeError(`${base} is not a share between 0 and 1`);
}
