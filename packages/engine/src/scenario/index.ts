export { type FloorRule, floorRateAt, NAMED_FLOORS, type NamedFloor } from './floor-rule.js';
export { type HistoricMoves, historicMoves } from './historic-moves.js';
export { type HistoricReplay, historicReplay } from './historic-replay.js';
export { parZeroCurve } from './par-zero-curve.js';
export { baselScenarios, euScenarios, type PrescribedSetTerms } from './prescribed-set.js';
export { PRESCRIBED_SHAPES, type PrescribedShape, prescribedShiftBp } from './prescribed-shift.js';
export { rampShare } from './ramp.js';
export {
  BASIS_INDICES,
  type BasisShock,
  type HistoricScenario,
  isBaseShock,
  type NodesScenario,
  type ParallelScenario,
  type PathScenario,
  type PathStep,
  type PrescribedScenario,
  RAMP_MONTHS,
  type ReplayCurve,
  type ReplayScenario,
  type Scenario,
  type ShockNode,
  type ShockTerms,
} from './scenario.js';
export { scenarioCurve, scenarioShift } from './scenario-curve.js';
export {
  SHOCK_RULES,
  type ShockRule,
  type ShockSize,
  shockCurrencies,
  shockSize,
} from './shock-size/shock-size.js';
export * from './stochastic/index.js';
export { usScenarios } from './us-set.js';
