import { itemAt, type Market } from '@almfes/engine';

/** Par yield at a term, linear between quotes and flat outside, decimal. */
export function parYieldAt({ parQuotes }: Market, months: number): number {
  const after = parQuotes.findIndex(({ tenorMonths }) => tenorMonths >= months);
  if (after === 0) return itemAt(parQuotes, 0).rate;
  if (after === -1) return itemAt(parQuotes, parQuotes.length - 1).rate;
  const [left, right] = [itemAt(parQuotes, after - 1), itemAt(parQuotes, after)];
  const share = (months - left.tenorMonths) / (right.tenorMonths - left.tenorMonths);
  return left.rate + share * (right.rate - left.rate);
}
