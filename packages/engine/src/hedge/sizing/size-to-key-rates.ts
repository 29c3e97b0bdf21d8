import { fail, issue, itemAt, ok, type Result } from '../../foundation/index.js';
import { dot, solveLinear } from '../../numeric/index.js';
import type { TenorResponses } from './response.js';

/** How a ladder is fitted to key rates (HEDGE-13). */
export interface KeyRateFit {
  /** Units of each leg. */
  readonly sizes: readonly number[];
  /** Sensitivity left at each tenor, USD million per basis point. */
  readonly left: Readonly<Record<string, number>>;
  /** Square root of the sum of squares: of what the bank had, and of what is left. */
  readonly normBefore: number;
  readonly normAfter: number;
}

/** More legs than this are not searched: 2 to the power of legs subsets are solved. */
const MOST_LEGS = 12;

/**
 * Sizes of the legs that make the sum of squares of what is left at all tenors least
 * (HEDGE-13). With `oneSided`, no size is below zero: the best of the fits on every subset of legs
 * that has none, which is the exact optimum. Issues: `hedge.key-rate` without a leg or with more
 * than 12, and when the legs say the same.
 */
export function sizeToKeyRates(
  responses: TenorResponses,
  { oneSided }: { readonly oneSided: boolean },
): Result<KeyRateFit> {
  const legs = responses.perUnit.length;
  if (legs === 0 || legs > MOST_LEGS) {
    return fail(issue('hedge.key-rate', 'legs', `1 to ${MOST_LEGS} legs`, String(legs)));
  }
  if (!oneSided) {
    const sizes = leastSquaresOn(
      responses,
      responses.perUnit.map((_, leg) => leg),
    );
    return sizes.ok ? ok(fitOf(responses, sizes.value)) : sizes;
  }
  let best = fitOf(
    responses,
    responses.perUnit.map(() => 0),
  );
  for (const subset of subsetsOf(legs)) {
    const sizes = leastSquaresOn(responses, subset);
    if (!sizes.ok) continue;
    if (sizes.value.some((size) => size < 0)) continue;
    const fit = fitOf(responses, sizes.value);
    if (fit.normAfter < best.normAfter) best = fit;
  }
  return ok(best);
}

/**
 * Sizes that leave nothing at the chosen tenors, one for each leg; the other tenors keep what they
 * have (HEDGE-13). Issues: `hedge.key-rate` for an unknown tenor, another number of tenors than
 * legs, and legs that say the same there.
 */
export function solveKeyRates(
  responses: TenorResponses,
  tenors: readonly string[],
): Result<KeyRateFit> {
  const rows = tenors.map((tenor) => responses.tenors.indexOf(tenor));
  const unknown = tenors.find((_, at) => rows[at] === -1);
  if (unknown !== undefined) {
    const expected = `one of ${responses.tenors.join(', ')}`;
    return fail(issue('hedge.key-rate', 'tenors', expected, unknown));
  }
  if (tenors.length !== responses.perUnit.length) {
    const got = `${tenors.length} for ${responses.perUnit.length} legs`;
    return fail(issue('hedge.key-rate', 'tenors', 'one tenor a leg', got));
  }
  const matrix = rows.map((row) => responses.perUnit.map((leg) => itemAt(leg, row)));
  const sizes = solveLinear(
    matrix,
    rows.map((row) => -itemAt(responses.base, row)),
  );
  return sizes.ok ? ok(fitOf(responses, sizes.value)) : sizes;
}

function subsetsOf(legs: number): readonly (readonly number[])[] {
  let subsets: number[][] = [[]];
  for (let leg = 0; leg < legs; leg += 1) {
    subsets = [...subsets, ...subsets.map((subset) => [...subset, leg])];
  }
  return subsets.slice(1);
}

/** Normal equations on the legs of the subset, each scaled to length 1; the others have size 0. */
function leastSquaresOn(
  { base, perUnit }: TenorResponses,
  subset: readonly number[],
): Result<readonly number[]> {
  const columns = subset.map((leg) => itemAt(perUnit, leg));
  const lengths = columns.map((column) => Math.sqrt(dot(column, column)));
  const idle = lengths.indexOf(0);
  if (idle !== -1) {
    return fail(issue('hedge.key-rate', `legs/${idle}`, 'a leg that moves a key rate', '0'));
  }
  const scaled = columns.map((column, at) => column.map((each) => each / itemAt(lengths, at)));
  const normal = scaled.map((left) => scaled.map((right) => dot(left, right)));
  const solved = solveLinear(
    normal,
    scaled.map((column) => -dot(column, base)),
  );
  if (!solved.ok) return solved;
  const sizes = perUnit.map(() => 0);
  subset.forEach((leg, at) => {
    sizes[leg] = itemAt(solved.value, at) / itemAt(lengths, at);
  });
  return ok(sizes);
}

function fitOf({ tenors, base, perUnit }: TenorResponses, sizes: readonly number[]): KeyRateFit {
  const left = base.map((had, row) =>
    perUnit.reduce((sum, leg, at) => sum + itemAt(sizes, at) * itemAt(leg, row), had),
  );
  return {
    sizes,
    left: Object.fromEntries(tenors.map((tenor, row) => [tenor, itemAt(left, row)])),
    normBefore: Math.sqrt(dot(base, base)),
    normAfter: Math.sqrt(dot(left, left)),
  };
}
