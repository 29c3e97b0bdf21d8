import { fail, issue, ok, type Result } from '../../foundation/index.js';
import { BASEL_D368 } from './basel-d368.js';
import { BASEL_D578 } from './basel-d578.js';
import { EU_2024_856 } from './eu-2024-856.js';
import type { ShockTable } from './shock-table.js';

/** How far a currency's rates move, positive basis points. */
export interface ShockSize {
  readonly parallelBp: number;
  readonly shortBp: number;
  readonly longBp: number;
}

const TABLES = {
  'basel-d368': BASEL_D368,
  'basel-d578': BASEL_D578,
  'eu-2024-856': EU_2024_856,
} as const satisfies Readonly<Record<string, ShockTable>>;

/** A rule that prescribes shock sizes by currency. */
export type ShockRule = keyof typeof TABLES;

export const SHOCK_RULES: readonly ShockRule[] = ['basel-d368', 'basel-d578', 'eu-2024-856'];

/** Currencies with a shock size, in alphabetical order. */
export function shockCurrencies(rule: ShockRule): string[] {
  return Object.keys(TABLES[rule]).toSorted();
}

/**
 * The prescribed shock size of a currency (rule SCEN-3). Issue `scenario.no-shock-size` at `path`
 * for a currency that the rule does not list: no other currency stands in for it.
 */
export function shockSize(
  { rule, currency }: { readonly rule: ShockRule; readonly currency: string },
  path = 'currency',
): Result<ShockSize> {
  const table: ShockTable = TABLES[rule];
  const row = Object.hasOwn(table, currency) ? table[currency] : undefined;
  if (row === undefined) {
    const expected = `a currency of ${rule}: ${shockCurrencies(rule).join(', ')}`;
    return fail(issue('scenario.no-shock-size', path, expected, currency));
  }
  const [parallelBp, shortBp, longBp] = row;
  return ok({ parallelBp, shortBp, longBp });
}
