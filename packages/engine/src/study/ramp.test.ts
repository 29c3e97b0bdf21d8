import { describe, expect, it } from 'vitest';
import { bookFromPositions } from '../balance-sheet/index.js';
import { pick } from '../metric/hand-made.test-fixture.js';
import type { Scenario } from '../scenario/index.js';
import { exampleStudy, row } from './example-study.test-fixture.js';
import { baseDiscount, evaluate } from './index.js';

const still: Scenario = {
  id: 'still',
  title: 'A ramp of nothing',
  kind: 'parallel',
  shockBp: 0,
  floorRate: null,
  rampMonths: 12,
};
const ramp: Scenario = { ...still, id: 'ramp', title: 'A ramp', shockBp: 120 };
const atOnce: Scenario = {
  id: 'at-once',
  title: 'The same at once',
  kind: 'parallel',
  shockBp: 120,
  floorRate: null,
};

describe('a shock that arrives on a ramp', () => {
  const study = exampleStudy();
  const withRamps = { ...study, scenarios: [...study.scenarios, still, ramp, atOnce] };

  it('SCEN-12: a ramp of nothing is the base scenario in every bit', () => {
    const { measures } = evaluate(withRamps);
    for (const { id, value } of measures.filter(({ scenario }) => scenario === 'still')) {
      expect(value, id).toBe(pick(measures, id, '0').value);
    }
  });

  it('SCEN-8, SCEN-12: a floater earns 10 bp more each month of a 12-month ramp of 120 bp', () => {
    // balance 1200, margin 0: month t earns the forward + 10 bp x (t - 1), so over the year
    // 1200 x 0.1 % / 12 x (0 + 1 + ... + 11) = 6.6 against 14.4 at once, but for compounding.
    const floater = row('f', 'loans', {
      notionalUsdMillion: 1200,
      floats: true,
      firstPrincipalMonth: 300,
      maturityMonth: 300,
    });
    const book = bookFromPositions([floater]);
    const { measures } = evaluate({ ...withRamps, hedges: [], book });
    expect(pick(measures, 'nii.12m.change', 'ramp').value).toBeCloseTo(6.6, 1);
    expect(pick(measures, 'nii.12m.change', 'at-once').value).toBeCloseTo(14.4, 1);
    expect(pick(measures, 'nii.12m.change', 'ramp').value).not.toBeCloseTo(6.6, 6);
  });

  it('SCEN-12: a floating position at the one-month rate is worth par on the ramp', () => {
    const floater = row('f', 'loans', {
      notionalUsdMillion: 1000,
      floats: true,
      rate: 12 * (1 / (baseDiscount(study).at(1) ?? 0) - 1),
      firstPrincipalMonth: 240,
      maturityMonth: 240,
    });
    const plain = { ...withRamps, hedges: [], book: bookFromPositions([floater]) };
    const { measures } = evaluate(plain);
    for (const scenario of ['0', 'ramp', 'at-once']) {
      expect(pick(measures, 'eve.value', scenario).value).toBeCloseTo(1000, 8);
    }
  });
});
