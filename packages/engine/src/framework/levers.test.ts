import { describe, expect, it } from 'vitest';
import { exampleStudy, valueOrThrow } from '../study/example-study.test-fixture.js';
import { evaluate, measureOf } from '../study/index.js';
import type { LeverPlan } from './case-input.js';
import { withChanges } from './engine.js';
import { firstYearCarry, floorOf, leverOf, limitOf } from './levers.js';

const study = exampleStudy({ hedges: [] });
const PRICING = { halfBidOfferBp: 0.25, marginFundingSpread: 0.0025 };

const payFixed: LeverPlan = {
  kind: 'pay-fixed',
  id: 'pay-5y',
  maturityMonths: 60,
  mostUsdMillion: 60_000,
};

const madeLever = (...terms: Parameters<typeof leverOf>) => valueOrThrow(leverOf(...terms));

describe('levers of a case', () => {
  it('CASE-9: a swap at the fair rate is worth nothing when it is struck', () => {
    const lever = madeLever(study, payFixed, PRICING);
    const hedged = valueOrThrow(withChanges(study, lever.makeChanges(0.5)));
    expect(hedged.hedges).toHaveLength(1);
    const hedges = evaluate(hedged).measures.find(({ id }) => id === 'eve.value')?.by?.hedges;
    expect(hedges).toBeCloseTo(0, 6);
  });

  it.each([0.1, 0.5, 2])('CASE-9: %d billion of it gains in proportion at +200', (size) => {
    const lever = madeLever(study, payFixed, PRICING);
    const gain = (billions: number) => {
      const hedged = valueOrThrow(withChanges(study, lever.makeChanges(billions)));
      const at = (each: typeof study) => measureOf(evaluate(each), 'eve.change', '+200');
      return at(hedged) - at(study);
    };
    expect(gain(size)).toBeGreaterThan(0);
    expect(gain(size) / gain(1)).toBeCloseTo(size, 9);
  });

  it('CASE-9: sizes count in billions', () => {
    const { low, high } = madeLever(study, payFixed, PRICING);
    expect([low, high]).toEqual([0, 60]);
  });

  it('CASE-11: at forwards a fair swap costs its dealing and its margin, nothing more', () => {
    const nii = (each: typeof study) => measureOf(evaluate(each), 'nii.12m', '0');
    for (const spread of [0, 0.001]) {
      const market = { ...study.market, swapSpread: { ...study.market.swapSpread, value: spread } };
      const bank = { ...study, market };
      const lever = madeLever(bank, payFixed, { halfBidOfferBp: 0.25, marginFundingSpread: 0 });
      const hedged = valueOrThrow(withChanges(bank, lever.makeChanges(1)));
      const cost = nii(bank) - nii(hedged) + lever.addedCostUsdMillion;
      // 1,000 million x (0.25 bp + swap spread)
      expect(cost).toBeCloseTo(0.025 + 1000 * spread, 9);
    }
  });

  it('CASE-11: who receives fixed has the other side: value, carry and swap spread', () => {
    const receiveFixed: LeverPlan = { ...payFixed, kind: 'receive-fixed', id: 'receive-5y' };
    expect(firstYearCarry(study, receiveFixed)).toBe(-firstYearCarry(study, payFixed));
    const market = { ...study.market, swapSpread: { ...study.market.swapSpread, value: 0.001 } };
    const bank = { ...study, market };
    const free = { halfBidOfferBp: 0.25, marginFundingSpread: 0 };
    const changed = (plan: LeverPlan) => {
      const lever = madeLever(bank, plan, free);
      const hedged = evaluate(valueOrThrow(withChanges(bank, lever.makeChanges(1))));
      const base = evaluate(bank);
      const by = (id: string, at: string) => measureOf(hedged, id, at) - measureOf(base, id, at);
      return {
        eve: by('eve.change', '+200'),
        cost: lever.addedCostUsdMillion - by('nii.12m', '0'),
      };
    };
    expect(changed(receiveFixed).eve).toBeCloseTo(-changed(payFixed).eve, 6);
    // 1,000 million x (0.25 bp of dealing - 10 bp of swap spread received)
    expect(changed(receiveFixed).cost).toBeCloseTo(0.025 - 1, 9);
  });

  it('CASE-11: margin for 200 bp is funded at its spread', () => {
    const free = madeLever(study, payFixed, { halfBidOfferBp: 0, marginFundingSpread: 0 });
    const funded = madeLever(study, payFixed, { halfBidOfferBp: 0, marginFundingSpread: 0.01 });
    const margin = (funded.addedCostUsdMillion - free.addedCostUsdMillion) / 0.01;
    const hedged = valueOrThrow(withChanges(study, free.makeChanges(1)));
    const at = (id: string, each: typeof study) => measureOf(evaluate(each), id, '+200');
    const gain = at('eve.change', hedged) - at('eve.change', study);
    // first order against the full revaluation: the difference is the convexity of five years
    expect(margin / gain).toBeGreaterThan(0.95);
    expect(margin / gain).toBeLessThan(1.1);
  });

  it('CASE-11: only what pays fixed for floating has carry to take out', () => {
    const sale: LeverPlan = {
      kind: 'sell-afs',
      id: 'sell',
      mostUsdMillion: 1,
      cashPositionId: 'cash',
    };
    expect(firstYearCarry(study, sale)).toBe(0);
    expect(firstYearCarry(study, payFixed)).not.toBe(0);
  });

  it('CASE-9: a floor is a number or a share of what the Study gives', () => {
    const base = evaluate(study);
    // Tier 1 = 95 + 10
    expect(floorOf({ times: -0.15, of: 'tier-1-capital' }, study, base)).toBeCloseTo(-15.75, 12);
    const nii = measureOf(base, 'nii.12m', '0');
    expect(floorOf({ times: 0.8, of: 'base-nii-12m' }, study, base)).toBeCloseTo(0.8 * nii, 12);
    expect(floorOf(0.045, study, base)).toBe(0.045);
  });

  it('CASE-9: equity costs its rate on what is raised', () => {
    const lever = madeLever(
      study,
      {
        kind: 'raise-capital',
        id: 'raise',
        mostUsdMillion: 2500,
        costOfEquity: 0.1,
        cashPositionId: 'cash',
      },
      PRICING,
    );
    // 1,000 million at 10%
    expect(lever.addedCostUsdMillion).toBe(100);
    const raised = valueOrThrow(withChanges(study, lever.makeChanges(0.02)));
    // 20 million of 600 risk-weighted on 95
    expect(measureOf(evaluate(raised), 'capital.cet1Ratio')).toBeCloseTo((95 + 20) / 600, 12);
  });

  it('CASE-9: a limit of a case is a floor, always relaxable, with no cap', () => {
    const plan = {
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
    };
    const limit = limitOf(plan, study, evaluate(study));
    expect([limit.floor, limit.cap, limit.relaxable]).toEqual([-10, null, true]);
    expect(limit).not.toHaveProperty('source');
  });
});
