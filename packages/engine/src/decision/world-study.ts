import { ok, type Result } from '../foundation/index.js';
import { applyAll } from '../stress/index.js';
import type { Change, Study } from '../study/index.js';
import type { PlanProblem, World } from './problem.js';

/** Rates rise (or stand), or fall: a failure has its own Changes for each. */
export type Direction = 'rising' | 'falling';

/** A broken Study that was made before, and from what. */
interface Broken {
  readonly from: Study;
  readonly changes: readonly Change[];
  readonly study: Study;
}

/**
 * Breaks planned Studies as a world says (PLAN-3). The last one is kept: where the same
 * Changes of assumptions meet the same behaviour, the broken behaviour is taken from there, so
 * that everything made from it is found again.
 */
export function worldBreaker(
  problem: PlanProblem,
  world: World,
  direction: Direction,
): (planned: Study) => Result<Study> {
  let last: Broken | undefined;
  return (planned) => {
    const failure = world.breaks(planned);
    if (!failure.ok) return failure;
    const { changes: rising, changesWhenFalling } = failure.value;
    const changes = direction === 'rising' ? rising : changesWhenFalling;
    if (changes.length === 0) return ok(planned);
    if (last !== undefined && sameBreak(last, planned, changes)) {
      return ok({ ...planned, behaviour: last.study.behaviour });
    }
    const broken = applyAll(problem.apply, planned, changes, `world ${world.id}`);
    if (broken.ok) last = { from: planned, changes, study: broken.value };
    return broken;
  };
}

/** Edits of assumptions read and write the behaviour alone, and are refused by what it holds. */
function sameBreak(last: Broken, planned: Study, changes: readonly Change[]): boolean {
  return (
    planned.behaviour === last.from.behaviour &&
    planned.figures === last.from.figures &&
    changes.every(({ kind }) => kind === 'break-assumption') &&
    JSON.stringify(changes) === JSON.stringify(last.changes)
  );
}
