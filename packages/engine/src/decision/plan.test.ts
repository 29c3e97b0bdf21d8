import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fail, issue } from '../foundation/index.js';
import { toyOutcome } from '../stress/toy-study.test-fixture.js';
import { planFrontier } from './frontier.js';
import type { Plan } from './plan.js';
import { planActions } from './plan-actions.js';
import { AS_ASSUMED, type PlanProblem, type World } from './problem.js';
import {
  toyApply,
  toyEvaluate,
  toyLever,
  toyLimit,
  toyProblem,
} from './toy-problem.test-fixture.js';

async function planOf(problem: PlanProblem): Promise<Plan> {
  const plan = await planActions(problem);
  if (!plan.ok) throw new Error(JSON.stringify(plan.issues));
  return plan.value;
}
const sizeOf = (plan: Plan, lever: string): number =>
  plan.moves.find((move) => move.lever === lever)?.size ?? 0;

/** The case with two binding limits: see the margin of its first test. */
const TWO_LIMITS = toyProblem({
  limits: [
    toyLimit('+200', -500, { worlds: ['broken'] }),
    toyLimit('-200', -290, { worlds: ['as-assumed'] }),
  ],
});

describe('the plan of the toy bank, by hand', () => {
  it('PLAN-1: one limit: 200 of EVE is bought where it is cheapest', async () => {
    // hedge 0.01 / 0.08 = 0.125 a year for 1 of EVE; sale (0.005 + 0.1 / 5) / 0.05 = 0.5
    const plan = await planOf(toyProblem());
    expect(sizeOf(plan, 'hedge')).toBeCloseTo(2500, 4); // 200 / 0.08
    expect(sizeOf(plan, 'sold')).toBe(0);
    expect(plan).toMatchObject({ status: 'meets limits', agreed: true, rounds: 1 });
    expect(plan.costUsdMillion).toBeCloseTo(25, 6);
  });

  it('PLAN-3: two limits bind: hedge 2,500 and sell 4,000, at 125 a year', async () => {
    // broken at +200: 0.08 h + 0.05 s >= 400, so s = 8,000 - 1.6 h
    // at -200: 0.10 h + 0.06 s = 480 + 0.004 h <= 490, so h <= 2,500 and s = 4,000
    // cost 0.01 x 2,500 + 0.025 x 4,000 = 25 + 100
    const plan = await planOf(TWO_LIMITS);
    expect(sizeOf(plan, 'hedge')).toBeCloseTo(2500, 3);
    expect(sizeOf(plan, 'sold')).toBeCloseTo(4000, 3);
    expect(plan.costUsdMillion).toBeCloseTo(125, 4);
    expect(plan.niiGivenUpUsdMillion).toBeCloseTo(45, 4); // 25 + 0.005 x 4,000
    expect(plan.realisedLossUsdMillion).toBeCloseTo(400, 4); // a tenth of 4,000
    expect(plan.limits.map(({ before, met }) => [before, met])).toEqual([
      [-900, true],
      [200, true],
    ]);
    expect(plan.limits[0]?.full).toBeCloseTo(-500, 4);
    expect(plan.limits[1]?.full).toBeCloseTo(-290, 4);
  });

  it('PLAN-6: shadow prices: 9.5 for one at +200, 7.5 for one at -200, in words', async () => {
    // 0.010 = 0.08 p - 0.10 q and 0.025 = 0.05 p - 0.06 q: p = 9.5, q = 7.5
    const plan = await planOf(TWO_LIMITS);
    expect(plan.shadowPrices.map(({ worthUsdMillion }) => worthUsdMillion.toFixed(4))).toEqual([
      '9.5000',
      '7.5000',
    ]);
    expect(plan.shadowPrices[0]?.words).toBe(
      'Each one million of relief on "the EVE limit +200" at +200 bp (deposits broken) ' +
        'saves 9.5 million a year.',
    );
  });

  it('PLAN-6: loosening by one million saves what the shadow price says', async () => {
    // floor -501: s = 7,980 - 1.6 h, 478.8 + 0.004 h <= 490: h = 2,800, s = 3,500, 28 + 87.5
    const [, minus200] = TWO_LIMITS.limits;
    if (minus200 === undefined) throw new Error('the problem has two limits');
    const limits = [toyLimit('+200', -501, { worlds: ['broken'] }), minus200];
    const plan = await planOf({ ...TWO_LIMITS, limits });
    expect(plan.costUsdMillion).toBeCloseTo(115.5, 3);
  });

  it('PLAN-2: the certificate closes the gap, and says what it does not prove', async () => {
    const { certificate } = await planOf(TWO_LIMITS);
    expect(certificate.primalObjective).toBeCloseTo(125, 4);
    expect(Math.abs(certificate.gap)).toBeLessThan(1e-9);
    expect(certificate.primalInfeasibility).toBeLessThan(1e-8);
    expect(certificate.dualInfeasibility).toBeLessThan(1e-8);
    expect(certificate.statement).toContain('certifies the linear programme only');
  });

  it('PLAN-3: a failure is met with its own Changes where rates fall', async () => {
    // as assumed -200 starts at 200, broken (rates fall) at 100
    const plan = await planOf(
      toyProblem({
        limits: [toyLimit('-200', -400, { worlds: ['as-assumed', 'broken'] })],
      }),
    );
    expect(plan.limits.map(({ before }) => before)).toEqual([200, 100]);
    expect(plan.moves).toEqual([]);
    expect(plan.costUsdMillion).toBe(0);
  });

  it('PLAN-3: a failure is asked what it does to the Study as the plan leaves it', async () => {
    const seen = new Set<string>();
    const world: World = {
      ...AS_ASSUMED,
      id: 'watched',
      breaks: (planned) => {
        seen.add(planned.title);
        return AS_ASSUMED.breaks(planned);
      },
    };
    await planOf(
      toyProblem({
        worlds: [AS_ASSUMED, world],
        limits: [toyLimit('+200', -400, { worlds: ['watched'] })],
      }),
    );
    const hedged = [...seen].filter((title) => title.includes('"hedge":2500'));
    expect(hedged.length).toBe(1);
  });

  it('PLAN-1: a realised gain is no income', async () => {
    // sold with a gain of a tenth, 0.005 of NII given up: 0.1 a year for 1 of EVE, not less
    const plan = await planOf(
      toyProblem({
        levers: [toyLever('sold', 10_000)],
        apply: (study, change) => {
          const applied = toyApply(study, change);
          if (!applied.ok || change.id !== 'sold') return applied;
          const capital = { ...study.capital, realisedLossUsdMillion: 0.1 * change.size };
          return { ok: true, value: { ...applied.value, capital } };
        },
      }),
    );
    expect(plan.realisedLossUsdMillion).toBe(0);
    expect(plan.costUsdMillion).toBeCloseTo(20, 6); // 200 / 0.05 sold at 0.005 a year
  });

  it('PLAN-1: a cost that no NII shows is counted', async () => {
    // the hedge now costs 0.01 + 0.5: the sale at 0.5 for 1 of EVE is cheaper: 200 / 0.05
    const dear = { ...toyLever('hedge', 10_000), addedCostUsdMillion: 0.5 };
    const plan = await planOf(toyProblem({ levers: [dear, toyLever('sold', 10_000)] }));
    expect(sizeOf(plan, 'sold')).toBeCloseTo(4000, 3);
    expect(plan.costUsdMillion).toBeCloseTo(100, 3);
    expect(plan.addedCostUsdMillion).toBeCloseTo(0, 6);
  });

  it('PLAN-1: a cap works like a floor turned round', async () => {
    const limits = [toyLimit('+200', -400), toyLimit('-200', -10_000, { floor: null, cap: -100 })];
    // 0.10 h + 0.06 s >= 300: hedge 0.1 a year for 1, sale 0.42: h = 3,000
    const plan = await planOf(toyProblem({ limits }));
    expect(sizeOf(plan, 'hedge')).toBeCloseTo(3000, 3);
    expect(plan.shadowPrices[0]?.side).toBe('cap');
  });
});

describe('limits that no plan meets', () => {
  const limits = [
    toyLimit('+200', -400, { worlds: ['broken'] }),
    toyLimit('-200', -200, { worlds: ['as-assumed'] }),
  ];

  it('PLAN-7: the smallest relaxation is named, and the plan is the cheapest at it', async () => {
    // needed: 0.08 h + 0.05 s >= 500 - 100 a and 0.10 h + 0.06 s <= 400 + 100 b
    // the sale turns 1 at -200 into the most at +200 (0.05 / 0.06): with h = 0,
    // 1.2 (500 - 100 a) <= 400 + 100 b, so 120 a + 100 b >= 200: least a + b is a = 5/3, b = 0
    // then 0.05 s = 500 - 166.67: s = 6,666.67, cost 0.025 x 6,666.67 = 166.67
    const plan = await planOf(toyProblem({ limits }));
    expect(plan.status).toBe('relaxed');
    expect(plan.relaxations.map(({ limit }) => limit)).toEqual(['eve +200']);
    expect(plan.relaxations[0]?.amount).toBeCloseTo(500 / 3, 3);
    expect(plan.relaxations[0]?.words).toContain('by 167 million');
    expect(sizeOf(plan, 'sold')).toBeCloseTo(20_000 / 3, 0);
    expect(plan.costUsdMillion).toBeCloseTo(500 / 3, 1);
    expect(plan.limits.map(({ limit, met }) => [limit, met])).toEqual([
      ['eve +200', false],
      ['eve -200', true],
    ]);
  });

  it('PLAN-7: what may not be relaxed is kept: the other limit gives way', async () => {
    const [first, second] = limits;
    if (first === undefined || second === undefined) throw new Error('two limits');
    const fixed = { ...first, relaxable: false };
    const plan = await planOf(toyProblem({ limits: [fixed, second] }));
    // a = 0: b = 2, that is 200 at -200
    expect(plan.relaxations.map(({ limit }) => limit)).toEqual(['eve -200']);
    expect(plan.relaxations[0]?.amount).toBeCloseTo(200, 3);
  });

  it('PLAN-7: a cap gives way upward', async () => {
    // floor: -600 + 0.08 h + 0.05 s >= -400; cap: the same <= -500 + 100 b: least b is 1
    // cheapest 200 of gain: hedging, 0.01 / 0.08 a unit: h = 2,500, cost 25
    const floor = toyLimit('+200', -400, { relaxable: false });
    const cap = toyLimit('+200', 0, { id: 'eve cap', floor: null, cap: -500 });
    const plan = await planOf(toyProblem({ limits: [floor, cap] }));
    expect(plan.relaxations.map(({ limit }) => limit)).toEqual(['eve cap']);
    expect(plan.relaxations[0]?.amount).toBeCloseTo(100, 3);
    expect(sizeOf(plan, 'hedge')).toBeCloseTo(2500, 0);
    expect(plan.costUsdMillion).toBeCloseTo(25, 1);
  });
  it('PLAN-7: when nothing may be relaxed there is an issue, not a plan', async () => {
    const fixed = limits.map((limit) => ({ ...limit, relaxable: false }));
    const plan = await planActions(toyProblem({ limits: fixed }));
    expect(plan.ok ? '' : plan.issues[0]?.code).toBe('plan.infeasible');
  });

  it('PLAN-7: of fixed limits those are named that cannot hold, not the others', async () => {
    // +200: -600 + 0.08 h + 0.05 s, at most h = 10,000 and s = 10,000: 700; the other holds at 0
    const plan = await planActions(
      toyProblem({
        limits: [
          toyLimit('+200', 900, { id: 'too high', title: 'Too high', relaxable: false }),
          toyLimit('-200', -5000, { id: 'easy', relaxable: false }),
        ],
      }),
    );
    if (plan.ok) throw new Error('900 is out of reach');
    expect(plan.issues.map(({ path }) => path)).toEqual(['limits.too high']);
    expect(plan.issues[0]?.expected).toBe('a plan within the fixed limit "Too high"');
    expect(plan.issues[0]?.got).toMatch(/^none: it would have to give way by [\d.,]+ /);
  });

  it('PLAN-7: a limit that no plan comes near to is named, not relaxed', async () => {
    const plan = await planActions(
      toyProblem({ limits: [toyLimit('+200', 1e12, { title: 'EVE' })] }),
    );
    expect(plan.ok ? '' : plan.issues[0]).toMatchObject({
      code: 'plan.infeasible',
      expected: '"EVE" in the unit of its measure, within reach of a plan',
      got: 'a floor of 1000000000000, which every plan misses by about 1.0e+12',
    });
  });
});

describe('against brute force', () => {
  it('PLAN-8: no point of a grid is feasible and cheaper, for any two levers', async () => {
    const slope = fc.integer({ min: 1, max: 100 });
    const seen = { 'meets limits': 0, relaxed: 0 };
    await fc.assert(
      fc.asyncProperty(slope, slope, slope, slope, slope, slope, async (...drawn) => {
        const [upHedge, upSale, downHedge, downSale, niiHedge, niiSale] = drawn.map((n) => n / 1e3);
        const eve = (hedge: number, sold: number) => ({
          up: -300 + (upHedge ?? 0) * hedge + (upSale ?? 0) * sold,
          down: 100 - (downHedge ?? 0) * hedge - (downSale ?? 0) * sold,
        });
        const cost = (hedge: number, sold: number): number =>
          (niiHedge ?? 0) * hedge + (niiSale ?? 0) * sold + 0.02 * sold;
        const problem = toyProblem({
          limits: [toyLimit('+200', -200), toyLimit('-200', 30)],
          evaluate: (study) => {
            const at = { hedge: 0, sold: 0, ...Object(JSON.parse(study.title)) };
            const { up, down } = eve(at.hedge, at.sold);
            const nii = 500 - (niiHedge ?? 0) * at.hedge - (niiSale ?? 0) * at.sold;
            return toyOutcome({
              'eve.change[+200]': up,
              'eve.change[-200]': down,
              'nii.12m[0]': nii,
            });
          },
        });
        const plan = await planOf(problem);
        seen[plan.status] += 1;
        let cheapest = Number.POSITIVE_INFINITY;
        for (let hedge = 0; hedge <= 10_000; hedge += 250) {
          for (let sold = 0; sold <= 10_000; sold += 250) {
            const { up, down } = eve(hedge, sold);
            if (up >= -200 && down >= 30) cheapest = Math.min(cheapest, cost(hedge, sold));
          }
        }
        if (plan.status === 'relaxed') expect(cheapest).toBe(Number.POSITIVE_INFINITY);
        else expect(plan.costUsdMillion).toBeLessThanOrEqual(cheapest + 1e-3);
        expect(plan.status === 'relaxed' || plan.limits.every(({ met }) => met)).toBe(true);
      }),
      { seed: 20221230, numRuns: 60 },
    );
    expect(Math.min(seen['meets limits'], seen.relaxed)).toBeGreaterThan(5); // both kinds were met
  });
});

describe('the frontier', () => {
  it('PLAN-9: the tighter the floor the dearer the plan, 1.25 a year for 10 at first', async () => {
    const points = await planFrontier(toyProblem(), 'eve +200', [-600, -500, -400, -300]);
    // 0.125 a year for each 1 of EVE above -600
    const costs = points.ok ? points.value.map(({ costUsdMillion }) => costUsdMillion) : [];
    expect(costs.map((cost) => cost.toFixed(4))).toEqual([
      '0.0000',
      '12.5000',
      '25.0000',
      '37.5000',
    ]);
    expect(points.ok && points.value.every(({ onFrontier }) => onFrontier)).toBe(true);
  });

  it('PLAN-9: a floor beyond all levers is not on the frontier', async () => {
    // all levers: 0.08 x 10,000 + 0.05 x 10,000 = 1,300 above -600
    const points = await planFrontier(toyProblem(), 'eve +200', [700, 800]);
    expect(points.ok && points.value.map(({ onFrontier }) => onFrontier)).toEqual([true, false]);
  });

  it.each(['nothing', 'capped'])('PLAN-9: the limit "%s" has no floor to move', async (id) => {
    const limits = [toyLimit('+200', 0, { id: 'capped', floor: null, cap: 0 })];
    const points = await planFrontier(toyProblem({ limits }), id, [-100]);
    expect(points.ok ? '' : points.issues[0]?.code).toBe('plan.frontier');
  });
});

describe('what is refused', () => {
  it.each<[string, Partial<PlanProblem>]>([
    ['a lever without a finite range', { levers: [toyLever('hedge', Number.POSITIVE_INFINITY)] }],
    ['the same lever twice', { levers: [toyLever('hedge', 1), toyLever('hedge', 1)] }],
    ['a world that is not there', { limits: [toyLimit('+200', 0, { worlds: ['no such'] })] }],
    ['a limit without scale', { limits: [toyLimit('+200', 0, { scale: 0 })] }],
    ['a floor above its cap', { limits: [toyLimit('+200', 1, { cap: 0 })] }],
    ['losses spread over no years', { realisedLossYears: 0 }],
  ])('PLAN-1: %s', async (_, edit) => {
    const plan = await planActions(toyProblem(edit));
    expect(plan.ok ? [] : plan.issues.map(({ code }) => code)).toEqual(['plan.problem']);
  });

  it('PLAN-3: a limit on a measure that is not in the Outcome', async () => {
    const limits = [toyLimit('+200', 0, { measure: 'no.such' })];
    const plan = await planActions(toyProblem({ limits }));
    expect(plan.ok ? '' : plan.issues[0]?.path).toBe('no.such[+200]');
  });

  it('PLAN-4: a lever whose Change does not fit is named with its size', async () => {
    const plan = await planActions(
      toyProblem({
        apply: (study, change) =>
          change.id === 'sold'
            ? fail(issue('change.sell', '/size', 'no more than is held', String(change.size)))
            : toyApply(study, change),
      }),
    );
    expect(plan.ok ? '' : plan.issues[0]?.path).toBe('lever sold at 1000: /size');
  });

  it('PLAN-4: at the top of its range a lever is measured downward', async () => {
    let largest = 0;
    const plan = await planOf(
      toyProblem({
        levers: [{ ...toyLever('hedge', 2500), unitSize: 2000 }],
        apply: (study, change) => {
          if (change.id === 'hedge') largest = Math.max(largest, change.size);
          return toyApply(study, change);
        },
        evaluate: (study) => toyEvaluate(study),
      }),
    );
    expect(largest).toBeLessThanOrEqual(2500 * (1 + 1e-12));
    expect(plan.status).toBe('meets limits');
  });
});
