import { itemAt } from '../foundation/index.js';
import type { Relaxation } from './build-programme.js';
import { limitCells } from './cell.js';
import { certify } from './certificate.js';
import { objectivesOf, objectiveValue } from './objective-value.js';
import type { LimitRelaxation, Plan, PlannedLimit, PlannedMove, PlannedObjective } from './plan.js';
import { isUsed, type Point, yearlyCost } from './point.js';
import type { PlanProblem } from './problem.js';
import { reliefWords } from './relief-words.js';
import { AGREEMENT, modelPoint, type PlanStart, type Round } from './round.js';
import { shadowPrices } from './shadow-price.js';
import { waitingOf } from './waiting.js';

/** Moves below this share of their unit are the solver's rounding and are not listed. */
const SMALLEST_MOVE = 1e-4;

/** Everything that is told of a plan but its curvature. */
export function describePlan(problem: PlanProblem, start: PlanStart, round: Round): Plan {
  const { nothing } = start;
  const { point, model, solved } = round;
  const modelled = modelPoint(problem, model, point.sizes);
  const relaxations = relaxationsOf(problem, solved.relaxation);
  return {
    status: relaxations.length === 0 ? 'meets limits' : 'relaxed',
    sizes: point.sizes,
    moves: movesOf(problem, round),
    costUsdMillion: yearlyCost(problem, point, nothing),
    niiGivenUpUsdMillion: nothing.nii12m - point.nii12m,
    realisedLossUsdMillion: point.realisedLoss,
    addedCostUsdMillion: point.addedCost + point.fixedCost,
    objectives: plannedObjectives(problem, { nothing, point, modelled }),
    limits: plannedLimits(problem, { nothing, point, modelled }),
    relaxations,
    shadowPrices: shadowPrices(problem, solved.programme, solved.solution.rowDual),
    certificate: certify(solved.programme, solved.solution),
    search: solved.search,
    rounds: round.rounds,
    disagreement: round.disagreement,
    agreed: round.settled,
    stepShare: round.stepShare,
    curvature: null,
    waiting: waitingOf(problem, nothing),
  };
}

function movesOf(problem: PlanProblem, { model, point }: Round): readonly PlannedMove[] {
  return problem.levers.flatMap((lever, index) => {
    const size = itemAt(point.sizes, index);
    if (size <= SMALLEST_MOVE * lever.unitSize) return [];
    const slope = itemAt(model.besideSlopes, index) - itemAt(itemAt(model.slopes, 0), index);
    const fixed = isUsed(lever, size) ? (lever.fixedCostUsdMillion ?? 0) : 0;
    const { id, title, unit, costNote } = lever;
    const costUsdMillion = slope * size + fixed;
    return [{ lever: id, title, size, unit, costUsdMillion, costNote }];
  });
}

interface Seen {
  readonly nothing: Point;
  readonly point: Point;
  readonly modelled: Point;
}

function plannedObjectives(problem: PlanProblem, seen: Seen): readonly PlannedObjective[] {
  const { nothing } = seen;
  return objectivesOf(problem).map((objective) => {
    const value = (at: Point): number => objectiveValue(problem, objective, at, nothing);
    const [modelled, full] = [value(seen.modelled), value(seen.point)];
    return { objective, before: value(nothing), modelled, full };
  });
}

function plannedLimits(problem: PlanProblem, seen: Seen): readonly PlannedLimit[] {
  return limitCells(problem).map(({ limit, scenario, world, at }) => {
    const full = itemAt(seen.point.values, at);
    const room = AGREEMENT * limit.scale;
    const { id, title, floor, cap } = limit;
    return {
      limit: id,
      title,
      scenario,
      world: world.id,
      floor,
      cap,
      before: itemAt(seen.nothing.values, at),
      modelled: itemAt(seen.modelled.values, at),
      full,
      met: (floor === null || full >= floor - room) && (cap === null || full <= cap + room),
    };
  });
}

function relaxationsOf(problem: PlanProblem, relaxation: Relaxation): readonly LimitRelaxation[] {
  return problem.limits.flatMap((limit) => {
    const slack = relaxation.get(limit.id);
    if (slack === undefined) return [];
    const amount = slack * limit.scale;
    const words =
      `Not all limits can hold together: the smallest relaxation is of "${limit.title}", ` +
      `by ${reliefWords(amount, limit)}.`;
    return [{ limit: limit.id, title: limit.title, amount, words }];
  });
}
