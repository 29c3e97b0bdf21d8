export {
  depositRatePath,
  migratedShare,
  monthlyHazard,
  runShare,
} from './deposit.js';
export type { Behaviour, DepositModel, PrepaymentModel } from './model.js';
export {
  conditionalPrepaymentRate,
  type PrepaymentCurve,
  prepaymentOnCurve,
  singleMonthlyMortality,
} from './prepayment.js';
