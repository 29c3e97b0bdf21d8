import { fail, issue, itemAt, ok, type Result } from '../foundation/index.js';
import { dot } from './dot.js';
import { solveLinear } from './matrix.js';

export interface LeastSquaresFit {
  readonly parameters: readonly number[];
  readonly residuals: readonly number[];
  /** Square root of the mean squared residual. */
  readonly rootMeanSquare: number;
  readonly steps: number;
}

const MAXIMUM_STEPS = 200;
const MAXIMUM_DAMPINGS = 40;
const RELATIVE_DIFFERENCE = 1e-4;
const FIRST_DAMPING = 1e-3;
const DAMPING_FACTOR = 10;
/** A step this much smaller than the parameters changes no digit anybody prints. */
const RELATIVE_STEP_TOLERANCE = 1e-12;

interface Problem {
  readonly f: (parameters: readonly number[]) => readonly number[];
  readonly scales: readonly number[];
}

interface State {
  readonly parameters: readonly number[];
  readonly residuals: readonly number[];
  readonly cost: number;
}

/**
 * The parameters that make the sum of squared residuals f least, near `start`, by Levenberg and
 * Marquardt with central differences (rule LEAST-1). `scales`: the size of each parameter, for
 * differences and for the end of the search.
 * Issues: `least-squares.not-finite`, `least-squares.too-few`, `least-squares.no-convergence`.
 */
export function leastSquares(
  f: (parameters: readonly number[]) => readonly number[],
  start: readonly number[],
  scales: readonly number[],
): Result<LeastSquaresFit> {
  const problem: Problem = { f, scales };
  let state = stateAt(problem, start);
  if (!Number.isFinite(state.cost)) {
    return fail(issue('least-squares.not-finite', 'start', 'finite residuals', start.join(', ')));
  }
  if (state.residuals.length < start.length) {
    const got = `${state.residuals.length} for ${start.length} parameters`;
    return fail(issue('least-squares.too-few', 'f', 'as many residuals as parameters', got));
  }
  let damping = FIRST_DAMPING;
  for (let steps = 0; steps < MAXIMUM_STEPS; steps += 1) {
    const next = dampedStep(problem, state, damping);
    if (next === undefined || isSmallStep(problem, state, next.state)) {
      return ok(fitOf(next?.state ?? state, steps));
    }
    state = next.state;
    damping = next.damping / DAMPING_FACTOR;
  }
  const got = `cost ${state.cost} after ${MAXIMUM_STEPS} steps`;
  return fail(issue('least-squares.no-convergence', 'f', 'a least sum of squares', got));
}

function fitOf(state: State, steps: number): LeastSquaresFit {
  const { parameters, residuals, cost } = state;
  return { parameters, residuals, rootMeanSquare: Math.sqrt(cost / residuals.length), steps };
}

function stateAt(problem: Problem, parameters: readonly number[]): State {
  const residuals = problem.f(parameters);
  const cost = residuals.reduce((sum, r) => sum + r * r, 0);
  return { parameters, residuals, cost };
}

function isSmallStep(problem: Problem, from: State, to: State): boolean {
  return to.parameters.every((value, index) => {
    const scale = Math.max(itemAt(problem.scales, index), Math.abs(value));
    return Math.abs(value - itemAt(from.parameters, index)) <= RELATIVE_STEP_TOLERANCE * scale;
  });
}

/** A step that lowers the cost, damped as much as it needs; undefined at a minimum. */
function dampedStep(
  problem: Problem,
  state: State,
  startDamping: number,
): { readonly state: State; readonly damping: number } | undefined {
  const columns = jacobianColumns(problem, state.parameters);
  const gradient = columns.map((column) => dot(column, state.residuals));
  const normal = columns.map((left) => columns.map((right) => dot(left, right)));
  let damping = startDamping;
  for (let count = 0; count < MAXIMUM_DAMPINGS; count += 1) {
    const matrix = normal.map((row, i) => row.map((v, j) => (i === j ? v * (1 + damping) : v)));
    const step = solveLinear(scaled(matrix, normal), scaledSide(gradient, normal));
    if (step.ok) {
      const parameters = state.parameters.map(
        (value, i) => value - itemAt(step.value, i) / diagonalRoot(normal, i),
      );
      const tried = stateAt(problem, parameters);
      if (tried.cost < state.cost) return { state: tried, damping };
    }
    damping *= DAMPING_FACTOR;
  }
  return undefined;
}

/** Square root of a diagonal entry: dividing by it makes parameters of any unit comparable. */
function diagonalRoot(normal: readonly (readonly number[])[], index: number): number {
  const entry = itemAt(itemAt(normal, index), index);
  return entry > 0 ? Math.sqrt(entry) : 1;
}

function scaled(matrix: number[][], normal: readonly (readonly number[])[]): number[][] {
  return matrix.map((row, i) =>
    row.map((value, j) => value / (diagonalRoot(normal, i) * diagonalRoot(normal, j))),
  );
}

function scaledSide(gradient: number[], normal: readonly (readonly number[])[]): number[] {
  return gradient.map((value, i) => value / diagonalRoot(normal, i));
}

function jacobianColumns(problem: Problem, parameters: readonly number[]): number[][] {
  return parameters.map((value, index) => {
    const size = Math.max(itemAt(problem.scales, index), Math.abs(value));
    const h = RELATIVE_DIFFERENCE * size;
    const above = problem.f(parameters.map((p, i) => (i === index ? p + h : p)));
    const below = problem.f(parameters.map((p, i) => (i === index ? p - h : p)));
    return above.map((r, i) => (r - itemAt(below, i)) / (2 * h));
  });
}
