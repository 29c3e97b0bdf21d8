import { itemAt } from '../foundation/index.js';
import { type LimitCell, limitCells } from './cell.js';
import { leverColumns, type Reach, sizeRows } from './column.js';
import { slopesToColumns } from './goal.js';
import type { LinearProgramme, LpConstraint, LpVariable } from './linear-programme.js';
import type { LinearModel } from './linearise.js';
import type { PlanProblem } from './problem.js';

/** How far each limit is loosened, by id, in multiples of its scale; absent = not at all. */
export type Relaxation = ReadonlyMap<string, number>;

const SLACK = 'slack:';

/**
 * Columns and rows of a linear model (PLAN-1), no objective yet: columns count levers in their
 * `unitSize` or in lots, each limit's row is divided by the limit's scale, so that coefficients
 * stay near one.
 */
export function buildProgramme(
  problem: PlanProblem,
  model: LinearModel,
  terms: { readonly reach: Reach; readonly relaxation: Relaxation },
): LinearProgramme {
  const limits = limitCells(problem).flatMap((cell) =>
    rowsOf(problem, model, cell, terms.relaxation.get(cell.limit.id) ?? 0),
  );
  return {
    variables: leverColumns(problem, terms.reach),
    constraints: [...limits, ...sizeRows(problem)],
  };
}

function rowsOf(
  problem: PlanProblem,
  model: LinearModel,
  cell: LimitCell,
  loosened: number,
): LpConstraint[] {
  const { limit, scenario, world } = cell;
  const { constant, weights } = slopesToColumns(problem, model.at.values, model, cell.at);
  const coefficients = Object.fromEntries(
    Object.entries(weights).map(([id, weight]) => [id, weight / limit.scale]),
  );
  const bound = (value: number): number => (value - constant) / limit.scale;
  const header = { title: limit.title, coefficients, scenario, failure: world.id };
  const id = rowId(cell);
  const rows: LpConstraint[] = [];
  if (limit.floor !== null) {
    const low = bound(limit.floor) - loosened;
    rows.push({ ...header, id: `${id}/floor`, low, high: null });
  }
  if (limit.cap !== null) {
    const high = bound(limit.cap) + loosened;
    rows.push({ ...header, id: `${id}/cap`, low: null, high });
  }
  return rows;
}

/** `limit/scenario/world`: the row ids add `/floor` or `/cap`. */
export function rowId({ limit, scenario, world }: LimitCell): string {
  return `${limit.id}/${scenario}/${world.id}`;
}

/**
 * The same rows with one slack a relaxable limit, in multiples of its scale; the sum of the slacks
 * is minimised and nothing else (PLAN-7).
 */
export function buildElastic(
  problem: PlanProblem,
  model: LinearModel,
  reach: Reach,
): LinearProgramme {
  const strict = buildProgramme(problem, model, { reach, relaxation: new Map() });
  const relaxable = problem.limits.filter((limit) => limit.relaxable);
  const slacks = relaxable.map(
    (limit): LpVariable => ({
      id: `${SLACK}${limit.id}`,
      title: `Relaxation of ${limit.title}`,
      low: 0,
      high: null,
      cost: 1,
      unit: `${limit.scale}`,
    }),
  );
  const slackOf = new Map<string, string>();
  for (const cell of limitCells(problem)) {
    if (!cell.limit.relaxable) continue;
    slackOf.set(`${rowId(cell)}/floor`, `${SLACK}${cell.limit.id}`);
    slackOf.set(`${rowId(cell)}/cap`, `${SLACK}${cell.limit.id}`);
  }
  const constraints = strict.constraints.map((row): LpConstraint => {
    const slack = slackOf.get(row.id);
    if (slack === undefined) return row;
    const sign = row.low === null ? -1 : 1;
    return { ...row, coefficients: { ...row.coefficients, [slack]: sign } };
  });
  return { variables: [...strict.variables, ...slacks], constraints };
}

/** The slacks of a solved elastic programme, by limit id; negligible ones left out. */
export function relaxationOf(
  problem: PlanProblem,
  elastic: LinearProgramme,
  x: readonly number[],
  negligible: number,
): Relaxation {
  const found = new Map<string, number>();
  for (const { id } of problem.limits) {
    const column = elastic.variables.findIndex((variable) => variable.id === `${SLACK}${id}`);
    if (column === -1) continue;
    const slack = itemAt(x, column);
    if (slack > negligible) found.set(id, slack);
  }
  return found;
}
