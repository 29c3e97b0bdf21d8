import { ratesFall } from '../stress/index.js';
import type { MeasureCell, Objective } from './objective.js';
import type { Limit, PlanProblem, World } from './problem.js';

/** A measure in one scenario and world; `ratesFall` decides which Changes break the world. */
export interface ValueCell {
  readonly measure: string;
  readonly scenario: string;
  readonly world: World;
  readonly ratesFall: boolean;
}

/** One limit in one scenario and world; `at` is the place of its value among the value cells. */
export interface LimitCell {
  readonly limit: Limit;
  readonly scenario: string;
  readonly world: World;
  readonly at: number;
}

/** What has to be read from Outcomes to judge a plan, each cell once. */
export interface ProblemCells {
  /** The first is the 12-month NII of the base in the first world, which cost is counted in. */
  readonly values: readonly ValueCell[];
  /** Every limit in every scenario and world it names, in order. */
  readonly limits: readonly LimitCell[];
  readonly placeOf: (cell: MeasureCell) => number;
}

const known = new WeakMap<PlanProblem, ProblemCells>();

/** The cells of a problem, worked out once. */
export function problemCells(problem: PlanProblem): ProblemCells {
  const found = known.get(problem) ?? cellsOf(problem);
  known.set(problem, found);
  return found;
}

/** Every limit in every scenario and world it names, in order. */
export function limitCells(problem: PlanProblem): readonly LimitCell[] {
  return problemCells(problem).limits;
}

function cellsOf(problem: PlanProblem): ProblemCells {
  const values: ValueCell[] = [];
  const places = new Map<string, number>();
  const worlds = new Map(problem.worlds.map((world) => [world.id, world]));
  const placeOf = ({ measure, scenario, world }: MeasureCell): number => {
    const key = JSON.stringify([measure, scenario, world]);
    const place = places.get(key);
    if (place !== undefined) return place;
    const found = worlds.get(world);
    if (found === undefined) throw new Error(`the problem has no world "${world}"`);
    const falls = ratesFall(problem.study, scenario);
    values.push({ measure, scenario, world: found, ratesFall: falls });
    places.set(key, values.length - 1);
    return values.length - 1;
  };
  placeOf({ measure: 'nii.12m', scenario: '0', world: problem.worlds[0].id });
  const limits = problem.limits.flatMap((limit) =>
    limit.scenarios.flatMap((scenario) =>
      problem.worlds
        .filter(({ id }) => limit.worlds.includes(id))
        .map((world): LimitCell => {
          const at = placeOf({ measure: limit.measure, scenario, world: world.id });
          return { limit, scenario, world, at };
        }),
    ),
  );
  for (const cell of objectiveCells(problem.objective)) placeOf(cell);
  return { values, limits, placeOf };
}

/** What an objective reads beside the yearly cost. */
export function objectiveCells(objective: Objective): readonly MeasureCell[] {
  switch (objective.kind) {
    case 'least-cost':
      return [];
    case 'most':
      return [objective.of];
    case 'return-on-capital':
      return [objective.capital];
    case 'conditional-value-at-risk':
      return objective.states.map(({ scenario, world }) => ({
        measure: objective.measure,
        scenario,
        world,
      }));
    case 'lexicographic':
      return objective.order.flatMap((ranked) => objectiveCells(ranked.objective));
  }
}
