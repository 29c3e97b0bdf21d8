export {
  aggregateBasel,
  aggregateEu,
  type CurrencyChange,
  NARROW_BAND_CURRENCIES,
} from './aggregate-currencies.js';
export {
  CPR_SCALARS,
  scenarioPrepaymentRate,
  scenarioRedemptionRatio,
  TDRR_SCALARS,
} from './behaviour-scalar.js';
export { type ByShape, byShape, worstShape } from './by-shape.js';
export {
  cappedCore,
  checkDepositCaps,
  DEPOSIT_CAPS,
  type DepositCapChecks,
  EBA_AVERAGE_LIFE_YEARS,
} from './deposit-caps.js';
export {
  type BaseAndShocked,
  type CreditUnion,
  type CreditUnionPart,
  type NetEconomicValueRisk,
  type NetEconomicValueTest,
  netEconomicValueRisk,
  netEconomicValueTest,
  SHARE_PRICES,
} from './net-economic-value.js';
export { type AutomaticOption, optionAddOn, optionScenarioMarket } from './option-add-on.js';
export {
  type Jurisdiction,
  OUTLIER_THRESHOLDS,
  type OutlierMeasure,
  type OutlierTerms,
  type OutlierTest,
  outlierTest,
} from './outlier-test.js';
export { OUTLIER_SHAPES } from './outlier-worst.js';
export { isPrescribed, missingShapes, prescribedOf } from './prescribed.js';
export {
  bucketValue,
  type StandardisedBook,
  type StandardisedValue,
  shockedMidpointRates,
  standardisedValue,
} from './standardised-value.js';
export {
  type AutomaticOptions,
  automaticOption,
  type OptionVolatility,
  STUDY_OPTION_KINDS,
  type StudyOption,
} from './study-option.js';
export {
  bucketOfDay,
  bucketOfMonths,
  slotDays,
  slotMonths,
  TIME_BUCKETS,
  type TimeBucket,
} from './time-bucket.js';
