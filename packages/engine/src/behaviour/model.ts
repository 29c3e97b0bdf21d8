import type { Parameter } from '../foundation/index.js';
import type { DrawdownModel } from './drawdown.js';
import type { PrepaymentModel } from './prepayment-model.js';
import type { RedemptionModel } from './redemption.js';
import type { RolloverModel } from './rollover.js';

/** Categories of deposits to which Basel's caps on core deposits apply (rule NMD-14). */
export const DEPOSIT_CATEGORIES = [
  'retail-transactional',
  'retail-non-transactional',
  'wholesale',
] as const;
export type DepositCategory = (typeof DEPOSIT_CATEGORIES)[number];

/** A part of a balance that leaves at its own pace. */
export interface DepositPart {
  /** Share of the balance at the valuation date. */
  readonly share: Parameter;
  readonly averageLifeYears: Parameter;
}

/** Decay that answers to the one-month rate minus the rate paid (rule NMD-10). */
export interface RateGapDecay {
  /** Relative rise of the hazard for a gap that is wider by 1 (100%): 50 is half as much at 1%. */
  readonly sensitivity: Parameter;
  readonly minMultiple: Parameter;
  readonly maxMultiple: Parameter;
}

/** A beta that rises with the level of rates from `low` to the model's `beta` (rule NMD-12). */
export interface BetaCurve {
  readonly low: Parameter;
  /** One-month rate at which the beta is half way. */
  readonly midpoint: Parameter;
  /** Steepness per unit of rate: 200 takes the beta from 12% to 88% of the way within 2%. */
  readonly slope: Parameter;
}

/**
 * How a non-maturity deposit of one segment behaves. A part that is absent is off: without `core`
 * and `surge` the whole balance decays at 1/(12 x average life) a month, without `rateGap`
 * whatever rates do; without `betaDown` and `betaCurve` one beta holds at all levels; without
 * `rateFloor` the rate paid is at least zero, without `rateCap` it has no upper limit.
 */
export interface DepositModel {
  readonly id: string;
  /** Absent: not stated, and no cap on core deposits can be checked. */
  readonly category?: DepositCategory;
  /** Absent: not stated. */
  readonly insurance?: 'insured' | 'uninsured';
  /** Of what is neither core nor surge: of the whole balance where there is neither. */
  readonly averageLifeYears: Parameter;
  readonly core?: DepositPart;
  readonly surge?: DepositPart;
  readonly rateGap?: RateGapDecay;
  /** Of a change of the one-month rate; with `betaCurve` its value at high rates. */
  readonly beta: Parameter;
  /** Of the part of a change that lies below the one-month rate of the valuation date. */
  readonly betaDown?: Parameter;
  readonly betaCurve?: BetaCurve;
  readonly lagMonths: Parameter;
  readonly rateFloor?: Parameter;
  readonly rateCap?: Parameter;
  /** Cost of serving the balance, a year, as a share of the balance. */
  readonly servicingRate: Parameter;
  /** Added to the zero rate when the deposit's cash flows are discounted (NMD rules). */
  readonly valuationSpread: Parameter;
  /** Share of the balance that moves into `migrationTo` in equal parts over 12 months. */
  readonly migrationShare: Parameter;
  /** Deposit model whose rate the migrated share earns; empty = none. */
  readonly migrationTo: string;
  /** Share that leaves in `outflowMonth`, to be refunded at the one-month rate. */
  readonly outflowShare: Parameter;
  readonly outflowMonth: Parameter;
}

export interface Behaviour {
  readonly deposits: readonly DepositModel[];
  readonly prepayments: readonly PrepaymentModel[];
  /** Absent: no time deposit is redeemed early. */
  readonly redemptions?: readonly RedemptionModel[];
  /** Absent: there is no committed line. */
  readonly drawdowns?: readonly DrawdownModel[];
  /** Absent: no rollover is stated. */
  readonly rollovers?: readonly RolloverModel[];
}
