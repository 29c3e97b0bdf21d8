export { applyAll } from './apply-all.js';
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
export {
  type SolvedParameter,
  type SolveParameterRequest,
  solveParameter,
} from './solve-parameter.js';
