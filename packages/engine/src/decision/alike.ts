import type { ValueCell } from './cell.js';
import type { Lever, PlanProblem } from './problem.js';

/**
 * Measures to which a swap or a future adds the same whatever depositors and borrowers do: its
 * value and its income read rates alone, and no failure moves risk-weighted assets (PLAN-21).
 */
const ALIKE = /^(eve\.(value|change)|nii\..*|capital\.economic\..*|capital\.economicRatio\.e0)$/;

export function movesAlike({ measure }: ValueCell): boolean {
  return ALIKE.test(measure);
}

/**
 * Up to this many levers every slope is measured in every world and every round; of more, hedges
 * are measured in one world (PLAN-21), other levers again when the plan uses them (PLAN-20).
 */
export const FEW_LEVERS = 12;

/** True for a lever whose Changes only add swaps and futures: no row of the book moves. */
export function isHedge(lever: Lever): boolean {
  const size = lever.lotSize ?? Math.min(lever.unitSize, lever.high);
  if (!(size > 0)) return false;
  const changes = lever.makeChanges(size);
  return (
    changes.length > 0 && changes.every(({ kind }) => kind === 'add-hedge' || kind === 'add-future')
  );
}

/** True where hedges may be measured in one world: many levers, worlds that break assumptions. */
export function hedgesMoveAlike({ study, worlds, levers }: PlanProblem): boolean {
  if (levers.length <= FEW_LEVERS) return false;
  return worlds.every((world) => {
    const failure = world.breaks(study);
    if (!failure.ok) return false;
    const { changes, changesWhenFalling } = failure.value;
    return [...changes, ...changesWhenFalling].every(({ kind }) => kind === 'break-assumption');
  });
}
