import {
  type Breach,
  type DecisionPolicy,
  type Plan,
  type PlanProblem,
  planBreaches,
  plannedStudy,
  type RunnerUp,
} from '../decision/index.js';
import { itemAt, ok, type Result } from '../foundation/index.js';
import {
  applyMoves,
  type FlipLimit,
  type FlipPoint,
  limitSlack,
  type Move,
  movedMeasure,
  probeOf,
  type SingleFlip,
  singleFlips,
  standardMoves,
  studyFlip,
} from '../stress/index.js';
import { familiesOf, type Outcome, type Study } from '../study/index.js';
import { policyFlipLimits } from './policy-flip-limits.js';

/** One limit of the plan, and what moved alone breaks it. */
export interface LimitWatch {
  readonly limit: FlipLimit;
  /** Room the plan leaves, in the unit of the measure; 0 = the plan stands on it. */
  readonly room: number;
  /** Empty where the plan stands on the limit: any move against it breaks it. */
  readonly singles: readonly SingleFlip[];
}

/** The plan against its runner-up under the same moves, both frozen. */
export interface DecisionFlip {
  /** What is compared, in words. */
  readonly compared: string;
  readonly flip: FlipPoint;
}

/** What would make the recommendation wrong (ANSWER-6, ANSWER-7). */
export interface DecisionFlips {
  readonly moves: readonly Move[];
  /** One standard move of each, in its unit. */
  readonly spreads: readonly number[];
  readonly limits: readonly LimitWatch[];
  readonly decision: DecisionFlip | null;
  /** What could not be sought, and why. */
  readonly leftOut: readonly { readonly title: string; readonly reason: string }[];
}

/** The plan, the second best, and the policy they were made with. */
export interface DecisionFound {
  readonly plan: Plan;
  readonly runnerUp: RunnerUp;
  readonly policy: DecisionPolicy;
}

/** A plan within this share of a limit's scale stands on it, as in PLAN-8. */
const ON_THE_LIMIT = 0.001;

/** Points of the joint search of the decision: its slack is one measure, nearly linear. */
const JOINT_POINTS = 64;

/**
 * Flip points of a decision: every limit of the plan, each move alone; and the plan against its
 * runner-up, alone and jointly. Issues: those of Changes and moves; a Study whose moves have no
 * public spread (`flip.dispersion`), or without deposits, is told in `leftOut`.
 */
export function decisionFlips(
  study: Study,
  problem: PlanProblem,
  found: DecisionFound,
): Result<DecisionFlips> {
  const standard = standardMoves(study);
  if (!standard.ok) {
    const reason = standard.issues.map(({ message }) => message).join('; ');
    const leftOut = [{ title: 'All flip points', reason }];
    return ok({ moves: [], spreads: [], limits: [], decision: null, leftOut });
  }
  const { moves, covariance } = standard.value;
  const planned = plannedStudy(problem, found.plan.sizes);
  if (!planned.ok) return planned;
  const wanted = policyFlipLimits(study, found.policy);
  if (!wanted.ok) return wanted;
  const search: Search = { problem, planned: planned.value, moves, covariance };
  const limits = watchedLimits(search, wanted.value.limits);
  if (!limits.ok) return limits;
  const decision = decisionFlip(search, found);
  if (!decision.ok) return decision;
  return ok({
    moves,
    spreads: covariance.map((row, index) => Math.sqrt(itemAt(row, index))),
    limits: limits.value,
    decision: 'flip' in decision.value ? decision.value : null,
    leftOut: [
      ...wanted.value.leftOut,
      ...('reason' in decision.value
        ? [{ title: 'The plan against its runner-up', reason: decision.value.reason }]
        : []),
    ],
  });
}

interface Search {
  readonly problem: PlanProblem;
  readonly planned: Study;
  readonly moves: readonly Move[];
  readonly covariance: readonly (readonly number[])[];
}

/** One evaluation of the moved plan serves every limit. */
function watchedLimits(
  { problem, planned, moves }: Search,
  limits: readonly FlipLimit[],
): Result<readonly LimitWatch[]> {
  const scenarios = [...new Set(limits.flatMap((limit) => limit.scenarios))];
  const families = familiesOf(limits.map(({ measure }) => measure));
  const study = keeping(planned, scenarios);
  const known = new Map<string, Result<Outcome>>();
  const movedOutcome = (amounts: readonly number[]): Result<Outcome> => {
    const key = amounts.join(' ');
    const before = known.get(key);
    if (before !== undefined) return before;
    const moved = applyMoves(study, { moves, amounts, scenarios, apply: problem.apply });
    const made = moved.ok ? ok(problem.evaluate(moved.value, families)) : moved;
    known.set(key, made);
    return made;
  };
  const watched: LimitWatch[] = [];
  for (const limit of limits) {
    const slack = limitSlack(limit, moves);
    const probe = probeOf((amounts) => {
      const outcome = movedOutcome(amounts);
      return outcome.ok ? slack([outcome.value], amounts) : outcome;
    });
    const room = probe.slack(moves.map(() => 0));
    const scale = problem.limits.find(({ id }) => id === limit.id)?.scale ?? 1;
    const stands = !(room > ON_THE_LIMIT * scale);
    const singles = stands ? [] : singleFlips(probe, moves);
    const misfit = probe.misfit();
    if (misfit.length > 0) return { ok: false, issues: misfit };
    watched.push({ limit, room: stands ? Math.min(0, room) : room, singles });
  }
  return ok(watched);
}

function keeping(study: Study, scenarios: readonly string[]): Study {
  const kept = new Set(['0', ...scenarios]);
  return { ...study, scenarios: study.scenarios.filter(({ id }) => kept.has(id)) };
}

interface NotSought {
  readonly reason: string;
}

/** By what the runner-up lost: the limit it breaks by most more, else its cost. */
function decisionFlip(
  search: Search,
  { plan, runnerUp }: DecisionFound,
): Result<DecisionFlip | NotSought> {
  const { problem, planned, moves, covariance } = search;
  const second = runnerUp.best;
  if (second === null) return ok({ reason: 'the plan moves nothing: there is no runner-up' });
  if (problem.objective.kind !== 'least-cost') {
    return ok({ reason: 'sought for the objective of least cost alone' });
  }
  const other = plannedStudy(problem, second.plan.sizes);
  if (!other.ok) return other;
  const [worse] = planBreaches(problem.limits, second.plan).filter(
    ({ limit, byScales }) =>
      byScales > ON_THE_LIMIT + breachOf(planBreaches(problem.limits, plan), limit),
  );
  if (worse !== undefined) {
    const { title } = worse;
    return ok({ reason: `the runner-up lost by a limit, not by its cost: "${title}"` });
  }
  const nii = (outcome: Outcome): Result<number> =>
    movedMeasure(outcome, { moves, measure: 'nii.12m', scenario: '0' });
  const beside = (each: typeof plan): number => each.costUsdMillion - each.niiGivenUpUsdMillion;
  const dearer = beside(second.plan) - beside(plan);
  const flip = studyFlip(
    {
      studies: [planned, other.value],
      ...{ moves, covariance, scenarios: ['0'], apply: problem.apply },
      evaluate: (study) => problem.evaluate(study, ['income']),
      slack: (outcomes) => {
        const [mine, theirs] = [nii(itemAt(outcomes, 0)), nii(itemAt(outcomes, 1))];
        if (!mine.ok) return mine;
        return theirs.ok ? ok(mine.value - theirs.value + dearer) : theirs;
      },
    },
    { points: JOINT_POINTS },
  );
  if (!flip.ok) return flip;
  return ok({ compared: 'yearly cost of the runner-up less that of the plan', flip: flip.value });
}

function breachOf(breaches: readonly Breach[], limit: string): number {
  return breaches.find((each) => each.limit === limit)?.byScales ?? 0;
}
