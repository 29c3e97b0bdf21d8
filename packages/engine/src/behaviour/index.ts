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
  runShare,
} from './deposit.js';
export {
  type DepositTranche,
  depositAverageLifeYears,
  depositPrincipal,
  depositTranches,
  hazardMultiples,
} from './deposit-balance.js';
export { betaAtLevel } from './deposit-beta.js';
export {
  type DrawdownModel,
  drawdownAnswersToRates,
  linePrincipal,
} from './drawdown.js';
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
export { mortalityPath, type PoolTerms, speedAnswersToRates } from './mortality-path.js';
export { parameterAt, withParameterAt } from './parameter-at.js';
export {
  burnoutFactor,
  conditionalPrepaymentRate,
  cprOfPsa,
  type PrepaymentCurve,
  prepaymentOnCurve,
  seasoningFactor,
  singleMonthlyMortality,
} from './prepayment.js';
export type {
  ConstantPrepaymentModel,
  IncentivePrepaymentModel,
  LockIn,
  PrepaymentModel,
  PsaPrepaymentModel,
} from './prepayment-model.js';
export {
  type BucketFlow,
  penaltyFactors,
  type RedemptionModel,
  redeemedBucket,
  redemptionAnswersToRates,
} from './redemption.js';
export { type RolloverModel, rolloverShareOf } from './rollover.js';
