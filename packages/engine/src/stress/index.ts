export { applyAll } from './apply-all.js';
export { applyMoves, type MovesMade, movedScenario } from './apply-moves.js';
export {
  type AssumptionRule,
  RULE_OPERATIONS,
  type RuleOperation,
  ruleEdits,
  SEGMENTS,
  type Segment,
} from './assumption-rule.js';
export type { CurveDispersion } from './curve-dispersion.js';
export {
  type Dispersion,
  dispersionKnownOn,
  type PercentilePoint,
  percentileOf,
} from './dispersion.js';
export {
  type FailureCell,
  type FailureGridRequest,
  failureGrid,
  type HedgeVariant,
  type RunDays,
  type RunThresholds,
  ratesFall,
  UNBROKEN,
} from './failure-grid.js';
export {
  BETA_CAP,
  COMBINED_RUN_MONTH,
  FAILURE_DESCRIPTIONS,
  FAILURE_PARAMETERS,
  type FailureAnchor,
  type FailureDescription,
  type FailureKind,
  type FailureParameters,
  type Severity,
} from './failure-parameters.js';
export {
  FAILURE_KINDS,
  type Failure,
  namedFailure,
  namedFailures,
  SEVERITIES,
} from './failures.js';
export { checkFlip, type FlipCertificate } from './flip-certificate.js';
export { type FlipLimit, limitSlack, STANDARD_LIMITS } from './flip-limit.js';
export { type FlipOptions, type FlipPoint, flipPoint, type JointFlip } from './flip-point.js';
export { type FlipProblem, type MoveRange, probeOf } from './flip-problem.js';
export {
  type FlipComponent,
  flipComponents,
  type LimitFlip,
  type LimitFlipRequest,
  limitFlip,
} from './limit-flip.js';
export type { AssumptionMove, CurveMove, Move } from './move.js';
export {
  type OwnFailure,
  ownFailure,
  type ReweightedFailure,
  type RuledFailure,
} from './own-failure.js';
export { parseFailures, readOwnFailure } from './parse-failures.js';
export { parseHedgeVariants } from './parse-hedge-variants.js';
export type { PeerCycle } from './peer-cycles.js';
export { nearestFirst, REVERSE_TARGETS, reverseStress } from './reverse-stress.js';
export type { CapitalView, RunSetting } from './run-capital.js';
export {
  type RunDynamics,
  type RunEquilibrium,
  type RunRequest,
  type RunRound,
  runDynamics,
} from './run-dynamics.js';
export { checkResponse, RUN_RESPONSES, type RunResponse } from './run-response.js';
export {
  depositBalance,
  type RunSurfaceCell,
  type RunSurfaceRequest,
  runSurface,
} from './run-surface.js';
export { type SingleFlip, singleFlips } from './single-flip.js';
export {
  type SolvedParameter,
  type SolveParameterRequest,
  solveParameter,
} from './solve-parameter.js';
export { covarianceOf, type StandardMoves, standardMoves } from './standard-moves.js';
export { movedMeasure, type StudyFlipRequest, studyFlip, studyProblem } from './study-flip.js';
