import { type DecisionPolicy, LEAST_COST } from '../decision/index.js';
import type { DecisionPlan, HedgePlan } from './case-input.js';
import { templateOf } from './levers.js';

/** Step 4 of a case as a policy (POLICY-6): same levers, worlds and limits, by their sources. */
export function casePolicy(
  title: string,
  plan: DecisionPlan,
  {
    halfBidOfferBp,
    marginFundingSpread,
  }: Pick<HedgePlan, 'halfBidOfferBp' | 'marginFundingSpread'>,
): DecisionPolicy {
  return {
    schema: 'almfes/decision-policy/1',
    title,
    levers: plan.levers.map(templateOf),
    pricing: { halfBidOfferBp, marginFundingSpread },
    deposits: null,
    worlds: plan.worlds,
    limits: plan.limits.map(({ scale, step, stepWords, source, ...limit }) => ({
      ...limit,
      cap: null,
      mayRelax: true,
      told: { scale, step, stepWords },
      standing: standingOf(source),
      authority: source,
    })),
    rules: [],
    objective: LEAST_COST,
    realisedLossYears: plan.realisedLossYears,
    frontier: null,
    sources: ['The levers and limits of step 4 of the case: changes.json'],
  };
}

function standingOf(source: string): 'rule' | 'benchmark' | 'judgement' {
  if (/benchmark/i.test(source)) return 'benchmark';
  return /judgement|applied to/i.test(source) ? 'judgement' : 'rule';
}
