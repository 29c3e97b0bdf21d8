import { fail, issue, itemAt, ok, type Result } from '../foundation/index.js';
import type { Outcome, Study } from '../study/index.js';
import { applyGroup, type ChangeGroup, type MeasureRequest, type SubsetEngine } from './group.js';

/** Above this many groups the subsets are too many to evaluate one by one (ATTR-1). */
export const MAX_GROUPS = 12;

export interface SubsetGame extends SubsetEngine {
  readonly from: Study;
  readonly groups: readonly ChangeGroup[];
  readonly measures: readonly MeasureRequest[];
}

/**
 * The value of every subset of groups. `values[m][mask]` is measure m with the groups whose bit
 * is set in `mask` (bit i = groups[i]); each array has length 2^n.
 */
export interface SubsetLattice {
  readonly groups: readonly ChangeGroup[];
  readonly measures: readonly MeasureRequest[];
  readonly units: readonly string[];
  readonly values: readonly Float64Array[];
}

/**
 * Evaluates all 2^n subsets once each, groups applied in the given order (ATTR-1). All measures
 * are read from the same Outcomes. Walks depth first, so that at most n Studies are alive.
 * Issues: `attribution.groups` (none, too many, ids not unique), `attribution.measure` (not in
 * the Outcome, or not finite), and those of a Change that does not fit, with its group as path.
 */
export function evaluateSubsets(game: SubsetGame): Result<SubsetLattice> {
  const wrongGroups = checkGroups(game.groups);
  if (!wrongGroups.ok) return wrongGroups;
  const base = game.evaluate(game.from);
  const units = readUnits(base, game.measures);
  if (!units.ok) return units;
  const size = subsetCount(game.groups.length);
  const values = game.measures.map(() => new Float64Array(size));
  const walked = visit({ game, values }, { mask: 0, study: game.from, next: 0, outcome: base });
  if (!walked.ok) return walked;
  return ok({ groups: game.groups, measures: game.measures, units: units.value, values });
}

/** 2^n for a number of groups. */
export function subsetCount(groups: number): number {
  return 1 << groups;
}

interface Walk {
  readonly game: SubsetGame;
  readonly values: readonly Float64Array[];
}

interface Node {
  readonly mask: number;
  readonly study: Study;
  readonly next: number;
  readonly outcome: Outcome;
}

function visit(walk: Walk, node: Node): Result<null> {
  const { groups, apply, evaluate } = walk.game;
  const written = write(walk, node);
  if (!written.ok) return written;
  for (let index = node.next; index < groups.length; index += 1) {
    const mask = node.mask | (1 << index);
    const applied = applyGroup(node.study, itemAt(groups, index), apply);
    if (!applied.ok) return misfit(groups, mask, index, applied);
    const study = applied.value;
    const below = visit(walk, { mask, study, next: index + 1, outcome: evaluate(study) });
    if (!below.ok) return below;
  }
  return ok(null);
}

function write(walk: Walk, node: Node): Result<null> {
  const read = readMeasures(node.outcome, walk.game.measures);
  if (!read.ok) return read;
  walk.values.forEach((column, index) => {
    column[node.mask] = itemAt(read.value, index);
  });
  return ok(null);
}

/** The requested values of an Outcome, in order; a missing or non-finite one is an issue. */
export function readMeasures(
  outcome: Outcome,
  measures: readonly MeasureRequest[],
): Result<readonly number[]> {
  const values: number[] = [];
  for (const { id, scenario } of measures) {
    const found = outcome.measures.find((m) => m.id === id && m.scenario === scenario);
    if (found === undefined || !Number.isFinite(found.value)) {
      const got = found === undefined ? 'no such measure' : String(found.value);
      return fail(issue('attribution.measure', `${id}[${scenario}]`, 'a finite value', got));
    }
    values.push(found.value);
  }
  return ok(values);
}

function readUnits(
  outcome: Outcome,
  measures: readonly MeasureRequest[],
): Result<readonly string[]> {
  const read = readMeasures(outcome, measures);
  if (!read.ok) return read;
  return ok(
    measures.map(
      ({ id, scenario }) =>
        outcome.measures.find((m) => m.id === id && m.scenario === scenario)?.unit ?? '',
    ),
  );
}

function checkGroups(groups: readonly ChangeGroup[]): Result<null> {
  const expected = `1 to ${MAX_GROUPS} groups with unique ids`;
  if (groups.length < 1 || groups.length > MAX_GROUPS) {
    return fail(issue('attribution.groups', 'groups', expected, `${groups.length} groups`));
  }
  if (new Set(groups.map((group) => group.id)).size !== groups.length) {
    return fail(issue('attribution.groups', 'groups', expected, 'an id twice'));
  }
  return ok(null);
}

function misfit(
  groups: readonly ChangeGroup[],
  mask: number,
  index: number,
  failed: Extract<Result<Study>, { ok: false }>,
): Result<null> {
  const subset = idsOfMask(groups, mask).join(' + ');
  const path = `groups[${index}] in the subset ${subset}`;
  return fail(...failed.issues.map((found) => ({ ...found, path: `${path}: ${found.path}` })));
}

/** Ids of the groups whose bit is set, in canonical order. */
export function idsOfMask(groups: readonly ChangeGroup[], mask: number): readonly string[] {
  return groups.filter((_, index) => (mask & (1 << index)) !== 0).map((group) => group.id);
}
