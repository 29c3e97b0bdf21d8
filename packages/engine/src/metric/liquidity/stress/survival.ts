import type { MeasureInput, ScenarioView } from '../../view.js';
import { groupOf } from '../../view.js';
import { availableBy, stressedBooks } from '../funding-stress.js';
import { cashByDay, MONTH_DAYS, type RowCash, rowCashOf } from '../ladder/row-cash.js';
import type { LiquidityStress } from './input.js';
import { segmentOutflows } from './segment-outflow.js';

/** Longest horizon, days: the ladder is made for it once. */
export const MOST_DAYS = 360;

/** A stress in one scenario, read day by day. USD million. */
export interface StressPath {
  /** Deposits and borrowings that have left less loan cash that has come in, by a day. */
  readonly netOutflow: (day: number) => number;
  /** Counterbalancing capacity: what the sources of the run give by a day (RUN-1). */
  readonly capacity: (day: number) => number;
}

/** The stated stress met from the sources of the run (SURV-2 and SURV-3). */
export function stressPath(
  input: Pick<MeasureInput, 'program' | 'base' | 'liquidity'>,
  stress: LiquidityStress,
  view: ScenarioView,
): StressPath {
  const books = stressedBooks(input, view);
  const loans = groupCash(input, view, 'loans');
  const borrowings = groupCash(input, view, 'borrowings');
  const netOutflow = (day: number): number => {
    let outflow = (1 - stress.rolloverShare.value) * sumBy(borrowings, day);
    for (const { outflowUsdMillion } of segmentOutflows(stress, day)) outflow += outflowUsdMillion;
    return outflow - stress.loanInflowShare.value * sumBy(loans, day);
  };
  const capacity = (day: number): number => {
    let cash = 0;
    for (const source of input.liquidity.sources) cash += availableBy(books, source, day);
    return cash;
  };
  return { netOutflow, capacity };
}

/** Days met in full before the first that is not; the horizon when all are (SURV-4). */
export function survivalDays({ netOutflow, capacity }: StressPath, horizonDays: number): number {
  for (let day = 1; day <= horizonDays; day += 1) {
    if (netOutflow(day) > capacity(day)) return day - 1;
  }
  return horizonDays;
}

function groupCash(
  { program }: Pick<MeasureInput, 'program'>,
  view: ScenarioView,
  group: 'loans' | 'borrowings',
): RowCash[] {
  const cashOf = rowCashOf(program, 'contractual', MOST_DAYS / MONTH_DAYS);
  return program.book.id.flatMap((_, row) =>
    groupOf(program, row) === group ? [cashOf(view, row)] : [],
  );
}

function sumBy(rows: readonly RowCash[], day: number): number {
  let cash = 0;
  for (const row of rows) cash += cashByDay(row, day);
  return cash;
}
