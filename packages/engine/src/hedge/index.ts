export {
  ACCOUNTING_RULES,
  type AccountingEffect,
  type AccountingRule,
  accountingEffect,
} from './accounting.js';
export {
  type CapitalEfficiency,
  capitalEfficiency,
  type EfficiencyInput,
} from './capital-efficiency.js';
export {
  type AccountingPart,
  type CompareRequest,
  compareHedges,
  type HedgeComparison,
  type ScenarioEffect,
} from './compare.js';
export { fairSwapRate, monthlyAnnuity, unitSwapDv01 } from './fair-rate.js';
export { atSize, type HedgeSize, type SizeRequest, sizeHedge } from './size.js';
export {
  HEDGE_STRUCTURES,
  type HedgeLeg,
  type HedgeStructure,
  hedgeChanges,
  type StrikeTerms,
  type Swap,
  splitDesignation,
  strikeStructure,
} from './structure.js';
export { type HedgeTarget, hedgeTargets, type TargetId } from './target.js';
export type { ComparedHedge } from './variant.js';
