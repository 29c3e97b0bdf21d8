export * from './attribution/index.js';
export {
  type BalanceHistory,
  betaOutOfSample,
  type ConstantDecay,
  type CumulativeBeta,
  cumulativeBeta,
  type DistributedLag,
  decayOutOfSample,
  type Estimate,
  estimateConstantDecay,
  estimateDistributedLag,
  estimateTwoPartDecay,
  type OutOfSample,
  type RateHistory,
  rateCycles,
  type TwoPartDecay,
} from './behaviour/index.js';
export * from './contract/index.js';
export * from './decision/index.js';
export * from './foundation/index.js';
export * from './framework/index.js';
export * from './hedge/index.js';
export * from './instrument/index.js';
export * from './market/index.js';
export {
  type AutomaticOption,
  aggregateBasel,
  aggregateEu,
  type BaseAndShocked,
  type ByShape,
  bucketOfDay,
  bucketOfMonths,
  bucketValue,
  byShape,
  CPR_SCALARS,
  type CreditUnion,
  type CurrencyChange,
  checkDepositCaps,
  DEPOSIT_CAPS,
  type DepositCapChecks,
  EBA_AVERAGE_LIFE_YEARS,
  type Jurisdiction,
  NARROW_BAND_CURRENCIES,
  type NetEconomicValueRisk,
  type NetEconomicValueTest,
  netEconomicValueRisk,
  netEconomicValueTest,
  OUTLIER_THRESHOLDS,
  type OutlierMeasure,
  type OutlierTerms,
  type OutlierTest,
  optionAddOn,
  optionScenarioMarket,
  outlierTest,
  SHARE_PRICES,
  type StandardisedBook,
  type StandardisedValue,
  scenarioPrepaymentRate,
  scenarioRedemptionRatio,
  shockedMidpointRates,
  slotDays,
  slotMonths,
  standardisedValue,
  TDRR_SCALARS,
  TIME_BUCKETS,
  type TimeBucket,
  worstShape,
} from './metric/index.js';
export * from './scenario/index.js';
export {
  FAILURE_PARAMETERS,
  type FailureCell,
  failureGrid,
  type HedgeVariant,
  namedFailure,
  namedFailures,
  solveParameter,
} from './stress/index.js';
export * from './study/index.js';
