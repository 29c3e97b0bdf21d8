import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookFromPositions } from '../../balance-sheet/index.js';
import { assumed, exampleStudy, row, SEED } from '../../study/example-study.test-fixture.js';
import { evaluate, parseStudy, type Study, studyToJson } from '../../study/index.js';
import { randomStudy } from '../../study/random-study.test-fixture.js';
import { pick } from '../hand-made.test-fixture.js';
import type { BalanceSheetPlan } from './plan.js';

function studyOf(positions: Parameters<typeof bookFromPositions>[0], edit: Partial<Study> = {}) {
  return { ...exampleStudy(), hedges: [], book: bookFromPositions(positions), ...edit };
}

function parts(study: Study, id: string, scenario = '0') {
  return pick(evaluate(study).measures, id, scenario).parts ?? {};
}

const fixed = { rate: 0.06, firstPrincipalMonth: 6, maturityMonth: 6, reinvestTenorMonths: 0 };

describe('parts of net interest income', () => {
  it('NII-7: a fixed loan of 120 at 6 %, half a year to go: base 7.2, volume -3.6', () => {
    const loan = { ...fixed, notionalUsdMillion: 120, reinvestSpread: -0.2 };
    // 120 x 6 % = 7.2 a year; repaid after six months: -120 x 6 % / 2; new business earns 0
    const found = parts(studyOf([row('l', 'loans', loan)]), 'nii.12m');
    expect(found.base).toBeCloseTo(7.2, 12);
    expect(found.volume).toBeCloseTo(-3.6, 12);
    expect(found).toMatchObject({ marketRate: 0, margin: 0, newBusiness: 0 });
  });

  it('NII-7: a deposit of 100 with beta 0.4 and no lag keeps 60 % of a rise in its margin', () => {
    const study = studyOf([
      row('d', 'deposits', { principal: 'decay', behaviour: 'ib', rate: 0.01 }),
    ]);
    const deposits = study.behaviour.deposits.map((model) => ({
      ...model,
      beta: assumed(0.4),
      lagMonths: assumed(0),
    }));
    const quick = { ...study, behaviour: { ...study.behaviour, deposits } };
    const change = parts(quick, 'nii.12m.change', '+200');
    // liability: market rate costs the whole rise, margin gives 60 % of it back
    expect(change.margin).toBeCloseTo(-0.6 * (change.marketRate ?? 0), 10);
    expect(change.marketRate).toBeCloseTo(-2, 1); // 100 x 2 %, and a little convexity
    expect(change).toMatchObject({ base: 0, volume: 0, newBusiness: 0 });
  });

  it(`NII-7: the parts add up to the income in every mode (seed ${SEED})`, () => {
    const property = fc.property(randomStudy(), (study) => {
      for (const { id, value, parts: found } of evaluate(study).measures) {
        if (!id.startsWith('nii.') || found === undefined) continue;
        const sum = Object.values(found).reduce((total, part) => total + part, 0);
        const size = Object.values(found).reduce((total, part) => total + Math.abs(part), 1);
        expect(Math.abs(sum - value) / size, id).toBeLessThan(1e-11);
      }
    });
    fc.assert(property, { seed: SEED, numRuns: 40 });
  });
});

describe('modes of the balance sheet', () => {
  it('NII-8: what runs off is not replaced: 120 at 6 % for six months earns 3.6', () => {
    const loan = { ...fixed, notionalUsdMillion: 120 };
    const study = studyOf([row('l', 'loans', loan)]);
    const { measures } = evaluate(study);
    expect(pick(measures, 'nii.runOff.12m', '0').value).toBeCloseTo(3.6, 12);
    expect(pick(measures, 'nii.runOff.60m', '0').value).toBeCloseTo(3.6, 12);
    expect(pick(measures, 'nii.12m', '0').value).toBeGreaterThan(3.6);
  });

  it('NII-8: a deposit of 100 at 1.2 % that decays by a sixtieth a month pays 1.0978', () => {
    const study = studyOf([
      row('d', 'deposits', { principal: 'decay', behaviour: 'ib', rate: 0.012 }),
    ]);
    const still = study.behaviour.deposits.map((each) => ({ ...each, beta: assumed(0) }));
    const quiet = { ...study, behaviour: { ...study.behaviour, deposits: still } };
    // 0.1 x (1 + 59/60 + ... + (59/60)^11) = 0.1 x 60 x (1 - (59/60)^12)
    const paid = 0.1 * 60 * (1 - (59 / 60) ** 12);
    const { measures } = evaluate(quiet);
    expect(pick(measures, 'nii.runOff.12m', '0').value).toBeCloseTo(-paid, 10);
    expect(pick(measures, 'nii.12m', '0').value).toBeCloseTo(-1.2, 10); // held constant
  });

  it('NII-6: 36 and 60 months of a fixed bullet beyond them are 3 and 5 years of coupon', () => {
    const loan = { rate: 0.05, firstPrincipalMonth: 120, maturityMonth: 120 };
    const { measures } = evaluate(studyOf([row('l', 'loans', loan)]));
    expect(pick(measures, 'nii.36m', '0').value).toBeCloseTo(15, 10);
    expect(pick(measures, 'nii.60m', '0').value).toBeCloseTo(25, 10);
  });
});

describe('planned balance sheet', () => {
  const plan = (growthRate: number, fundingSpread = 0): BalanceSheetPlan => ({
    products: [
      {
        product: 'example',
        growthRate: assumed(growthRate),
        newTenorMonths: assumed(0),
        newSpread: assumed(0.02),
      },
    ],
    fundingSpread: assumed(fundingSpread),
  });
  const bullet = { rate: 0.05, firstPrincipalMonth: 120, maturityMonth: 120 };

  it('NII-9: without a plan the planned incomes are refused by name', () => {
    const { measures, refused } = evaluate(exampleStudy());
    expect(measures.filter(({ id }) => id.startsWith('nii.planned'))).toEqual([]);
    const found = refused.find(({ id }) => id === 'nii.planned.12m');
    expect(found?.issue.message).toBe('/plan: expected this part of the Study, got nothing');
  });

  it('NII-9: a fifth less a year leaves nothing after five years; more is refused', () => {
    const study = studyOf([row('l', 'loans', bullet)]);
    const json = (growthRate: number) => studyToJson({ ...study, plan: plan(growthRate) });
    expect(parseStudy(json(-0.2)).ok).toBe(true);
    const refused = parseStudy(json(-0.25));
    expect(refused.ok ? '' : refused.issues[0]?.path).toBe('/plan/products/0/growthRate/value');
  });

  it('NII-9: a loan that grows by 12 a year earns its new margin on 5.5 on average', () => {
    // 120 grows by 10 % a year: 1 a month. New balance at the start of months 1..12 is 0, 1 .. 11,
    // so the new margin of 2 % earns 66 x 2 % / 12 = 0.11; the market rate is funded at par.
    const study = studyOf([row('l', 'loans', { ...bullet, notionalUsdMillion: 120 })]);
    const grown = evaluate({ ...study, plan: plan(0.1) }).measures;
    const still = evaluate(study).measures;
    const more = pick(grown, 'nii.planned.12m', '0').value - pick(still, 'nii.12m', '0').value;
    expect(more).toBeCloseTo(0.11, 10);
  });

  it('NII-9: a funding spread of 1 % costs 66 x 1 % / 12 and stands in borrowings', () => {
    const study = studyOf([row('l', 'loans', { ...bullet, notionalUsdMillion: 120 })]);
    const cheap = pick(evaluate({ ...study, plan: plan(0.1) }).measures, 'nii.planned.12m', '0');
    const dear = pick(
      evaluate({ ...study, plan: plan(0.1, 0.01) }).measures,
      'nii.planned.12m',
      '0',
    );
    expect(dear.value - cheap.value).toBeCloseTo(-0.055, 10);
    expect((dear.by?.borrowings ?? 0) - (cheap.by?.borrowings ?? 0)).toBeCloseTo(-0.055, 10);
  });

  it('NII-9: a plan of no growth for other products is the constant balance sheet', () => {
    const study = exampleStudy();
    const other = { ...plan(0), products: [] };
    const { measures } = evaluate({ ...study, plan: other });
    for (const months of [12, 24, 36, 60]) {
      const planned = pick(measures, `nii.planned.${months}m`, '0');
      expect(planned.value).toBeCloseTo(pick(measures, `nii.${months}m`, '0').value, 9);
    }
  });
});
