import type { LinearProgramme, LpSolution, Solver } from '@almfes/engine';
import highsModule, { type Highs, type ModelData } from 'highs';

type HighsModel = ReturnType<Highs['createModel']>;

/** A search over whole numbers ends when nothing can be better by more than this share. */
const INTEGER_GAP = 1e-7;

/**
 * HiGHS (WebAssembly) as the engine's Solver: simplex, or branch and bound where columns are
 * integer (the gap it proves is told), one thread, sparse rows, no LP text. Every
 * model is disposed of, because garbage collection does not free the solver's own memory.
 * The promise of a solve rejects when HiGHS ends in any state but optimal, infeasible or
 * unbounded. Solves run in the calling thread.
 */
export async function createHighsSolver(): Promise<Solver> {
  const loaded: unknown = highsModule;
  if (!isLoader(loaded)) throw new Error('the package highs has no loader as its default export');
  const highs = await loaded();
  return async (programme) => solveWith(highs, programme);
}

/**
 * The package's types describe its CommonJS build (default export inside the module object); Node
 * and vitest load its ES module, whose default export is the loader itself.
 */
function isLoader(loaded: unknown): loaded is typeof highsModule.default {
  return typeof loaded === 'function';
}

function solveWith(highs: Highs, programme: LinearProgramme): LpSolution {
  const model = highs.createModel();
  try {
    const whole = programme.variables.some(({ integer }) => integer === true);
    const solver = whole ? 'choose' : 'simplex';
    model.options.set({ output_flag: false, solver, mip_rel_gap: INTEGER_GAP, mip_abs_gap: 0 });
    model.passModel(modelData(highs, programme));
    model.run();
    if (model.getModelStatus() === highs.constants.modelStatus.unboundedOrInfeasible) {
      // presolve can end without telling which of the two it is
      model.clearSolver();
      model.options.set('presolve', 'off');
      model.run();
    }
    return read(highs, model, whole);
  } finally {
    model.dispose();
  }
}

function read(highs: Highs, model: HighsModel, whole: boolean): LpSolution {
  const { modelStatus } = highs.constants;
  const status = model.getModelStatus();
  if (status === modelStatus.infeasible) return { status: 'infeasible' };
  if (status === modelStatus.unbounded) return { status: 'unbounded' };
  if (status !== modelStatus.optimal) {
    throw new Error(`HiGHS ended in state ${status} (its own code), neither solved nor refused`);
  }
  const { colValue, colDual, rowDual } = model.getSolution();
  const solved = {
    status: 'optimal',
    objective: model.getObjectiveValue(),
    x: [...colValue],
    rowDual: [...rowDual],
    reducedCost: [...colDual],
  } as const;
  if (!whole) return solved;
  const bound = Number(model.info.get('mip_dual_bound'));
  return { ...solved, search: { bound, gap: Number(model.info.get('mip_gap')) } };
}

function modelData(highs: Highs, programme: LinearProgramme): ModelData {
  const { variables, constraints } = programme;
  const columnOf = new Map(variables.map(({ id }, column) => [id, column] as const));
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { id, coefficients } of constraints) {
    for (const [name, value] of Object.entries(coefficients)) {
      const column = columnOf.get(name);
      if (column === undefined) throw new Error(`row ${id} names no variable ${name}`);
      if (value === 0) continue;
      indices.push(column);
      values.push(value);
    }
    starts.push(indices.length);
  }
  return {
    numCols: variables.length,
    numRows: constraints.length,
    sense: highs.constants.objectiveSense.minimize,
    colCost: Float64Array.from(variables, ({ cost }) => cost),
    colLower: Float64Array.from(variables, ({ low }) => low ?? -highs.infinity),
    colUpper: Float64Array.from(variables, ({ high }) => high ?? highs.infinity),
    ...integrality(highs, programme),
    rowLower: Float64Array.from(constraints, ({ low }) => low ?? -highs.infinity),
    rowUpper: Float64Array.from(constraints, ({ high }) => high ?? highs.infinity),
    matrix: {
      format: 'csr',
      numRows: constraints.length,
      numCols: variables.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  };
}

/** Absent where every column is continuous: its presence alone would start a search. */
function integrality(highs: Highs, { variables }: LinearProgramme): Pick<ModelData, 'integrality'> {
  if (!variables.some(({ integer }) => integer === true)) return {};
  const { continuous, integer: whole } = highs.constants.variableType;
  return { integrality: variables.map(({ integer }) => (integer === true ? whole : continuous)) };
}
