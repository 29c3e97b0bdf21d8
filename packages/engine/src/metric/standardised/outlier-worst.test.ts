import { describe, expect, it } from 'vitest';
import { PRESCRIBED_SHAPES, type PrescribedShape, type Scenario } from '../../scenario/index.js';
import { exampleStudy, valueOrThrow } from '../../study/example-study.test-fixture.js';
import { evaluate, explain } from '../../study/index.js';
import { handMade } from '../hand-made.test-fixture.js';
import type { MeasureResult } from '../measure.js';
import { outlierMeasures } from './outlier-measures.js';

const shockOf = (shape: PrescribedShape, more: object = {}): Scenario => ({
  id: `p.${shape}`,
  title: shape,
  kind: 'prescribed',
  rule: 'basel-d368',
  currency: 'USD',
  shape,
  floor: 'none',
  ...more,
});

/** Changes by scenario on a Tier 1 of 1,000; the income changes by a fifth of what value does. */
function worst(changes: Readonly<Record<string, number>>, shocks: readonly Scenario[]) {
  const input = handMade({
    positions: [],
    scenarios: ['0', ...Object.keys(changes)].map((id) => {
      const shock = shocks.find((each) => each.id === id);
      return shock === undefined ? { id, values: {} } : { id, values: {}, shock };
    }),
    capital: { cet1UsdMillion: 1000 },
  });
  const known = Object.entries(changes).flatMap(([scenario, value]): MeasureResult[] => [
    { id: 'eve.change', scenario, unit: 'USD million', value },
    { id: 'nii.12m.change', scenario, unit: 'USD million', value: value / 5 },
  ]);
  return outlierMeasures(input, known).filter(({ id }) => id.endsWith('.worst'));
}

const SIX = {
  'p.parallel-up': -140,
  'p.parallel-down': 60,
  'p.steepener': -20,
  'p.flattener': -160,
  'p.short-up': -90,
  'p.short-down': 30,
};
const shocks = PRESCRIBED_SHAPES.map((shape) => shockOf(shape));

describe('outlier tests of the worst prescribed scenario', () => {
  it('STANDARD-14: value: the worst of six, 15% - 160 / 1,000; income: of the parallel two', () => {
    const [eve, nii] = worst(SIX, shocks);
    expect(eve).toMatchObject({ id: 'outlier.eve.worst', scenario: '' });
    expect(eve).toMatchObject({ parts: { threshold: 0.15, flattener: -0.16 } });
    expect(eve && 'value' in eve && eve.value).toBeCloseTo(-0.01, 12);
    // the flattener's fall of income, 32, does not count: 5% - 28 / 1,000
    expect(nii).toMatchObject({ id: 'outlier.nii.worst', parts: { 'parallel-up': -0.028 } });
    expect(nii && 'value' in nii && nii.value).toBeCloseTo(0.022, 12);
  });

  it('STANDARD-14: an own scenario is not one of the six, however bad', () => {
    const [eve] = worst({ ...SIX, '+400': -900 }, shocks);
    expect(eve).toMatchObject({ parts: { flattener: -0.16 } });
  });

  it('STANDARD-14: refused with the shapes that are missing; a ramp is not the shape', () => {
    const { 'p.steepener': _, ...five } = SIX;
    const ramped = shocks.map((each) =>
      each.id === 'p.parallel-down' ? { ...each, rampMonths: 12 as const } : each,
    );
    const [eve, nii] = worst(five, ramped);
    expect(eve).toMatchObject({
      scenario: '',
      issue: { code: 'measure.no-scenario', got: 'none of parallel-down, steepener' },
    });
    expect(nii).toMatchObject({ issue: { got: 'none of parallel-down' } });
  });

  it('STANDARD-14, EXPL-2: the tree takes the greatest of the six losses', () => {
    const base = exampleStudy();
    const study = exampleStudy({ scenarios: [...base.scenarios, ...shocks] });
    const outcome = evaluate(study);
    const { root } = valueOrThrow(explain(outcome, 'outlier.eve.worst'));
    const shares = outcome.measures
      .filter(({ id, scenario }) => id === 'eve.tier1Share' && scenario.startsWith('p.'))
      .map(({ value }) => value);
    expect(shares).toHaveLength(6);
    expect(root.value).toBeCloseTo(0.15 + Math.min(0, ...shares), 12);
    expect(root.residual).toBeCloseTo(0, 12);
    expect(root.children[1]?.children).toHaveLength(6);
  });
});
