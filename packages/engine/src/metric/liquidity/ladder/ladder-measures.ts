import { itemAt } from '../../../foundation/index.js';
import type { MeasureValue } from '../../measure.js';
import { type MeasureInput, sumByGroup, total } from '../../view.js';
import { swapCash } from './maturity-ladder.js';
import { cashByDay, type LadderKind, MONTH_DAYS, rowCashOf } from './row-cash.js';

const KINDS: readonly LadderKind[] = ['contractual', 'behavioural'];

/** Horizons of the cumulative gap: 30 days and a year. */
const HORIZONS = [
  { name: '30d', months: 1 },
  { name: '12m', months: 12 },
] as const;

const MOST_MONTHS = 12;

/** liquidity.gap.*: cumulative gap of both ladders, every scenario, by book (LADDER-5). */
export function ladderMeasures(input: Pick<MeasureInput, 'program' | 'scenarios'>): MeasureValue[] {
  const { program, scenarios } = input;
  return KINDS.flatMap((kind) => {
    const cashOf = rowCashOf(program, kind, MOST_MONTHS);
    return scenarios.flatMap((view) => {
      const rows = program.book.id.map((_, row) => cashOf(view, row));
      return HORIZONS.map(({ name, months }): MeasureValue => {
        const days = months * MONTH_DAYS;
        const books = sumByGroup(program, (row) => cashByDay(itemAt(rows, row), days), 'by side');
        const by = { ...books, hedges: swapCash(program, view, months) };
        const id = `liquidity.gap.${kind}.${name}`;
        return { id, scenario: view.id, unit: 'USD million', value: total(by), by };
      });
    });
  });
}
