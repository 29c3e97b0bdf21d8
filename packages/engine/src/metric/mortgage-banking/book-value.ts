import { floatAt } from '../../foundation/index.js';
import type { MortgageBanking } from './input.js';
import { type MortgageRates, pullThroughShare, rateLockValue, servicingValue } from './value.js';

/** Values of the mortgage business in one scenario, USD million. */
export interface MortgageBankingValue {
  readonly rateLocks: number;
  readonly servicing: number;
  /** Loans that will be made: locks at the scenario's pull-through, and of the pipeline. */
  readonly closings: number;
}

/** Sums over locks, rights and pipeline (rules MORTGAGE-2, MORTGAGE-4, MORTGAGE-5). */
export function mortgageBankingValue(
  { rateLocks, pipeline, servicing }: MortgageBanking,
  rates: MortgageRates,
): MortgageBankingValue {
  const mortgageRate = floatAt(rates.mortgage, 0);
  const sum = { rateLocks: 0, servicing: 0, closings: 0 };
  for (const lock of rateLocks) {
    sum.rateLocks += rateLockValue(lock, rates);
    sum.closings += lock.notionalUsdMillion.value * pullThroughShare(lock, mortgageRate);
  }
  for (const right of servicing) sum.servicing += servicingValue(right, rates);
  if (pipeline !== null) {
    sum.closings += pipeline.amountUsdMillion.value * pipeline.pullThrough.value;
  }
  return sum;
}
