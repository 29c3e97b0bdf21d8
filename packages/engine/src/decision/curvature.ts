import { itemAt } from '../foundation/index.js';
import { limitCells } from './cell.js';
import { isMore, objectiveScale, objectivesOf, objectiveValue } from './objective-value.js';
import type { Point } from './point.js';
import type { PlanProblem } from './problem.js';
import { AGREEMENT, type PlanStart } from './round.js';

/** Where between doing nothing (0) and the plan (1) the full valuation is sampled. */
const SAMPLED_AT = [0.25, 0.5, 0.75];

/**
 * What full valuations between doing nothing and the plan say of the shape of the problem
 * (PLAN-19). `linear`: on the straight line; `convex`: within the limits and the objective there
 * are no worse than the line; `not convex`: somewhere they are. Samples, no proof.
 */
export interface Curvature {
  readonly shape: 'linear' | 'convex' | 'not convex' | 'not sampled';
  /** Greatest distance from the line and greatest distance on its bad side, in scales. */
  readonly bend: number;
  readonly badBend: number;
  readonly words: string;
}

/** Values the plans between; levers that are all or nothing stand at the plan throughout. */
export function sampledCurvature(
  problem: PlanProblem,
  { nothing, valuer }: PlanStart,
  plan: Point,
): Curvature {
  const share = (at: number): readonly number[] =>
    problem.levers.map(({ lotSize, high, smallestSize }, index) => {
      const size = itemAt(plan.sizes, index);
      return lotSize === high || smallestSize === high ? size : at * size;
    });
  const points = valuer.points([0, ...SAMPLED_AT].map(share));
  if (!points.ok) {
    const reason = points.issues[0]?.message ?? 'a plan between does not fit';
    const words = `Not sampled between doing nothing and the plan: ${reason}`;
    return { shape: 'not sampled', bend: 0, badBend: 0, words };
  }
  const [from, ...between] = points.value;
  if (from === undefined) throw new Error('a valuer gives one point a plan');
  let bend = 0;
  let badBend = 0;
  for (const [order, point] of between.entries()) {
    for (const good of goodness(
      problem,
      { from, point, plan, nothing },
      itemAt(SAMPLED_AT, order),
    )) {
      bend = Math.max(bend, Math.abs(good));
      badBend = Math.max(badBend, -good);
    }
  }
  const shape = bend <= AGREEMENT ? 'linear' : badBend <= AGREEMENT ? 'convex' : 'not convex';
  return { shape, bend, badBend, words: WORDS[shape] };
}

interface Segment {
  readonly from: Point;
  readonly point: Point;
  readonly plan: Point;
  readonly nothing: Point;
}

/** How much better than the straight line a plan between is, by limit side and objective. */
function goodness(problem: PlanProblem, segment: Segment, at: number): readonly number[] {
  const above = (value: (point: Point) => number): number =>
    value(segment.point) - (1 - at) * value(segment.from) - at * value(segment.plan);
  const limits = limitCells(problem).flatMap(({ limit, at: place }) => {
    const more = above(({ values }) => itemAt(values, place)) / limit.scale;
    return [...(limit.floor === null ? [] : [more]), ...(limit.cap === null ? [] : [-more])];
  });
  const objectives = objectivesOf(problem).map((objective) => {
    const value = (point: Point): number =>
      objectiveValue(problem, objective, withoutFixed(point), segment.nothing);
    const more = above(value) / objectiveScale(problem, objective, segment.nothing);
    return isMore(objective) ? more : -more;
  });
  return [...limits, ...objectives];
}

/** Fixed costs jump at nothing by their nature; the solver counts them exactly. */
function withoutFixed(point: Point): Point {
  return { ...point, fixedCost: 0 };
}

const WORDS = {
  linear:
    'Full valuations between doing nothing and the plan lie on the model’s straight line: as far ' +
    'as sampled the answer is global, not only local.',
  convex:
    'Full valuations between doing nothing and the plan are bent, never to the bad side: as far ' +
    'as sampled the problem is convex and a plan where model and valuation agree is global.',
  'not convex':
    'Full valuations between doing nothing and the plan are bent to the bad side somewhere: the ' +
    'answer is local, and another plan may be better.',
} as const;
