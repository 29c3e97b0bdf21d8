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
  type FailureDescription,
  type FailureKind,
  type FailureParameters,
  type Severity,
} from './failure-parameters.js';
export { type Failure, namedFailure, namedFailures } from './failures.js';
export { checkFlip, type FlipCertificate } from './flip-certificate.js';
export { type FlipLimit, limitSlack, STANDARD_LIMITS } from './flip-limit.js';
export { type FlipOptions, type FlipPoint, flipPoint, type JointFlip } from './flip-point.js';
export type { FlipProblem, MoveRange } from './flip-problem.js';
export type { AssumptionMove, CurveMove, Move } from './move.js';
export type { PeerCycle } from './peer-cycles.js';
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
export type { SingleFlip } from './single-flip.js';
export {
  type SolvedParameter,
  type SolveParameterRequest,
  solveParameter,
} from './solve-parameter.js';
export { covarianceOf, type StandardMoves, standardMoves } from './standard-moves.js';
export { movedMeasure, type StudyFlipRequest, studyFlip, studyProblem } from './study-flip.js';
