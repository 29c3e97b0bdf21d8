import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueOrThrow } from '../study/example-study.test-fixture.js';
import { planBreaches, shortfall } from './breach.js';
import { judgeSizes } from './judge-sizes.js';
import type { LeverTemplate } from './lever-template.js';
import type { Plan } from './plan.js';
import { planActions, planStart } from './plan-actions.js';
import type { PlanProblem } from './problem.js';
import { runnerUp } from './runner-up.js';
import { simpleRules } from './simple-rule.js';
import { toyLever, toyLimit, toyProblem } from './toy-problem.test-fixture.js';
import { type Compared, isDominated, tradeOff } from './trade-off.js';
import { tradeOffGrid } from './trade-off-grid.js';
import {
  bestByCorners,
  type TwoFloorBank,
  twoFloorProblem,
} from './two-floor-bank.test-fixture.js';

const SEED = 20260301;

async function planOf(problem: PlanProblem): Promise<Plan> {
  return valueOrThrow(await planActions(problem));
}

async function secondOf(problem: PlanProblem) {
  const start = valueOrThrow(planStart(problem));
  return valueOrThrow(await runnerUp(problem, await planOf(problem), start));
}

const effect = fc.integer({ min: 1, max: 20 }).map((tenths) => tenths / 10);
const lever = fc.record({
  eve: effect,
  e0: fc.integer({ min: -5, max: 10 }).map((tenths) => tenths / 10),
  cost: effect,
  high: fc.integer({ min: 100, max: 600 }),
});
const bank: fc.Arbitrary<TwoFloorBank> = fc.record({
  levers: fc.tuple(lever, lever, lever),
  eveFloor: fc.integer({ min: -550, max: -200 }),
  e0Floor: fc.integer({ min: 0, max: 250 }),
});

describe('the runner-up', () => {
  it('ANSWER-1: by hand: without the hedge the sale does it at four times the cost', async () => {
    // hedge: 200 / 0.08 = 2,500 at 0.01 = 25; sale: 200 / 0.05 = 4,000 at 0.005 + 0.1 / 5 = 100
    const second = await secondOf(toyProblem());
    expect(second.without.map(({ lever: id }) => id)).toEqual(['hedge']);
    expect(second.best?.plan.costUsdMillion).toBeCloseTo(100, 4);
    expect(second.best?.plan.moves.map(({ lever: id, size }) => [id, Math.round(size)])).toEqual([
      ['sold', 4000],
    ]);
  });

  it('ANSWER-1: a plan that moves nothing has no runner-up', async () => {
    const second = await secondOf(toyProblem({ limits: [toyLimit('+200', -700)] }));
    expect(second).toEqual({ without: [], best: null });
  });

  it('ANSWER-1: without the only lever: short by what doing nothing lacks', async () => {
    const problem = toyProblem({ levers: [toyLever('hedge', 10_000)] });
    const second = await secondOf(problem);
    const breaches = second.best === null ? [] : planBreaches(problem.limits, second.best.plan);
    expect(breaches.map(({ limit, by }) => [limit, Math.round(by)])).toEqual([['eve +200', 200]]);
    expect(shortfall(breaches)).toBeCloseTo(2, 6); // 200 in scales of 100
  });

  it('ANSWER-1: random banks: the cheapest plan that lacks a lever, by all corners', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(bank, async (each) => {
        const whole = bestByCorners(each, [true, true, true]);
        if (whole === null) return;
        const problem = twoFloorProblem(each);
        const plan = await planOf(problem);
        expect(plan.costUsdMillion).toBeCloseTo(whole, 5);
        const used = each.levers.map((_, at) =>
          plan.moves.some(({ lever: id }) => id === `l${at}`),
        );
        // every set of levers that lacks one of the plan's
        const others = Array.from({ length: 8 }, (_, mask) =>
          [0, 1, 2].map((at) => (mask & (1 << at)) !== 0),
        ).filter((allowed) => used.some((inPlan, at) => inPlan && allowed[at] === false));
        const costs = others.flatMap((allowed) => bestByCorners(each, allowed) ?? []);
        if (costs.length === 0) return;
        const second = await secondOf(problem);
        expect(second.best?.plan.status).toBe('meets limits');
        expect(second.best?.plan.costUsdMillion).toBeCloseTo(Math.min(...costs), 5);
        compared += 1;
      }),
      { seed: SEED, numRuns: 60, verbose: true },
    );
    expect(compared).toBeGreaterThan(20);
  });
});

describe('stated sizes and rules of thumb', () => {
  it('ANSWER-2: by hand: hedging 1,000 leaves 120 of the limit broken and costs 10', () => {
    const problem = toyProblem({
      limits: [toyLimit('+200', -400), toyLimit('-200', 90)],
    });
    const judged = valueOrThrow(judgeSizes(problem, valueOrThrow(planStart(problem)), [1000, 0]));
    expect(judged.costUsdMillion).toBeCloseTo(10, 9); // 0.01 x 1,000
    // +200: -600 + 80 = -520 against -400; -200: 200 - 100 = 100 against 90, met
    expect(judged.breaches).toHaveLength(1);
    expect(judged.breaches[0]).toMatchObject({ limit: 'eve +200', value: -520, by: 120 });
    expect(judged.breaches[0]?.byScales).toBeCloseTo(1.2, 12);
  });

  it('ANSWER-3: do nothing, sell all, hedge until EVE no longer falls', () => {
    const swaps: LeverTemplate = {
      ...{ kind: 'swaps', id: 'hedge', title: 'Pay-fixed swaps', mostUsdMillion: 1 },
      structure: {
        ...{ id: 'five', title: 'five years', weighting: 'notional' },
        legs: [{ side: 'pay-fixed', startMonth: 0, maturityMonth: 60, weight: 1 }],
      },
      ...{ model: 'undesignated', hedgedGroup: 'none' },
    };
    const sell: LeverTemplate = {
      ...{ kind: 'sell', id: 'sold', title: 'Sale', mostUsdMillion: 1 },
      ...{ group: 'afs', cashPositionId: 'cash' },
    };
    // 600 lost at +200, 0.08 gained by one of hedge: 7,500 of the 10,000 that may be dealt
    const problem = toyProblem();
    const study = {
      ...problem.study,
      scenarios: problem.study.scenarios.filter(({ id }) => id !== '+100'),
    };
    const rules = valueOrThrow(simpleRules({ ...problem, study }, [swaps, sell]));
    expect(rules.map(({ id, sizes }) => [id, sizes?.map(Math.round)])).toEqual([
      ['do-nothing', [0, 0]],
      ['cash-short', [0, 10_000]],
      ['hedge-duration', [7500, 0]],
    ]);
    const none = valueOrThrow(simpleRules({ ...problem, study }, [sell, sell].slice(0, 2)));
    expect(none.find(({ id }) => id === 'hedge-duration')).toMatchObject({
      sizes: null,
      reason: 'no lever swaps pay-fixed, and EVE moves by -600.0',
    });
  });
});

describe('the frontier of three measures', () => {
  const floors = { eve: [-500, -400, -300], e0: [50, 120, 190] };
  const moved = [
    { limit: 'eve', floors: floors.eve },
    { limit: 'e0', floors: floors.e0 },
  ] as const;

  it('ANSWER-4: a higher floor is never cheaper; each point is the best by corners', async () => {
    await fc.assert(
      fc.asyncProperty(bank, async (each) => {
        const problem = twoFloorProblem(each);
        const start = valueOrThrow(planStart(problem));
        const points = valueOrThrow(await tradeOff(problem, moved, start));
        expect(points.map((point) => point.floors)).toEqual(
          floors.eve.flatMap((eve) => floors.e0.map((e0) => [eve, e0])),
        );
        for (const point of points) {
          const [eveFloor, e0Floor] = point.floors;
          const best = bestByCorners({ ...each, eveFloor, e0Floor }, [true, true, true]);
          expect(point.meets).toBe(best !== null);
          if (best !== null) expect(point.costUsdMillion).toBeCloseTo(best, 5);
          for (const lower of points) {
            const below = lower.floors.every((floor, at) => floor <= (point.floors[at] ?? 0));
            if (!below || !point.meets) continue;
            expect(lower.costUsdMillion).toBeLessThanOrEqual(point.costUsdMillion + 1e-6);
          }
        }
      }),
      { seed: SEED, numRuns: 25, verbose: true },
    );
  });

  it.each<[string, [number, number, number, boolean], boolean]>([
    ['dearer and no better in both', [11, 5, 5, true], true],
    ['as dear, less in one', [10, 5, 4, true], true],
    ['the same point', [10, 5, 5, true], false],
    ['dearer, better in one', [11, 6, 5, true], false],
    ['cheaper, worse in both', [9, 4, 4, true], false],
    ['a point that cannot be met can be beaten', [11, 5, 5, false], true],
    ['dearer, and beaten by no point that meets', [20, 9, 9, true], false],
  ])('ANSWER-4: %s: %j is dominated: %s', (_what, [cost, first, second, meets], dominated) => {
    const at = (costUsdMillion: number, a: number, b: number, met: boolean): Compared => ({
      ...{ costUsdMillion, meets: met },
      reached: [a, b],
    });
    // the plan beside it costs 10 and reaches 5 and 5; the last reaches all and cannot be met
    const point = at(cost, first, second, meets);
    const all = [at(10, 5, 5, true), point, at(1, 10, 10, false)];
    expect(isDominated(point, all, [1, 1])).toBe(dominated);
  });

  it('ANSWER-5: by hand: floors from the cheapest plan to the most there is', async () => {
    // one of lever 0 gains 1 of EVE for 1, one of lever 1 gains 1 of E0 for 1; no other limit. The
    // cheapest plan does nothing: EVE -600, E0 100; the most is 500 of the one, 300 of the other
    const problem = twoFloorProblem({
      levers: [
        { eve: 1, e0: 0, cost: 1, high: 500 },
        { eve: 0, e0: 1, cost: 1, high: 300 },
        { eve: 0, e0: 0, cost: 1, high: 1 },
      ],
      ...{ eveFloor: -400, e0Floor: 200 },
    });
    const start = valueOrThrow(planStart(problem));
    const grid = valueOrThrow(await tradeOffGrid(problem, start));
    expect(grid.map(({ limit, floors: list }) => [limit, list.map(Math.round)])).toEqual([
      ['eve', [-600, -475, -350, -225, -100]],
      ['e0', [100, 175, 250, 325, 400]],
    ]);
    const points = valueOrThrow(await tradeOff(problem, grid, start));
    expect(points.map(({ meets, sameAs }) => [meets, sameAs])).toEqual(
      points.map(() => [true, null]),
    );
    // cost: what the floors lie above doing nothing
    const costs = points.map(({ costUsdMillion }) => Math.round(costUsdMillion));
    expect(costs.slice(0, 6)).toEqual([0, 75, 150, 225, 300, 125]);
  });

  it('ANSWER-5: a floor that does not bind gives the plan of an earlier point', async () => {
    const problem = twoFloorProblem({
      levers: [
        { eve: 1, e0: 1, cost: 1, high: 500 },
        { eve: 0, e0: 0, cost: 1, high: 1 },
        { eve: 0, e0: 0, cost: 1, high: 1 },
      ],
      ...{ eveFloor: -400, e0Floor: 200 },
    });
    const start = valueOrThrow(planStart(problem));
    const moves = [
      { limit: 'eve', floors: [-500, -300] },
      { limit: 'e0', floors: [150, 200] },
    ] as const;
    // 100 units serve -500 and either floor of E0; 300 serve -300
    const points = valueOrThrow(await tradeOff(problem, moves, start));
    expect(points.map(({ sameAs }) => sameAs)).toEqual([null, 0, null, 2]);
  });

  it('ANSWER-5: without a limit on EVE and one on capital there is no grid', async () => {
    const problem = toyProblem();
    const start = valueOrThrow(planStart(problem));
    expect(await tradeOffGrid(problem, start)).toMatchObject({
      ok: false,
      issues: [{ code: 'plan.frontier' }],
    });
  });

  it('ANSWER-4: a limit that is unknown is refused', async () => {
    const problem = twoFloorProblem({ levers: [], eveFloor: 0, e0Floor: 0 });
    const moves = [
      { limit: 'eve', floors: [0] },
      { limit: 'none', floors: [0] },
    ] as const;
    const start = { nothing: { sizes: [], values: [] }, model: {} } as never;
    expect(await tradeOff(problem, moves, start)).toMatchObject({
      ok: false,
      issues: [{ code: 'plan.frontier', path: 'none' }],
    });
  });
});
