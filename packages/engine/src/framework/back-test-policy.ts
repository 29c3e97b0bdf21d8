import {
  AS_ASSUMED,
  CASH_SHORT,
  DO_NOTHING,
  failureWorld,
  hedgeAll,
  type PlanProblem,
  type ReplayPricing,
  type ReplayStrategy,
  recommendations,
  replayLevers,
  replayRules,
  type Solver,
} from '../decision/index.js';
import type { Study } from '../study/index.js';
import type { LimitPlan } from './case-input.js';
import { ENGINE } from './engine.js';
import { limitOf } from './levers.js';

/** What a replay costs: the terms of the cases of Silicon Valley Bank. */
export const REPLAY_PRICING: ReplayPricing = { halfBidOfferBp: 0.25, marginFundingSpread: 0.0025 };

const ALL = ['-200', '-100', '0', '+100', '+200', '+300'];
const BROKEN = ['digital-disruption-severe', 'combined-adverse-severe'];

/**
 * The limits of every decision (BACKTEST-8): those of the cases svb-2021 and svb-2022 but the
 * one on liquidity, because the lines of the bank are not in its Call Report and no swap moves it.
 */
export const REPLAY_LIMITS: readonly LimitPlan[] = [
  {
    ...{ id: 'eve-broken', title: 'EVE itself above zero with behaviour broken' },
    ...{ measure: 'eve.value', scenarios: ALL, worlds: BROKEN, floor: 0 },
    ...{ scale: 1000, step: 100, stepWords: '100 million' },
    source: 'judgement: solvent in economic value when an assumption fails',
  },
  {
    ...{ id: 'nii-broken', title: '12-month NII above zero with behaviour broken' },
    ...{ measure: 'nii.12m', scenarios: ALL, worlds: BROKEN, floor: 0 },
    ...{ scale: 100, step: 10, stepWords: '10 million' },
    source: 'judgement: income when an assumption fails',
  },
  {
    ...{ id: 'eve', title: 'EVE change no worse than 15% of Tier 1' },
    ...{ measure: 'eve.change', scenarios: ['-200', '-100', '+100', '+200'] },
    ...{ worlds: ['as-assumed'], floor: { times: -0.15, of: 'tier-1-capital' } },
    ...{ scale: 1000, step: 100, stepWords: '100 million' },
    source: 'Basel SRP 31 outlier benchmark, a benchmark only for US banks',
  },
  {
    ...{ id: 'nii', title: '12-month NII at least 80% of base' },
    ...{ measure: 'nii.12m', scenarios: ALL, worlds: ['as-assumed'] },
    ...{ floor: { times: 0.8, of: 'base-nii-12m' }, scale: 100, step: 10 },
    ...{ stepWords: '10 million', source: 'judgement: four fifths of base NII' },
  },
  {
    ...{ id: 'economic-cet1', title: 'Economic CET1 (E0) at least 4.5% of RWA' },
    ...{ measure: 'capital.economicRatio.e0', scenarios: ALL, worlds: ['as-assumed'] },
    ...{ floor: 0.045, scale: 0.01, step: 0.01, stepWords: 'point of RWA' },
    source: 'minimum CET1 ratio, 12 CFR 217.10, applied to economic CET1',
  },
];

/** The recommendations beside what the bank did and the two simple rules. */
export function replayStrategies(solver: Solver): readonly ReplayStrategy[] {
  return [
    DO_NOTHING,
    recommendations((study) => problemOf(study, solver)),
    CASH_SHORT,
    hedgeAll(ENGINE.evaluate),
  ];
}

function problemOf(study: Study, solver: Solver): PlanProblem {
  const base = ENGINE.evaluate(study);
  return {
    study,
    levers: replayLevers(study, REPLAY_PRICING),
    worlds: [
      AS_ASSUMED,
      failureWorld('digital-disruption', 'severe', 'digital disruption, severe'),
      failureWorld('combined-adverse', 'severe', 'combined adverse, severe'),
    ],
    limits: REPLAY_LIMITS.map((limit) => limitOf(limit, study, base)),
    rules: replayRules(study),
    objective: { kind: 'least-cost' },
    realisedLossYears: 3,
    solver,
    ...ENGINE,
  };
}
