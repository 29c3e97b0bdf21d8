export { type MarginalUse, marginalUse } from './allocation/marginal-use.js';
export {
  ALLOCATION_FAMILIES,
  type CapitalAllocation,
  capitalAllocation,
  type Segment,
} from './allocation/segment-capital.js';
export * from './back-test/index.js';
export { type Breach, planBreaches, shortfall } from './breach.js';
export { type Certificate, certify } from './certificate.js';
export type { Curvature } from './curvature.js';
export { type FrontierPoint, planFrontier } from './frontier.js';
export { type Judged, judgeSizes } from './judge-sizes.js';
export { marginalDepositCost, type PriceStep } from './lever/deposit-levers.js';
export {
  type DepositRules,
  generalReciprocalCap,
  nonMaturityRateCap,
  termRateCap,
} from './lever/deposit-rules.js';
export { eligibilityRules, fairValueRoom } from './lever/eligibility.js';
export { leverOf } from './lever/lever-of.js';
export type { LeverTerms } from './lever/lever-terms.js';
export { unitCarry } from './lever/swaps-lever.js';
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
export { plannedStudy } from './point.js';
export { completePolicy, type StatedPolicy } from './policy/complete-policy.js';
export {
  type DefaultPolicy,
  defaultPolicy,
  type LeftOut,
  type Rulebook,
} from './policy/default-policy.js';
export { namedObjective, OBJECTIVE_NAMES, type ObjectiveName } from './policy/named-objective.js';
export { type PolicyFile, parsePolicy } from './policy/parse-policy.js';
export type {
  Bound,
  DecisionPolicy,
  LimitStep,
  PolicyFrontier,
  PolicyLimit,
  PolicyWorld,
  Quantity,
  Standing,
} from './policy/policy.js';
export {
  type PolicyProblemRequest,
  policyLimits,
  policyProblem,
} from './policy/policy-problem.js';
export { worldTitle } from './policy/policy-world.js';
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
export { comparePlans, type Forgone, type RunnerUp, runnerUp, withoutLever } from './runner-up.js';
export type { ShadowPrice } from './shadow-price.js';
export { type SimpleRule, simpleRules } from './simple-rule.js';
export { type MovedLimit, type TradeOffPoint, tradeOff } from './trade-off.js';
export { tradeOffGrid } from './trade-off-grid.js';
export type { BrokenLimit, Waiting } from './waiting.js';
