import {
  type Breach,
  type DecisionPolicy,
  type Judged,
  type PlanProblem,
  planActions,
  planBreaches,
  policyProblem,
} from '../decision/index.js';
import { ok, type Result } from '../foundation/index.js';
import type { Change, Study } from '../study/index.js';

/** The plan that would be made if rates moved first. */
export interface LaterPlan {
  readonly scenario: string;
  readonly shockBp: number;
  readonly costUsdMillion: number;
  readonly breaches: readonly Breach[];
}

/** To wait a quarter and then decide, against acting now (ANSWER-8). */
export interface WaitOption {
  readonly months: number;
  /** A quarter of the yearly cost of the plan: what waiting spares, negative = forgoes. */
  readonly sparedUsdMillion: number;
  /** What is broken meanwhile, because nothing is done. */
  readonly meanwhile: readonly Breach[];
  /** After the smallest rise and the smallest fall of the Study. */
  readonly later: readonly LaterPlan[];
}

const MONTHS = 3;

/**
 * What to wait costs: limits broken meanwhile, and the plan made on the curve of the date moved by
 * the smallest parallel rise and fall of the Study. Issues: those of `planActions` on them.
 */
export async function waitOption(
  study: Study,
  policy: DecisionPolicy,
  now: {
    readonly problem: PlanProblem;
    readonly costUsdMillion: number;
    readonly nothing: Judged | null;
  },
): Promise<Result<WaitOption>> {
  const { problem, costUsdMillion, nothing } = now;
  const later: LaterPlan[] = [];
  for (const { id, shockBp } of smallestMoves(study)) {
    const moved = problem.apply(study, curveMove(study, shockBp));
    if (!moved.ok) return moved;
    const { solver, evaluate, apply } = problem;
    const then = policyProblem({ study: moved.value, policy, solver, evaluate, apply });
    if (!then.ok) return then;
    const plan = await planActions(then.value);
    if (!plan.ok) return plan;
    const breaches = planBreaches(then.value.limits, plan.value);
    later.push({ scenario: id, shockBp, costUsdMillion: plan.value.costUsdMillion, breaches });
  }
  const sparedUsdMillion = (costUsdMillion * MONTHS) / 12;
  return ok({ months: MONTHS, sparedUsdMillion, meanwhile: nothing?.breaches ?? [], later });
}

function smallestMoves({ scenarios }: Study) {
  const parallel = scenarios.flatMap((each) => (each.kind === 'parallel' ? [each] : []));
  const rises = parallel.filter(({ shockBp }) => shockBp > 0);
  const falls = parallel.filter(({ shockBp }) => shockBp < 0);
  return [
    ...rises.toSorted((a, b) => a.shockBp - b.shockBp).slice(0, 1),
    ...falls.toSorted((a, b) => b.shockBp - a.shockBp).slice(0, 1),
  ];
}

const BASIS_POINT = 1e-4;

/** Every par rate and the mortgage rate moved alike, not below zero. */
function curveMove({ market }: Study, shockBp: number): Change {
  const moved = (rate: number): number => Math.max(0, rate + shockBp * BASIS_POINT);
  const { parQuotes, mortgageRate } = market;
  return {
    kind: 'replace-market',
    id: `wait-${shockBp}`,
    title: `Rates ${shockBp} bp from those of the date`,
    rationale: 'what a quarter of waiting may bring',
    sources: [],
    size: 1,
    terms: {
      parQuotes: parQuotes.map((quote) => ({ ...quote, rate: moved(quote.rate) })),
      mortgageRate: { ...mortgageRate, value: moved(mortgageRate.value) },
    },
  };
}
