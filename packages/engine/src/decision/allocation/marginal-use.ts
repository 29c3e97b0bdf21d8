import { itemAt, ok, type Result } from '../../foundation/index.js';
import { limitCells } from '../cell.js';
import type { Plan } from '../plan.js';
import { valuerOf } from '../point.js';
import type { PlanProblem } from '../problem.js';
import { growthLevers } from './growth-lever.js';
import type { CapitalAllocation, Segment } from './segment-capital.js';

/** What one more USD million of a segment does, at the plan. */
export interface MarginalUse {
  readonly segment: Segment;
  /** 12-month NII, USD million for one USD million. */
  readonly niiUsdMillion: number;
  /** What it does to the limits, at their shadow prices; negative = it uses them up. */
  readonly limitsUsdMillion: number;
  /** NII and what it does to the limits, a year. */
  readonly netUsdMillion: number;
  /** Regulatory capital for one USD million; null: no regime is stated. */
  readonly regulatoryUsdMillion: number | null;
  /** Net over regulatory capital; null where it asks for none. */
  readonly returnOnCapital: number | null;
  /** By limit: change of the measure where the plan stands nearest to it. */
  readonly uses: readonly { readonly limit: string; readonly change: number }[];
}

/**
 * Every segment grown by a thousandth on top of the plan and valued in full in every scenario and
 * world (ALLOC-6, ALLOC-7). Prices are those of the plan's binding limits, so that they are worth
 * something only where the objective is the least cost; else limits count nothing.
 * Issues: those of a Change that does not fit.
 */
export function marginalUse(
  problem: PlanProblem,
  plan: Plan,
  allocation: CapitalAllocation,
): Result<readonly MarginalUse[]> {
  const growing = growthLevers(problem.study);
  const levers = [...problem.levers, ...growing];
  const still = growing.map(() => 0);
  const plans = growing.map((lever, index) => [
    ...plan.sizes,
    ...still.with(index, lever.unitSize),
  ]);
  const found = valuerOf({ ...problem, levers }).points([[...plan.sizes, ...still], ...plans]);
  if (!found.ok) return found;
  const base = itemAt(found.value, 0);
  const tightest = tightestCells(problem, plan);
  return ok(
    growing.map(({ segment, unitSize }, index) => {
      const at = itemAt(found.value, index + 1);
      const nii = (at.nii12m - base.nii12m) / unitSize;
      const change = (place: number): number =>
        (itemAt(at.values, place) - itemAt(base.values, place)) / unitSize;
      const limits = limitsWorth(problem, plan, change);
      const held = regulatoryOf(allocation, segment);
      const net = nii + limits;
      return {
        segment,
        ...{ niiUsdMillion: nii, limitsUsdMillion: limits, netUsdMillion: net },
        regulatoryUsdMillion: held,
        returnOnCapital: held === null || held === 0 ? null : net / held,
        uses: tightest.map(({ limit, place }) => ({ limit, change: change(place) })),
      };
    }),
  );
}

/** Sum over binding limits of shadow price x change, in the direction that loosens. */
function limitsWorth(
  problem: PlanProblem,
  { shadowPrices }: Plan,
  change: (place: number) => number,
): number {
  if (problem.objective.kind !== 'least-cost') return 0;
  let worth = 0;
  for (const { limit, scenario, world, at } of limitCells(problem)) {
    for (const price of shadowPrices) {
      const same =
        price.limit === limit.id && price.scenario === scenario && price.world === world.id;
      if (!same) continue;
      const loosens = price.side === 'floor' ? 1 : -1;
      worth += (loosens * price.worthUsdMillion * change(at)) / limit.step;
    }
  }
  return worth;
}

function tightestCells(
  problem: PlanProblem,
  plan: Plan,
): readonly { readonly limit: string; readonly place: number }[] {
  const cells = limitCells(problem);
  return problem.limits.map((limit) => {
    let best = { place: -1, room: Number.POSITIVE_INFINITY };
    for (const [index, { full, floor, cap }] of plan.limits.entries()) {
      const cell = itemAt(cells, index);
      if (cell.limit.id !== limit.id) continue;
      const above = floor === null ? Number.POSITIVE_INFINITY : full - floor;
      const room = Math.min(above, cap === null ? Number.POSITIVE_INFINITY : cap - full);
      if (room < best.room) best = { place: cell.at, room };
    }
    return { limit: limit.id, place: best.place };
  });
}

/** Capital of a segment over its carrying amount; liabilities ask for none. */
function regulatoryOf(allocation: CapitalAllocation, segment: Segment): number | null {
  const found = allocation.segments.find((each) => each.segment === segment);
  if (found === undefined || found.regulatoryUsdMillion === null) return null;
  return found.carryingUsdMillion === 0 ? 0 : found.regulatoryUsdMillion / found.carryingUsdMillion;
}
