import { floatAt } from '../foundation/index.js';
import {
  burnoutFactor,
  cprOfPsa,
  curveOf,
  incentiveRatio,
  type LockInTerms,
  lockInFactor,
  prepaymentOnCurve,
  seasoningFactor,
  singleMonthlyMortality,
} from './prepayment.js';
import type { IncentivePrepaymentModel, PrepaymentModel } from './prepayment-model.js';

/** What a speed depends on besides rates. */
export interface PoolTerms {
  /** Borrowers' rate, decimal a year. */
  readonly noteRate: number;
  /** Loan age at the valuation date. */
  readonly ageMonths: number;
}

/** True when the speed of a model depends on mortgage rates. */
export function speedAnswersToRates(model: PrepaymentModel): model is IncentivePrepaymentModel {
  return model.kind === undefined || model.kind === 'incentive';
}

/**
 * SMM of the months after the valuation date (rules PREPAY-2 to PREPAY-8), one for each entry of
 * the scenario's `mortgage` rates. It depends on the pool's rate and age and on the path of rates,
 * not on its term: what survives prepayment is the product of 1 - SMM whatever is scheduled.
 */
export function mortalityPath(
  model: PrepaymentModel,
  pool: PoolTerms,
  mortgage: Float64Array,
): Float64Array {
  if (speedAnswersToRates(model)) return incentivePath(model, pool, mortgage);
  return Float64Array.from({ length: mortgage.length }, (_, t) =>
    singleMonthlyMortality(
      model.kind === 'cpr' ? model.cpr.value : cprOfPsa(model.psa.value, pool.ageMonths + t + 1),
    ),
  );
}

function incentivePath(
  model: IncentivePrepaymentModel,
  { noteRate, ageMonths }: PoolTerms,
  mortgage: Float64Array,
): Float64Array {
  const curve = curveOf(model);
  const lockIn = lockInTerms(model);
  const seasoningMonths = model.seasoningMonths?.value ?? 0;
  const burnoutFloor = model.burnoutFloor?.value ?? 1;
  const path = new Float64Array(mortgage.length);
  let survival = 1;
  for (let t = 0; t < mortgage.length; t += 1) {
    const rate = floatAt(mortgage, t);
    const pull = prepaymentOnCurve(curve, noteRate, rate);
    const locked = lockIn === null ? 1 : lockInFactor(lockIn, incentiveRatio(noteRate, rate));
    const seasoning = seasoningFactor(seasoningMonths, ageMonths + t + 1);
    const cpr = pull * seasoning * burnoutFactor(burnoutFloor, survival) * locked;
    const smm = singleMonthlyMortality(cpr);
    path[t] = smm;
    survival *= 1 - smm;
  }
  return path;
}

function lockInTerms({ lockIn }: IncentivePrepaymentModel): LockInTerms | null {
  if (lockIn === undefined) return null;
  const { floor, startRatio, fullRatio } = lockIn;
  return { floor: floor.value, startRatio: startRatio.value, fullRatio: fullRatio.value };
}
