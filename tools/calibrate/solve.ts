/** A one-number search: where `gap` crosses zero. */
export interface Search {
  readonly start: number;
  readonly low: number;
  readonly high: number;
  readonly tolerance: number;
}

const MOST_STEPS = 40;

/**
 * Secant steps from `start`, kept inside the bracket, until |gap| <= tolerance.
 * @throws when the gap does not close: a calibration that fails is the author's to mend.
 */
export function secant(gap: (x: number) => number, search: Search): number {
  const { low, high, tolerance } = search;
  const inside = (x: number) => Math.min(high, Math.max(low, x));
  let x0 = inside(search.start);
  let g0 = gap(x0);
  let x1 = inside(x0 + (high - low) * 0.01);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (Math.abs(g0) <= tolerance) return x0;
    const g1 = gap(x1);
    if (Math.abs(g1) <= tolerance) return x1;
    if (g1 === g0) throw new Error(`no slope between ${x0} and ${x1}`);
    const next = inside(x1 - (g1 * (x1 - x0)) / (g1 - g0));
    x0 = x1;
    g0 = g1;
    x1 = next === x1 ? (x1 + low + high) / 3 : next;
  }
  throw new Error(`no root in ${low}..${high}: last gap ${g0} at ${x0}`);
}

/** The whole number in the bracket with the smallest |gap|, for a gap that falls or rises. */
export function nearestWhole(gap: (x: number) => number, search: Search): number {
  let low = Math.ceil(search.low);
  let high = Math.floor(search.high);
  const rising = gap(high) > gap(low);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (gap(middle) > 0 === rising) high = middle;
    else low = middle;
  }
  return Math.abs(gap(low)) <= Math.abs(gap(high)) ? low : high;
}
