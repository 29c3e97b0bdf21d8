import { fail, issue, itemAt, ok, type Result } from '../../foundation/index.js';
import { dot } from '../../numeric/index.js';

/** Change of value in one period of the history, USD million. */
export interface ValueMove {
  readonly id: string;
  /** Of the hedged item, its designated share alone. */
  readonly item: number;
  readonly hedge: number;
}

/** The convention of the field, no rule of ASC 815 (HEDGE-15). */
export const EFFECTIVE_FROM = 0.8;
export const EFFECTIVE_TO = 1.25;
export const LEAST_R_SQUARED = 0.8;

/** Fewer moves than this say nothing about a line. */
const FEWEST_MOVES = 4;

export interface Effectiveness {
  readonly moves: number;
  /** Of the hedge's change on minus the item's change: 1 is a perfect offset. */
  readonly slope: number;
  readonly intercept: number;
  readonly rSquared: number;
  /** Slope over its standard error; infinite offsets are told as null. */
  readonly tStatistic: number | null;
  readonly regressionPasses: boolean;
  /** Minus hedge over item of each period; null where the item did not move. */
  readonly offsets: readonly { readonly id: string; readonly ratio: number | null }[];
  /** Minus the sum of the hedge's changes over that of the item's, period after period. */
  readonly cumulativeOffset: number | null;
  readonly offsetPasses: boolean;
  /** Share of periods whose own ratio is within 80 to 125 per cent. */
  readonly shareOfPeriodsWithin: number;
}

/**
 * Accounting effectiveness over a history (HEDGE-15): ordinary least squares of the hedge's change
 * on minus the item's, and the dollar offset period by period and in sum. Issues:
 * `hedge.effectiveness` with fewer than four moves, or an item that always moves alike.
 */
export function effectivenessOf(moves: readonly ValueMove[]): Result<Effectiveness> {
  if (moves.length < FEWEST_MOVES) {
    const got = `${moves.length}`;
    return fail(issue('hedge.effectiveness', 'moves', `${FEWEST_MOVES} moves at least`, got));
  }
  const line = regression(moves);
  if (line === undefined) {
    return fail(issue('hedge.effectiveness', 'moves', 'an item that moves', 'the same each time'));
  }
  const offsets = moves.map(({ id, item, hedge }) => ({ id, ratio: offsetOf(item, hedge) }));
  const cumulativeOffset = offsetOf(
    sumOf(moves.map(({ item }) => item)),
    sumOf(moves.map(({ hedge }) => hedge)),
  );
  return ok({
    moves: moves.length,
    ...line,
    regressionPasses: within(line.slope) && line.rSquared >= LEAST_R_SQUARED,
    offsets,
    cumulativeOffset,
    offsetPasses: within(cumulativeOffset),
    shareOfPeriodsWithin: offsets.filter(({ ratio }) => within(ratio)).length / offsets.length,
  });
}

function within(ratio: number | null): boolean {
  return ratio !== null && ratio >= EFFECTIVE_FROM && ratio <= EFFECTIVE_TO;
}

/** Minus zero would be a ratio of its own: adding 0 makes it a plain 0. */
function offsetOf(item: number, hedge: number): number | null {
  return item === 0 ? null : -hedge / item + 0;
}

function regression(
  moves: readonly ValueMove[],
): Pick<Effectiveness, 'slope' | 'intercept' | 'rSquared' | 'tStatistic'> | undefined {
  const x = moves.map(({ item }) => -item);
  const y = moves.map(({ hedge }) => hedge);
  const meanX = sumOf(x) / x.length;
  const meanY = sumOf(y) / y.length;
  const fromX = x.map((each) => each - meanX);
  const fromY = y.map((each) => each - meanY);
  const spreadX = dot(fromX, fromX);
  if (!(spreadX > 0)) return undefined;
  const slope = dot(fromX, fromY) / spreadX;
  const intercept = meanY - slope * meanX;
  const left = y.map((each, at) => each - intercept - slope * itemAt(x, at));
  const unexplained = dot(left, left);
  const spreadY = dot(fromY, fromY);
  const error = Math.sqrt(unexplained / (x.length - 2) / spreadX);
  return {
    slope,
    intercept,
    rSquared: spreadY > 0 ? 1 - unexplained / spreadY : 0,
    tStatistic: error > 0 ? slope / error : null,
  };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0);
}
