import { describe, expect, it } from 'vitest';
import { assumed, prepaymentModel, row } from '../../study/example-study.test-fixture.js';
import type { StudyBlocks } from '../blocks.js';
import { handMade, pick } from '../hand-made.test-fixture.js';
import { isRefused } from '../measure.js';
import type { MeasureInput } from '../view.js';
import { mortgageBankingMeasures } from './mortgage-measures.js';

const NONE = { ...prepaymentModel('none'), multiplier: assumed(0) };

/** One month each: value = amount x rate / 12 x D, and amount x share x ((1 + c / 12) D - 1). */
const mortgageBanking: StudyBlocks['mortgageBanking'] = {
  rateLocks: [
    {
      id: 'lock',
      notionalUsdMillion: assumed(100),
      noteRate: assumed(0.06),
      termMonths: assumed(1),
      pullThrough: assumed(0.7),
      pullThroughSlope: assumed(10),
      feeRate: assumed(0),
      valuationSpread: assumed(0),
      prepayment: NONE,
    },
  ],
  pipeline: { amountUsdMillion: assumed(40), pullThrough: assumed(0.5) },
  servicing: [
    {
      id: 'pool',
      balanceUsdMillion: assumed(120_000),
      noteRate: assumed(0.04),
      remainingMonths: assumed(1),
      ageMonths: assumed(0),
      feeRate: assumed(0.0025),
      costRate: assumed(0.0005),
      valuationSpread: assumed(0),
      prepayment: NONE,
    },
  ],
};

const REGIME: StudyBlocks['capitalRegime'] = {
  regime: 'other',
  level: 'bank',
  totalLeverageExposureUsdMillion: null,
  riskWeights: [],
  otherRiskWeightedAssetsUsdMillion: assumed(0),
  aociPhaseIn: [],
};

/** Base: no discounting, mortgages at 6 %. Shock: D = 0.99, mortgages at 7 %. */
function found(blocks: Partial<StudyBlocks>) {
  const hand = handMade({
    positions: [row('p', 'loans')],
    capital: { cet1UsdMillion: 60, taxRate: 0.25 },
    scenarios: [{ id: '0', values: {} }],
  });
  const viewOf = (id: string, factor: number, mortgage: number) => ({
    ...hand.base,
    id,
    rates: {
      ...hand.base.rates,
      discount: Float64Array.of(1, factor),
      mortgage: new Float64Array(360).fill(mortgage),
    },
  });
  const base = viewOf('0', 1, 0.06);
  const input: MeasureInput = {
    ...hand,
    blocks,
    base,
    scenarios: [base, viewOf('up', 0.99, 0.07)],
  };
  return mortgageBankingMeasures(input);
}

describe('measures of mortgage banking', () => {
  const all = found({ mortgageBanking, capitalRegime: REGIME });
  const value = (id: string, scenario: string) =>
    pick(all, `mortgageBanking.${id}`, scenario).value;

  it('MORTGAGE-5: 0.35 of locks and 20 of servicing; then -0.404 and 19.8', () => {
    expect(value('rateLocks', '0')).toBeCloseTo(100 * 0.7 * 0.005, 12);
    expect(value('servicing', '0')).toBeCloseTo(20, 12); // 120,000 x 0.2 % / 12
    expect(value('value', '0')).toBeCloseTo(20.35, 12);
    expect(value('rateLocks', 'up')).toBeCloseTo(-0.404, 12);
    expect(value('servicing', 'up')).toBeCloseTo(19.8, 12);
    expect(value('value.change', 'up')).toBeCloseTo(-0.954, 12);
    expect(value('value.change', '0')).toBe(0);
  });

  it('MORTGAGE-5: closings 100 x 70 % + 40 x 50 % = 90; 80 % of the locks close at + 1 %', () => {
    expect(value('closings', '0')).toBeCloseTo(90, 12);
    expect(value('closings', 'up')).toBeCloseTo(100, 12);
  });

  it('MORTGAGE-6: 75 % of the change, and what the deduction gives back', () => {
    // date: B = (60 + 20) / 1.25 = 64, deducted 4. Up: B = 64 - 0.7155 = 63.2845, 19.8 against
    // 15.821125: deducted 3.978875; CET1 59.305625, so -0.694375
    expect(value('cet1Effect', 'up')).toBeCloseTo(-0.694375, 10);
    expect(value('cet1Effect', '0')).toBeCloseTo(0, 12);
  });

  it('MORTGAGE-6: without a regime there is no threshold, so no effect on CET1', () => {
    const without = found({ mortgageBanking });
    const effects = without.filter(({ id }) => id === 'mortgageBanking.cet1Effect');
    expect(effects.every(isRefused)).toBe(true);
    expect(found({}).every(isRefused)).toBe(true);
  });
});
