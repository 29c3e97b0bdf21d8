export { type CalibrationTarget, calibrateHullWhite, type HullWhiteFit } from './calibration.js';
export { compoundedFuturesConvexity, type FuturesRate, termFuturesConvexity } from './convexity.js';
export { type Decision, decisionClaimValue } from './decision-claim.js';
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
