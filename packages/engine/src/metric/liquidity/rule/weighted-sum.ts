import type { RuleFactor } from './factor.js';
import type { RuleItem } from './input.js';

/**
 * The row of a category.
 * @throws when the table has no such category: the door refuses it, a programmer's error here.
 */
export function factorOf<F extends RuleFactor>(table: readonly F[], category: string): F {
  const row = table.find(({ id }) => id === category);
  if (row === undefined) throw new Error(`no category ${category} in the table of the rule`);
  return row;
}

/** Sum of factor x amount, USD million. */
export function weightedSum(items: readonly RuleItem[], table: readonly RuleFactor[]): number {
  let sum = 0;
  for (const { category, amountUsdMillion } of items) {
    sum += factorOf(table, category).factor * amountUsdMillion.value;
  }
  return sum;
}
