import {
  ALLOCATION_FAMILIES,
  type CapitalAllocation,
  capitalAllocation,
  completePolicy,
  type DecisionPolicy,
  defaultPolicy,
  type Judged,
  judgeSizes,
  type LeftOut,
  type MarginalUse,
  type MovedLimit,
  marginalUse,
  type Plan,
  type PlanProblem,
  type PlanStart,
  type PolicyFile,
  planActions,
  planStart,
  policyProblem,
  type Rulebook,
  type RunnerUp,
  runnerUp,
  type SimpleRule,
  type Solver,
  type StatedPolicy,
  simpleRules,
  type TradeOffPoint,
  tradeOff,
  tradeOffGrid,
} from '../decision/index.js';
import { ok, type Result } from '../foundation/index.js';
import { applyChange, baseRowValues, evaluate, familiesOf, type Study } from '../study/index.js';

import { type DecisionFlips, decisionFlips } from './decision-flips.js';
import { type WaitOption, waitOption } from './decision-wait.js';

/** A rule of thumb beside the plan: what it costs and breaks, or why it cannot be followed. */
export interface JudgedRule extends Pick<SimpleRule, 'id' | 'title' | 'reason'> {
  readonly judged: Judged | null;
}

/** What `almfes decide --json` prints: the policy, the plan, and what stands beside it. */
export interface DecisionResult {
  readonly schema: 'almfes/decision-result/1';
  readonly institution: string;
  readonly valuationDate: string;
  readonly decisionDate: string;
  readonly stated: StatedPolicy;
  /** Limits of the default policy that this Study cannot be held to. */
  readonly leftOut: readonly LeftOut[];
  readonly limits: PlanProblem['limits'];
  readonly plan: Plan;
  readonly runnerUp: RunnerUp;
  readonly rules: readonly JudgedRule[];
  /** Null: not asked for. */
  readonly flips: DecisionFlips | null;
  readonly wait: WaitOption;
  /** Null: not asked for. */
  readonly frontier: DecisionFrontier | null;
  /** Null: not asked for. */
  readonly allocation: DecisionAllocation | null;
}

/** Capital by segment as the bank stands, and what more of a segment does on top of the plan. */
export interface DecisionAllocation {
  readonly capital: CapitalAllocation;
  readonly marginal: readonly MarginalUse[];
}

/** Cost against the floors of two limits, and the income from which cost is taken. */
export interface DecisionFrontier {
  readonly moved: readonly [MovedLimit, MovedLimit];
  readonly points: readonly TradeOffPoint[];
  /** 12-month NII of the base with nothing done. */
  readonly baseNiiUsdMillion: number;
}

export interface DecideRequest {
  readonly study: Study;
  /** The policy, whose it is, and what was left out of a default one. */
  readonly stated: StatedPolicy;
  readonly leftOut: readonly LeftOut[];
  readonly flips: boolean;
  readonly frontier: boolean;
  readonly allocation: boolean;
  readonly solver: Solver;
  readonly progress: (step: string, done: number, total: number) => void;
}

/** What limits and costs are read from when a policy is made by rule. */
const DEFAULT_MEASURES = ['eve.value', 'nii.12m', 'capital.cet1Ratio', 'runThreshold.liquidity.1d'];

/** The default policy of a Study, or what a file leaves to it (POLICY-2, POLICY-3). */
export function statePolicy(
  study: Study,
  file: PolicyFile | null,
  rulebook: Rulebook,
): Pick<DecideRequest, 'stated' | 'leftOut'> {
  const base = evaluate(study, familiesOf(DEFAULT_MEASURES));
  const standard = defaultPolicy(study, base, rulebook);
  if (file !== null) return { stated: completePolicy(file, standard), leftOut: [] };
  const stated = { policy: standard.policy, origin: 'default', fromDefault: [] } as const;
  return { stated, leftOut: standard.leftOut };
}

/**
 * The plan of a policy on a Study, the second best, and rules of thumb beside it (ANSWER-1 to
 * ANSWER-3). Pure but for the solver. Issues: those of the policy on this Study, of its levers and
 * of `planActions`.
 */
export async function decide(request: DecideRequest): Promise<Result<DecisionResult>> {
  const { study, stated, leftOut, solver, progress } = request;
  const { policy } = stated;
  const steps = 8;
  progress('levers', 0, steps);
  const problem = policyProblem({
    ...{ study, policy, solver },
    evaluate,
    apply: (each, change) => applyChange(each, change, baseRowValues),
  });
  if (!problem.ok) return problem;
  const start = planStart(problem.value);
  if (!start.ok) return start;
  progress('plan', 1, steps);
  const plan = await planActions(problem.value, start.value);
  if (!plan.ok) return plan;
  progress('runner-up', 2, steps);
  const second = await runnerUp(problem.value, plan.value, start.value);
  if (!second.ok) return second;
  progress('rules of thumb', 3, steps);
  const rules = judgedRules(problem.value, policy, start.value);
  if (!rules.ok) return rules;
  progress('flip points', 4, steps);
  const found = { plan: plan.value, runnerUp: second.value, policy };
  const flips = request.flips ? decisionFlips(study, problem.value, found) : ok(null);
  if (!flips.ok) return flips;
  progress('waiting', 5, steps);
  const wait = await waitOption(study, policy, {
    ...{ problem: problem.value, costUsdMillion: plan.value.costUsdMillion },
    nothing: rules.value.find(({ id }) => id === 'do-nothing')?.judged ?? null,
  });
  if (!wait.ok) return wait;
  progress('frontier', 6, steps);
  const frontier = request.frontier
    ? await frontierOf(problem.value, policy, start.value)
    : ok(null);
  if (!frontier.ok) return frontier;
  progress('allocation', 7, steps);
  const allocation = request.allocation ? allocationOf(study, problem.value, plan.value) : ok(null);
  if (!allocation.ok) return allocation;
  progress('done', steps, steps);
  const { institution, valuationDate, decisionDate } = study;
  return ok({
    schema: 'almfes/decision-result/1',
    ...{ institution, valuationDate, decisionDate, stated, leftOut },
    limits: problem.value.limits,
    plan: plan.value,
    runnerUp: second.value,
    rules: rules.value,
    flips: flips.value,
    wait: wait.value,
    frontier: frontier.value,
    allocation: allocation.value,
  });
}

function allocationOf(study: Study, problem: PlanProblem, plan: Plan): Result<DecisionAllocation> {
  const capital = capitalAllocation(study, evaluate(study, ALLOCATION_FAMILIES));
  const marginal = marginalUse(problem, plan, capital);
  return marginal.ok ? ok({ capital, marginal: marginal.value }) : marginal;
}

async function frontierOf(
  problem: PlanProblem,
  policy: DecisionPolicy,
  start: PlanStart,
): Promise<Result<DecisionFrontier>> {
  const stated = policy.frontier;
  const moved =
    stated === null
      ? await tradeOffGrid(problem, start)
      : ok([stated.first, stated.second] as const);
  if (!moved.ok) return moved;
  const points = await tradeOff(problem, moved.value, start);
  if (!points.ok) return points;
  const baseNiiUsdMillion = start.nothing.nii12m;
  return ok({ moved: moved.value, points: points.value, baseNiiUsdMillion });
}

function judgedRules(
  problem: PlanProblem,
  { levers }: DecisionPolicy,
  start: PlanStart,
): Result<readonly JudgedRule[]> {
  const rules = simpleRules(problem, levers);
  if (!rules.ok) return rules;
  const judged: JudgedRule[] = [];
  for (const { id, title, sizes, reason } of rules.value) {
    const found = sizes === null ? ok(null) : judgeSizes(problem, start, sizes);
    if (!found.ok) return found;
    judged.push({ id, title, reason, judged: found.value });
  }
  return ok(judged);
}
