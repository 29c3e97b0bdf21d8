import { itemAt } from '../../foundation/index.js';

/**
 * A notional, rate or spread over the accrual periods of a leg (rule SWAP-3): one number; one
 * number a period; steps that hold from the first period starting on or after their day; or a
 * constant change each period.
 */
export type PeriodValue =
  | number
  | { readonly byPeriod: readonly number[] }
  | { readonly initial: number; readonly steps: readonly ValueStep[] }
  | { readonly initial: number; readonly changeEachPeriod: number };

export interface ValueStep {
  readonly fromDay: number;
  readonly value: number;
}

interface PeriodPlace {
  readonly index: number;
  readonly unadjustedStart: number;
}

/** The value in force in one period; throws RangeError when a list by period is too short. */
export function valueInPeriod(plan: PeriodValue, period: PeriodPlace): number {
  if (typeof plan === 'number') return plan;
  if ('byPeriod' in plan) return itemAt(plan.byPeriod, period.index);
  if ('changeEachPeriod' in plan) return plan.initial + period.index * plan.changeEachPeriod;
  let value = plan.initial;
  for (const step of plan.steps) {
    if (step.fromDay <= period.unadjustedStart) value = step.value;
  }
  return value;
}
