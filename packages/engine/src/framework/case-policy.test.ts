import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../decision/index.js';
import type { DecisionPlan } from './case-input.js';
import { casePolicy } from './case-policy.js';

const LIMIT = {
  ...{ id: 'eve', title: 'EVE', measure: 'eve.change', scenarios: ['+200'] },
  ...{ worlds: ['as-assumed'], floor: { times: -0.15, of: 'tier-1-capital' } as const },
  ...{ scale: 1000, step: 100, stepWords: '100 million', source: 'Basel outlier benchmark' },
} as const;

const PLAN: DecisionPlan = {
  levers: [
    { kind: 'pay-fixed', id: 'pay-2y', maturityMonths: 24, mostUsdMillion: 60_000 },
    { kind: 'sell-afs', id: 'sell', mostUsdMillion: 20_000, cashPositionId: 'cash' },
    {
      ...{ kind: 'term-funding', id: 'term', maturityMonths: 24, spread: 0.005 },
      ...{ mostUsdMillion: 10_000, useOfProceedsId: 'fhlb' },
    },
    {
      ...{ kind: 'deposit-price', id: 'pay', positionId: 'free', rateChange: 0.0025 },
      ...{ lifeChangeYears: 0.15, mostUnits: 6 },
    },
    {
      ...{ kind: 'raise-capital', id: 'raise', mostUsdMillion: 2500, costOfEquity: 0.1 },
      cashPositionId: 'cash',
    },
  ],
  worlds: [{ kind: 'digital-disruption', severity: 'severe', title: 'a run' }],
  limits: [
    LIMIT,
    { ...LIMIT, id: 'run', source: 'judgement: a quarter' },
    { ...LIMIT, id: 'x', source: '12 CFR 217.10' },
  ],
  realisedLossYears: 3,
  frontier: { limit: 'eve', floors: [0] },
  afterwards: null,
};
const PRICING = { halfBidOfferBp: 0.25, marginFundingSpread: 0.0025 };

describe('step 4 of a case as a policy', () => {
  const policy = casePolicy('Step 4', PLAN, PRICING);

  it('POLICY-6: the same limits, each with its source as authority and its own steps', () => {
    const { scale, step, stepWords, source, ...limit } = LIMIT;
    expect(policy.limits[0]).toEqual({
      ...limit,
      ...{ cap: null, mayRelax: true, standing: 'benchmark', authority: source },
      told: { scale, step, stepWords },
    });
    expect(policy.limits.map(({ standing }) => standing)).toEqual([
      ...['benchmark', 'judgement', 'rule'],
    ]);
    expect(policy.worlds).toEqual(PLAN.worlds);
    expect(policy.realisedLossYears).toBe(3);
    expect(policy.pricing).toEqual(PRICING);
  });

  it('POLICY-1: printed, it is a file that --limits reads', () => {
    expect(parsePolicy(JSON.parse(JSON.stringify(policy)))).toEqual({ ok: true, value: policy });
  });

  it('POLICY-6: the same levers, each at most what the case says', () => {
    expect(policy.levers.map((each) => [each.kind, each.id])).toEqual([
      ...[
        ['swaps', 'pay-2y'],
        ['sell', 'sell'],
        ['fund', 'term'],
        ['deposit-price', 'pay'],
      ],
      ['raise-capital', 'raise'],
    ]);
    const most = policy.levers.map((each) =>
      'mostUsdMillion' in each ? each.mostUsdMillion : 'mostSteps' in each ? each.mostSteps : null,
    );
    expect(most).toEqual([60_000, 20_000, 10_000, 6, 2500]);
    expect(policy.levers[0]).toMatchObject({
      structure: { legs: [{ startMonth: 0, maturityMonth: 24, weight: 1 }] },
    });
  });
});
