export * from './attribution/index.js';
export {
  type BalanceHistory,
  betaOutOfSample,
  type ConstantDecay,
  type CumulativeBeta,
  cumulativeBeta,
  type DistributedLag,
  decayOutOfSample,
  type Estimate,
  estimateConstantDecay,
  estimateDistributedLag,
  estimateTwoPartDecay,
  type OutOfSample,
  type RateHistory,
  rateCycles,
  type TwoPartDecay,
} from './behaviour/index.js';
export * from './contract/index.js';
export * from './decision/index.js';
export * from './foundation/index.js';
export * from './framework/index.js';
export * from './hedge/index.js';
export * from './instrument/index.js';
export * from './market/index.js';
export {
  FAILURE_PARAMETERS,
  type FailureCell,
  failureGrid,
  type HedgeVariant,
  namedFailure,
  namedFailures,
  solveParameter,
} from './stress/index.js';
export * from './study/index.js';
