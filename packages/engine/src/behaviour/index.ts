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
export {
  type DrawdownModel,
  type DrawdownRates,
  drawdownAnswersToRates,
  linePrincipal,
  yearlyDrawdown,
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
  incentiveRatio,
  type LockInTerms,
  lockInFactor,
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
  type DepositBucket,
  penaltyFactors,
  type RedemptionGain,
  type RedemptionModel,
  redeemedBucket,
  redemptionAnswersToRates,
  redemptionGain,
  redemptionPath,
  type TermDeposit,
  yearlyRedemption,
} from './redemption.js';
export { type RolloverModel, rolloverShareOf } from './rollover.js';
