import type { LinearProgramme, LpSolution, Solver } from '@almfes/engine';
import highsModule, { type Highs, type ModelData } from 'highs';

type HighsModel = ReturnType<Highs['createModel']>;

/**
 * HiGHS (WebAssembly) as the engine's Solver: simplex, one thread, sparse rows, no LP text. Every
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
    model.options.set({ output_flag: false, solver: 'simplex' });
    model.passModel(modelData(highs, programme));
    model.run();
    if (model.getModelStatus() === highs.constants.modelStatus.unboundedOrInfeasible) {
      // presolve can end without telling which of the two it is
      model.clearSolver();
      model.options.set('presolve', 'off');
      model.run();
    }
    return read(highs, model);
  } finally {
    model.dispose();
  }
}

function read(highs: Highs, model: HighsModel): LpSolution {
  const { modelStatus } = highs.constants;
  const status = model.getModelStatus();
  if (status === modelStatus.infeasible) return { status: 'infeasible' };
  if (status === modelStatus.unbounded) return { status: 'unbounded' };
  if (status !== modelStatus.optimal) {
    throw new Error(`HiGHS ended in state ${status} (its own code), neither solved nor refused`);
  }
  const { colValue, colDual, rowDual } = model.getSolution();
  return {
    status: 'optimal',
    objective: model.getObjectiveValue(),
    x: [...colValue],
    rowDual: [...rowDual],
    reducedCost: [...colDual],
  };
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
