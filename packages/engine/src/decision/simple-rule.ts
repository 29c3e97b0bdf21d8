import { itemAt, ok, type Result } from '../foundation/index.js';
import { applyAll } from '../stress/index.js';
import { measureOf } from '../study/index.js';
import type { LeverTemplate } from './lever-template.js';
import type { PlanProblem } from './problem.js';

/** A rule of thumb as sizes by lever, or why this problem cannot follow it. */
export interface SimpleRule {
  readonly id: 'do-nothing' | 'cash-short' | 'hedge-duration';
  readonly title: string;
  readonly sizes: readonly number[] | null;
  readonly reason: string;
}

/** The tenor at which a treasurer without a programme would hedge, months. */
const USUAL_TENOR = 60;

/**
 * What a bank does without a programme (ANSWER-3): nothing; sell all it may and keep the cash
 * short; or swap at the tenor nearest to five years, paying fixed where EVE falls in the smallest
 * rise of the Study and receiving where it rises, until it no longer moves. Issues: those of a
 * Change that does not fit.
 */
export function simpleRules(
  problem: PlanProblem,
  templates: readonly LeverTemplate[],
): Result<readonly SimpleRule[]> {
  const hedge = hedgeDuration(problem, templates);
  if (!hedge.ok) return hedge;
  const nothing = problem.levers.map(() => 0);
  const sold = problem.levers.map(({ high }, index) =>
    itemAt(templates, index).kind === 'sell' ? high : 0,
  );
  const sells = sold.some((size) => size > 0);
  return ok([
    { id: 'do-nothing', title: 'Do nothing', sizes: nothing, reason: '' },
    {
      id: 'cash-short',
      title: 'Sell all that may be sold and keep the cash short',
      sizes: sells ? sold : null,
      reason: sells ? '' : 'no lever sells anything',
    },
    hedge.value,
  ]);
}

function hedgeDuration(
  problem: PlanProblem,
  templates: readonly LeverTemplate[],
): Result<SimpleRule> {
  const header = { id: 'hedge-duration', title: 'Hedge all duration with one swap' } as const;
  const without = (reason: string): Result<SimpleRule> => ok({ ...header, sizes: null, reason });
  const rise = smallestRise(problem);
  if (rise === null) return without('the limits name no scenario in which rates rise');
  const { study, apply, evaluate } = problem;
  const before = measureOf(evaluate(study, ['value']), 'eve.change', rise);
  const side = before < 0 ? 'pay-fixed' : 'receive-fixed';
  const at = swapNearest(templates, side);
  if (at === -1) return without(`no lever swaps ${side}, and EVE moves by ${before.toFixed(1)}`);
  const lever = itemAt(problem.levers, at);
  const hedged = applyAll(apply, study, lever.makeChanges(lever.unitSize), `lever ${lever.id}`);
  if (!hedged.ok) return hedged;
  const gain = measureOf(evaluate(hedged.value, ['value']), 'eve.change', rise) - before;
  if (before * gain >= 0) return without(`the swap does not move EVE back at ${rise}`);
  const size = Math.min(lever.high, (-before / gain) * lever.unitSize);
  return ok({
    ...header,
    sizes: problem.levers.map((_, index) => (index === at ? size : 0)),
    reason: '',
  });
}

/** The rise nearest to the base among the scenarios of the problem, or null. */
function smallestRise({ study }: PlanProblem): string | null {
  const rises = study.scenarios.flatMap((each) =>
    each.kind === 'parallel' && each.shockBp > 0 ? [each] : [],
  );
  return rises.toSorted((a, b) => a.shockBp - b.shockBp)[0]?.id ?? null;
}

function swapNearest(
  templates: readonly LeverTemplate[],
  side: 'pay-fixed' | 'receive-fixed',
): number {
  let best = -1;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [index, template] of templates.entries()) {
    if (template.kind !== 'swaps' || template.structure.legs.length !== 1) continue;
    const leg = itemAt(template.structure.legs, 0);
    if (leg.side !== side) continue;
    const distance = Math.abs(leg.maturityMonth - USUAL_TENOR);
    if (distance >= nearest) continue;
    best = index;
    nearest = distance;
  }
  return best;
}
