export {
  ACCOUNTING_RULES,
  type AccountingEffect,
  type AccountingRule,
  accountingEffect,
} from './accounting.js';
export {
  type AssessedHedge,
  type AssessRequest,
  assessHedges,
  type CapitalKept,
  type HedgeAssessment,
} from './assess/assess-hedges.js';
export { type Coverage, type HedgeBreak, lossAdded } from './assess/breaks.js';
export { type CapitalReading, capitalReading, type HedgeResult } from './assess/capital-kept.js';
export {
  type CheapestMix,
  cheapestMix,
  type MixLimit,
  type MixRequest,
} from './assess/cheapest-mix.js';
export type { TradingTraits } from './assess/exchange.js';
export { type HedgeCost, hedgeCost } from './assess/hedge-cost.js';
export { EVENT_QUARTER, type HedgePath } from './assess/hedge-paths.js';
export { assetsUsdMillion, MOST_TIMES_ASSETS, mostNotional } from './assess/most-notional.js';
export { type LaterRate, type RealisedCarry, realisedCarry } from './assess/realised-carry.js';
export type { HedgeSizing, SizedStructure } from './assess/size-structure.js';
export {
  type HedgeTerms,
  initialMarginBp,
  MARGIN_DAYS,
  type TradedAs,
  USUAL_TERMS,
} from './assess/terms.js';
export {
  type CapitalEfficiency,
  capitalEfficiency,
  costRatio,
  type EfficiencyInput,
} from './capital-efficiency.js';
export { HEDGE_CATALOGUE } from './catalogue/hedge-catalogue.js';
export { type LegTerms, strikeLegs } from './catalogue/strike-legs.js';
export type { StructureLeg, TradedStructure } from './catalogue/structure-leg.js';
export {
  type AccountingPart,
  type CompareRequest,
  compareHedges,
  type HedgeComparison,
  type ScenarioEffect,
} from './compare.js';
export {
  EFFECTIVE_FROM,
  EFFECTIVE_TO,
  type Effectiveness,
  effectivenessOf,
  LEAST_R_SQUARED,
  type ValueMove,
} from './effectiveness/effectiveness.js';
export {
  PARALLEL_HISTORY,
  type ValueMovesRequest,
  valueMoves,
} from './effectiveness/value-moves.js';
export { fairLinearRate, fairSwapRate, monthlyAnnuity, unitSwapDv01 } from './fair-rate.js';
export { type MarginCall, marginCall } from './margin-call.js';
export { parseStructures, type StructureFile } from './parse-structures.js';
export {
  type AccountingQuarter,
  type AccountingTerms,
  accountingPath,
  type DeferredPlace,
  type HedgeFlows,
} from './path/accounting-path.js';
export { type LayerQuarter, type LayerRequest, layerQuarters } from './path/closed-portfolio.js';
export { type HedgeFlowsRequest, hedgeFlows, undesignated } from './path/hedge-flows.js';
export { accountingTerms, type HedgeEvent, type Treatment } from './path/treatment.js';
export { atSize, type HedgeSize, type SizeRequest, sizeHedge } from './size.js';
export {
  type CheapestHedge,
  type CheapestProgramme,
  type CheapestSolver,
  cheapestHedge,
  type PricedStructure,
} from './sizing/cheapest-hedge.js';
export {
  type MeasureKey,
  type MeasureResponse,
  type ResponseRequest,
  responseOf,
  type TenorResponses,
  tenorResponses,
  type UnitResponses,
  unitResponses,
} from './sizing/response.js';
export { type KeyRateFit, sizeToKeyRates, solveKeyRates } from './sizing/size-to-key-rates.js';
export {
  type LimitRow,
  limitRows,
  type SizeFound,
  type SizeTarget,
  sizeToTarget,
} from './sizing/size-to-target.js';
export { type AssumptionRun, GROWTH_IN_WORDS, spreadInWords } from './structural/assumption-run.js';
export {
  type AssumptionEffect,
  evaluateStructuralHedge,
  monthName,
  type StructuralOutcome,
} from './structural/hedge-measures.js';
export { STRUCTURAL_HORIZONS, STRUCTURAL_SHIFTS, shiftName } from './structural/hedge-numbers.js';
export type { GrowthPlacement } from './structural/ladder.js';
export type { NotionalPoint } from './structural/ladder-history.js';
export {
  STRUCTURAL_MEASURES,
  type StructuralMeasureDefinition,
} from './structural/measure-definitions.js';
export {
  type HedgeMeasure,
  type HedgeProgramme,
  type MonthCurve,
  PUBLISHED_MEASURES,
  type PublishedMeasure,
  type PublishedNumber,
  type StructuralHedge,
  type ThreeValues,
} from './structural/structural-hedge.js';
export {
  HEDGE_STRUCTURES,
  type HedgeLeg,
  type HedgeStructure,
  hedgeChanges,
  type StrikeTerms,
  type Swap,
  splitDesignation,
  strikeStructure,
  structureOf,
} from './structure.js';
export { type HedgeTarget, hedgeTargets, type TargetId } from './target.js';
export { type AddedHedge, addedHedges, type ComparedHedge, type HedgeEngine } from './variant.js';
