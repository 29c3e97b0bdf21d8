import type { Book } from '../balance-sheet/index.js';
import { expm1, log1p, powInteger } from '../foundation/index.js';

/** Below this monthly rate 1 + rate loses the digits that the formula lives on. */
const TINY_RATE = 1e-6;
/** Tables kept for one book: one of more note rates works without the rest. */
const MOST_KEPT = 500;

/** Share of the balance that a level payment repays with `left` payments to go (rule CF-6). */
function scheduledShare(monthlyRate: number, left: number): number {
  if (monthlyRate === 0) return 1 / left;
  if (monthlyRate < TINY_RATE) return monthlyRate / expm1(left * log1p(monthlyRate));
  return monthlyRate / (powInteger(1 + monthlyRate, left) - 1);
}

const kept = new WeakMap<Book, Map<number, Float64Array>>();

/**
 * That share by payments to go, entry 0 unused: one table for all rows of a note rate and all
 * scenarios, kept with the book. Nothing can be seen of this but time.
 */
export function scheduledShares(book: Book, noteRate: number, most: number): Float64Array {
  const tables = kept.get(book) ?? new Map<number, Float64Array>();
  kept.set(book, tables);
  const known = tables.get(noteRate);
  if (known !== undefined) return known;
  const table = new Float64Array(most + 1);
  for (let left = 1; left <= most; left += 1) table[left] = scheduledShare(noteRate / 12, left);
  if (tables.size < MOST_KEPT) tables.set(noteRate, table);
  return table;
}
