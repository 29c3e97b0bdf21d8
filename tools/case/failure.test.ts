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

  it('CASE-8: dollars of a hedge, E0 and run thresholds are the same in every failure', () => {
    for (const cell of cells) {
      const unbroken = cellAt(cell.hedge, '', cell.scenario);
      expect(cell.hedgeProtection).toBeCloseTo(unbroken.hedgeProtection, 6);
      expect(cell.economicE0).toBe(unbroken.economicE0);
      expect(cell.runThreshold).toEqual(unbroken.runThreshold);
    }
  });
});

describe('what step 3 of svb-2022 shows', () => {
  const step = value(stepFailure(input, variants));
  const rowsOf = (id: string) => {
    const found = step.tables.find((each) => each.id === id);
    if (found === undefined) throw new Error(`no table ${id}`);
    return found.rows;
  };

  it('CASE-8: EVE from the failure and EVE from rates left add up to the EVE change', () => {
    const shownTable = step.tables.find(({ id }) => id === 'failure-rates-left');
    const at = shownTable?.columns.findIndex(({ id }) => id === 'ladder-2-5-7-true-risk') ?? -1;
    const rows = rowsOf('failure-rates-left');
    expect(rows).toHaveLength(9);
    for (const row of rows) {
      const cell = cells.find(
        ({ hedge, failureTitle, scenario }) =>
          hedge === 'ladder-2-5-7-true-risk' && failureTitle === row[0] && scenario === '+200',
      );
      expect(Number(row[1]) + Number(row[at])).toBeCloseTo(cell?.eveChange ?? Number.NaN, 6);
    }
  });

  // Uninsured 165,400. Day 1: cash 13,803 + FHLB 25,900 + discount window 5,300 = 45,003, and
  // nothing is sold: CET1 13,697 of 113,628. 45,003 / 165,400 = 27.2%.
  it.each([
    ['Day 1, moderate', 34_734], // 21%
    ['Day 1, severe', 41_350], // 25%
  ])('CASE-8, RUN-7: %s: %d of 45,003 leaves, and the bank survives', (run, outflow) => {
    for (const rates of ['base', '+200 bp']) {
      const row = rowsOf('failure-run').find((each) => each[0] === run && each[1] === rates);
      expect(row?.[3]).toBeCloseTo(outflow, 6);
      expect(row?.[4]).toBe(45_003);
      expect(row?.[5]).toBe(0);
      expect(row?.[6]).toBeCloseTo((100 * 13_697) / 113_628, 9);
      expect(row?.slice(8)).toEqual(['27.2%', 'survives']);
    }
  });

  it('CASE-8, RUN-7: 86% by day 2, 142,244, breaks every limit; 33% is under the threshold', () => {
    const dayTwo = rowsOf('failure-run').filter(([run]) => String(run).startsWith('Day 2'));
    expect(dayTwo.map((row) => row.at(-1))).toEqual([
      'survives',
      'breaks liquidity, CET1 4.5%, TCE 2%',
      'survives',
      'breaks liquidity, CET1 4.5%, TCE 2%',
    ]);
    for (const row of dayTwo.filter(([run]) => run === 'Day 2, severe')) {
      expect(row[3]).toBeCloseTo(142_244, 6);
      expect(Number(row[4]) + Number(row[5])).toBeCloseTo(142_244, 6);
    }
  });

  it('CASE-8: a row each observation, under its kind of failure; the heat map paints cells', () => {
    expect(rowsOf('failure-anchors')).toHaveLength(10);
    expect(rowsOf('failure-anchors').filter(([failure]) => failure !== '')).toHaveLength(4);
    const [map] = step.pictures;
    const painted = map?.kind === 'heat-map' ? map.values : [];
    const ids = ['', ...value(namedFailures(unhedged)).map(({ id }) => id)];
    expect(painted).toEqual(
      ids.map((id) =>
        input.failureScenarios.map((at) => 100 * (cellAt('none', id, at).eveChangeShare ?? NaN)),
      ),
    );
  });

  it('CASE-8: without +200 bp, at which hedges are compared, the step is refused', () => {
    const refused = stepFailure({ ...input, failureScenarios: ['0', '+100'] }, variants);
    expect(refused.ok ? [] : refused.issues.map(({ code }) => code)).toEqual(['failure.scenario']);
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
