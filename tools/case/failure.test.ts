import { describe, expect, it } from 'vitest';
import { ENGINE, withChanges } from '../../packages/engine/src/framework/engine.js';
import { stepFailure } from '../../packages/engine/src/framework/step-failure.js';
import { stepHedge } from '../../packages/engine/src/framework/step-hedge.js';
import {
  evaluate,
  failureGrid,
  measureOf,
  namedFailure,
  namedFailures,
  type Result,
  type Study,
} from '../../packages/engine/src/index.js';
import { libraryCase } from './library-case.js';

const input = libraryCase('svb-2022');
const unhedged: Study = { ...input.study, hedges: [] };

function value<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join('\n'));
}

function hedgeStep() {
  if (input.hedge === null || input.baseline === null) throw new Error('no step 2');
  return value(stepHedge(input, input.hedge, input.baseline));
}

const { variants, comparisons } = hedgeStep();
const shown = variants.filter(({ id }) =>
  ['none', 'kept-2021', 'ladder-2-5-7-true-risk'].includes(id),
);
const [none, ...others] = shown;
if (none === undefined) throw new Error('step 2 offers no unhedged variant');

const cells = value(
  failureGrid({
    study: unhedged,
    hedgeVariants: [none, ...others],
    failures: value(namedFailures(unhedged)),
    scenarios: input.failureScenarios,
    runDays: '2d',
    ...ENGINE,
  }),
);

const cellAt = (hedge: string, failure: string, scenario: string) => {
  const found = cells.find(
    (cell) => cell.hedge === hedge && cell.failure === failure && cell.scenario === scenario,
  );
  if (found === undefined) throw new Error(`no cell ${hedge} ${failure} ${scenario}`);
  return found;
};

describe('step 3 of svb-2022', () => {
  it.each(input.failureScenarios)('CASE-8: no failure, no hedge, %s: the plain Outcome', (at) => {
    const plain = evaluate(unhedged);
    const cell = cellAt('none', '', at);
    expect(cell.eveValue).toBe(measureOf(plain, 'eve.value', at));
    expect(cell.eveChange).toBeCloseTo(measureOf(plain, 'eve.change', at), 9);
    expect(cell.nii12m).toBe(measureOf(plain, 'nii.12m', at));
    expect(cell.economicE0).toBe(measureOf(plain, 'capital.economic.e0', at));
    expect(cell.eveLossFromFailure).toBe(0);
    expect(cell.hedgeProtection).toBe(0);
  });

  it.each([
    ['none', 'deposit-stickiness-reversion', 'severe', '+200'],
    ['none', 'pricing-power-loss', 'severe', '-200'],
    ['kept-2021', 'digital-disruption', 'moderate', '+100'],
    ['ladder-2-5-7-true-risk', 'combined-adverse', 'severe', '+300'],
  ] as const)('CASE-8: cell %s, %s %s, %s, evaluated on its own', (hedge, kind, severity, at) => {
    const variant = variants.find(({ id }) => id === hedge);
    const hedged = value(withChanges(unhedged, variant?.changes ?? []));
    const failure = value(namedFailure(unhedged, kind, severity));
    const falls = at.startsWith('-');
    const changes = falls ? failure.changesWhenFalling : failure.changes;
    const broken = evaluate(value(withChanges(hedged, changes)));
    const before = measureOf(evaluate(hedged), 'eve.value', '0');
    const cell = cellAt(hedge, `${kind}-${severity}`, at);
    expect(cell.eveValue).toBe(measureOf(broken, 'eve.value', at));
    expect(cell.eveChange).toBe(measureOf(broken, 'eve.value', at) - before);
    expect(cell.nii12m).toBe(measureOf(broken, 'nii.12m', at));
    expect(cell.runThreshold.liquidity).toBe(measureOf(broken, 'runThreshold.liquidity.2d', at));
  });

  it('CASE-8: the tables show the cells of the grid, as a share of unbroken base EVE', () => {
    const { tables } = value(stepFailure(input, variants));
    const bare = tables.find(({ id }) => id === 'failure-eve-none');
    const column = bare?.columns.findIndex(({ id }) => id === '+200') ?? -1;
    const title = cellAt('none', 'combined-adverse-severe', '+200').failureTitle;
    const row = bare?.rows.find(([name]) => name === title);
    const cell = cellAt('none', 'combined-adverse-severe', '+200');
    expect(row?.[column]).toBeCloseTo((100 * cell.eveChange) / cell.unbrokenBaseEve, 9);
  });
});

describe('step 2 of svb-2022', () => {
  it.each(['kept-2021', 'ladder-2-5-7-true-risk', 'bullet-5-afs-book'])(
    'CASE-7: %s protects by EVE change with it less EVE change without',
    (id) => {
      const variant = variants.find((each) => each.id === id);
      const row = comparisons.find((each) => each.id === id);
      if (variant === undefined || row === undefined) {
        throw new Error(`no hedge ${id} among ${comparisons.map((each) => each.id).join(', ')}`);
      }
      const bare = evaluate(unhedged);
      const hedged = evaluate(value(withChanges(unhedged, variant.changes)));
      for (const { scenario, protection } of row.effects) {
        const gain =
          measureOf(hedged, 'eve.change', scenario) - measureOf(bare, 'eve.change', scenario);
        expect(Math.abs(protection - gain)).toBeLessThan(1e-6);
      }
      const carry = measureOf(hedged, 'nii.12m', '0') - measureOf(bare, 'nii.12m', '0');
      expect(row.firstYearCarry).toBeCloseTo(carry, 6);
    },
  );

  it('CASE-7: sized to the true risk, a hedge gives back the whole loss at +100', () => {
    const bare = measureOf(evaluate(unhedged), 'eve.change', '+100');
    for (const id of ['ladder-2-5-7-true-risk', 'bullet-5-true-risk']) {
      const changes = variants.find((each) => each.id === id)?.changes ?? [];
      const hedged = evaluate(value(withChanges(unhedged, changes)));
      expect(Math.abs(measureOf(hedged, 'eve.change', '+100') / bare)).toBeLessThan(1e-6);
    }
  });

  it('CASE-7: fair value hedges never exceed the AFS book, 26,069', () => {
    for (const { changes } of variants) {
      const designated = changes.reduce(
        (sum, change) =>
          change.kind === 'add-hedge' && change.swap.model === 'fair-value'
            ? sum + change.size * change.swap.notionalUsdMillion
            : sum,
        0,
      );
      expect(designated).toBeLessThanOrEqual(26069 + 1e-6);
    }
  });
});
