import { describe, expect, it } from 'vitest';
import { exampleStudy, valueOrThrow } from '../study/example-study.test-fixture.js';
import { evaluate, measureOf, type Study } from '../study/index.js';
import { marginFinding, planMargins } from './decision-margin.js';
import { withChanges } from './engine.js';
import { leverOf } from './levers.js';

const down100 = {
  id: '-100',
  title: 'Down',
  kind: 'parallel',
  shockBp: -100,
  floorRate: 0,
} as const;
const example = exampleStudy({ hedges: [] });
const study = { ...example, scenarios: [...example.scenarios, down100] };
const pricing = { halfBidOfferBp: 0.25, marginFundingSpread: 0.0025 };
const lever = valueOrThrow(
  leverOf(
    study,
    { kind: 'pay-fixed', id: 'pay', maturityMonths: 60, mostUsdMillion: 60_000 },
    pricing,
  ),
);
const planned = valueOrThrow(withChanges(study, lever.makeChanges(0.1)));
const [base, up, down] = planMargins(study, planned, ['0', '+200', '-100']);

describe('what the swaps of a plan do to cash and to reported capital', () => {
  it('CASE-12: nothing in the base, a gain when rates rise, a loss when they fall', () => {
    expect(base?.swapGainUsdMillion).toBe(0);
    // CET1 95 of 600 risk-weighted, and nothing of it moved
    expect(base?.cet1RatioBeforeTax).toBeCloseTo(95 / 600, 12);
    expect(up?.swapGainUsdMillion).toBeGreaterThan(0);
    expect(down?.swapGainUsdMillion).toBeLessThan(0);
  });

  it('CASE-12: the gain is what EVE gains by the swaps', () => {
    const eve = (each: Study) => measureOf(evaluate(each), 'eve.change', '+200');
    expect(up?.swapGainUsdMillion).toBeCloseTo(eve(planned) - eve(study), 9);
  });

  it('CASE-12: income moves reported CET1, before and after tax', () => {
    const gain = Number(down?.swapGainUsdMillion);
    const { taxRate } = study.capital;
    expect(down?.cet1RatioBeforeTax).toBeCloseTo((95 + gain) / 600, 12);
    expect(down?.cet1RatioAfterTax).toBeCloseTo((95 + (1 - taxRate) * gain) / 600, 12);
  });

  it('CASE-12: a loss is paid out before depositors are, a gain brings no cash', () => {
    const at = (scenario: string) =>
      measureOf(evaluate(planned), 'runThreshold.liquidity.1d', scenario);
    const { uninsuredUsdMillion } = study.liquidity;
    const loss = -Number(down?.swapGainUsdMillion);
    const left = Math.max(at('-100') - loss / uninsuredUsdMillion, 0);
    expect(down?.runThresholdAfterMargin).toBeCloseTo(left, 12);
    expect(up?.runThresholdAfterMargin).toBe(at('+200'));
  });

  it('CASE-12: the finding names the scenario of the greatest loss, or says there is none', () => {
    if (base === undefined || up === undefined || down === undefined) throw new Error('margins');
    expect(marginFinding('2021', [base, up, down])).toContain('at -100 bp');
    expect(marginFinding('2021', [base, up])).toContain('lose in no scenario');
    expect(marginFinding('2021', [base, base])).toContain('has no swaps');
  });

  it('CASE-12: a bank without risk-weighted assets has no such ratio and no word of it', () => {
    const { riskWeightedAssetsUsdMillion: _rwa, ...capital } = study.capital;
    const none = { ...capital, riskWeightedAssetsUsdMillion: 0 };
    const [, fallen] = planMargins({ ...study, capital: none }, { ...planned, capital: none }, [
      '0',
      '-100',
    ]);
    if (fallen === undefined) throw new Error('margins');
    expect([fallen.cet1RatioBeforeTax, fallen.cet1RatioAfterTax]).toEqual([null, null]);
    expect(fallen.swapGainUsdMillion).toBe(down?.swapGainUsdMillion);
    const words = marginFinding('2021', [fallen]);
    expect(words).not.toContain('CET1');
    expect(words).toContain('No limit of the plan covers it.');
  });
});
