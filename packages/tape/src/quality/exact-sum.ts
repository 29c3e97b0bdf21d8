/** A sum that is the exact one, rounded once at the end. */
export interface ExactSum {
  readonly add: (value: number) => void;
  readonly total: () => number;
}

/**
 * Sums floats without rounding on the way, by partial sums that do not overlap (Shewchuk 1997), so
 * that every order of the rows gives the same bits. Values are finite and far from overflow.
 */
export function exactSum(): ExactSum {
  const partials: number[] = [];
  return {
    add: (value) => {
      let high = value;
      let kept = 0;
      for (const partial of partials) {
        const larger = Math.abs(high) < Math.abs(partial) ? partial : high;
        const smaller = larger === high ? partial : high;
        const sum = larger + smaller;
        const low = smaller - (sum - larger);
        high = sum;
        if (low === 0) continue;
        partials[kept] = low;
        kept += 1;
      }
      partials[kept] = high;
      partials.length = kept + 1;
    },
    total: () => roundedOnce(partials),
  };
}

/** Adds partials from the largest down until one is lost; mends a tie by the sign of the rest. */
function roundedOnce(partials: readonly number[]): number {
  let at = partials.length - 1;
  let high = partials[at] ?? 0;
  let low = 0;
  while (at > 0) {
    at -= 1;
    const next = partials[at] ?? 0;
    const sum = high + next;
    low = next - (sum - high);
    high = sum;
    if (low !== 0) break;
  }
  const rest = at > 0 ? (partials[at - 1] ?? 0) : 0;
  if ((low < 0 && rest < 0) || (low > 0 && rest > 0)) {
    const twice = low * 2;
    const mended = high + twice;
    if (twice === mended - high) return mended;
  }
  return high;
}
