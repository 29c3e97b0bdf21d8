import { fail, type Issue, issue, itemAt, ok, type Result } from '../foundation/index.js';
import { type Outcome, type Study, whyNot } from '../study/index.js';
import { applyGroup, type ChangeGroup, type MeasureRequest, type SubsetEngine } from './group.js';

/** Indices of units that are present, ascending: the canonical order in which they are applied. */
export type Coalition = readonly number[];

/** A Study and the units that are made on it or not; nothing of it but data and the engine. */
export interface CoalitionGame extends SubsetEngine {
  readonly from: Study;
  readonly units: readonly ChangeGroup[];
}

/** One measure over a list of coalitions: its values in that order, or where it has none. */
export interface CoalitionColumn extends MeasureRequest {
  readonly unit: string;
  readonly values: Float64Array;
  /** The first coalition of the list in which the measure has no finite value, and why. */
  readonly refusal: { readonly coalition: number; readonly issue: Issue } | null;
}

/**
 * Every measure of every coalition, each evaluated once (ATTR-1, ATTR-9). A coalition that begins
 * like the one before it shares the Study so far, so that a list in the order of
 * `inWalkingOrder` applies each group once a branch. Issues: those of a Change that does not fit,
 * with the unit and the subset as path.
 */
export function evaluateCoalitions(
  game: CoalitionGame,
  coalitions: readonly Coalition[],
): Result<readonly CoalitionColumn[]> {
  const studyOf = walker(game);
  return readColumns(coalitions, (coalition) => {
    const study = studyOf(coalition);
    return study.ok ? ok(game.evaluate(study.value)) : study;
  });
}

/** Reads every measure of a list of coalitions, each evaluated when its turn comes. */
export function readColumns(
  coalitions: readonly Coalition[],
  evaluated: (coalition: Coalition) => Result<Outcome>,
): Result<readonly CoalitionColumn[]> {
  const collect = collector(coalitions.length);
  for (const [index, coalition] of coalitions.entries()) {
    const outcome = evaluated(coalition);
    if (!outcome.ok) return outcome;
    collect.read(index, outcome.value);
  }
  return ok(collect.columns());
}

/** Depth first: a coalition comes right after the one that it extends. */
export function inWalkingOrder(coalitions: readonly Coalition[]): readonly Coalition[] {
  const distinct = new Map(coalitions.map((coalition) => [coalitionKey(coalition), coalition]));
  return [...distinct.values()].sort(compareCoalitions);
}

function compareCoalitions(a: Coalition, b: Coalition): number {
  const common = Math.min(a.length, b.length);
  for (let at = 0; at < common; at += 1) {
    const difference = itemAt(a, at) - itemAt(b, at);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

export function coalitionKey(coalition: Coalition): string {
  return coalition.join(',');
}

/** Studies on the way to the last coalition, one a unit applied. */
function walker(game: CoalitionGame): (coalition: Coalition) => Result<Study> {
  let path: Coalition = [];
  let studies: readonly Study[] = [game.from];
  return (coalition) => {
    let common = 0;
    while (common < path.length && path[common] === coalition[common]) common += 1;
    const made = studies.slice(0, common + 1);
    for (const unit of coalition.slice(common)) {
      const applied = applyGroup(
        itemAt(made, made.length - 1),
        itemAt(game.units, unit),
        game.apply,
      );
      if (!applied.ok) return misfit(game.units, coalition, { unit, issues: applied.issues });
      made.push(applied.value);
    }
    path = coalition;
    studies = made;
    return ok(itemAt(made, made.length - 1));
  };
}

function misfit(
  units: readonly ChangeGroup[],
  coalition: Coalition,
  { unit, issues }: { readonly unit: number; readonly issues: readonly Issue[] },
): Result<Study> {
  const subset = coalition
    .filter((each) => each <= unit)
    .map((each) => itemAt(units, each).id)
    .join(' + ');
  const path = `groups[${unit}] in the subset ${subset}`;
  return fail(...issues.map((found) => ({ ...found, path: `${path}: ${found.path}` })));
}

interface Column extends MeasureRequest {
  unit: string;
  readonly values: Float64Array;
  refusal: CoalitionColumn['refusal'];
  /** The last coalition read for this column. */
  read: number;
}

/** Reads Outcomes into columns; one that is laid out like the last is read without look-ups. */
function collector(size: number) {
  const byKey = new Map<string, Column>();
  let layout: readonly Column[] = [];
  const columnOf = (at: number, id: string, scenario: string): Column => {
    const likely = layout[at];
    if (likely !== undefined && likely.id === id && likely.scenario === scenario) return likely;
    return byKey.get(measureKey(id, scenario)) ?? newColumn(byKey, size, id, scenario);
  };
  return {
    read: (index: number, outcome: Outcome): void => {
      layout = outcome.measures.map(({ id, scenario, unit, value }, at) => {
        const column = columnOf(at, id, scenario);
        if (Number.isFinite(value)) put(column, { index, unit, value });
        return column;
      });
      if (index === 0) {
        for (const { id, scenario } of outcome.refused) columnOf(-1, id, scenario);
      }
      for (const column of byKey.values()) {
        if (column.read === index || column.refusal !== null) continue;
        column.refusal = { coalition: index, issue: whyNot(outcome, column.id, column.scenario) };
      }
    },
    columns: (): readonly CoalitionColumn[] =>
      [...byKey.values()].map(({ id, scenario, unit, values, refusal }) => ({
        ...{ id, scenario, unit, values, refusal },
      })),
  };
}

/** A measure that first appears later had no value before. */
function put(column: Column, of: { index: number; unit: string; value: number }): void {
  if (column.read === -1 && of.index > 0 && column.refusal === null) {
    column.refusal = { coalition: 0, issue: absent(column) };
  }
  column.unit = of.unit;
  column.values[of.index] = of.value;
  column.read = of.index;
}

function newColumn(byKey: Map<string, Column>, size: number, id: string, scenario: string): Column {
  const values = new Float64Array(size).fill(Number.NaN);
  const column: Column = { id, scenario, unit: '', values, refusal: null, read: -1 };
  byKey.set(measureKey(id, scenario), column);
  return column;
}

export function measureKey(id: string, scenario: string): string {
  return `${id}[${scenario}]`;
}

function absent({ id, scenario }: MeasureRequest): Issue {
  const path = measureKey(id, scenario);
  return issue('attribution.measure', path, 'a value in every subset', 'none');
}

/**
 * Columns of consecutive pieces of one list of coalitions, put together: the same as those of the
 * whole list, whatever the pieces.
 */
export function joinColumns(
  pieces: readonly { readonly size: number; readonly columns: readonly CoalitionColumn[] }[],
): readonly CoalitionColumn[] {
  const size = pieces.reduce((sum, piece) => sum + piece.size, 0);
  const byKey = new Map<string, Column>();
  for (const { columns } of pieces) {
    for (const { id, scenario } of columns) {
      if (!byKey.has(measureKey(id, scenario))) newColumn(byKey, size, id, scenario);
    }
  }
  let start = 0;
  for (const piece of pieces) {
    const own = new Map(piece.columns.map((each) => [measureKey(each.id, each.scenario), each]));
    for (const [key, column] of byKey) joinColumn(column, own, { key, start });
    start += piece.size;
  }
  return [...byKey.values()].map(({ id, scenario, unit, values, refusal }) => ({
    ...{ id, scenario, unit, values, refusal },
  }));
}

function joinColumn(
  column: Column,
  own: ReadonlyMap<string, CoalitionColumn>,
  { key, start }: { readonly key: string; readonly start: number },
): void {
  const piece = own.get(key);
  if (piece === undefined) {
    const reason = own.get(measureKey(column.id, ''))?.refusal?.issue ?? absent(column);
    column.refusal ??= { coalition: start, issue: reason };
    return;
  }
  column.values.set(piece.values, start);
  if (piece.unit !== '') column.unit = piece.unit;
  if (piece.refusal === null) return;
  column.refusal ??= { ...piece.refusal, coalition: start + piece.refusal.coalition };
}
