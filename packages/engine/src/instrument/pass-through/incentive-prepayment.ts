import {
  burnoutFactor,
  type PrepaymentCurve,
  prepaymentOnCurve,
  seasoningFactor,
  singleMonthlyMortality,
} from '../../behaviour/index.js';
import { itemAt } from '../../foundation/index.js';
import type { PoolState } from './pool-flows.js';

/**
 * Prepayment that follows the incentive to refinance (rule PASSTHROUGH-9): the S-curve of PREPAY-2
 * times seasoning, burnout and the season of the year.
 */
export interface IncentivePrepayment {
  readonly kind: 'incentive';
  readonly curve: PrepaymentCurve;
  /** Months until a new loan prepays at full speed; 0 for none. */
  readonly seasoningMonths: number;
  /** Months from a mortgage rate to the prepayment it causes. */
  readonly lagMonths: number;
  /** Speed of a pool whose eager borrowers have all left, over that of a fresh one; 1 for none. */
  readonly burnoutFloor: number;
  /** Factors of January to December; none for an even year. */
  readonly seasons?: readonly number[];
  /** The rate of new mortgages on the valuation day. */
  readonly mortgageRate: number;
}

/** Mortgage rates from the valuation day on, month by month: index 0 is the day itself. */
export type MortgageRatePath = ArrayLike<number>;

export interface IncentiveSetting {
  readonly noteRate: number;
  readonly path: MortgageRatePath;
  /** Calendar month (1..12) of the first projected month. */
  readonly firstCalendarMonth: number;
}

/** SMM of a month: rates before the valuation day are taken as that day's. */
export function incentiveSmm(
  model: IncentivePrepayment,
  setting: IncentiveSetting,
  state: PoolState,
): number {
  const { seasoningMonths, burnoutFloor, lagMonths, seasons } = model;
  const at = Math.min(setting.path.length - 1, Math.max(0, state.month - 1 - lagMonths));
  const pull = prepaymentOnCurve(model.curve, setting.noteRate, itemAt(setting.path, at));
  const seasoning = seasoningFactor(seasoningMonths, state.ageMonths);
  const burnout = burnoutFactor(burnoutFloor, state.survival);
  const month = (setting.firstCalendarMonth + state.month - 2) % 12;
  const season = seasons === undefined ? 1 : itemAt(seasons, month);
  return singleMonthlyMortality(Math.min(1, pull * seasoning * burnout * season));
}
