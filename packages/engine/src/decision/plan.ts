import { itemAt, ok, type Result } from '../foundation/index.js';
import type { Relaxation } from './build-programme.js';
import { type Certificate, certify } from './certificate.js';
import { type LinearModel, linearise, modelCost, modelValue } from './linearise.js';
import { evaluatePoint, type Point, yearlyCost } from './point.js';
import { checkProblem, limitCells, type PlanProblem } from './problem.js';
import { type ShadowPrice, shadowPrices } from './shadow-price.js';
import { type SolvedModel, solveModel } from './solve-model.js';

/** Rounds of linearise, solve, value in full, before giving up on agreement (PLAN-5). */
const MAX_ROUNDS = 5;

/** Model and full valuation agree within this share of each limit's scale. */
const AGREEMENT = 0.001;

/** Moves below this share of their unit are the solver's rounding and are not listed. */
const SMALLEST_MOVE = 1e-4;

export interface PlannedMove {
  readonly lever: string;
  readonly title: string;
  readonly size: number;
  readonly unit: string;
  /** Yearly cost of this move by the last linear model, USD million. */
  readonly costUsdMillion: number;
  readonly costNote: string;
}

export interface PlannedLimit {
  readonly limit: string;
  readonly title: string;
  readonly scenario: string;
  readonly world: string;
  readonly floor: number | null;
  readonly cap: number | null;
  /** The measure when nothing is done, by the model at the plan, and by full valuation. */
  readonly before: number;
  readonly modelled: number;
  readonly full: number;
  /** By full valuation, to 0.1% of the limit's scale; against the limit as it was given. */
  readonly met: boolean;
}

export interface LimitRelaxation {
  readonly limit: string;
  readonly title: string;
  /** In the unit of the measure, positive. */
  readonly amount: number;
  readonly words: string;
}

export interface Plan {
  readonly status: 'meets limits' | 'relaxed';
  readonly moves: readonly PlannedMove[];
  /** By full valuation, USD million a year, and its parts. */
  readonly costUsdMillion: number;
  readonly niiGivenUpUsdMillion: number;
  readonly realisedLossUsdMillion: number;
  readonly addedCostUsdMillion: number;
  readonly limits: readonly PlannedLimit[];
  readonly relaxations: readonly LimitRelaxation[];
  readonly shadowPrices: readonly ShadowPrice[];
  readonly certificate: Certificate;
  readonly rounds: number;
  /** Greatest difference of model and full valuation in the last round, in limit scales. */
  readonly disagreement: number;
  readonly agreed: boolean;
}

/** Where a plan may start: doing nothing, and the model around it. Shared by many plans. */
export interface PlanStart {
  readonly nothing: Point;
  readonly model: LinearModel;
}

/** Values and linearises the do-nothing plan. Issues: those of the problem and of its Changes. */
export function planStart(problem: PlanProblem): Result<PlanStart> {
  const checked = checkProblem(problem);
  if (!checked.ok) return checked;
  const nothing = evaluatePoint(
    problem,
    problem.levers.map(() => 0),
  );
  if (!nothing.ok) return nothing;
  const model = linearise(problem, nothing.value, nothing.value);
  return model.ok ? ok({ nothing: nothing.value, model: model.value }) : model;
}

/**
 * The cheapest plan within every limit, scenario and world (PLAN-1 to PLAN-8): a linear programme
 * around doing nothing, valued in full, linearised again at its answer until model and full
 * valuation agree or five rounds have passed, which the plan then says.
 * Issues: `plan.problem`, `plan.measure`, `plan.infeasible`, `plan.unbounded`, and those of
 * Changes that do not fit. Rejects when the solver fails.
 */
export async function planActions(problem: PlanProblem, start?: PlanStart): Promise<Result<Plan>> {
  const begun = start === undefined ? planStart(problem) : ok(start);
  if (!begun.ok) return begun;
  const { nothing } = begun.value;
  let { model } = begun.value;
  for (let rounds = 1; ; rounds += 1) {
    const solved = await solveModel(problem, model);
    if (!solved.ok) return solved;
    const point = evaluatePoint(problem, solved.value.sizes);
    if (!point.ok) return point;
    const disagreement = disagreementOf(problem, { model, nothing, point: point.value });
    if (disagreement <= AGREEMENT || rounds === MAX_ROUNDS) {
      const last = { solved: solved.value, model, nothing, point: point.value };
      return ok(describe(problem, { ...last, rounds, disagreement }));
    }
    const again = linearise(problem, point.value, nothing);
    if (!again.ok) return again;
    model = again.value;
  }
}

interface Valued {
  readonly model: LinearModel;
  readonly nothing: Point;
  readonly point: Point;
}

/** In scales of the limits; cost is counted in 12-month NII of the bank. */
function disagreementOf(problem: PlanProblem, { model, nothing, point }: Valued): number {
  const costs = yearlyCost(problem, point, nothing) - modelCost(model, point.sizes);
  let worst = Math.abs(costs) / Math.max(1, Math.abs(nothing.nii12m));
  limitCells(problem).forEach(({ limit }, row) => {
    const difference = itemAt(point.values, row) - modelValue(model, row, point.sizes);
    worst = Math.max(worst, Math.abs(difference) / limit.scale);
  });
  return worst;
}

interface LastRound extends Valued {
  readonly solved: SolvedModel;
  readonly rounds: number;
  readonly disagreement: number;
}

function describe(problem: PlanProblem, last: LastRound): Plan {
  const { solved, model, nothing, point } = last;
  const relaxations = relaxationsOf(problem, solved.relaxation);
  return {
    status: relaxations.length === 0 ? 'meets limits' : 'relaxed',
    moves: movesOf(problem, model, point.sizes),
    costUsdMillion: yearlyCost(problem, point, nothing),
    niiGivenUpUsdMillion: nothing.nii12m - point.nii12m,
    realisedLossUsdMillion: point.realisedLoss,
    addedCostUsdMillion: point.addedCost,
    limits: limitsOf(problem, last),
    relaxations,
    shadowPrices: shadowPrices(problem, solved.programme, solved.solution.rowDual),
    certificate: certify(solved.programme, solved.solution),
    rounds: last.rounds,
    disagreement: last.disagreement,
    agreed: last.disagreement <= AGREEMENT,
  };
}

function movesOf(
  problem: PlanProblem,
  model: LinearModel,
  sizes: readonly number[],
): readonly PlannedMove[] {
  return problem.levers.flatMap((lever, index) => {
    const size = itemAt(sizes, index);
    if (size <= SMALLEST_MOVE * lever.unitSize) return [];
    const costUsdMillion = itemAt(model.costSlopes, index) * size;
    const { id, title, unit, costNote } = lever;
    return [{ lever: id, title, size, unit, costUsdMillion, costNote }];
  });
}

function limitsOf(problem: PlanProblem, last: LastRound): readonly PlannedLimit[] {
  return limitCells(problem).map(({ limit, scenario, world }, row) => {
    const full = itemAt(last.point.values, row);
    const room = AGREEMENT * limit.scale;
    const { id, title, floor, cap } = limit;
    return {
      limit: id,
      title,
      scenario,
      world: world.id,
      floor,
      cap,
      before: itemAt(last.nothing.values, row),
      modelled: modelValue(last.model, row, last.point.sizes),
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
    const steps = (amount / limit.step).toFixed(1);
    const words =
      `Not all limits can hold together: the smallest relaxation is of "${limit.title}", ` +
      `by ${steps} × ${limit.stepWords}.`;
    return [{ limit: limit.id, title: limit.title, amount, words }];
  });
}
