import { describe, expect, it } from 'vitest';
import {
  attribute,
  checkSubsets,
  evaluateSubsets,
  independentEvaluation,
  spreadMasks,
} from '../attribution/index.js';
import { fairSwapRate, hedgeChanges, strikeStructure } from '../hedge/index.js';
import { bootstrapParCurve, monthlyDiscount } from '../market/index.js';
import { failureGrid, namedFailures, solveParameter } from '../stress/index.js';
import { applyChange } from '../study/apply-change.js';
import { exampleStudy, valueOrThrow } from '../study/example-study.test-fixture.js';
import { baseRowValues, type Change, evaluate, measureOf, type Study } from '../study/index.js';
import {
  AS_ASSUMED,
  failureWorld,
  LEAST_COST,
  type Lever,
  type Limit,
  planActions,
} from './index.js';
import { vertexSolver } from './vertex-solver.test-fixture.js';

const apply = (study: Study, change: Change) => applyChange(study, change, baseRowValues);
const engine = { evaluate, apply };

const study = exampleStudy({
  hedges: [],
  scenarios: [-100, 0, 100, 200].map((shockBp) => ({
    id: shockBp > 0 ? `+${shockBp}` : `${shockBp}`,
    title: `${shockBp} bp`,
    kind: 'parallel',
    shockBp,
    floorRate: 0,
  })),
});
const curve = valueOrThrow(
  bootstrapParCurve({
    id: 'example',
    dateIso: study.market.curveDate,
    convention: 'us-treasury-par',
    quotes: study.market.parQuotes,
    source: 'the example Study',
  }),
);
const discount = monthlyDiscount(curve, 120);

function swapOf(maturityMonth: number, notional: number): readonly Change[] {
  const structure = {
    id: `pay-${maturityMonth}`,
    title: 'pay fixed',
    weighting: 'notional',
    legs: [{ side: 'pay-fixed', startMonth: 0, maturityMonth, weight: 1 }],
  } as const;
  const terms = { discount, swapSpread: 0, model: 'undesignated', hedgedGroup: 'none' } as const;
  const swaps = valueOrThrow(strikeStructure(structure, notional, terms));
  return hedgeChanges(swaps, { rationale: 'example', sources: [] });
}

function lifeOf(model: string, value: number): Change {
  return {
    kind: 'replace-assumption',
    id: `life-${model}`,
    title: `${model} lives ${value} years`,
    rationale: 'example',
    sources: [],
    size: 1,
    edits: [{ model, parameter: 'averageLifeYears', value }],
  };
}

const betaUp: Change = {
  ...lifeOf('ib', 5),
  id: 'beta-ib',
  kind: 'replace-assumption',
  edits: [{ model: 'ib', parameter: 'beta', value: 0.8 }],
};

const swapLever = (maturityMonth: number): Lever => ({
  id: `pay-${maturityMonth}`,
  title: `Pay fixed to month ${maturityMonth}`,
  makeChanges: (size) => swapOf(maturityMonth, size),
  low: 0,
  high: 2000,
  unitSize: 10,
  unit: 'USD million',
  addedCostUsdMillion: 0,
  costNote: '',
});
const sale: Lever = {
  ...swapLever(60),
  id: 'sell-afs',
  title: 'Sale of AFS',
  high: 100,
  makeChanges: (carryingUsdMillion) => [
    {
      kind: 'sell',
      id: 'sell-afs',
      title: 'Sale of AFS',
      rationale: 'example',
      sources: [],
      size: 1,
      group: 'afs',
      carryingUsdMillion,
      cashPositionId: 'cash',
    },
  ],
};

describe('the rooms above the waist on the engine itself', () => {
  it('HEDGE-2: a swap struck at the fair rate is worth nothing on the day', () => {
    expect(fairSwapRate(discount, 0, 60)).toBeGreaterThan(0);
    const hedged = swapOf(60, 1000).reduce((s, change) => valueOrThrow(apply(s, change)), study);
    const difference =
      measureOf(evaluate(hedged), 'eve.value', '0') - measureOf(evaluate(study), 'eve.value', '0');
    expect(Math.abs(difference)).toBeLessThan(1e-9); // of 1,000 notional
  });

  it('ATTR-8: four groups: residual below 1e-9 of the total, subsets agree', () => {
    const game = {
      ...engine,
      from: study,
      groups: [
        { id: 'life-free', title: 'Free deposits live 2 years', changes: [lifeOf('nib', 2)] },
        { id: 'life-paid', title: 'Paid deposits live 2 years', changes: [lifeOf('ib', 2)] },
        { id: 'beta', title: 'Beta 0.8', changes: [betaUp] },
        { id: 'swap', title: 'Pay 5 years on 100', changes: swapOf(60, 100) },
      ],
      measures: [
        { id: 'eve.change', scenario: '+200' },
        { id: 'eve.changeShare', scenario: '+200' },
        { id: 'nii.12m', scenario: '0' },
        { id: 'capital.economic.e0', scenario: '+200' },
      ],
    };
    const attribution = valueOrThrow(attribute(game));
    for (const { total, residual, dividendResidual } of attribution.measures) {
      expect(Math.abs(residual)).toBeLessThanOrEqual(1e-9 * Math.max(1e-3, Math.abs(total)));
      expect(Math.abs(dividendResidual)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(total)));
    }
    const lattice = valueOrThrow(evaluateSubsets(game));
    const check = checkSubsets(lattice, spreadMasks(16, 16), independentEvaluation(game));
    expect(valueOrThrow(check)).toEqual({ subsetsChecked: 16, greatestRelativeDifference: 0 });
  });

  it('FAIL-7: all eight named failures fit the Study, with and without a hedge', () => {
    const failures = valueOrThrow(namedFailures(study));
    const cells = valueOrThrow(
      failureGrid({
        ...engine,
        study,
        hedgeVariants: [
          { id: 'none', title: 'No hedge', changes: [] },
          { id: 'swap', title: 'Swap', changes: swapOf(60, 100) },
        ],
        failures,
        scenarios: ['-100', '0', '+200'],
        runDays: '2d',
      }),
    );
    expect(cells.length).toBe(9 * 2 * 3);
    for (const cell of cells) {
      // a swap is worth the same whatever depositors do: protection depends on the rate alone
      const same = cells.find(
        (other) =>
          other.failure === '' && other.hedge === cell.hedge && other.scenario === cell.scenario,
      );
      expect(cell.hedgeProtection).toBeCloseTo(same?.hedgeProtection ?? Number.NaN, 9);
    }
  });

  it('FAIL-9: the free deposit life at which EVE gains 10 at +200', () => {
    const solved = valueOrThrow(
      solveParameter({
        ...engine,
        study,
        makeChange: (x) => lifeOf('nib', x),
        measure: 'eve.change',
        scenario: '+200',
        target: 10,
        low: 0.5,
        high: 20,
      }),
    );
    const at = evaluate(valueOrThrow(apply(study, lifeOf('nib', solved.x))));
    expect(measureOf(at, 'eve.change', '+200')).toBeCloseTo(10, 4);
  });

  it('PLAN-8: a plan over swaps and a sale meets its limits in every world, in full', async () => {
    const reversion = failureWorld('deposit-stickiness-reversion', 'severe', 'reversion');
    const rising: Limit = {
      id: 'eve-up',
      title: 'the EVE limit when rates rise',
      measure: 'eve.change',
      scenarios: ['+100', '+200'],
      worlds: [AS_ASSUMED.id, reversion.id],
      floor: -4,
      cap: null,
      scale: 10,
      step: 1,
      stepWords: 'one million',
      relaxable: true,
    };
    const falling: Limit = {
      ...rising,
      id: 'eve-down',
      title: 'the EVE limit when rates fall',
      scenarios: ['-100'],
      floor: -30,
    };
    const plan = valueOrThrow(
      await planActions({
        ...engine,
        study,
        levers: [swapLever(60), sale],
        worlds: [AS_ASSUMED, reversion],
        limits: [rising, falling],
        rules: [],
        objective: LEAST_COST,
        realisedLossYears: 5,
        solver: vertexSolver,
      }),
    );
    // severe reversion takes EVE at +200 from a gain to a loss of more than 4, undone by the plan
    expect(plan.limits.some(({ before }) => before < -4)).toBe(true);
    expect(plan).toMatchObject({ status: 'meets limits', agreed: true });
    expect(plan.limits.filter(({ met }) => !met)).toEqual([]);
    expect(plan.moves.length).toBeGreaterThan(0);
    expect(plan.shadowPrices.length).toBeGreaterThan(0);
    expect(Math.abs(plan.certificate.gap)).toBeLessThan(1e-9);
  });
});
