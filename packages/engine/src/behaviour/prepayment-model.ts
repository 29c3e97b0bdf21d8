import type { Parameter } from '../foundation/index.js';

/** One conditional prepayment rate whatever age and rates (rule PREPAY-4). */
export interface ConstantPrepaymentModel {
  readonly id: string;
  readonly kind: 'cpr';
  readonly cpr: Parameter;
}

/** A multiple of the standard speed at the age of the loans (rule PREPAY-5). */
export interface PsaPrepaymentModel {
  readonly id: string;
  readonly kind: 'psa';
  /** Per cent of the standard: 150 for 150% PSA. */
  readonly psa: Parameter;
}

/** Borrowers who would lose a cheap loan by moving stay where they are (rule PREPAY-8). */
export interface LockIn {
  /** Factor on the speed where the lock-in is full: 0.4 leaves 40% of it. */
  readonly floor: Parameter;
  /** Ratio of note rate to mortgage rate at and above which there is none. */
  readonly startRatio: Parameter;
  /** Ratio at and below which it is full; under `startRatio`. */
  readonly fullRatio: Parameter;
}

/**
 * Borrowers who refinance when it pays (rule PREPAY-2): CPR = multiplier x (minCpr + (maxCpr -
 * minCpr) x (1/2 - atan(slope x (midpoint - note rate / mortgage rate of the month)) / pi)). A part
 * that is absent is off: no seasoning, no burnout, no lock-in.
 */
export interface IncentivePrepaymentModel {
  readonly id: string;
  /** Absent: the same. */
  readonly kind?: 'incentive';
  readonly multiplier: Parameter;
  readonly minCpr: Parameter;
  readonly maxCpr: Parameter;
  readonly slope: Parameter;
  readonly midpoint: Parameter;
  /** Months until new loans prepay at full speed (rule PREPAY-6). */
  readonly seasoningMonths?: Parameter;
  /** Speed of a pool whose eager borrowers have all left, over a fresh one's (rule PREPAY-7). */
  readonly burnoutFloor?: Parameter;
  readonly lockIn?: LockIn;
}

/** How borrowers prepay: a closed union by `kind`. */
export type PrepaymentModel =
  | ConstantPrepaymentModel
  | PsaPrepaymentModel
  | IncentivePrepaymentModel;
