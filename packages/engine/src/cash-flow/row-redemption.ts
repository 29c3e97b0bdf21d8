import { textAt } from '../balance-sheet/index.js';
import {
  type BucketFlow,
  penaltyFactors,
  type RedemptionModel,
  redeemedBucket,
  redemptionAnswersToRates,
} from '../behaviour/index.js';
import { floatAt, itemAt } from '../foundation/index.js';
import { HORIZON_MONTHS } from './program.js';
import type { RowProgram } from './row-program.js';
import type { ScenarioRates } from './scenario-rates.js';
import { sharedPaths } from './shared-path.js';

/** The redemption model of a time deposit, or null: only a bucket of bullets can be broken. */
export function redemptionOfRow(program: RowProgram, row: number): RedemptionModel | null {
  const isBucket = textAt(program.book.principal, row) === 'even';
  return isBucket ? itemAt(program.redemptionOf, row) : null;
}

const shared = sharedPaths<RedemptionModel, BucketFlow>();
/** Stands for the rates of any scenario where redemption does not look at them. */
const NO_RATES = new Float64Array(0);

/** One unit of a time deposit with early redemption by month (rules REDEEM-1 to REDEEM-3). */
export function rowRedemption(
  { book }: RowProgram,
  model: RedemptionModel,
  rates: ScenarioRates | null,
  row: number,
): BucketFlow {
  const bucket = {
    contractRate: floatAt(book.rate, row),
    firstMonth: floatAt(book.firstPrincipalMonth, row),
    lastMonth: floatAt(book.maturityMonth, row),
  };
  const seen = redemptionAnswersToRates(model) ? ratesOf(rates, row) : null;
  const key = `${bucket.contractRate} ${bucket.firstMonth} ${bucket.lastMonth}`;
  return shared({ rates: seen?.discount ?? NO_RATES, model, key }, () =>
    redeemedBucket(model, bucket, seen?.bondAt ?? null, HORIZON_MONTHS),
  );
}

/** Share of a time deposit that is broken before it is due (0 to 1); null for another position. */
export function redeemedShare(
  program: RowProgram,
  rates: ScenarioRates,
  row: number,
): number | null {
  const model = redemptionOfRow(program, row);
  if (model === null) return null;
  const { redeemed } = rowRedemption(program, model, rates, row);
  return Math.min(
    1,
    redeemed.reduce((sum, early) => sum + early, 0),
  );
}

/** Factors on the rate paid by month (rule REDEEM-4), or null where there is no penalty. */
export function rowPenaltyFactors(
  program: RowProgram,
  rates: ScenarioRates,
  row: number,
): Float64Array | null {
  const model = redemptionOfRow(program, row);
  if (model === null || model.penaltyMonths.value === 0) return null;
  return penaltyFactors(model, rowRedemption(program, model, rates, row));
}

function ratesOf(rates: ScenarioRates | null, row: number): ScenarioRates {
  if (rates === null) throw new Error(`row ${row} answers to rates: none are given`);
  return rates;
}
