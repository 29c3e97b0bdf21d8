export type { StudyBlocks } from './blocks.js';
export type { CapitalRegime, ProductRiskWeight } from './capital/capital-regime.js';
export { bookOfTransferred, filteredHtmAoci } from './capital/filtered-htm.js';
export type { Capital } from './capital/input.js';
export type { InterestRateCapital } from './capital/interest-rate-capital.js';
export {
  type CapitalPlan,
  type CorporationTax,
  MOST_QUARTERS,
  type PassThroughTax,
  type PlannedSale,
} from './capital/path/plan.js';
export {
  type CapitalQuarter,
  quarterVerdicts,
} from './capital/path/quarter-verdict.js';
export { scenarioPath } from './capital/path/scenario-path.js';
export { REGIMES, type RegimeId, type RegimeRule, WELL_CAPITALISED } from './capital/regime.js';
export { LARGEST_RISK_WEIGHT, RISK_WEIGHTS, type RiskWeightId } from './capital/risk-weight.js';
export { productWeights } from './capital/weighted-assets.js';
export type { CreditLoss, LoanSegment, PropertyCollateral } from './credit-loss/segment.js';
export { PERCENTILES, SIMULATED, SIMULATION_MEASURES } from './definition/simulation.js';
export { BUMP_BP } from './duration.js';
export { type HedgeEffect, hedgeEffect } from './hedge/accounting-measures.js';
export type {
  HedgeDeferrals,
  HedgeFutures,
  HedgeMargin,
  HedgeOptions,
  MarginStep,
} from './hedge/input.js';
export { incomeOfHedge } from './income/hedge-income.js';
export type { Income } from './income/income-parts.js';
export {
  incomeTable,
  NII_HORIZONS,
  type NiiMode,
  rowIncome,
} from './income/net-interest-income.js';
export type { BalanceSheetPlan, PlannedProduct } from './income/plan.js';
export { fundingOfGrowth } from './income/planned-funding.js';
export {
  type BumpView,
  KEY_BUMP_BP,
  KEY_TENORS_MONTHS,
  type KeyRates,
  type TwoSided,
} from './key-rate/bump.js';
export {
  type Collateral,
  type CollateralPool,
  LENDERS,
  type Pledge,
  type PoolSale,
} from './liquidity/collateral/input.js';
export { type Promised, promisesIn } from './liquidity/collateral/pool-value.js';
export {
  BANK_TERM_FUNDING_FROM,
  type ContingencyLine,
  type ContingencyPlan,
  type ContingencyTrigger,
  FACILITIES,
} from './liquidity/contingency/input.js';
export { type CashByHour, cashCurve } from './liquidity/contingency/line-cash.js';
export { type FundingAfter, fundingAfterIn } from './liquidity/funding-after.js';
export type { FundingLimit } from './liquidity/funding-limits.js';
export { availableBy, stressedBooks } from './liquidity/funding-stress.js';
export type { Liquidity, LiquiditySource } from './liquidity/input.js';
export {
  LADDER_BUCKETS,
  type LadderBucket,
  maturityLadder,
} from './liquidity/ladder/maturity-ladder.js';
export type { LadderKind } from './liquidity/ladder/row-cash.js';
export { INFLOW_CAP, WINDOW_DAYS } from './liquidity/rule/factor.js';
export type {
  FlowItem,
  LiquidityRule,
  RuleItem,
  SubsidiaryLiquidity,
  Unwind,
} from './liquidity/rule/input.js';
export { RULE_TABLES, type RuleId } from './liquidity/rule/rule-tables.js';
export { ADJUSTMENTS, type Adjustment } from './liquidity/rule/us-coverage.js';
export type { DepositSegment, LiquidityStress, OutflowPoint } from './liquidity/stress/input.js';
export type { RunHour } from './liquidity/stress/intraday-run.js';
export { type SegmentOutflow, segmentOutflows } from './liquidity/stress/segment-outflow.js';
export { intradayRunIn } from './liquidity/stress/stress-measures.js';
export type { MeasureDefinition, MeasureUnit, MeasureValue, RefusedMeasure } from './measure.js';
export { measures } from './measures.js';
export type {
  LoanPipeline,
  MortgageBanking,
  RateLock,
  ServicingRight,
} from './mortgage-banking/input.js';
export { PATH_MEASURES, type PathView, pathValues } from './path-values.js';
export { type FamilyName, MEASURE_FAMILIES, MEASURES, measureDefinition } from './registry.js';
export * from './standardised/index.js';
export type {
  EquityTenor,
  LiquidityPremium,
  OptionCost,
  TransferPricing,
} from './transfer/transfer-pricing.js';
export { groupOf, type MeasureInput, type ScenarioView } from './view.js';
