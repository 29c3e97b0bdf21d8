import { describe, expect, it } from 'vitest';
import { fail, issue } from '../foundation/index.js';
import { toyOutcome } from '../stress/toy-study.test-fixture.js';
import type { Plan } from './plan.js';
import { planActions } from './plan-actions.js';
import type { PlanProblem } from './problem.js';
import { toyApply, toyLever, toyProblem } from './toy-problem.test-fixture.js';

async function planOf(problem: PlanProblem): Promise<Plan> {
  const plan = await planActions(problem);
  if (!plan.ok) throw new Error(JSON.stringify(plan.issues));
  return plan.value;
}
const sizeOf = (plan: Plan, lever: string): number =>
  plan.moves.find((move) => move.lever === lever)?.size ?? 0;

describe('measures that are not linear', () => {
  it('PLAN-5: linearised again until model and full valuation agree', async () => {
    // 0.08 h - 2e-6 h^2 = 200: h = (0.08 - sqrt(0.0064 - 0.0016)) / 4e-6 = 2,679.492
    const plan = await planOf(
      toyProblem({
        levers: [{ ...toyLever('hedge', 10_000), unitSize: 1 }],
        evaluate: (study) => {
          const { hedge } = { hedge: 0, ...Object(JSON.parse(study.title)) };
          return toyOutcome({
            'eve.change[+200]': -600 + 0.08 * hedge - 2e-6 * hedge * hedge,
            'nii.12m[0]': 500 - 0.01 * hedge,
          });
        },
      }),
    );
    expect(plan.agreed).toBe(true);
    expect(plan.rounds).toBeGreaterThan(1);
    expect(sizeOf(plan, 'hedge')).toBeCloseTo(2679.492, -1);
    expect(plan.limits[0]?.full).toBeGreaterThan(-400.1); // within 0.1% of the scale of 100
    expect(plan.limits[0]?.met).toBe(true);
  });

  /** The toy bank with a hedge whose gain at +200 is `gain` of its size, at 0.01 a year. */
  const hedged = (gain: (hedge: number) => number, nii = (hedge: number) => 0.01 * hedge) =>
    toyProblem({
      levers: [toyLever('hedge', 10_000)],
      evaluate: (study) => {
        const { hedge } = { hedge: 0, ...Object(JSON.parse(study.title)) };
        return toyOutcome({
          'eve.change[+200]': -600 + gain(hedge),
          'nii.12m[0]': 500 - nii(hedge),
        });
      },
    });

  it('PLAN-5: a measure that leaps at every step is said not to agree', async () => {
    // up to 40 more or less, at hazard, however short the step: far more than 0.1% of 100
    const leap = (hedge: number) => 40 * ((12345.6789012 * hedge) % 1);
    const plan = await planOf(hedged((hedge) => 0.08 * hedge + leap(hedge)));
    expect(plan).toMatchObject({ rounds: 25, agreed: false });
  });

  it('PLAN-18: where whole steps go round in a ring, shorter ones find the edge', async () => {
    // the model around 0 asks for 2,500, where 300 more are lost; around that it asks for 6,250,
    // where 200 are won; around that for nothing, where it began. Above 3,000 the limit holds:
    // the cheapest plan is just above 3,000 at just above 30
    const jump = (hedge: number): number => (hedge <= 1500 ? 0 : hedge <= 3000 ? -300 : 200);
    const plan = await planOf(hedged((hedge) => 0.08 * hedge + jump(hedge)));
    expect(plan).toMatchObject({ status: 'meets limits', agreed: true });
    expect(plan.rounds).toBeGreaterThan(5);
    expect(plan.stepShare).toBeLessThan(1);
    expect(plan.costUsdMillion).toBeGreaterThan(30);
    expect(plan.costUsdMillion).toBeLessThan(31);
    expect(plan.limits.every(({ met }) => met)).toBe(true);
  });

  it('PLAN-18: a best size in the middle of a range is found, where a corner is none', async () => {
    // NII gains 0.02 h - 2e-6 h^2: most at h = 5,000, 50 a year; whole steps jump end to end
    const middle = hedged(
      (hedge) => 0.08 * hedge,
      (hedge) => 2e-6 * hedge * hedge - 0.02 * hedge,
    );
    const plan = await planOf({ ...middle, limits: [] });
    expect(plan.agreed).toBe(true);
    expect(plan.costUsdMillion).toBeCloseTo(-50, 0);
    expect(Math.abs(sizeOf(plan, 'hedge') - 5000)).toBeLessThan(600);
  });

  it.each<[string, (hedge: number) => number, string]>([
    ['a straight line', (hedge) => 0.08 * hedge, 'linear'],
    // gains that tire: better between than on the line
    ['a hedge that tires', (hedge) => 0.08 * hedge - 2e-6 * hedge * hedge, 'convex'],
    // gains that grow: worse between than on the line
    ['a hedge that gathers', (hedge) => 0.04 * hedge + 1e-5 * hedge * hedge, 'not convex'],
  ])('PLAN-19: %s is seen between doing nothing and the plan', async (_, gain, shape) => {
    const { curvature } = await planOf(hedged(gain));
    expect(curvature?.shape).toBe(shape);
    expect(curvature?.words).toContain('between doing nothing and the plan');
  });

  it('PLAN-19: a square is farthest from its chord in the middle', async () => {
    // h = 2,679.492: c h^2 / 4 = 2e-6 x 2,679.492^2 / 4 = 3.59 in a scale of 100
    const plan = await planOf(hedged((hedge) => 0.08 * hedge - 2e-6 * hedge * hedge));
    expect(plan.curvature?.bend).toBeCloseTo(0.0359, 3);
    expect(plan.curvature?.badBend).toBeLessThan(1e-12);
  });

  it('PLAN-19: where plans between do not fit it says so', async () => {
    const plan = await planOf({
      ...hedged((hedge) => 0.08 * hedge),
      apply: (study, change) =>
        change.size === 1250
          ? fail(issue('change.add', '/size', 'another size', '1250'))
          : toyApply(study, change),
    });
    expect(plan.curvature?.shape).toBe('not sampled');
    expect(plan.curvature?.words).toContain('another size');
  });
});
