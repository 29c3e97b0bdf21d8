import { describe, expect, it } from 'vitest';
import { exampleStudy, valueOrThrow } from '../study/example-study.test-fixture.js';
import { evaluate, measureOf } from '../study/index.js';
import type { LeverPlan } from './case-input.js';
import { withChanges } from './engine.js';
import { leverOf, limitOf } from './levers.js';

const study = exampleStudy({ hedges: [] });
const HALF_BID_OFFER_BP = 0.25;

const payFixed: LeverPlan = {
  kind: 'pay-fixed',
  id: 'pay-5y',
  maturityMonths: 60,
  mostUsdMillion: 60_000,
};

describe('levers of a case', () => {
  it('CASE-9: a swap at the fair rate is worth nothing when it is struck', () => {
    const lever = leverOf(study, payFixed, HALF_BID_OFFER_BP);
    const hedged = valueOrThrow(withChanges(study, lever.makeChanges(0.5)));
    expect(hedged.hedges).toHaveLength(1);
    const hedges = evaluate(hedged).measures.find(({ id }) => id === 'eve.value')?.by?.hedges;
    expect(hedges).toBeCloseTo(0, 6);
  });

  it.each([0.1, 0.5, 2])('CASE-9: %d billion of it gains in proportion at +200', (size) => {
    const lever = leverOf(study, payFixed, HALF_BID_OFFER_BP);
    const gain = (billions: number) => {
      const hedged = valueOrThrow(withChanges(study, lever.makeChanges(billions)));
      const at = (each: typeof study) => measureOf(evaluate(each), 'eve.change', '+200');
      return at(hedged) - at(study);
    };
    expect(gain(size)).toBeGreaterThan(0);
    expect(gain(size) / gain(1)).toBeCloseTo(size, 9);
  });

  it('CASE-9: sizes count in billions, dealing costs half a bid-offer a year on each', () => {
    const { low, high, addedCostUsdMillion } = leverOf(study, payFixed, HALF_BID_OFFER_BP);
    expect([low, high]).toEqual([0, 60]);
    // 1,000 million x 0.25 / 10,000
    expect(addedCostUsdMillion).toBeCloseTo(0.025, 12);
  });

  it('CASE-9: equity costs its rate on what is raised', () => {
    const lever = leverOf(
      study,
      {
        kind: 'raise-capital',
        id: 'raise',
        mostUsdMillion: 2500,
        costOfEquity: 0.1,
        cashPositionId: 'cash',
      },
      HALF_BID_OFFER_BP,
    );
    // 1,000 million at 10%
    expect(lever.addedCostUsdMillion).toBe(100);
    const raised = valueOrThrow(withChanges(study, lever.makeChanges(0.02)));
    // 20 million of 600 risk-weighted on 95
    expect(measureOf(evaluate(raised), 'capital.cet1Ratio')).toBeCloseTo((95 + 20) / 600, 12);
  });

  it('CASE-9: a limit of a case is a floor, always relaxable, with no cap', () => {
    const limit = limitOf({
      id: 'eve',
      title: 'EVE',
      measure: 'eve.change',
      scenarios: ['+200'],
      worlds: ['as-assumed'],
      floor: -10,
      scale: 1,
      step: 1,
      stepWords: '1 million',
      source: 'a test',
    });
    expect([limit.floor, limit.cap, limit.relaxable]).toEqual([-10, null, true]);
    expect(limit).not.toHaveProperty('source');
  });
});
