import { fail, issue, itemAt, ok, type Result } from '../foundation/index.js';
import { describePlan } from './describe-plan.js';
import type { Plan } from './plan.js';
import type { Limit, PlanProblem } from './problem.js';
import { findPlan, nextStart, type PlanStart } from './round.js';

/** A limit whose floor is moved; what it reaches is the worst of its cells in full valuation. */
export interface MovedLimit {
  readonly limit: string;
  readonly floors: readonly number[];
}

/** A plan at one pair of floors. Reached values are by full valuation. */
export interface TradeOffPoint {
  readonly floors: readonly [number, number];
  /** Worst value of each moved limit over its scenarios and worlds, in the unit of its measure. */
  readonly reached: readonly [number, number];
  readonly costUsdMillion: number;
  /** False when limits had to be relaxed or the rounds did not agree. */
  readonly meets: boolean;
  /** Some other point that meets is nowhere worse and somewhere better (ANSWER-6). */
  readonly dominated: boolean;
  /** Place of an earlier point that costs and reaches the same, or null. */
  readonly sameAs: number | null;
  readonly plan: Plan;
}

/** What counts as a difference, in USD million of cost and in scales of a limit. */
const SAME_COST_USD_MILLION = 1e-5;
const SAME_SCALES = 1e-5;

/**
 * Least yearly cost for every pair of floors of two limits, the others unchanged: cost (income
 * given up) against both, points in the order of the first limit's floors, then the second's.
 * Issues: `plan.frontier` when a limit is unknown or has no floor, and those of `planActions`.
 */
export async function tradeOff(
  problem: PlanProblem,
  moved: readonly [MovedLimit, MovedLimit],
  start: PlanStart,
): Promise<Result<readonly TradeOffPoint[]>> {
  const limits: Limit[] = [];
  for (const { limit: id } of moved) {
    const limit = problem.limits.find((each) => each.id === id);
    if (limit === undefined || limit.floor === null) {
      const got = limit === undefined ? 'no such limit' : 'a limit without a floor';
      return fail(issue('plan.frontier', id, 'a limit with a floor', got));
    }
    limits.push(limit);
  }
  let from = start;
  const points: Found[] = [];
  for (const first of moved[0].floors) {
    for (const second of moved[1].floors) {
      const floors = new Map([
        [moved[0].limit, first],
        [moved[1].limit, second],
      ]);
      const at = problem.limits.map((each) => {
        const floor = floors.get(each.id);
        return floor === undefined ? each : { ...each, floor };
      });
      const asked = { ...problem, limits: at };
      const round = await findPlan(asked, from, { confirm: false });
      if (!round.ok) return round;
      from = nextStart(asked, from, round.value);
      points.push(pointOf(describePlan(asked, start, round.value), moved, [first, second]));
    }
  }
  const scales = [itemAt(limits, 0).scale, itemAt(limits, 1).scale] as const;
  return ok(
    points.map((point, index) => ({
      ...point,
      dominated: isDominated(point, points, scales),
      sameAs: sameBefore(points, index, scales),
    })),
  );
}

type Found = Omit<TradeOffPoint, 'dominated' | 'sameAs'>;

function pointOf(
  plan: Plan,
  moved: readonly [MovedLimit, MovedLimit],
  floors: readonly [number, number],
): Found {
  const worst = (id: string): number =>
    Math.min(...plan.limits.filter(({ limit }) => limit === id).map(({ full }) => full));
  return {
    floors,
    reached: [worst(moved[0].limit), worst(moved[1].limit)],
    costUsdMillion: plan.costUsdMillion,
    meets: plan.status === 'meets limits' && plan.agreed,
    plan,
  };
}

export type Compared = Pick<TradeOffPoint, 'reached' | 'costUsdMillion' | 'meets'>;

/** How much better another point is in cost and in both measures, in steps that count as one. */
function gainsOf(point: Compared, other: Compared, scales: readonly [number, number]): number[] {
  return [
    (point.costUsdMillion - other.costUsdMillion) / SAME_COST_USD_MILLION,
    (other.reached[0] - point.reached[0]) / (SAME_SCALES * scales[0]),
    (other.reached[1] - point.reached[1]) / (SAME_SCALES * scales[1]),
  ];
}

function sameBefore(
  points: readonly Compared[],
  index: number,
  scales: readonly [number, number],
): number | null {
  const point = itemAt(points, index);
  const same = points
    .slice(0, index)
    .findIndex((other) => gainsOf(point, other, scales).every((gain) => Math.abs(gain) <= 1));
  return same === -1 ? null : same;
}

/** Whether another point that meets costs no more, reaches no less and is better in one. */
export function isDominated(
  point: Compared,
  all: readonly Compared[],
  scales: readonly [number, number],
): boolean {
  return all.some((other) => {
    if (!other.meets) return false;
    const found = gainsOf(point, other, scales);
    return found.every((gain) => gain >= -1) && found.some((gain) => gain > 1);
  });
}
