import { textAt } from '../../balance-sheet/index.js';
import {
  basisOf,
  costOf,
  hasCashFlow,
  INCOME_MONTHS,
  type IncomeTable,
  type Program,
  type ScenarioRates,
} from '../../cash-flow/index.js';
import { floatAt, itemAt } from '../../foundation/index.js';

/** The parts of a net interest income, in the order in which they are shown (rule NII-7). */
export const INCOME_PARTS = ['base', 'marketRate', 'margin', 'volume', 'newBusiness'] as const;
export type IncomePart = (typeof INCOME_PARTS)[number];
export type IncomeParts = Record<IncomePart, number>;

/** An income, and the parts that add up to it but for rounding. */
export interface Income {
  total: number;
  readonly parts: IncomeParts;
}

export function noIncome(): Income {
  return {
    total: 0,
    parts: { base: 0, marketRate: 0, margin: 0, volume: 0, newBusiness: 0 },
  };
}

/** Adds `times` an income to `sum`. */
export function addIncome(sum: Income, more: Income, times: number): void {
  sum.total += times * more.total;
  for (const part of INCOME_PARTS) sum.parts[part] += times * more.parts[part];
}

export interface RowIncome {
  readonly program: Program;
  readonly rates: ScenarioRates;
  readonly table: IncomeTable;
  readonly row: number;
}

/**
 * Income of the first months of a row in parts that add up to it (rule NII-7), USD million, one
 * entry a horizon (ascending, months). With N the balance and r the rate of the date, m the market
 * rate of the row and o(t), r(t) the old balance and its rate in month t: base N r; market rate
 * N (m(t) - m); margin N ((r(t) - r) - (m(t) - m)); volume (o(t) - N) r(t); new business what was
 * placed since.
 */
export function incomeParts(input: RowIncome, horizons: readonly number[]): Income[] {
  const { program, table, row } = input;
  const notional = costOf(program.book, row);
  return overHorizons(input, horizons, (income, t) => {
    const at = row * INCOME_MONTHS + t;
    const old = floatAt(table.old, at);
    const rate = floatAt(table.oldRate, at);
    const earned = floatAt(table.fresh, at) * floatAt(table.freshRate, at);
    income.parts.volume += ((old - notional) * rate) / 12;
    income.parts.newBusiness += earned / 12;
    income.total += (old * rate + earned) / 12;
  });
}

/**
 * The same without any new business (rule NII-8): the old balance runs off as its principal does.
 * @param principal what the row repays of par by month, USD million
 */
export function runOffParts(
  input: RowIncome,
  horizons: readonly number[],
  principal: Float64Array,
): Income[] {
  const { program, table, row } = input;
  const perPar = 1 + floatAt(program.book.premium, row);
  const notional = costOf(program.book, row);
  let left = notional;
  return overHorizons(input, horizons, (income, t) => {
    const rate = floatAt(table.oldRate, row * INCOME_MONTHS + t);
    income.parts.volume += ((left - notional) * rate) / 12;
    income.total += (left * rate) / 12;
    left -= floatAt(principal, t) * perPar;
  });
}

/** Walks the months once; `addMonth` adds the total and what the balance sheet does. */
function overHorizons(
  input: RowIncome,
  horizons: readonly number[],
  addMonth: (income: Income, month: number) => void,
): Income[] {
  const { program, table, row } = input;
  if (!hasCashFlow(program.book, row)) return horizons.map(noIncome);
  const notional = costOf(program.book, row);
  const rateNow = floatAt(program.book.rate, row);
  const move = marketMove(input);
  const income = noIncome();
  const { parts } = income;
  let month = 0;
  return horizons.map((horizon) => {
    for (; month < horizon; month += 1) {
      const rate = floatAt(table.oldRate, row * INCOME_MONTHS + month);
      const moved = move(month);
      parts.base += (notional * rateNow) / 12;
      parts.marketRate += (notional * moved) / 12;
      parts.margin += (notional * (rate - rateNow - moved)) / 12;
      addMonth(income, month);
    }
    return { total: income.total, parts: { ...parts } };
  });
}

/** What the market rate of a row has moved since the date: zero for a fixed rate (NII-7). */
function marketMove({ program, rates, row }: RowIncome): (month: number) => number {
  const { book } = program;
  const { oneMonth } = rates;
  if (textAt(book.principal, row) === 'decay') {
    return (month) => floatAt(oneMonth, month) - program.oneMonthRateNow;
  }
  if (itemAt(book.floats, row) === 0) return () => 0;
  const reset = floatAt(book.resetMonth, row);
  const reference = floatAt(book.rate, row) - floatAt(program.floatingMargin, row);
  const basis = basisOf(program, rates, row);
  return (month) => (month < reset ? 0 : floatAt(oneMonth, month) + basis - reference);
}
