import { itemAt, ok, type Result } from '../foundation/index.js';
import { FEW_LEVERS, isHedge } from './alike.js';
import { limitCells } from './cell.js';
import { type Reach, wholeReach } from './column.js';
import { type LinearModel, linearise, modelBeside, modelValue } from './linearise.js';
import { isMore, objectiveScale, objectivesOf, objectiveValue } from './objective-value.js';
import { fixedCost, isUsed, type Point, type Valuer } from './point.js';
import type { PlanProblem } from './problem.js';
import { type SolvedModel, solveModel } from './solve-model.js';

/** Rounds of linearise, solve, value in full, before steps are shortened (PLAN-5). */
const MAX_ROUNDS = 5;

/** Rounds with shortened steps after that. */
const MAX_SHORT_ROUNDS = 20;

/** Model and full valuation agree within this share of each limit's scale. */
export const AGREEMENT = 0.001;

/** What one scale of a limit's breach outweighs, in scales of the objective. */
const BREACH_WEIGHT = 1000;

/** One linear model solved, and its answer valued in full. */
export interface Round {
  readonly model: LinearModel;
  readonly solved: SolvedModel;
  readonly point: Point;
  readonly rounds: number;
  /** Greatest difference of model and full valuation, in scales of limits and objective. */
  readonly disagreement: number;
  /** Steps were kept to this share of each lever's range; 1 = not shortened. */
  readonly stepShare: number;
  /** Model and full valuation agree, and no step within reach is worth much more. */
  readonly settled: boolean;
}

/** Where a plan may start: doing nothing, and the model around it. Shared by many plans. */
export interface PlanStart {
  readonly nothing: Point;
  readonly model: LinearModel;
  readonly valuer: Valuer;
}

/**
 * Linearises, solves and values in full until both agree (PLAN-5): whole steps first, and where
 * they do not settle, steps that shorten whenever one makes the plan worse (PLAN-18).
 * @param confirm whether a plan on slopes of earlier rounds is tried on fresh ones (PLAN-20)
 * Issues: those of `solveModel` and of Changes that do not fit.
 */
export async function findPlan(
  problem: PlanProblem,
  start: PlanStart,
  { confirm }: { readonly confirm: boolean } = { confirm: true },
): Promise<Result<Round>> {
  let { model } = start;
  let before: Round | undefined;
  const tried: Point[] = [start.nothing];
  for (let rounds = 1; ; rounds += 1) {
    const round = await solveRound(problem, start, { model, rounds, stepShare: 1 });
    if (!round.ok) return round;
    const { point, settled } = round.value;
    if (settled && (model.fresh || !confirm)) return round;
    if (before !== undefined && standsAgainst(problem, start, before, round.value)) {
      return ok({ ...before, rounds });
    }
    before = settled ? round.value : undefined;
    if (rounds === MAX_ROUNDS) return shortened(problem, start, round.value, tried);
    tried.push(point);
    const kept = settled ? undefined : unusedBy(problem, point, model);
    const again = linearise(problem, point, start.valuer, kept);
    if (!again.ok) return again;
    model = again.value;
  }
}

/** A settled plan stands when fresh slopes at it promise no more than a thousandth of a scale. */
function standsAgainst(
  problem: PlanProblem,
  { nothing }: PlanStart,
  settled: Round,
  { model, point }: Round,
): boolean {
  const promised = modelPoint(problem, model, point.sizes);
  const gain = meritOf(problem, settled.point, nothing) - meritOf(problem, promised, nothing);
  return model.fresh && gain <= AGREEMENT;
}

/** Slopes of the levers that a plan does not use may wait, where there are many levers. */
function unusedBy({ levers }: PlanProblem, { sizes }: Point, model: LinearModel) {
  if (levers.length <= FEW_LEVERS) return undefined;
  const keeps = (index: number): boolean => {
    const lever = itemAt(levers, index);
    return !isHedge(lever) && !isUsed(lever, itemAt(sizes, index));
  };
  return { model, keeps };
}

/**
 * Where the next of many like problems starts: with few levers where they all start, so that no
 * plan hangs on the order; with many around the last plan, whose slopes are nearer (PLAN-20).
 */
export function nextStart(problem: PlanProblem, start: PlanStart, last: Round): PlanStart {
  return problem.levers.length <= FEW_LEVERS ? start : { ...start, model: last.model };
}

interface RoundInput {
  readonly model: LinearModel;
  readonly rounds: number;
  readonly stepShare: number;
}

async function solveRound(
  problem: PlanProblem,
  { nothing, valuer }: PlanStart,
  input: RoundInput,
): Promise<Result<Round>> {
  const { model, stepShare } = input;
  const reach = stepShare < 1 ? reachAround(problem, model.at, stepShare) : wholeReach(problem);
  const solved = await solveModel(problem, model, reach);
  if (!solved.ok) return solved;
  const points = valuer.points([solved.value.sizes]);
  if (!points.ok) return points;
  const point = itemAt(points.value, 0);
  const modelled = modelPoint(problem, model, point.sizes);
  const disagreement = disagreementOf(problem, { point, modelled, nothing });
  const settled = disagreement <= AGREEMENT;
  return ok({ ...input, solved: solved.value, point, disagreement, settled });
}

/**
 * From the best plan met so far: a step is taken when it makes the plan better and doubled when
 * model and valuation agree, halved when it does not. Ends where they agree and the model promises
 * no more than a thousandth of a scale; else the best plan is returned as one that did not settle.
 */
async function shortened(
  problem: PlanProblem,
  start: PlanStart,
  last: Round,
  tried: readonly Point[],
): Promise<Result<Round>> {
  const { nothing, valuer } = start;
  const worth = (point: Point): number => meritOf(problem, point, nothing);
  let base = tried.reduce((a, b) => (worth(b) < worth(a) ? b : a), last.point);
  let best = last;
  let whole = false;
  let stepShare = Math.min(0.5, longestStep(problem, last) / 2);
  const mostRounds = last.rounds + MAX_SHORT_ROUNDS;
  for (let rounds = last.rounds + 1; rounds <= mostRounds; rounds += 1) {
    const kept = whole ? undefined : unusedBy(problem, base, best.model);
    const model = linearise(problem, base, valuer, kept);
    if (!model.ok) return model;
    const found = await solveRound(problem, start, { model: model.value, rounds, stepShare });
    if (!found.ok) return found;
    const { point, disagreement } = found.value;
    const promised = worth(base) - worth(modelPoint(problem, model.value, point.sizes));
    const agreed = disagreement <= AGREEMENT;
    const still = promised <= AGREEMENT;
    if (still && model.value.fresh) {
      if (agreed) return found;
      if (best.settled && best.point === base) return ok({ ...best, rounds });
    }
    whole = still;
    const better = worth(point) < worth(base);
    if (better) [base, best] = [point, found.value];
    if (better && agreed) stepShare = Math.min(1, 2 * stepShare);
    if (!better) stepShare /= 2;
  }
  return ok({ ...best, rounds: mostRounds, settled: false });
}

/** The longest move of a round, as a share of the lever's range. */
function longestStep({ levers }: PlanProblem, { model, point }: Round): number {
  return levers.reduce((longest, { low, high }, index) => {
    const move = Math.abs(itemAt(point.sizes, index) - itemAt(model.at.sizes, index));
    return high > low ? Math.max(longest, move / (high - low)) : longest;
  }, 0);
}

/** Sizes within a share of each range around a plan; a lot either way is always within reach. */
function reachAround({ levers }: PlanProblem, { sizes }: Point, share: number): Reach {
  const step = levers.map(({ low, high, lotSize }) => Math.max(share * (high - low), lotSize ?? 0));
  return {
    low: levers.map(({ low }, index) => Math.max(low, itemAt(sizes, index) - itemAt(step, index))),
    high: levers.map(({ high }, index) =>
      Math.min(high, itemAt(sizes, index) + itemAt(step, index)),
    ),
  };
}

/** What the model says of a plan, in the form of a valuation. */
export function modelPoint(
  problem: PlanProblem,
  model: LinearModel,
  sizes: readonly number[],
): Point {
  const values = model.at.values.map((_, place) => modelValue(model, place, sizes));
  const beside = modelBeside(problem, model, sizes);
  const used = fixedCost(problem, sizes);
  const costs = { realisedLoss: 0, addedCost: beside - used, fixedCost: used };
  return { sizes, values, nii12m: itemAt(values, 0), ...costs };
}

interface Compared {
  readonly point: Point;
  readonly modelled: Point;
  readonly nothing: Point;
}

/** In scales of the limits and of the objectives. */
function disagreementOf(problem: PlanProblem, { point, modelled, nothing }: Compared): number {
  let worst = 0;
  for (const objective of objectivesOf(problem)) {
    const value = (at: Point): number => objectiveValue(problem, objective, at, nothing);
    const scale = objectiveScale(problem, objective, nothing);
    worst = Math.max(worst, Math.abs(value(point) - value(modelled)) / scale);
  }
  for (const { limit, at } of limitCells(problem)) {
    const difference = itemAt(point.values, at) - itemAt(modelled.values, at);
    worst = Math.max(worst, Math.abs(difference) / limit.scale);
  }
  return worst;
}

/** Breaches of limits, heavily, and the objectives, the first before the rest; less is better. */
function meritOf(problem: PlanProblem, point: Point, nothing: Point): number {
  const breach = limitCells(problem).reduce((sum, { limit, at }) => {
    const value = itemAt(point.values, at);
    const below = limit.floor === null ? 0 : limit.floor - value;
    const above = limit.cap === null ? 0 : value - limit.cap;
    return sum + Math.max(0, Math.max(below, above) / limit.scale - AGREEMENT);
  }, 0);
  let merit = BREACH_WEIGHT * breach;
  let weight = 1;
  for (const objective of objectivesOf(problem)) {
    const value = objectiveValue(problem, objective, point, nothing);
    const scaled = value / objectiveScale(problem, objective, nothing);
    merit += weight * (isMore(objective) ? -scaled : scaled);
    weight /= BREACH_WEIGHT;
  }
  return merit;
}
