import { itemAt } from '../foundation/index.js';
import { problemCells } from './cell.js';
import { columnSize, switched, switchId } from './column.js';
import type { LpConstraint, LpVariable } from './linear-programme.js';
import type { LinearModel } from './linearise.js';
import type { MeasureCell, SingleObjective } from './objective.js';
import { costBesideNii } from './point.js';
import type { PlanProblem } from './problem.js';

/** constant + sum of weight x column. */
export interface Affine {
  readonly constant: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** What is to be least, with the columns and rows it needs beside those of the levers. */
export interface Goal extends Affine {
  readonly variables: readonly LpVariable[];
  readonly constraints: readonly LpConstraint[];
}

/** Most of income / capital: two affine functions, not one (PLAN-15). */
export interface RatioGoal {
  readonly income: Affine;
  readonly capital: Affine;
}

export const isRatio = (goal: Goal | RatioGoal): goal is RatioGoal => 'income' in goal;

/**
 * One objective over a linear model. `name` keeps the columns of two objectives apart.
 * @throws when the objective names a world that the problem does not have.
 */
export function goalOf(
  problem: PlanProblem,
  model: LinearModel,
  objective: SingleObjective,
  name: string,
): Goal | RatioGoal {
  const plain = { variables: [], constraints: [] };
  switch (objective.kind) {
    case 'least-cost':
      return { ...yearlyCostOf(problem, model), ...plain };
    case 'most': {
      const measure = cellOf(problem, model, objective.of);
      return { ...sumOf([-1, measure], [1, besideOf(problem, model)]), ...plain };
    }
    case 'return-on-capital': {
      const { capital, times, chargeUsdMillion } = objective;
      const nii = slopesToColumns(problem, model.at.values, model, 0);
      const income = sumOf([1, nii], [-1, besideOf(problem, model)]);
      return {
        income: { ...income, constant: income.constant - chargeUsdMillion },
        capital: sumOf([times, cellOf(problem, model, capital)]),
      };
    }
    case 'conditional-value-at-risk':
      return tailGoal(problem, model, objective, name);
  }
}

/** Yearly cost but for the NII of doing nothing, which no plan moves. */
function yearlyCostOf(problem: PlanProblem, model: LinearModel): Affine {
  const nii = slopesToColumns(problem, model.at.values, model, 0);
  return sumOf([-1, nii], [1, besideOf(problem, model)]);
}

function cellOf(problem: PlanProblem, model: LinearModel, cell: MeasureCell): Affine {
  return slopesToColumns(problem, model.at.values, model, problemCells(problem).placeOf(cell));
}

/** The model of one value cell in columns. */
export function slopesToColumns(
  problem: PlanProblem,
  values: readonly number[],
  model: LinearModel,
  place: number,
): Affine {
  return inColumns(problem, model, itemAt(values, place), itemAt(model.slopes, place));
}

function inColumns(
  problem: PlanProblem,
  { at }: LinearModel,
  value: number,
  slopes: readonly number[],
): Affine {
  let constant = value;
  const weights: Record<string, number> = {};
  for (const [index, lever] of problem.levers.entries()) {
    const slope = itemAt(slopes, index);
    weights[lever.id] = slope * columnSize(lever);
    constant -= slope * itemAt(at.sizes, index);
  }
  return { constant, weights };
}

/** Costs that no NII shows: sizes at their slopes, and switches at their fixed costs. */
function besideOf(problem: PlanProblem, model: LinearModel): Affine {
  const varying = costBesideNii(problem, model.at) - model.at.fixedCost;
  const { constant, weights } = inColumns(problem, model, varying, model.besideSlopes);
  const used = switched(problem).map(
    ({ id, fixedCostUsdMillion = 0 }) => [switchId(id), fixedCostUsdMillion] as const,
  );
  return { constant, weights: { ...weights, ...Object.fromEntries(used) } };
}

function sumOf(...parts: readonly (readonly [times: number, affine: Affine])[]): Affine {
  let constant = 0;
  const weights: Record<string, number> = {};
  for (const [times, affine] of parts) {
    constant += times * affine.constant;
    for (const [id, weight] of Object.entries(affine.weights)) {
      weights[id] = (weights[id] ?? 0) + times * weight;
    }
  }
  return { constant, weights };
}

type Tail = Extract<SingleObjective, { kind: 'conditional-value-at-risk' }>;

/**
 * Rockafellar and Uryasev's linear form (PLAN-16): threshold + sum of p / (1 - level) x excess is
 * least, where excess >= loss - threshold and >= 0 in every state; loss = minus the measure.
 */
function tailGoal(problem: PlanProblem, model: LinearModel, tail: Tail, name: string): Goal {
  const threshold = `${name}:threshold`;
  const excess = (state: number): string => `${name}:excess-${state}`;
  const column = { title: 'Tail loss', cost: 0, unit: 'as the measure' };
  const weights: Record<string, number> = { [threshold]: 1 };
  const constraints = tail.states.map(({ scenario, world, probability }, state): LpConstraint => {
    const cell = { measure: tail.measure, scenario, world };
    const { constant, weights: own } = cellOf(problem, model, cell);
    weights[excess(state)] = probability / (1 - tail.level);
    return {
      id: excess(state),
      title: 'Loss beyond the threshold',
      coefficients: { ...own, [threshold]: 1, [excess(state)]: 1 },
      low: -constant,
      high: null,
      scenario,
      failure: world,
    };
  });
  const variables = [
    { ...column, id: threshold, low: null, high: null },
    ...tail.states.map((_, state) => ({ ...column, id: excess(state), low: 0, high: null })),
  ];
  return { constant: 0, weights, variables, constraints };
}
