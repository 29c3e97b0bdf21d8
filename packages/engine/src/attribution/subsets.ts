import { fail, issue, itemAt, ok, type Result } from '../foundation/index.js';
import type { Outcome, Study } from '../study/index.js';
import {
  type Coalition,
  type CoalitionColumn,
  coalitionKey,
  evaluateCoalitions,
  inWalkingOrder,
  measureKey,
} from './coalition-values.js';
import type { ChangeGroup, MeasureRequest, SubsetEngine } from './group.js';

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
  const { groups, measures } = game;
  const wrongGroups = checkGroups(groups, MAX_GROUPS);
  if (!wrongGroups.ok) return wrongGroups;
  const coalitions = inWalkingOrder(allSubsets(groups.length));
  const columns = evaluateCoalitions({ ...game, units: groups }, coalitions);
  if (!columns.ok) return columns;
  const asked = askedColumns(columns.value, measures);
  if (!asked.ok) return asked;
  return ok(latticeOf(groups, indexOf(coalitions), asked.value));
}

/** 2^n for a number of groups. */
export function subsetCount(groups: number): number {
  return 1 << groups;
}

/** Every subset of `units`, by mask. */
export function allSubsets(units: number): readonly Coalition[] {
  return Array.from({ length: subsetCount(units) }, (_, mask) => membersOf(mask));
}

/** The bits of a mask as indices, ascending. */
export function membersOf(mask: number): Coalition {
  const members: number[] = [];
  for (let bit = 0; mask >>> bit !== 0; bit += 1) if (((mask >>> bit) & 1) === 1) members.push(bit);
  return members;
}

/** Where each coalition stands in a list. */
export function indexOf(coalitions: readonly Coalition[]): (coalition: Coalition) => number {
  const places = new Map(coalitions.map((each, index) => [coalitionKey(each), index]));
  return (coalition) => {
    const place = places.get(coalitionKey(coalition));
    if (place === undefined) throw new Error(`coalition ${coalitionKey(coalition)} is not listed`);
    return place;
  };
}

/**
 * The lattice of groups from columns of coalitions.
 * @param unitsOf indices of the units that a group is made of; absent: groups are the units
 */
export function latticeOf(
  groups: readonly ChangeGroup[],
  placeOf: (coalition: Coalition) => number,
  columns: readonly CoalitionColumn[],
  unitsOf: (group: number) => Coalition = (group) => [group],
): SubsetLattice {
  const places = allSubsets(groups.length).map((present) => placeOf(present.flatMap(unitsOf)));
  return {
    groups,
    measures: columns.map(({ id, scenario }) => ({ id, scenario })),
    units: columns.map(({ unit }) => unit),
    values: columns.map(({ values }) => Float64Array.from(places, (at) => itemAt(values, at))),
  };
}

/** The columns of named measures, in the order asked; one without a value anywhere is an issue. */
export function askedColumns(
  columns: readonly CoalitionColumn[],
  measures: readonly MeasureRequest[],
): Result<readonly CoalitionColumn[]> {
  const byKey = new Map(columns.map((each) => [measureKey(each.id, each.scenario), each]));
  const asked: CoalitionColumn[] = [];
  for (const { id, scenario } of measures) {
    const path = measureKey(id, scenario);
    const column = byKey.get(path);
    if (column !== undefined && column.refusal === null) asked.push(column);
    else {
      const reason = column?.refusal ?? byKey.get(measureKey(id, ''))?.refusal ?? null;
      const got = reason === null ? 'no such measure' : reason.issue.message;
      return fail(issue('attribution.measure', path, 'a finite value', got));
    }
  }
  return ok(asked);
}

/** The requested values of an Outcome, in order; a missing or non-finite one is an issue. */
export function readMeasures(
  outcome: Outcome,
  measures: readonly MeasureRequest[],
): Result<readonly number[]> {
  const known = new Map<string, number>();
  for (const { id, scenario, value } of outcome.measures) {
    known.set(measureKey(id, scenario), value);
  }
  const values: number[] = [];
  for (const { id, scenario } of measures) {
    const value = known.get(measureKey(id, scenario));
    if (value === undefined || !Number.isFinite(value)) {
      const got = value === undefined ? 'no such measure' : String(value);
      return fail(issue('attribution.measure', measureKey(id, scenario), 'a finite value', got));
    }
    values.push(value);
  }
  return ok(values);
}

/** Groups there are, not more than `most`, each with an id of its own, parts too. */
export function checkGroups(groups: readonly ChangeGroup[], most: number): Result<null> {
  const expected = `1 to ${most} groups with unique ids`;
  if (groups.length < 1 || groups.length > most) {
    return fail(issue('attribution.groups', 'groups', expected, `${groups.length} groups`));
  }
  if (new Set(groups.map((group) => group.id)).size !== groups.length) {
    return fail(issue('attribution.groups', 'groups', expected, 'an id twice'));
  }
  return ok(null);
}

/** Ids of the groups whose bit is set, in canonical order. */
export function idsOfMask(groups: readonly ChangeGroup[], mask: number): readonly string[] {
  return membersOf(mask).map((group) => itemAt(groups, group).id);
}
