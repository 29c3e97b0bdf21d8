import { type Failure, fail, issue, itemAt, ok, type Result } from '../../foundation/index.js';
import {
  type LinearFit,
  neweyWestCovariance,
  ordinaryLeastSquares,
  quadraticForm,
  studentHalfWidth,
} from '../../numeric/index.js';
import { combination, type Estimate, estimateOf, type Fitted } from './estimate.js';
import { type RateChange, type RateHistory, rateChanges } from './rate-history.js';

/** A side of the regression: rising rates, falling rates, or both together. */
export type RateSide = 'up' | 'down' | 'both';

export interface DistributedLagTerms {
  /** Quarters after its own in which a change of the policy rate still acts, 0 to 8. */
  readonly lags: number;
  /** True: rising and falling rates have coefficients of their own (rule EST-4). */
  readonly apart: boolean;
  /** Observations before over which the Newey-West errors reach (rule LEAST-3). */
  readonly neweyWestLags: number;
  /** Of the intervals, 0.01 to 0.9999. */
  readonly confidence: number;
}

export interface SideEstimate {
  readonly side: RateSide;
  /** Quarters in use in which the policy rate, now or within the lags, moved on this side. */
  readonly moves: number;
  /** Sum of the coefficients; interval from the ordinary error. */
  readonly beta: Estimate;
  readonly neweyWestError: number;
  readonly byLag: readonly Estimate[];
  /** Mean delay of the response, months; null where beta may be zero (rule EST-5). */
  readonly meanLagMonths: Estimate | null;
}

export interface DistributedLag {
  readonly observations: number;
  readonly firstQuarter: string;
  readonly lastQuarter: string;
  readonly degreesOfFreedom: number;
  /** Change of the deposit rate in a quarter without any move of the policy rate. */
  readonly constant: Estimate;
  readonly residualStandardDeviation: number;
  readonly sides: readonly SideEstimate[];
  /** What a reader must know before using the numbers; empty when there is nothing. */
  readonly doubts: readonly string[];
}

const LARGEST_LAG = 8;
const FEWEST_DEGREES_OF_FREEDOM = 4;
const MONTHS_A_QUARTER = 3;
/** A Study takes a beta from 0 to 1.5. */
const LARGEST_BETA = 1.5;

/** Moves of a side, the lags in order. */
function onSide(side: RateSide, { rises, falls }: RateChange): readonly number[] {
  if (side === 'both') return rises.map((rise, lag) => rise + itemAt(falls, lag));
  return side === 'up' ? rises : falls;
}

/** Sides in the order of their columns. */
export function sidesOf(apart: boolean): readonly RateSide[] {
  return apart ? ['up', 'down'] : ['both'];
}

/** Quarters, which the constant counts, then the moves by side and lag. */
export function designRow(change: RateChange, apart: boolean): readonly number[] {
  return [change.quarters, ...sidesOf(apart).flatMap((side) => onSide(side, change))];
}

/**
 * A regression in which a change over m quarters has the variance of m: every row and its change
 * are divided by the square root of m (rule EST-4).
 */
export function weightedRegression(
  changes: readonly RateChange[],
  rowOf: (change: RateChange) => readonly number[],
): { readonly rows: readonly (readonly number[])[]; readonly fit: Result<LinearFit> } {
  const root = ({ quarters }: RateChange) => Math.sqrt(quarters);
  const rows = changes.map((change) => rowOf(change).map((x) => x / root(change)));
  const observed = changes.map((change) => change.depositChange / root(change));
  return { rows, fit: ordinaryLeastSquares(rows, observed) };
}

/**
 * Change of a deposit rate on the changes of the policy rate in the same and in earlier quarters
 * (rules EST-4 to EST-6). Issues: `lag.lags`, `history.*`, `lag.too-few` (quarters, or quarters of
 * rising or of falling rates), `lag.collinear`.
 */
export function estimateDistributedLag(
  history: RateHistory,
  terms: DistributedLagTerms,
): Result<DistributedLag> {
  const { lags, apart } = terms;
  if (!Number.isInteger(lags) || lags < 0 || lags > LARGEST_LAG) {
    const expected = `a whole number of quarters from 0 to ${LARGEST_LAG}`;
    return fail(issue('lag.lags', 'lags', expected, String(lags)));
  }
  const changes = rateChanges(history, lags);
  if (!changes.ok) return changes;
  const shortage = tooFew(changes.value, terms);
  if (shortage !== undefined) return shortage;
  const regression = weightedRegression(changes.value, (change) => designRow(change, apart));
  const { rows, fit } = regression;
  if (!fit.ok) return notApart(fit);
  const width = studentHalfWidth(terms.confidence, fit.value.degreesOfFreedom);
  if (!width.ok) return width;
  const fitted: Fitted = { ...fit.value, halfWidth: width.value };
  const neweyWest = neweyWestCovariance(rows, fit.value, terms.neweyWestLags);
  const sides = sidesOf(apart).map((side, i) =>
    sideEstimate({ side, first: 1 + i * (lags + 1), changes: changes.value, fitted, neweyWest }),
  );
  const quarterAt = (at: number) => itemAt(history.quarters, itemAt(changes.value, at).index);
  return ok({
    observations: rows.length,
    firstQuarter: quarterAt(0),
    lastQuarter: quarterAt(rows.length - 1),
    degreesOfFreedom: fit.value.degreesOfFreedom,
    constant: combination(fitted, unit(0, itemAt(rows, 0).length)),
    residualStandardDeviation: fit.value.residualStandardDeviation,
    sides,
    doubts: sides.flatMap(doubtsOf),
  });
}

/** The words of the regression, in those of the reader. */
function notApart(failure: Failure): Failure {
  if (!failure.issues.some(({ code }) => code === 'ols.collinear')) return failure;
  const expected = 'moves of the policy rate whose lags can be told apart';
  return fail(issue('lag.collinear', 'history', expected, 'moves that repeat one another'));
}

function tooFew(
  changes: readonly RateChange[],
  { lags, apart }: DistributedLagTerms,
): Result<never> | undefined {
  const columns = 1 + sidesOf(apart).length * (lags + 1);
  const needed = columns + FEWEST_DEGREES_OF_FREEDOM;
  if (changes.length < needed) {
    const expected = `at least ${needed} changes between known costs for ${columns} coefficients`;
    return fail(issue('lag.too-few', 'history', expected, String(changes.length)));
  }
  const poor = sidesOf(apart).find((side) => ownMoves(side, changes) <= lags);
  if (poor === undefined) return undefined;
  const words = { up: 'rising rates', down: 'falling rates', both: 'moving rates' }[poor];
  const remedy = apart ? ', or both directions estimated together' : '';
  const expected = `at least ${lags + 1} quarters of ${words}${remedy}`;
  return fail(issue('lag.too-few', 'history', expected, String(ownMoves(poor, changes))));
}

/** Quarters in which the policy rate itself moved on a side. */
function ownMoves(side: RateSide, changes: readonly RateChange[]): number {
  return changes.filter((change) => onSide(side, change)[0] !== 0).length;
}

interface SideInput {
  readonly side: RateSide;
  /** Its first column. */
  readonly first: number;
  readonly changes: readonly RateChange[];
  readonly fitted: Fitted;
  readonly neweyWest: readonly (readonly number[])[];
}

function sideEstimate({ side, first, changes, fitted, neweyWest }: SideInput): SideEstimate {
  const columns = itemAt(changes, 0).rises.map((_, lag) => first + lag);
  const size = fitted.coefficients.length;
  const sum = Array.from({ length: size }, (_, i) => (columns.includes(i) ? 1 : 0));
  const beta = combination(fitted, sum);
  const moves = changes.filter((each) => onSide(side, each).some((move) => move !== 0)).length;
  return {
    side,
    moves,
    beta,
    neweyWestError: Math.sqrt(Math.max(0, quadraticForm(sum, neweyWest))),
    byLag: columns.map((column) => combination(fitted, unit(column, size))),
    meanLagMonths: beta.low > 0 ? meanLag(fitted, columns, beta.value) : null,
  };
}

/** 3 x sum of k b(k) over beta; its error by the delta method (rule EST-5). */
function meanLag(fitted: Fitted, columns: readonly number[], beta: number): Estimate {
  const weighted = columns.reduce((sum, c, k) => sum + k * itemAt(fitted.coefficients, c), 0);
  const quarters = weighted / beta;
  const gradient = fitted.coefficients.map((_, i) => {
    const lag = columns.indexOf(i);
    return lag < 0 ? 0 : (MONTHS_A_QUARTER * (lag - quarters)) / beta;
  });
  const { standardError } = combination(fitted, gradient);
  return estimateOf(MONTHS_A_QUARTER * quarters, standardError, fitted.halfWidth);
}

function unit(column: number, size: number): readonly number[] {
  return Array.from({ length: size }, (_, i) => (i === column ? 1 : 0));
}

function doubtsOf({ side, beta, byLag, meanLagMonths }: SideEstimate): readonly string[] {
  const doubts: string[] = [];
  if (beta.value < 0 || beta.value > LARGEST_BETA) {
    doubts.push(`${side}: a beta of ${beta.value.toFixed(2)} is outside 0 to ${LARGEST_BETA}`);
  }
  if (meanLagMonths === null) {
    doubts.push(`${side}: beta may be zero within its interval, so its lag is not told`);
  } else if (byLag.some(({ value }) => value < 0)) {
    doubts.push(`${side}: a coefficient is negative, so the mean lag is rough`);
  }
  return doubts;
}
