import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemAt } from '../foundation/index.js';
import { type Effects, linearBank, linearValues } from './linear-bank.test-fixture.js';
import type { Objective, SingleObjective } from './objective.js';
import { conditionalValueAtRisk } from './objective-value.js';
import type { Plan } from './plan.js';
import { planActions } from './plan-actions.js';
import type { PlanProblem } from './problem.js';
import { toyLimit } from './toy-problem.test-fixture.js';

async function planOf(problem: PlanProblem): Promise<Plan> {
  const plan = await planActions(problem);
  if (!plan.ok) throw new Error(JSON.stringify(plan.issues));
  return plan.value;
}
const sizes = (plan: Plan) => plan.sizes.map((size) => Number(size.toFixed(4)));
const world = 'as-assumed';

describe('the most of a measure', () => {
  const bank = linearBank(
    { 'nii.12m[0]': 100, 'nii.12m[+200]': 90, 'eve.change[+200]': -10 },
    [
      { 'nii.12m[0]': 3, 'nii.12m[+200]': 1, 'eve.change[+200]': -4 },
      { 'nii.12m[0]': 1, 'nii.12m[+200]': 2, 'eve.change[+200]': -1 },
    ],
    (index) => (index === 0 ? { addedCostUsdMillion: 0.5 } : {}),
  );
  const limits = [toyLimit('+200', -40)];
  const most = (scenario: string): Objective => ({
    kind: 'most',
    of: { measure: 'nii.12m', scenario, world },
  });

  it('PLAN-14: base NII net of its cost, until EVE is used up', async () => {
    // 30 of EVE to spend: x1 earns 1 for 1, then x0 earns 3 - 0.5 for 4: 10 of x1, 5 of x0
    const plan = await planOf({ ...bank, limits, objective: most('0') });
    expect(sizes(plan)).toEqual([5, 10]);
    expect(plan.objectives[0]?.full).toBeCloseTo(100 + 5 * 2.5 + 10, 6);
    expect(plan.objectives[0]?.before).toBe(100);
    // one more of EVE is worth 2.5 / 4
    expect(plan.shadowPrices[0]?.worthUsdMillion).toBeCloseTo(0.625, 6);
    expect(plan.shadowPrices[0]?.words).toContain('adds 0.6 million of nii.12m.');
  });

  it('PLAN-14: NII of another scenario', async () => {
    // x0 earns 1 - 0.5 for 4, x1 2 for 1: the same corner here, at 90 + 2.5 + 20
    const plan = await planOf({ ...bank, limits, objective: most('+200') });
    expect(plan.objectives[0]?.full).toBeCloseTo(112.5, 6);
  });
});

describe('the best return on capital', () => {
  const roc = (chargeUsdMillion = 0): Objective => ({
    kind: 'return-on-capital',
    capital: { measure: 'eve.change', scenario: '+200', world },
    times: -1,
    chargeUsdMillion,
  });

  it('PLAN-15: growth at more than the present return is done, at less it is not', async () => {
    // now 10 on 100 of capital; x0 earns 0.3 on 2 (15%), x1 0.1 on 2 (5%)
    const bank = linearBank({ 'nii.12m[0]': 10, 'eve.change[+200]': -100 }, [
      { 'nii.12m[0]': 0.3, 'eve.change[+200]': -2 },
      { 'nii.12m[0]': 0.1, 'eve.change[+200]': -2 },
    ]);
    const plan = await planOf({ ...bank, objective: roc() });
    expect(sizes(plan)).toEqual([10, 0]);
    expect(plan.objectives[0]?.full).toBeCloseTo(13 / 120, 12);
    // with 8 of expected losses: 2 on 100 now, and x1 is worth doing too: 6 / 140
    const charged = await planOf({ ...bank, objective: roc(8) });
    expect(sizes(charged)).toEqual([10, 10]);
    expect(charged.objectives[0]?.full).toBeCloseTo(6 / 140, 12);
  });

  it('PLAN-15: capital that some plan brings to nothing is refused', async () => {
    const bank = linearBank({ 'nii.12m[0]': 10, 'eve.change[+200]': -10 }, [
      { 'nii.12m[0]': -0.1, 'eve.change[+200]': 2 },
    ]);
    const plan = await planActions({ ...bank, objective: roc() });
    expect(plan.ok ? '' : plan.issues[0]?.code).toBe('plan.objective');
  });

  it('PLAN-15: Dinkelbach finds what a grid finds, any two levers and an EVE limit', async () => {
    const drawn = fc.integer({ min: -50, max: 50 });
    const lever = fc.record({ nii: drawn, capital: drawn, down: fc.integer({ min: 1, max: 30 }) });
    await fc.assert(
      fc.asyncProperty(lever, lever, async (...levers) => {
        const base = { 'nii.12m[0]': 60, 'eve.change[+200]': -1200, 'eve.change[-200]': 0 };
        const effects = levers.map(({ nii, capital, down }) => ({
          'nii.12m[0]': nii / 10,
          'eve.change[+200]': -capital,
          'eve.change[-200]': -down,
        }));
        const limits = [toyLimit('-200', -150)];
        const plan = await planOf({ ...linearBank(base, effects), limits, objective: roc() });
        let best = Number.NEGATIVE_INFINITY;
        forGrid(40, (x, y) => {
          const at = linearValues(base, effects, [x, y]);
          if ((at['eve.change[-200]'] ?? 0) < -150) return;
          best = Math.max(best, (at['nii.12m[0]'] ?? 0) / -(at['eve.change[+200]'] ?? 0));
        });
        const found = plan.objectives[0]?.full ?? Number.NaN;
        expect(found).toBeGreaterThanOrEqual(best - 1e-9);
        // its own plan is within the limit and has that return: it is no bound but a plan
        const own = linearValues(base, effects, plan.sizes);
        expect(own['eve.change[-200]']).toBeGreaterThanOrEqual(-150 - 1e-6);
        expect((own['nii.12m[0]'] ?? 0) / -(own['eve.change[+200]'] ?? 0)).toBeCloseTo(found, 9);
      }),
      { seed: 20230112, numRuns: 60 },
    );
  });
});

function forGrid(points: number, visit: (x: number, y: number) => void): void {
  for (let i = 0; i <= points; i += 1) {
    for (let j = 0; j <= points; j += 1) visit((10 * i) / points, (10 * j) / points);
  }
}

const SCENARIOS = ['-200', '0', '+100', '+200'];
const tail = (level: number, probability = 0.25): SingleObjective => ({
  kind: 'conditional-value-at-risk',
  measure: 'eve.change',
  states: SCENARIOS.map((scenario) => ({ scenario, world, probability })),
  level,
});
const eve = (...values: readonly number[]): Effects =>
  Object.fromEntries(
    SCENARIOS.map((scenario, at) => [`eve.change[${scenario}]`, itemAt(values, at)]),
  );

describe('conditional value at risk', () => {
  it.each([
    // losses 10, 20, 30, 40, a quarter each
    [0.75, 40],
    [0.5, 35],
    // the worst 0.4: 0.25 x 40 + 0.15 x 30 = 14.5, over 0.4
    [0.6, 36.25],
    [0.9, 40],
  ])('PLAN-16: of four losses at the level %d it is %d', (level, expected) => {
    expect(conditionalValueAtRisk([10, 40, 20, 30], [0.25, 0.25, 0.25, 0.25], level)).toBeCloseTo(
      expected,
      12,
    );
  });

  it('PLAN-16: two scenarios that pull apart are balanced', async () => {
    // losses 0 + 3 x at -200 and 40 - 5 x at +200; the worst quarter is least where both are
    // equal: x = 5, 15
    const base = { 'nii.12m[0]': 100, ...eve(0, 0, 0, -40) };
    const bank = linearBank(base, [{ 'nii.12m[0]': -1, ...eve(-3, 0, 0, 5) }]);
    const plan = await planOf({ ...bank, objective: tail(0.75) });
    expect(sizes(plan)).toEqual([5]);
    expect(plan.objectives[0]).toMatchObject({
      before: expect.closeTo(40, 9),
      full: expect.closeTo(15, 6),
    });
    expect(plan.costUsdMillion).toBeCloseTo(5, 6);
    // in the worst half both count: (3 x + 40 - 5 x) / 2 falls until +200 loses no more, x = 8
    const half = await planOf({ ...bank, objective: tail(0.5) });
    expect(half.sizes[0]).toBeCloseTo(8, 6);
    expect(half.objectives[0]?.full).toBeCloseTo(12, 6);
  });

  it('PLAN-16: the linear form is the definition, and no plan of a grid has less', async () => {
    const loss = fc.integer({ min: -30, max: 30 });
    const effect = fc.tuple(loss, loss, loss, loss);
    const level = fc.constantFrom(0.3, 0.6, 0.75, 0.9);
    await fc.assert(
      fc.asyncProperty(effect, effect, effect, level, async (start, first, second, at) => {
        const base = { 'nii.12m[0]': 100, ...eve(...start.map((value) => 5 * value)) };
        const effects = [eve(...first), eve(...second)];
        const plan = await planOf({ ...linearBank(base, effects), objective: tail(at) });
        const lossesAt = (plannedSizes: readonly number[]): number => {
          const values = linearValues(base, effects, plannedSizes);
          const losses = SCENARIOS.map((scenario) => -(values[`eve.change[${scenario}]`] ?? 0));
          return sortedTail(losses, at);
        };
        const found = plan.objectives[0]?.modelled ?? Number.NaN;
        expect(lossesAt(plan.sizes)).toBeCloseTo(found, 6);
        expect(plan.certificate.primalObjective).toBeCloseTo(found, 5);
        forGrid(20, (x, y) => expect(lossesAt([x, y])).toBeGreaterThanOrEqual(found - 1e-6));
      }),
      { seed: 20230310, numRuns: 25 },
    );
  });
});

/** The integral of the quantile beyond the level, in steps of a thousandth: no formula of ours. */
function sortedTail(losses: readonly number[], level: number): number {
  const sorted = losses.toSorted((a, b) => a - b);
  let sum = 0;
  let count = 0;
  for (let step = Math.round(1000 * level); step < 1000; step += 1) {
    sum += sorted[Math.floor((sorted.length * (step + 0.5)) / 1000)] ?? Number.NaN;
    count += 1;
  }
  return sum / count;
}

describe('one objective after the other', () => {
  // 10 of tail loss taken off by 1 of x0 or by 2 of x1; x0 costs 3, x1 costs 1 a unit
  const base = { 'nii.12m[0]': 100, ...eve(0, 0, 0, -60) };
  const bank = linearBank(base, [
    { 'nii.12m[0]': -3, ...eve(0, 0, 0, 10) },
    { 'nii.12m[0]': -1, ...eve(0, 0, 0, 5) },
  ]);
  const cost: SingleObjective = { kind: 'least-cost' };

  it('PLAN-17: least tail first, then the cheapest way to it', async () => {
    // all 60 are taken off: by x1 alone 10 units give 50 for 10, one of x0 the rest for 3
    const objective: Objective = {
      kind: 'lexicographic',
      order: [
        { objective: tail(0.75), tolerance: 0 },
        { objective: cost, tolerance: 0 },
      ],
    };
    const plan = await planOf({ ...bank, objective });
    expect(plan.objectives.map(({ full }) => Number(full.toFixed(3)))).toEqual([0, 13]);
    expect(sizes(plan)).toEqual([1, 10]);
  });

  it('PLAN-17: least cost first: nothing is done, and the tail has no say', async () => {
    const objective: Objective = {
      kind: 'lexicographic',
      order: [
        { objective: cost, tolerance: 0 },
        { objective: tail(0.75), tolerance: 0 },
      ],
    };
    const plan = await planOf({ ...bank, objective });
    expect(plan.objectives.map(({ full }) => Number(full.toFixed(3)))).toEqual([0, 60]);
  });

  it.each([
    // what may be spent: 4 of cost takes 20 off by x1
    [4, [4, 40]],
    [10, [10, 10]],
  ])('PLAN-17: a tolerance of %d of cost is spent on the tail: %j', async (tolerance, expected) => {
    const objective: Objective = {
      kind: 'lexicographic',
      order: [
        { objective: cost, tolerance },
        { objective: tail(0.75), tolerance: 0 },
      ],
    };
    const plan = await planOf({ ...bank, objective });
    expect(plan.objectives.map(({ full }) => Number(full.toFixed(3)))).toEqual(expected);
  });

  it('PLAN-17: a return first, then the least cost within half a point of it', async () => {
    // return (100 - 3 x0 - x1) / (60 - 10 x0 - 5 x1 + 100): more of both is better throughout
    const withCapital = linearBank({ ...base, 'eve.change[+300]': -160 }, [
      { 'nii.12m[0]': -3, 'eve.change[+300]': 10 },
      { 'nii.12m[0]': -1, 'eve.change[+300]': 5 },
    ]);
    const ratio: SingleObjective = {
      kind: 'return-on-capital',
      capital: { measure: 'eve.change', scenario: '+300', world },
      times: -1,
      chargeUsdMillion: 0,
    };
    const returnOf = (x0: number, x1: number) => (100 - 3 * x0 - x1) / (160 - 10 * x0 - 5 * x1);
    const best = returnOf(10, 10);
    const objective: Objective = {
      kind: 'lexicographic',
      order: [
        { objective: ratio, tolerance: 0.5 },
        { objective: cost, tolerance: 0 },
      ],
    };
    const plan = await planOf({ ...withCapital, objective });
    // the cheapest within: no grid point within half a unit of the best return costs less
    expect(plan.objectives[0]?.full).toBeGreaterThanOrEqual(best - 0.5 - 1e-6);
    const costFound = plan.objectives[1]?.full ?? Number.NaN;
    forGrid(40, (x, y) => {
      if (returnOf(x, y) >= best - 0.5) expect(3 * x + y).toBeGreaterThanOrEqual(costFound - 1e-4);
    });
  });

  it.each<[string, Objective]>([
    ['no order', { kind: 'lexicographic', order: [] }],
    ['a level of one', tail(1)],
    ['probabilities that sum to 0.8', tail(0.75, 0.2)],
    [
      'a world that is not there',
      { kind: 'most', of: { measure: 'nii.12m', scenario: '0', world: 'x' } },
    ],
  ])('PLAN-1: %s is refused', async (_, objective) => {
    const plan = await planActions({ ...bank, objective });
    expect(plan.ok ? '' : plan.issues[0]?.code).toBe('plan.problem');
  });
});
