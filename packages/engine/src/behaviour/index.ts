export {
  type CapCheck,
  type CoreCapCheck,
  type CoreCaps,
  checkAverageLife,
  checkCoreCaps,
} from './core-caps.js';
export {
  depositRatePath,
  migratedShare,
  monthlyHazard,
  runShare,
} from './deposit.js';
export {
  type DepositTranche,
  depositAverageLifeYears,
  depositPrincipal,
  depositTranches,
  type GapRates,
  hazardMultiple,
  hazardMultiples,
} from './deposit-balance.js';
export { betaAtLevel, type RateMove, rateChangePaid } from './deposit-beta.js';
export * from './estimate/index.js';
export {
  type Behaviour,
  type BetaCurve,
  DEPOSIT_CATEGORIES,
  type DepositCategory,
  type DepositModel,
  type DepositPart,
  type RateGapDecay,
} from './model.js';
export { parameterAt, withParameterAt } from './parameter-at.js';
export {
  conditionalPrepaymentRate,
  type PrepaymentCurve,
  prepaymentOnCurve,
  singleMonthlyMortality,
} from './prepayment.js';
export type { PrepaymentModel } from './prepayment-model.js';
