export { type CalibrationTarget, calibrateHullWhite, type HullWhiteFit } from './calibration.js';
export {
  type CallablePrice,
  callablePrice,
  callableSpread,
  type SettledCallable,
} from './callable-price.js';
export { compoundedFuturesConvexity, type FuturesRate, termFuturesConvexity } from './convexity.js';
export { decisionClaimValue } from './decision-claim.js';
export type { Decision } from './decision-stage.js';
export { type EuropeanClaim, europeanClaimValue } from './european-claim.js';
export type { ClaimFlow } from './flow-claim.js';
export {
  bondPrice,
  type HullWhite,
  type ModelState,
  reach,
  shortRate,
  shortRateVariance,
  stateVariance,
} from './hull-white.js';
export { modelIssues } from './model-issues.js';
export {
  type TreeGrid,
  type TrinomialTree,
  treeClaimValue,
  trinomialTree,
} from './trinomial-tree.js';
export { valueCallableBond } from './value-callable-bond.js';
