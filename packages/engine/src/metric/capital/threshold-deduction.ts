/**
 * What the items deduct from CET1, USD million: each is deducted as far as it exceeds `share` of
 * CET1 before these deductions (rule CPATH-6).
 */
export function thresholdDeduction(
  cet1Before: number,
  items: readonly number[],
  share: number,
): number {
  let deducted = 0;
  for (const item of items) deducted += Math.max(0, item - share * Math.max(0, cet1Before));
  return deducted;
}

/**
 * CET1 before the deductions, from CET1 after them. Where the k greatest items bind it is
 * (CET1 + their sum) / (1 + share x k); the k that holds is the one whose next item does not bind.
 */
export function cet1BeforeDeduction(cet1: number, items: readonly number[], share: number): number {
  const greatestFirst = [...items].sort((a, b) => b - a);
  let sum = cet1;
  for (let bound = 0; bound <= greatestFirst.length; bound += 1) {
    const before = sum / (1 + share * bound);
    const next = greatestFirst[bound] ?? 0;
    if (before >= 0 && next <= share * before) return before;
    sum += next;
  }
  return sum;
}
