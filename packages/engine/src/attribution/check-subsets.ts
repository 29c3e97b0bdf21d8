import { fail, type Issue, issue, itemAt, ok, type Result } from '../foundation/index.js';
import type { Outcome } from '../study/index.js';
import { applyGroup } from './group.js';
import { idsOfMask, readMeasures, type SubsetGame, type SubsetLattice } from './subsets.js';

/** Two values agree when they differ by at most this share of the larger (or of one unit). */
export const AGREEMENT = 1e-9;

/** Evaluates one subset on its own, away from the lattice. */
export type IndependentEvaluation = (mask: number) => Result<Outcome>;

export interface SubsetCheck {
  readonly subsetsChecked: number;
  readonly greatestRelativeDifference: number;
}

/**
 * Compares entries of a lattice with evaluations made outside it (ATTR-7). The efficiency of the
 * Shapley value holds for any numbers whatever, so this, not the residual, is what finds a wrong
 * subset. Issues: one `attribution.subset` for each entry that differs, naming its groups.
 */
export function checkSubsets(
  lattice: SubsetLattice,
  sampleMasks: readonly number[],
  evaluateIndependently: IndependentEvaluation,
): Result<SubsetCheck> {
  const issues: Issue[] = [];
  let greatest = 0;
  for (const mask of sampleMasks) {
    const outcome = evaluateIndependently(mask);
    if (!outcome.ok) return outcome;
    const read = readMeasures(outcome.value, lattice.measures);
    if (!read.ok) return read;
    lattice.measures.forEach(({ id, scenario }, index) => {
      const stored = itemAt(itemAt(lattice.values, index), mask);
      const independent = itemAt(read.value, index);
      const difference = relativeDifference(stored, independent);
      greatest = Math.max(greatest, difference);
      if (difference <= AGREEMENT) return;
      const path = `${id}[${scenario}] of {${idsOfMask(lattice.groups, mask).join(', ')}}`;
      issues.push(issue('attribution.subset', path, String(independent), String(stored)));
    });
  }
  if (issues.length > 0) return fail(...issues);
  return ok({ subsetsChecked: sampleMasks.length, greatestRelativeDifference: greatest });
}

/** Difference as a share of the larger of the two, and of 1 when both are smaller. */
export function relativeDifference(a: number, b: number): number {
  return Math.abs(a - b) / Math.max(1, Math.abs(a), Math.abs(b));
}

/** Applies the groups of a mask to the first Study, from scratch, and evaluates once. */
export function independentEvaluation(game: SubsetGame): IndependentEvaluation {
  return (mask) => {
    let study = game.from;
    for (const [index, group] of game.groups.entries()) {
      if ((mask & (1 << index)) === 0) continue;
      const applied = applyGroup(study, group, game.apply);
      if (!applied.ok) return applied;
      study = applied.value;
    }
    return ok(game.evaluate(study));
  };
}

/**
 * About `wanted` masks spread evenly over all subsets, always with none and all of the groups:
 * the same masks for the same number of groups, so that a run can be repeated.
 */
export function spreadMasks(subsets: number, wanted: number): readonly number[] {
  const count = Math.max(2, Math.min(wanted, subsets));
  const masks = Array.from({ length: count }, (_, index) =>
    Math.round((index * (subsets - 1)) / (count - 1)),
  );
  return [...new Set(masks)];
}
