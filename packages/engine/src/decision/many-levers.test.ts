import { describe, expect, it } from 'vitest';
import { itemAt, ok } from '../foundation/index.js';
import { toyOutcome } from '../stress/toy-study.test-fixture.js';
import { exampleStudy, valueOrThrow } from '../study/example-study.test-fixture.js';
import { applyChange, baseRowValues, type Change, evaluate, type Study } from '../study/index.js';
import { hedgesMoveAlike } from './alike.js';
import { leverOf } from './lever/lever-of.js';
import type { LeverTemplate } from './lever-template.js';
import { linearBank } from './linear-bank.test-fixture.js';
import type { Solver } from './linear-programme.js';
import { LEAST_COST } from './objective.js';
import { planActions, planStart } from './plan-actions.js';
import { valuerOf } from './point.js';
import { AS_ASSUMED, failureWorld, type Limit, type PlanProblem } from './problem.js';
import { findPlan } from './round.js';
import { toyLimit } from './toy-problem.test-fixture.js';

/** The least cost of one row `sum of a x >= b` within bounds: the cheapest for its gain first. */
const oneRowSolver: Solver = async ({ variables, constraints }) => {
  const row = itemAt(constraints, 0);
  const gain = (id: string): number => row.coefficients[id] ?? 0;
  const x = variables.map(({ low }) => low ?? 0);
  let missing = variables.reduce(
    (left, { id }, at) => left - gain(id) * itemAt(x, at),
    row.low ?? 0,
  );
  const order = [...variables.keys()]
    .filter((at) => gain(itemAt(variables, at).id) > 0)
    .sort((a, b) => {
      const price = (at: number) => itemAt(variables, at).cost / gain(itemAt(variables, at).id);
      return price(a) - price(b);
    });
  let dual = 0;
  for (const at of order) {
    if (missing <= 1e-12) break;
    const { id, high, cost } = itemAt(variables, at);
    const room = (high ?? Number.POSITIVE_INFINITY) - itemAt(x, at);
    const step = Math.min(room, missing / gain(id));
    x[at] = itemAt(x, at) + step;
    missing -= step * gain(id);
    if (step > 0) dual = cost / gain(id);
  }
  if (missing > 1e-9) return { status: 'infeasible' };
  const objective = variables.reduce((sum, { cost }, at) => sum + cost * itemAt(x, at), 0);
  return { status: 'optimal', objective, x, rowDual: [dual], reducedCost: [] };
};

/**
 * Fourteen levers at 1 a unit; 60 of EVE is missing. x0 gains 10 a unit and tires, x2 gains 2; x1
 * gains 1, and 1 more for every unit of x0. The others gain 0.1.
 */
function fourteen(): PlanProblem {
  const nothing = { 'eve.change[+200]': -60, 'nii.12m[0]': 100 };
  const bank = linearBank(
    nothing,
    Array.from({ length: 14 }, () => ({})),
    (index) => ({ high: index === 0 ? 4 : 20, addedCostUsdMillion: 1, unitSize: 0.01 }),
  );
  return {
    ...bank,
    solver: oneRowSolver,
    limits: [toyLimit('+200', 0, { scale: 10 })],
    evaluate: (study: Study) => {
      const sizes: Record<string, number> = JSON.parse(study.title);
      const x = (index: number): number => sizes[`x${index}`] ?? 0;
      const few = 10 * x(0) - 0.1 * x(0) * x(0) + x(1) * (1 + x(0)) + 2 * x(2);
      const many = bank.levers.slice(3).reduce((sum, _, at) => sum + 0.1 * x(at + 3), 0);
      return toyOutcome({ ...nothing, 'eve.change[+200]': -60 + few + many });
    },
  };
}

describe('many levers', () => {
  it('PLAN-20: a lever that became better on the way is found on fresh slopes', async () => {
    // around nothing x0 and x2 are best; around x0 = 4 the gain of x1 is 5, not 1:
    // 10 x 4 - 0.1 x 16 = 38.4, and 21.6 / 5 = 4.32 of x1 instead of 10.8 of x2
    const plan = valueOrThrow(await planActions(fourteen()));
    expect(plan.agreed).toBe(true);
    expect(plan.sizes.slice(0, 3).map((size) => size.toFixed(1))).toEqual(['4.0', '4.3', '0.0']);
    expect(plan.costUsdMillion).toBeCloseTo(8.32, 1);
  });

  it('PLAN-20: without that last step the older slope is believed', async () => {
    const problem = fourteen();
    const start = valueOrThrow(planStart(problem));
    const round = valueOrThrow(await findPlan(problem, start, { confirm: false }));
    expect(round.settled).toBe(true);
    expect(round.model.fresh).toBe(false);
    expect(round.point.sizes.slice(0, 3).map((size) => size.toFixed(1))).toEqual([
      '4.0',
      '0.0',
      '10.8',
    ]);
  });
});

const swaps = (years: number): LeverTemplate => {
  const leg = { side: 'pay-fixed', startMonth: 0, maturityMonth: 12 * years, weight: 1 } as const;
  const header = { id: `pay-${years}`, title: `${years} years` };
  return {
    ...{ kind: 'swaps', ...header, mostUsdMillion: 100 },
    structure: { ...header, weighting: 'notional', legs: [leg] },
    ...{ model: 'undesignated', hedgedGroup: 'none' },
  };
};
const sell: LeverTemplate = {
  ...{ kind: 'sell', id: 'sell', title: 'Sell AFS', mostUsdMillion: 50 },
  ...{ group: 'afs', cashPositionId: 'cash' },
};

function engineProblem(tenors: number): PlanProblem {
  const study = exampleStudy({
    hedges: [],
    scenarios: [-100, 0, 200].map((shockBp) => ({
      ...{ id: shockBp > 0 ? `+${shockBp}` : `${shockBp}`, title: 'a move', kind: 'parallel' },
      ...{ shockBp, floorRate: 0 },
    })),
  });
  const terms = {
    pricing: { halfBidOfferBp: 0.5, marginFundingSpread: 0.001 },
    ...{ unitUsdMillion: 1, deposits: null },
  };
  const templates = [...Array.from({ length: tenors }, (_, at) => swaps(at + 1)), sell];
  const worlds = [
    AS_ASSUMED,
    failureWorld('pricing-power-loss', 'severe', 'beta'),
    failureWorld('combined-adverse', 'severe', 'all at once'),
  ] as const;
  const limit = (measure: string): Limit => ({
    ...{ id: measure, title: measure, measure, scenarios: ['-100', '0', '+200'] },
    ...{ worlds: worlds.map(({ id }) => id), floor: 0, cap: null, relaxable: true },
    ...{ scale: 1, step: 1, stepWords: 'one' },
  });
  return {
    study,
    levers: templates.map((template) => valueOrThrow(leverOf(study, template, terms))),
    worlds,
    limits: ['eve.value', 'nii.12m', 'capital.economicRatio.e0', 'runThreshold.cet1.1d'].map(limit),
    ...{ rules: [], objective: LEAST_COST, realisedLossYears: 5, solver: oneRowSolver, evaluate },
    apply: (to: Study, change: Change) => applyChange(to, change, baseRowValues),
  };
}

describe('hedges measured in one world', () => {
  it('PLAN-21: what a swap adds in the first world it adds in every other', () => {
    const problem = engineProblem(13);
    expect(hedgesMoveAlike(problem)).toBe(true);
    const valuer = valuerOf(problem);
    // from a plan that sells and hedges already
    const sizes = problem.levers.map((_, index): number =>
      index === 4 ? 30 : index === 13 ? 20 : 0,
    );
    const from = itemAt(valueOrThrow(valuer.points([sizes])), 0);
    const plans = [0, 4, 9].map((index) => sizes.with(index, itemAt(sizes, index) + 10));
    const whole = valueOrThrow(valuerOf(problem).points(plans));
    const hedged = valueOrThrow(valuer.hedged(from, plans));
    for (const [at, { values, nii12m, sizes: own }] of hedged.entries()) {
      const full = itemAt(whole, at);
      expect(own).toEqual(full.sizes);
      expect(nii12m).toBeCloseTo(full.nii12m, 9);
      for (const [place, value] of values.entries()) {
        expect(value).toBeCloseTo(itemAt(full.values, place), 9);
      }
    }
    // 4 measures x 3 scenarios x 3 worlds are there (base NII is one of them), and they do move
    expect(from.values).toHaveLength(36);
    expect(itemAt(hedged, 2).values).not.toEqual(from.values);
  });

  it('PLAN-21: with few levers, or a world that does more than break, every world is read', () => {
    expect(hedgesMoveAlike(engineProblem(11))).toBe(false);
    const problem = engineProblem(13);
    const sold: Change = {
      ...{ id: 's', title: 's', rationale: '', sources: [], size: 1 },
      ...{ kind: 'sell', group: 'afs', carryingUsdMillion: 1, cashPositionId: 'cash' },
    };
    const world = {
      ...{ id: 'sale', title: 'a sale' },
      breaks: () => ok({ changes: [sold], changesWhenFalling: [] }),
    };
    expect(hedgesMoveAlike({ ...problem, worlds: [AS_ASSUMED, world] })).toBe(false);
  });
});
