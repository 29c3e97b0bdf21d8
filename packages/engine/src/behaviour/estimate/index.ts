export type { BalanceHistory } from './balance-history.js';
export { type BetaTestTerms, betaOutOfSample } from './beta-out-of-sample.js';
export {
  type AverageLife,
  type ConstantDecay,
  type DecayTerms,
  estimateConstantDecay,
} from './constant-decay.js';
export { type DecayModel, type DecayTestTerms, decayOutOfSample } from './decay-out-of-sample.js';
export {
  type DistributedLag,
  type DistributedLagTerms,
  estimateDistributedLag,
  type RateSide,
  type SideEstimate,
} from './distributed-lag.js';
export type { Estimate } from './estimate.js';
export type { ForecastScore, OutOfSample } from './out-of-sample.js';
export {
  type CumulativeBeta,
  type CycleDates,
  type CycleTerms,
  cumulativeBeta,
  type RateCycle,
  rateCycles,
} from './rate-cycle.js';
export type { RateHistory } from './rate-history.js';
export { estimateTwoPartDecay, type TwoPartDecay } from './two-part-decay.js';
