import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemAt } from '../foundation/index.js';
import { certify } from './certificate.js';
import { enumeratingSolver } from './enumerating-solver.test-fixture.js';
import { linearBank, linearValues } from './linear-bank.test-fixture.js';
import type { Plan } from './plan.js';
import { planActions } from './plan-actions.js';
import type { Lever, PlanProblem, SizeRule } from './problem.js';
import { solveProgramme } from './solve-programme.js';
import { toyLever, toyLimit, toyProblem } from './toy-problem.test-fixture.js';

async function planOf(problem: PlanProblem): Promise<Plan> {
  const plan = await planActions({ ...problem, solver: enumeratingSolver });
  if (!plan.ok) throw new Error(JSON.stringify(plan.issues));
  return plan.value;
}
const sizeOf = (plan: Plan, lever: string): number =>
  plan.moves.find((move) => move.lever === lever)?.size ?? 0;
const hedge = (edit: Partial<Lever>): Lever => ({ ...toyLever('hedge', 10_000), ...edit });

describe('lots, least sizes, fixed costs and counts on the toy bank', () => {
  // hedging 1 gains 0.08 at +200 (from -600) for 0.01 a year; selling 1 gains 0.05 for 0.025
  it('PLAN-10: in lots of 1,000 the 2,500 that are needed become 3,000', async () => {
    const plan = await planOf(toyProblem({ levers: [hedge({ lotSize: 1000 })] }));
    expect(sizeOf(plan, 'hedge')).toBeCloseTo(3000, 6);
    expect(plan.costUsdMillion).toBeCloseTo(30, 6);
    expect(plan.search?.gap).toBe(0);
  });

  it('PLAN-10: whole lots and any size together: 2,000 hedged, the rest sold', async () => {
    // lots of 2,000: two cost 40; one leaves 200 - 160 = 40, of the sale 40 / 0.05 = 800 at 0.025
    const levers = [hedge({ lotSize: 2000 }), toyLever('sold', 10_000)];
    const plan = await planOf(toyProblem({ levers }));
    expect([sizeOf(plan, 'hedge'), sizeOf(plan, 'sold')]).toEqual([
      expect.closeTo(2000, 6),
      expect.closeTo(800, 4),
    ]);
    expect(plan.costUsdMillion).toBeCloseTo(20 + 20, 4);
  });

  it('PLAN-10: the price of a limit is that with the lots fixed, paid by the sale', async () => {
    // one lot of 2,000 stands: one more at +200 is sold for, 0.025 / 0.05 = 0.5, not 0.125
    const levers = [hedge({ lotSize: 2000 }), toyLever('sold', 10_000)];
    const plan = await planOf(toyProblem({ levers }));
    expect(plan.shadowPrices.map(({ worthUsdMillion }) => worthUsdMillion.toFixed(6))).toEqual([
      '0.500000',
    ]);
    expect(Math.abs(plan.certificate.gap)).toBeLessThan(1e-9);
    expect(plan.certificate.primalInfeasibility).toBeLessThan(1e-7);
    expect(plan.certificate.dualInfeasibility).toBeLessThan(1e-9);
  });

  it.each([
    // 2,500 is needed
    [{ smallestSize: 2000 }, 2500, 25],
    [{ smallestSize: 4000 }, 4000, 40],
    [{ fixedCostUsdMillion: 5 }, 2500, 30],
  ])('PLAN-10: a lever of %j is used at %d for %d a year', async (edit, size, cost) => {
    const plan = await planOf(toyProblem({ levers: [hedge(edit)] }));
    expect(sizeOf(plan, 'hedge')).toBeCloseTo(size, 4);
    expect(plan.costUsdMillion).toBeCloseTo(cost, 6);
    expect(plan.moves[0]?.costUsdMillion).toBeCloseTo(cost, 6);
  });

  it('PLAN-10: a fixed cost of 80 makes the dearer sale the cheaper plan', async () => {
    // hedge 25 + 80 = 105 against the sale of 4,000 at 0.025 = 100
    const levers = [hedge({ fixedCostUsdMillion: 80 }), toyLever('sold', 10_000)];
    const plan = await planOf(toyProblem({ levers }));
    expect(plan.moves.map(({ lever }) => lever)).toEqual(['sold']);
    expect(plan.costUsdMillion).toBeCloseTo(100, 4);
  });

  it('PLAN-10: what is not needed is not used, whatever its least size and cost', async () => {
    const levers = [hedge({ smallestSize: 500, fixedCostUsdMillion: 5 })];
    const plan = await planOf(toyProblem({ levers, limits: [toyLimit('+200', -700)] }));
    expect(plan.moves).toEqual([]);
    expect(plan.costUsdMillion).toBe(0);
  });

  const both = toyProblem({
    limits: [
      toyLimit('+200', -500, { worlds: ['broken'] }),
      toyLimit('-200', -290, { worlds: ['as-assumed'] }),
    ],
  });
  const one: SizeRule = {
    kind: 'count',
    id: 'one',
    title: 'One instrument',
    levers: ['hedge', 'sold'],
    most: 1,
  };

  it('PLAN-7: with one instrument allowed another plan is best, or a limit gives way', async () => {
    // needed: 0.08 h + 0.05 s >= 400 - 100 a and 0.10 h + 0.06 s <= 490 + 100 b
    // the hedge alone: h = 4,900 at most gives 392: a = 0.08; h = 5,000 costs 500: b = 0.1
    // the sale alone: s = 8,000 gives 400 and costs 480: nothing gives way, at 0.025 x 8,000
    const plan = await planOf({ ...both, rules: [one] });
    expect(plan.status).toBe('meets limits');
    expect(sizeOf(plan, 'sold')).toBeCloseTo(8000, 3);
    const hedgeOnly = await planOf({ ...both, levers: [hedge({ lotSize: 100 })] });
    expect(hedgeOnly.relaxations.map(({ limit }) => limit)).toEqual(['eve +200']);
    expect(hedgeOnly.relaxations[0]?.amount).toBeCloseTo(8, 3);
    expect(sizeOf(hedgeOnly, 'hedge')).toBeCloseTo(4900, 3);
  });

  it('PLAN-10: a total over levers is kept: concentration', async () => {
    // the hedge may be 1,000: 80 of the 200, the sale brings 120 / 0.05 = 2,400
    const rule: SizeRule = {
      kind: 'total',
      id: 'swaps',
      title: 'Swaps with one counterparty',
      weights: { hedge: 1 },
      low: null,
      high: 1000,
    };
    const plan = await planOf(toyProblem({ rules: [rule] }));
    expect(sizeOf(plan, 'hedge')).toBeCloseTo(1000, 4);
    expect(sizeOf(plan, 'sold')).toBeCloseTo(2400, 3);
  });

  it('PLAN-7: rules of size never give way: when they leave nothing it is an issue', async () => {
    const rule: SizeRule = {
      kind: 'total',
      id: 'impossible',
      title: 'More than there is',
      weights: { hedge: 1 },
      low: 20_000,
      high: null,
    };
    const plan = await planActions(toyProblem({ rules: [rule] }));
    expect(plan.ok ? '' : plan.issues).toMatchObject([
      { code: 'plan.infeasible', path: 'rules', got: 'none: "More than there is"' },
    ]);
  });

  it('PLAN-10: integers that cannot be held as a linear programme are an issue', async () => {
    const problem = toyProblem({
      levers: [hedge({ lotSize: 1000 })],
      // a solver that says nothing of its search
      solver: async (programme) => {
        const { search: _, ...found } = { search: 0, ...(await enumeratingSolver(programme)) };
        return found;
      },
    });
    const plan = await planActions(problem);
    expect(plan.ok ? '' : plan.issues[0]?.code).toBe('plan.integers');
  });
});

describe('to wait', () => {
  const wait: Lever = {
    ...toyLever('hedge', 1),
    id: 'wait',
    title: 'Wait',
    makeChanges: () => [],
    lotSize: 1,
    unitSize: 1,
    addedCostUsdMillion: -40,
    excludesOthers: true,
  };

  it('PLAN-13: what waiting breaks is told, the worst first', async () => {
    const limits = [toyLimit('+200', -400), toyLimit('-200', 250, { scale: 10 })];
    const { waiting } = await planOf(toyProblem({ limits }));
    // -600 against -400 is 2 scales of 100, 200 against 250 is 5 of 10
    expect(waiting.breaks.map(({ limit, shortfall }) => [limit, shortfall])).toEqual([
      ['eve -200', 50],
      ['eve +200', 200],
    ]);
    expect(waiting.words).toContain('To wait breaks 2 limits');
  });

  it('PLAN-13: what is short by less than 0.1% of its scale counts as met', async () => {
    // at nothing -600, scale of the toy 100: 0.1% of it is 0.1
    const breaksOf = async (floor: number) =>
      (await planOf(toyProblem({ limits: [toyLimit('+200', floor)] }))).waiting.breaks.length;
    expect([await breaksOf(-599.95), await breaksOf(-599.85)]).toEqual([0, 1]);
  });

  it('PLAN-13: where nothing is broken, to wait is allowed', async () => {
    const { waiting } = await planOf(toyProblem({ limits: [toyLimit('+200', -700)] }));
    expect(waiting).toEqual({ breaks: [], words: 'To wait breaks no limit.' });
  });

  it.each([
    [-700, ['wait'], -40],
    // it would break the limit: the hedge of 25 a year is done and the 40 are forgone
    [-400, ['hedge'], 25],
  ])('PLAN-13: a floor of %d: %j, at %d a year', async (floor, moves, cost) => {
    const levers = [hedge({}), wait];
    const plan = await planOf(toyProblem({ levers, limits: [toyLimit('+200', floor)] }));
    expect(plan.moves.map(({ lever }) => lever)).toEqual(moves);
    expect(plan.costUsdMillion).toBeCloseTo(cost, 6);
  });
});

describe('against every whole plan', () => {
  it('PLAN-10: no whole plan within limits and rules is cheaper, any three levers', async () => {
    const slope = fc.integer({ min: 1, max: 30 });
    const lever = fc.record({ up: slope, down: slope, nii: slope, fixed: slope });
    const seen = { 'meets limits': 0, relaxed: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(lever, lever, lever),
        fc.integer({ min: 1, max: 3 }),
        async (drawn, most) => {
          const base = { 'eve.change[+200]': -60, 'eve.change[-200]': 20, 'nii.12m[0]': 100 };
          const effects = drawn.map(({ up, down, nii }) => ({
            'eve.change[+200]': up,
            'eve.change[-200]': -down,
            'nii.12m[0]': -nii / 10,
          }));
          const bank = linearBank(base, effects, (index) => ({
            high: 3,
            lotSize: 1,
            smallestSize: index === 0 ? 2 : 0,
            fixedCostUsdMillion: itemAt(drawn, index).fixed / 10,
          }));
          const plan = await planOf({
            ...bank,
            limits: [toyLimit('+200', -20), toyLimit('-200', -30)],
            rules: [{ kind: 'count', id: 'k', title: 'k', levers: ['x0', 'x1', 'x2'], most }],
          });
          seen[plan.status] += 1;
          const cheapest = cheapestWhole(
            base,
            effects,
            drawn.map(({ fixed }) => fixed / 10),
            most,
          );
          if (plan.status === 'relaxed') expect(cheapest).toBe(Number.POSITIVE_INFINITY);
          else expect(plan.costUsdMillion).toBeCloseTo(cheapest, 6);
        },
      ),
      { seed: 20221231, numRuns: 60 },
    );
    expect(Math.min(seen['meets limits'], seen.relaxed)).toBeGreaterThan(5);
  });
});

/** Every whole plan of three levers from 0 to 3, judged by its values: no programme. */
function cheapestWhole(
  base: Readonly<Record<string, number>>,
  effects: readonly Readonly<Record<string, number>>[],
  fixed: readonly number[],
  most: number,
): number {
  let cheapest = Number.POSITIVE_INFINITY;
  for (let code = 0; code < 64; code += 1) {
    const sizes = [code % 4, Math.floor(code / 4) % 4, Math.floor(code / 16)];
    const used = sizes.filter((size) => size > 0).length;
    if (used > most || sizes[0] === 1) continue;
    const values = linearValues(base, effects, sizes);
    if ((values['eve.change[+200]'] ?? 0) < -20 || (values['eve.change[-200]'] ?? 0) < -30)
      continue;
    const own = sizes.reduce((sum, size, at) => sum + (size > 0 ? itemAt(fixed, at) : 0), 0);
    cheapest = Math.min(cheapest, 100 - (values['nii.12m[0]'] ?? 0) + own);
  }
  return cheapest;
}

describe('the linear programme with the integers fixed', () => {
  it('PLAN-10: its own duality gap is closed, and its bounds are the integers', async () => {
    // least of 3 x + 2 y with 2 x + y >= 4.5, x whole: (2, 0.5) costs 7, (1, 2.5) 8, (3, 0) 9
    const column = { title: '', unit: '', high: 10 };
    const solved = await solveProgramme(enumeratingSolver, {
      variables: [
        { ...column, id: 'x', low: 0, cost: 3, integer: true },
        { ...column, id: 'y', low: 0, cost: 2 },
      ],
      constraints: [
        {
          ...{ id: 'r', title: '', scenario: '', failure: '', coefficients: { x: 2, y: 1 } },
          low: 4.5,
          high: null,
        },
      ],
    });
    if (solved.status !== 'optimal') throw new Error(solved.status);
    expect(solved.solution.x.map((x) => x.toFixed(9))).toEqual(['2.000000000', '0.500000000']);
    expect(solved.programme.variables[0]).toMatchObject({ low: 2, high: 2 });
    expect(solved.programme.variables[0]).not.toHaveProperty('integer');
    // the row is worth 2, what y costs
    expect(solved.solution.rowDual[0]).toBeCloseTo(2, 9);
    expect(certify(solved.programme, solved.solution)).toMatchObject({
      primalObjective: expect.closeTo(7, 9),
      dualObjective: expect.closeTo(7, 9),
      dualInfeasibility: 0,
    });
  });
});
