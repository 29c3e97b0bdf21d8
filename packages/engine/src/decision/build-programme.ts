import { itemAt } from '../foundation/index.js';
import type { LinearProgramme, LpConstraint, LpVariable } from './linear-programme.js';
import type { LinearModel } from './linearise.js';
import { type LimitCell, limitCells, type PlanProblem } from './problem.js';

/** How far each limit is loosened, by id, in multiples of its scale; absent = not at all. */
export type Relaxation = ReadonlyMap<string, number>;

const SLACK = 'slack:';

/**
 * The programme of a linear model (PLAN-1): variables count levers in their `unitSize`, each row
 * is divided by the limit's scale, so that coefficients stay near one. The objective is the
 * yearly cost of the variables, USD million (the constant of the model is left out).
 */
export function buildProgramme(
  problem: PlanProblem,
  model: LinearModel,
  relaxation: Relaxation = new Map(),
): LinearProgramme {
  const variables = problem.levers.map(
    (lever, index): LpVariable => ({
      id: lever.id,
      title: lever.title,
      low: lever.low / lever.unitSize,
      high: lever.high / lever.unitSize,
      cost: itemAt(model.costSlopes, index) * lever.unitSize,
      unit: `${lever.unitSize} ${lever.unit}`,
    }),
  );
  const constraints = limitCells(problem).flatMap((cell, row) =>
    rowsOf(problem, model, { cell, row, loosened: relaxation.get(cell.limit.id) ?? 0 }),
  );
  return { variables, constraints };
}

interface Row {
  readonly cell: LimitCell;
  readonly row: number;
  readonly loosened: number;
}

function rowsOf(problem: PlanProblem, model: LinearModel, where: Row): LpConstraint[] {
  const { limit, scenario, world } = where.cell;
  const slopes = itemAt(model.slopes, where.row);
  const coefficients: Record<string, number> = {};
  let constant = itemAt(model.at.values, where.row);
  for (const [index, lever] of problem.levers.entries()) {
    const slope = itemAt(slopes, index);
    coefficients[lever.id] = (slope * lever.unitSize) / limit.scale;
    constant -= slope * itemAt(model.at.sizes, index);
  }
  const bound = (value: number): number => (value - constant) / limit.scale;
  const header = { title: limit.title, coefficients, scenario, failure: world.id };
  const id = rowId(where.cell);
  const rows: LpConstraint[] = [];
  if (limit.floor !== null) {
    const low = bound(limit.floor) - where.loosened;
    rows.push({ ...header, id: `${id}/floor`, low, high: null });
  }
  if (limit.cap !== null) {
    const high = bound(limit.cap) + where.loosened;
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
export function buildElastic(problem: PlanProblem, model: LinearModel): LinearProgramme {
  const strict = buildProgramme(problem, model);
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
  const variables = strict.variables.map((variable) => ({ ...variable, cost: 0 }));
  return { variables: [...variables, ...slacks], constraints };
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
