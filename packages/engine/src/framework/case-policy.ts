import type { DecisionPolicy, LeverTemplate } from '../decision/index.js';
import { LEAST_COST } from '../decision/index.js';
import type { DecisionPlan, HedgePlan, LeverPlan } from './case-input.js';

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

function templateOf(lever: LeverPlan): LeverTemplate {
  const { id } = lever;
  switch (lever.kind) {
    case 'pay-fixed': {
      const title = `Pay fixed, ${lever.maturityMonths / 12} years`;
      const leg = {
        side: 'pay-fixed',
        startMonth: 0,
        maturityMonth: lever.maturityMonths,
        weight: 1,
      } as const;
      return {
        ...{ kind: 'swaps', id, title, mostUsdMillion: lever.mostUsdMillion, receive: false },
        structure: { id, title, weighting: 'notional', legs: [leg] },
        ...{ model: 'undesignated', hedgedGroup: 'none' },
      };
    }
    case 'sell-afs':
      return { ...lever, kind: 'sell', title: 'Sell AFS securities', group: 'afs' };
    case 'term-funding': {
      const title = `Term funding, ${lever.maturityMonths / 12} years`;
      return { ...lever, kind: 'fund', title, source: 'term' };
    }
    case 'deposit-price': {
      const { positionId, rateChange, lifeChangeYears, mostUnits } = lever;
      const title = `Pay ${positionId} ${(10_000 * rateChange).toFixed(0)} bp more`;
      return {
        ...{ kind: 'deposit-price', id, title, positionId, rateChange, lifeChangeYears },
        ...{ balanceChangeUsdMillion: 0, cashPositionId: '', mostSteps: mostUnits },
      };
    }
    case 'raise-capital':
      return { ...lever, title: 'Raise common equity' };
  }
}
