import { fail, issue, ok, type Result } from '../foundation/index.js';
import { describePlan } from './describe-plan.js';
import type { Plan } from './plan.js';
import type { Limit, PlanProblem } from './problem.js';
import { findPlan, type PlanStart } from './round.js';
import type { MovedLimit } from './trade-off.js';

/** Floors of each limit: five by five make 25 points. */
const FLOORS = 5;

/** A floor this many scales away binds nothing, or asks for all there is. */
const FAR_SCALES = 10_000;

/**
 * The grid of ANSWER-4 where a policy states none: the first limits on EVE (its change before its
 * value) and on capital (economic before reported) that have a floor; each from what the cheapest
 * plan reaches that need keep neither, to the most that any plan reaches within the other limits.
 * Issues: `plan.frontier` when there are no such limits, and those of `planActions`.
 */
export async function tradeOffGrid(
  problem: PlanProblem,
  start: PlanStart,
): Promise<Result<readonly [MovedLimit, MovedLimit]>> {
  const { limits } = problem;
  const value = firstOn(limits, 'eve.change') ?? firstOn(limits, 'eve.');
  const capital = firstOn(limits, 'capital.economic') ?? firstOn(limits, 'capital.');
  if (value === undefined || capital === undefined) {
    const expected = 'a floor on a measure of EVE and one on a measure of capital';
    const got = limits.map(({ measure }) => measure).join(', ');
    return fail(issue('plan.frontier', 'limits', expected, got));
  }
  const moved = [value, capital];
  const cheapest = await planWith(problem, start, { moved, sought: null, othersHold: false });
  if (!cheapest.ok) return cheapest;
  const othersHold = cheapest.value.status === 'meets limits';
  const grids: MovedLimit[] = [];
  for (const limit of moved) {
    const best = await planWith(problem, start, { moved, sought: limit, othersHold });
    if (!best.ok) return best;
    grids.push(floorsOf(limit, worstOf(cheapest.value, limit), worstOf(best.value, limit)));
  }
  const [first, second] = grids;
  if (first === undefined || second === undefined) throw new Error('two limits give two grids');
  return ok([first, second]);
}

function firstOn(limits: readonly Limit[], prefix: string): Limit | undefined {
  return limits.find(({ measure, floor }) => floor !== null && measure.startsWith(prefix));
}

interface Sought {
  readonly moved: readonly Limit[];
  /** The limit of which all there is is asked for; null: least cost alone. */
  readonly sought: Limit | null;
  /** The other limits can hold, and are to. */
  readonly othersHold: boolean;
}

/** Neither moved limit binds, but the one sought gives way as little as it must (PLAN-7). */
async function planWith(
  problem: PlanProblem,
  start: PlanStart,
  { moved, sought, othersHold }: Sought,
): Promise<Result<Plan>> {
  const limits = problem.limits.map((limit) => {
    if (limit.id === sought?.id) return { ...limit, floor: FAR_SCALES * limit.scale };
    const isMoved = moved.some(({ id }) => id === limit.id);
    if (isMoved) return { ...limit, floor: -FAR_SCALES * limit.scale };
    return othersHold ? { ...limit, relaxable: false } : limit;
  });
  const asked = { ...problem, limits };
  const round = await findPlan(asked, start);
  return round.ok ? ok(describePlan(asked, start, round.value)) : round;
}

function worstOf({ limits }: Plan, { id }: Limit): number {
  return Math.min(...limits.filter(({ limit }) => limit === id).map(({ full }) => full));
}

/** Evenly from one end to the other; where both are one, that floor alone. */
function floorsOf({ id, scale }: Limit, low: number, high: number): MovedLimit {
  if (high - low < SAME_SCALES * scale) return { limit: id, floors: [low] };
  const at = (step: number): number => low + ((high - low) * step) / (FLOORS - 1);
  return { limit: id, floors: Array.from({ length: FLOORS }, (_, step) => at(step)) };
}

const SAME_SCALES = 1e-6;
