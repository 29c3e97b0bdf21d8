import { floatAt } from '../foundation/index.js';

/** Means of several series and their standard errors, in the order of the series. */
export interface Moments {
  readonly mean: Float64Array;
  readonly standardError: Float64Array;
}

/** Takes one draw of every series after the other, and tells what they come to. */
export interface GroupMoments {
  readonly add: (draw: Float64Array) => void;
  /** Throws RangeError with less than two whole groups. */
  readonly moments: () => Moments;
}

/**
 * Mean and standard error of many series at once where draws come in groups of `groupSize` that
 * share random numbers (rule STAT-5): from the means of groups, which are independent, by the
 * running sums of Welford; nothing is kept of a draw.
 */
export function groupMoments(series: number, groupSize: number): GroupMoments {
  const mean = new Float64Array(series);
  const squares = new Float64Array(series);
  const sum = new Float64Array(series);
  let groups = 0;
  let inGroup = 0;
  const closeGroup = (): void => {
    groups += 1;
    for (let index = 0; index < series; index += 1) {
      const value = floatAt(sum, index) / groupSize;
      const before = value - floatAt(mean, index);
      mean[index] = floatAt(mean, index) + before / groups;
      squares[index] = floatAt(squares, index) + before * (value - floatAt(mean, index));
    }
    sum.fill(0);
    inGroup = 0;
  };
  return {
    add: (draw) => {
      for (let index = 0; index < series; index += 1) {
        sum[index] = floatAt(sum, index) + floatAt(draw, index);
      }
      inGroup += 1;
      if (inGroup === groupSize) closeGroup();
    },
    moments: () => {
      if (groups < 2 || inGroup > 0) throw new RangeError(`${groups} groups and ${inGroup} draws`);
      const standardError = squares.map((value) => Math.sqrt(value / (groups - 1) / groups));
      return { mean: mean.slice(), standardError };
    },
  };
}
