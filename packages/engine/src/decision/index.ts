export { type Certificate, certify } from './certificate.js';
export type { Curvature } from './curvature.js';
export { type FrontierPoint, planFrontier } from './frontier.js';
export {
  type Dealing,
  FUNDING_SOURCES,
  type FundingSource,
  type LeverKind,
  type LeverTemplate,
  type SwapPricing,
} from './lever-template.js';
export {
  type IntegerSearch,
  type LinearProgramme,
  type LpConstraint,
  type LpSolution,
  type LpVariable,
  reducedCosts,
  rowActivities,
  type Solver,
} from './linear-programme.js';
export {
  LEAST_COST,
  type MeasureCell,
  type Objective,
  type RankedObjective,
  type SingleObjective,
  type WeightedState,
} from './objective.js';
export type {
  LimitRelaxation,
  Plan,
  PlannedLimit,
  PlannedMove,
  PlannedObjective,
} from './plan.js';
export { planActions, planStart } from './plan-actions.js';
export {
  AS_ASSUMED,
  failureWorld,
  type Lever,
  type Limit,
  type PlanProblem,
  type SizeRule,
  type World,
} from './problem.js';
export type { PlanStart } from './round.js';
export type { ShadowPrice } from './shadow-price.js';
export type { BrokenLimit, Waiting } from './waiting.js';
