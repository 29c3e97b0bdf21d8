import { fail, type Issue, issue, itemAt, ok, type Result } from '../foundation/index.js';
import type { Outcome, Study } from '../study/index.js';
import {
  type Coalition,
  type CoalitionColumn,
  type CoalitionGame,
  readColumns,
} from './coalition-values.js';
import { applyGroup } from './group.js';
import {
  idsOfMask,
  membersOf,
  readMeasures,
  type SubsetGame,
  type SubsetLattice,
} from './subsets.js';

/** Two values agree when they differ by at most this share of the larger (or of one unit). */
export const AGREEMENT = 1e-9;

/** Evaluates one subset on its own, away from the lattice. */
export type IndependentEvaluation = (mask: number) => Result<Outcome>;

export interface SubsetCheck {
  readonly subsetsChecked: number;
  readonly greatestRelativeDifference: number;
}

/** Values of measures, one a subset, and what the subset is called. */
export interface SubsetValues {
  readonly measures: SubsetLattice['measures'];
  readonly values: SubsetLattice['values'];
  readonly idsOf: (subset: number) => readonly string[];
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
  const idsOf = (mask: number) => idsOfMask(lattice.groups, mask);
  return checkValues({ ...lattice, idsOf }, sampleMasks, (mask) => {
    const outcome = evaluateIndependently(mask);
    return outcome.ok ? readMeasures(outcome.value, lattice.measures) : outcome;
  });
}

/**
 * The same for any list of subsets.
 * @param independent values of the measures of one subset, in their order
 */
export function checkValues(
  subsets: SubsetValues,
  sample: readonly number[],
  independent: (subset: number) => Result<readonly number[]>,
): Result<SubsetCheck> {
  const issues: Issue[] = [];
  let greatest = 0;
  for (const subset of sample) {
    const read = independent(subset);
    if (!read.ok) return read;
    subsets.measures.forEach(({ id, scenario }, index) => {
      const stored = itemAt(itemAt(subsets.values, index), subset);
      const again = itemAt(read.value, index);
      const difference = relativeDifference(stored, again);
      greatest = Math.max(greatest, difference);
      if (difference <= AGREEMENT) return;
      const path = `${id}[${scenario}] of {${subsets.idsOf(subset).join(', ')}}`;
      issues.push(issue('attribution.subset', path, String(again), String(stored)));
    });
  }
  if (issues.length > 0) return fail(...issues);
  return ok({ subsetsChecked: sample.length, greatestRelativeDifference: greatest });
}

/** Difference as a share of the larger of the two, and of 1 when both are smaller. */
export function relativeDifference(a: number, b: number): number {
  return Math.abs(a - b) / Math.max(1, Math.abs(a), Math.abs(b));
}

/** Applies the groups of a mask to the first Study, from scratch, and evaluates once. */
export function independentEvaluation(game: SubsetGame): IndependentEvaluation {
  const evaluated = freshEvaluation({ ...game, units: game.groups });
  return (mask) => evaluated(membersOf(mask));
}

/**
 * Applies units one after the other to a Study that shares no part with any other, so that nothing
 * kept from other evaluations is found again, and evaluates once.
 */
export function freshEvaluation(
  game: CoalitionGame,
): (units: readonly number[]) => Result<Outcome> {
  return (units) => {
    const { book, market } = game.from;
    const from = { ...game.from, book: { ...book }, market: { ...market } };
    const study = studyInOrder({ ...game, from }, units);
    return study.ok ? ok(game.evaluate(study.value)) : study;
  };
}

/** The same of a list of coalitions: every measure, read as those of the lattice are. */
export function evaluateFreshly(
  game: CoalitionGame,
  coalitions: readonly Coalition[],
): Result<readonly CoalitionColumn[]> {
  return readColumns(coalitions, freshEvaluation(game));
}

/** The first Study with units applied one after the other, in the order given. */
export function studyInOrder(game: CoalitionGame, units: readonly number[]): Result<Study> {
  let study: Study = game.from;
  for (const unit of units) {
    const applied = applyGroup(study, itemAt(game.units, unit), game.apply);
    if (!applied.ok) return applied;
    study = applied.value;
  }
  return ok(study);
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
