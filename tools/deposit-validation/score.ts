/** How well changes were predicted, bank by bank. */
export interface Score {
  readonly banks: number;
  /** Predicted less actual, mean over banks, basis points. */
  readonly biasBp: number;
  /** Mean absolute error, basis points. */
  readonly meanAbsoluteErrorBp: number;
  /** Rank correlation (Spearman) of predicted and actual; null where all predictions are one. */
  readonly rankCorrelation: number | null;
}

export interface PredictedAndActual {
  readonly predicted: number;
  readonly actual: number;
}

/** @throws when there is no bank. */
export function score(pairs: readonly PredictedAndActual[]): Score {
  if (pairs.length === 0) throw new Error('no bank to score');
  const mean = (of: (pair: PredictedAndActual) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  return {
    banks: pairs.length,
    biasBp: 10_000 * mean(({ predicted, actual }) => predicted - actual),
    meanAbsoluteErrorBp: 10_000 * mean(({ predicted, actual }) => Math.abs(predicted - actual)),
    rankCorrelation: correlation(
      ranks(pairs.map(({ predicted }) => predicted)),
      ranks(pairs.map(({ actual }) => actual)),
    ),
  };
}

/** Ranks from 1; equal values share the mean of their ranks. */
function ranks(values: readonly number[]): readonly number[] {
  const order = values.map((value, at) => ({ value, at })).toSorted((a, b) => a.value - b.value);
  const found = new Array<number>(values.length).fill(0);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end + 1 < order.length && order[end + 1]?.value === order[start]?.value) end += 1;
    for (const { at } of order.slice(start, end + 1)) found[at] = 1 + (start + end) / 2;
    start = end + 1;
  }
  return found;
}

function correlation(x: readonly number[], y: readonly number[]): number | null {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  let [xy, xx, yy] = [0, 0, 0];
  x.forEach((value, at) => {
    const [dx, dy] = [value - meanX, (y[at] ?? 0) - meanY];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  });
  return xx === 0 || yy === 0 ? null : xy / Math.sqrt(xx * yy);
}
