import { itemAt } from '../foundation/index.js';
import { INCOME_MONTHS, type IncomeTable, type Program, type RowFlows } from './program.js';
import type { ScenarioRates } from './scenario-rates.js';

/** Rows that were projected and valued before, on the same book and the same rates. */
export interface KnownRows {
  readonly program: Program;
  readonly rates: ScenarioRates;
  readonly flows: RowFlows;
  readonly values: Float64Array;
}

type Models = Pick<
  Program,
  'book' | 'depositOf' | 'migrationOf' | 'prepaymentOf' | 'redemptionOf' | 'drawdownOf'
>;

/**
 * True when a row has the very models it had: what it pays on the same rates is then the same to
 * the last bit (rule EVAL-3), because a Change replaces a model it edits and no other.
 */
export function sameModels(one: Models, other: Models, row: number): boolean {
  return (
    one.book === other.book &&
    one.depositOf[row] === other.depositOf[row] &&
    one.prepaymentOf[row] === other.prepaymentOf[row] &&
    one.redemptionOf[row] === other.redemptionOf[row] &&
    one.drawdownOf[row] === other.drawdownOf[row] &&
    one.migrationOf[row]?.model === other.migrationOf[row]?.model &&
    one.migrationOf[row]?.rateNow === other.migrationOf[row]?.rateNow
  );
}

/** Copies the income of a row from one table to another of the same book. */
export function copyIncome(from: IncomeTable, to: IncomeTable, row: number): void {
  const start = row * INCOME_MONTHS;
  for (const part of ['old', 'oldRate', 'fresh', 'freshRate'] as const) {
    to[part].set(from[part].subarray(start, start + INCOME_MONTHS), start);
  }
}

/** The known value of a row whose flows are the known ones; undefined where they are not. */
export function knownValue(
  known: KnownRows | undefined,
  program: Program,
  flows: RowFlows,
  row: number,
): number | undefined {
  if (known === undefined || !sameModels(program, known.program, row)) return undefined;
  const same = itemAt(flows.byRow, row) === itemAt(known.flows.byRow, row);
  return same ? itemAt(known.values, row) : undefined;
}
