export {
  type BackTest,
  type BackTestRequest,
  backTest,
  type DecidedQuarter,
  type MarkPrediction,
  type ReplayCosts,
  type ReplayDecision,
  type ReplayStrategy,
  type ScoredQuarter,
  type StrategyScore,
} from './back-test.js';
export { fairSwap, type ReplayPricing, replayLevers, replayRules } from './replay-levers.js';
export { checkReplay, type ReplayQuarter, type ReplayReset } from './replay-quarter.js';
export { CASH_SHORT, DO_NOTHING, hedgeAll, recommendations } from './replay-strategies.js';
