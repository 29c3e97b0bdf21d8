import { itemAt } from '../foundation/index.js';
import type { LinearProgramme, LpSolution, Solver } from './linear-programme.js';
import { vertexSolver } from './vertex-solver.test-fixture.js';

/**
 * A solver for tests that tries every choice of the whole numbers, each as a linear programme of
 * the other columns, and keeps the least. Shares nothing with branch and bound.
 */
export const enumeratingSolver: Solver = async (programme) => {
  const whole = programme.variables.flatMap(({ integer }, at) => (integer === true ? [at] : []));
  if (whole.length === 0) return reduced(programme, new Map());
  let best: LpSolution = { status: 'infeasible' };
  for (const choice of choices(programme, whole)) {
    const found = await reduced(programme, choice);
    if (found.status !== 'optimal') continue;
    if (best.status !== 'optimal' || found.objective < best.objective - 1e-9) best = found;
  }
  if (best.status !== 'optimal') return best;
  return { ...best, search: { bound: best.objective, gap: 0 } };
};

function* choices(
  { variables }: LinearProgramme,
  whole: readonly number[],
): Generator<ReadonlyMap<number, number>> {
  const [first, ...rest] = whole;
  if (first === undefined) {
    yield new Map();
    return;
  }
  const { low, high } = itemAt(variables, first);
  if (low === null || high === null) throw new Error('whole columns of tests have bounds');
  for (let value = low; value <= high; value += 1) {
    for (const others of choices({ variables, constraints: [] }, rest)) {
      yield new Map([[first, value], ...others]);
    }
  }
}

/** The programme without its fixed columns and its empty rows, and its answer with them. */
async function reduced(
  programme: LinearProgramme,
  choice: ReadonlyMap<number, number>,
): Promise<LpSolution> {
  const { variables, constraints } = programme;
  const given = new Map<number, number>(choice);
  variables.forEach(({ low, high }, at) => {
    if (low !== null && low === high) given.set(at, low);
  });
  const free = variables.filter((_, at) => !given.has(at));
  const fixedCost = [...given].reduce((sum, [at, x]) => sum + itemAt(variables, at).cost * x, 0);
  const rows = constraints.map((row) => {
    const taken = [...given].reduce(
      (sum, [at, x]) => sum + (row.coefficients[itemAt(variables, at).id] ?? 0) * x,
      0,
    );
    const left = (bound: number | null): number | null => (bound === null ? null : bound - taken);
    return { ...row, low: left(row.low), high: left(row.high) };
  });
  const empty = rows.map(({ coefficients }) =>
    free.every(({ id }) => Math.abs(coefficients[id] ?? 0) < 1e-12),
  );
  const broken = rows.some(
    ({ low, high }, at) => empty[at] === true && ((low ?? 0) > 1e-7 || (high ?? 0) < -1e-7),
  );
  if (broken) return { status: 'infeasible' };
  const kept = rows.filter((_, at) => empty[at] === false);
  const solved: LpSolution =
    free.length === 0
      ? { status: 'optimal', objective: 0, x: [], rowDual: [], reducedCost: [] }
      : await vertexSolver({ variables: free, constraints: kept });
  if (solved.status !== 'optimal') return solved;
  const freeValues = [...solved.x];
  const freeDuals = [...solved.rowDual];
  return {
    status: 'optimal',
    objective: solved.objective + fixedCost,
    x: variables.map((_, at) => given.get(at) ?? freeValues.shift() ?? 0),
    rowDual: rows.map((_, at) => (empty[at] === true ? 0 : (freeDuals.shift() ?? 0))),
    reducedCost: [],
  };
}
