import { itemAt } from '../foundation/index.js';
import { problemCells } from './cell.js';
import type { MeasureCell, SingleObjective } from './objective.js';
import { costBesideNii, type Point, yearlyCost } from './point.js';
import type { PlanProblem } from './problem.js';

/** The objectives of a problem in their order; one that stands alone is its own order. */
export function objectivesOf({ objective }: PlanProblem): readonly SingleObjective[] {
  return objective.kind === 'lexicographic'
    ? objective.order.map((ranked) => ranked.objective)
    : [objective];
}

/** True for what is better when it is more. */
export function isMore({ kind }: SingleObjective): boolean {
  return kind === 'most' || kind === 'return-on-capital';
}

/** An objective of a plan as valued: yearly cost, measure net of costs, return, or tail loss. */
export function objectiveValue(
  problem: PlanProblem,
  objective: SingleObjective,
  point: Point,
  nothing: Point,
): number {
  const at = (cell: MeasureCell): number =>
    itemAt(point.values, problemCells(problem).placeOf(cell));
  switch (objective.kind) {
    case 'least-cost':
      return yearlyCost(problem, point, nothing);
    case 'most':
      return at(objective.of) - costBesideNii(problem, point);
    case 'return-on-capital': {
      const income = point.nii12m - costBesideNii(problem, point) - objective.chargeUsdMillion;
      return income / (objective.times * at(objective.capital));
    }
    case 'conditional-value-at-risk': {
      const { measure, states, level } = objective;
      const losses = states.map(({ scenario, world }) => -at({ measure, scenario, world }));
      const probabilities = states.map(({ probability }) => probability);
      return conditionalValueAtRisk(losses, probabilities, level);
    }
  }
}

/** Against which a difference of the objective is counted, as limits have their scales. */
export function objectiveScale(
  problem: PlanProblem,
  objective: SingleObjective,
  nothing: Point,
): number {
  if (objective.kind === 'least-cost') return Math.max(1, Math.abs(nothing.nii12m));
  const here = Math.abs(objectiveValue(problem, objective, nothing, nothing));
  return Math.max(objective.kind === 'return-on-capital' ? 0.01 : 1, here);
}

/**
 * Mean loss in the worst `1 - level` of discrete states, whose last one counts in part: the
 * definition itself (Rockafellar and Uryasev 2002), against which PLAN-16 is checked.
 */
export function conditionalValueAtRisk(
  losses: readonly number[],
  probabilities: readonly number[],
  level: number,
): number {
  const worstFirst = [...losses.keys()].sort((a, b) => itemAt(losses, b) - itemAt(losses, a));
  let left = 1 - level;
  let sum = 0;
  for (const state of worstFirst) {
    const taken = Math.min(left, itemAt(probabilities, state));
    sum += taken * itemAt(losses, state);
    left -= taken;
  }
  return sum / (1 - level - Math.max(left, 0));
}
