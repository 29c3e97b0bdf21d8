import { fail, type Issue, issue, ok, type Result } from '../foundation/index.js';
import { brent } from '../numeric/index.js';
import { type Change, measureOf, type Outcome, type Study } from '../study/index.js';

export interface SolveParameterRequest {
  readonly study: Study;
  /** The Change that sets the parameter to x. */
  readonly makeChange: (x: number) => Change;
  readonly measure: string;
  readonly scenario: string;
  readonly target: number;
  readonly low: number;
  readonly high: number;
  /** How close x must be found; 1e-6 when not given. */
  readonly tolerance?: number;
  readonly evaluate: (study: Study) => Outcome;
  readonly apply: (study: Study, change: Change) => Result<Study>;
}

export interface SolvedParameter {
  readonly x: number;
  readonly value: number;
  readonly evaluations: number;
}

const DEFAULT_TOLERANCE = 1e-6;

/**
 * The parameter value at which a measure takes the target (FAIL-9), by Brent's method between
 * `low` and `high`. One answer, even where the measure passes the target more than once.
 * Issues: `solve.unreached` with the range reached at the two ends, and those of a Change that
 * does not fit.
 */
export function solveParameter(request: SolveParameterRequest): Result<SolvedParameter> {
  const search: Search = { request, evaluations: 0, misfit: [] };
  const atLow = valueAt(search, request.low);
  const atHigh = valueAt(search, request.high);
  if (search.misfit.length > 0) return fail(...search.misfit);
  if ((atLow - request.target) * (atHigh - request.target) > 0) {
    return fail(unreached(request, atLow, atHigh));
  }
  const known = new Map([
    [request.low, atLow],
    [request.high, atHigh],
  ]);
  const distance = (x: number): number => {
    const value = known.get(x) ?? valueAt(search, x);
    known.set(x, value);
    return value - request.target;
  };
  const tolerance = request.tolerance ?? DEFAULT_TOLERANCE;
  const root = brent(distance, request.low, request.high, tolerance);
  if (search.misfit.length > 0) return fail(...search.misfit);
  if (!root.ok) return root;
  const value = known.get(root.value) ?? valueAt(search, root.value);
  return ok({ x: root.value, value, evaluations: search.evaluations });
}

interface Search {
  readonly request: SolveParameterRequest;
  evaluations: number;
  misfit: readonly Issue[];
}

/** NaN stops the search when a Change does not fit; the issues are reported in its place. */
function valueAt(search: Search, x: number): number {
  const { request } = search;
  const applied = request.apply(request.study, request.makeChange(x));
  if (!applied.ok) {
    search.misfit = applied.issues;
    return Number.NaN;
  }
  search.evaluations += 1;
  return measureOf(request.evaluate(applied.value), request.measure, request.scenario);
}

function unreached(request: SolveParameterRequest, atLow: number, atHigh: number): Issue {
  const path = `${request.measure}[${request.scenario}]`;
  const got =
    `${atLow} at ${request.low} and ${atHigh} at ${request.high}, ` +
    'both on the same side of the target';
  return issue('solve.unreached', path, `the target ${request.target} between the ends`, got);
}
