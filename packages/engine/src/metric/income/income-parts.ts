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
  const { parts } = sum;
  sum.total += times * more.total;
  parts.base += times * more.parts.base;
  parts.marketRate += times * more.parts.marketRate;
  parts.margin += times * more.parts.margin;
  parts.volume += times * more.parts.volume;
  parts.newBusiness += times * more.parts.newBusiness;
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
  const { table, row } = input;
  const start = row * INCOME_MONTHS;
  const end = start + INCOME_MONTHS;
  return overHorizons(input, horizons, {
    left: table.old.subarray(start, end),
    fresh: table.fresh.subarray(start, end),
  });
}

const NOTHING = new Float64Array(INCOME_MONTHS);

/** Filled and read within one call: making an array costs more than filling it. */
const LEFT = new Float64Array(INCOME_MONTHS);
const MOVES = new Float64Array(INCOME_MONTHS);

/**
 * The same without any new business (rule NII-8): the old balance runs off as its principal does.
 * @param principal what the row repays of par by month, USD million
 */
export function runOffParts(
  input: RowIncome,
  horizons: readonly number[],
  principal: Float64Array,
): Income[] {
  const { book } = input.program;
  const perPar = 1 + floatAt(book.premium, input.row);
  let balance = costOf(book, input.row);
  for (let t = 0; t < INCOME_MONTHS; t += 1) {
    LEFT[t] = balance;
    balance -= floatAt(principal, t) * perPar;
  }
  return overHorizons(input, horizons, { left: LEFT, fresh: NOTHING });
}

/** Old and new balances of the months 1 to 60 of a row, USD million. */
interface Balances {
  readonly left: Float64Array;
  readonly fresh: Float64Array;
}

/** Walks the months once and notes the parts at each horizon. */
function overHorizons(
  input: RowIncome,
  horizons: readonly number[],
  { left, fresh }: Balances,
): Income[] {
  const { program, table, row } = input;
  if (!hasCashFlow(program.book, row)) return horizons.map(noIncome);
  const notional = costOf(program.book, row);
  const rateNow = floatAt(program.book.rate, row);
  const moves = marketMoves(input);
  const income = noIncome();
  const { parts } = income;
  let month = 0;
  return horizons.map((horizon) => {
    for (; month < horizon; month += 1) {
      const at = row * INCOME_MONTHS + month;
      const rate = floatAt(table.oldRate, at);
      const moved = floatAt(moves, month);
      const old = floatAt(left, month);
      const earned = floatAt(fresh, month) * floatAt(table.freshRate, at);
      parts.base += (notional * rateNow) / 12;
      parts.marketRate += (notional * moved) / 12;
      parts.margin += (notional * (rate - rateNow - moved)) / 12;
      parts.volume += ((old - notional) * rate) / 12;
      parts.newBusiness += earned / 12;
      income.total += (old * rate + earned) / 12;
    }
    return { total: income.total, parts: { ...parts } };
  });
}

/** What the market rate of a row has moved since the date: zero for a fixed rate (NII-7). */
function marketMoves({ program, rates, row }: RowIncome): Float64Array {
  const { book } = program;
  const decays = textAt(book.principal, row) === 'decay';
  if (!decays && itemAt(book.floats, row) === 0) return NOTHING;
  const from = decays ? 0 : floatAt(book.resetMonth, row);
  const now = decays
    ? program.oneMonthRateNow
    : floatAt(book.rate, row) - floatAt(program.floatingMargin, row);
  const basis = basisOf(program, rates, row);
  for (let t = 0; t < INCOME_MONTHS; t += 1) {
    MOVES[t] = t < from ? 0 : floatAt(rates.oneMonth, t) + basis - now;
  }
  return MOVES;
}
