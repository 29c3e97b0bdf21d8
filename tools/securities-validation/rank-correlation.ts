/**
 * Spearman's rank correlation; equal values share the mean of their ranks.
 * @throws RangeError for what is no number: it has no rank.
 */
export function rankCorrelation(left: readonly number[], right: readonly number[]): number {
  return correlation(ranks(left), ranks(right));
}

function ranks(values: readonly number[]): number[] {
  if (!values.every(Number.isFinite)) throw new RangeError('a value without a rank');
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  const found: number[] = [];
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && order[to]?.value === order[from]?.value) to += 1;
    for (const { at } of order.slice(from, to)) found[at] = (from + to - 1) / 2;
    from = to;
  }
  return found;
}

function correlation(left: readonly number[], right: readonly number[]): number {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middleLeft, middleRight] = [mean(left), mean(right)];
  let together = 0;
  let alone = 0;
  let other = 0;
  left.forEach((value, at) => {
    const x = value - middleLeft;
    const y = (right[at] ?? 0) - middleRight;
    together += x * y;
    alone += x * x;
    other += y * y;
  });
  return together / Math.sqrt(alone * other);
}
