import { floatAt, type Parameter } from '../foundation/index.js';
import { singleMonthlyMortality } from './prepayment.js';

/** How customers draw committed lines (rules DRAW-1 and DRAW-2). */
export interface DrawdownModel {
  readonly id: string;
  /** Share of the undrawn commitment drawn in a year at the rates of the valuation date. */
  readonly drawRate: Parameter;
  /** Rise of that share for a one-month rate higher by 1; absent: draws answer to no rate. */
  readonly drawSensitivity?: Parameter;
}

/** One-month rates by month, and that of the valuation date; decimals a year. */
export interface DrawdownRates {
  readonly oneMonth: Float64Array;
  readonly oneMonthNow: number;
}

/** True when draws depend on market rates. */
export function drawdownAnswersToRates({ drawSensitivity }: DrawdownModel): boolean {
  return drawSensitivity !== undefined && drawSensitivity.value !== 0;
}

/** Share of the undrawn drawn in a year after a change of the one-month rate (DRAW-1). */
export function yearlyDrawdown(model: DrawdownModel, rateChange: number): number {
  const sensitivity = model.drawSensitivity?.value ?? 0;
  return Math.min(1, Math.max(0, model.drawRate.value + sensitivity * rateChange));
}

/**
 * Principal of one unit of commitment by month (rule DRAW-2): negative while it is drawn, all that
 * was drawn comes back at the end of `maturityMonth`. The sum is zero: nothing is out at the date.
 * @param rates null where the model does not answer to rates
 */
export function linePrincipal(
  model: DrawdownModel,
  maturityMonth: number,
  rates: DrawdownRates | null,
  months: number,
): Float64Array {
  const paid = new Float64Array(months);
  const last = Math.min(maturityMonth, months) - 1;
  let undrawn = 1;
  for (let t = 0; t < last; t += 1) {
    const change = rates === null ? 0 : floatAt(rates.oneMonth, t) - rates.oneMonthNow;
    const drawn = undrawn * singleMonthlyMortality(yearlyDrawdown(model, change));
    paid[t] = drawn === 0 ? 0 : -drawn;
    undrawn -= drawn;
  }
  paid[last] = 1 - undrawn;
  return paid;
}
