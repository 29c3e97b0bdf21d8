import {
  type BalanceHistory,
  betaOutOfSample,
  type ConstantDecay,
  type CumulativeBeta,
  cumulativeBeta,
  type DistributedLag,
  decayOutOfSample,
  estimateConstantDecay,
  estimateDistributedLag,
  estimateTwoPartDecay,
  type Issue,
  type OutOfSample,
  ok,
  type RateHistory,
  type Result,
  rateCycles,
  type TwoPartDecay,
} from '@almfes/engine';

/** What the words of the command say; rates and confidence are decimals. */
export interface EstimateTerms {
  readonly lags: number;
  readonly apart: boolean;
  readonly neweyWestLags: number;
  readonly confidence: number;
  readonly horizon: number;
}

/** An answer, or the issues that say why there is none. */
export type Part<T> = T | { readonly issues: readonly Issue[] };

export interface BetaAnswer {
  readonly cycles: readonly Part<CumulativeBeta>[];
  readonly distributedLag: DistributedLag;
  readonly outOfSample: Part<OutOfSample>;
}

export interface DecayAnswer {
  readonly constant: ConstantDecay;
  readonly twoPart: Part<TwoPartDecay>;
  readonly outOfSample: {
    readonly constant: Part<OutOfSample>;
    readonly twoPart: Part<OutOfSample>;
  };
}

/** Half a point of the policy rate makes a cycle; a tenth of a point is flat (rule EST-2). */
const CYCLE_TERMS = { smallestMove: 0.005, flatWithin: 0.001 };

function partOf<T>(result: Result<T>): Part<T> {
  return result.ok ? result.value : { issues: result.issues };
}

/** Cumulative betas of the cycles, the distributed lag and its test; issues without the lag. */
export function betaAnswer(history: RateHistory, terms: EstimateTerms): Result<BetaAnswer> {
  const distributedLag = estimateDistributedLag(history, terms);
  if (!distributedLag.ok) return distributedLag;
  const cycles = rateCycles(history.policyRate, CYCLE_TERMS).map(({ from, to }) => {
    const dates = { from: history.quarters[from] ?? '', to: history.quarters[to] ?? '' };
    return partOf(cumulativeBeta(history, dates));
  });
  const outOfSample = partOf(betaOutOfSample(history, terms));
  return ok({ cycles, distributedLag: distributedLag.value, outOfSample });
}

/** One hazard, two parts, and the test of each; issues without the one hazard. */
export function decayAnswer(history: BalanceHistory, terms: EstimateTerms): Result<DecayAnswer> {
  const constant = estimateConstantDecay(history, terms);
  if (!constant.ok) return constant;
  const { confidence, horizon } = terms;
  return ok({
    constant: constant.value,
    twoPart: partOf(estimateTwoPartDecay(history, confidence)),
    outOfSample: {
      constant: partOf(decayOutOfSample(history, { model: 'constant', horizon })),
      twoPart: partOf(decayOutOfSample(history, { model: 'two-part', horizon })),
    },
  });
}
