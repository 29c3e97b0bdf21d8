import { textAt } from '../balance-sheet/index.js';
import { runShare } from '../behaviour/index.js';
import { floatAt, itemAt } from '../foundation/index.js';
import { costOf } from './fixed-parts.js';
import { INCOME_MONTHS, type IncomeTable, type Program } from './program.js';
import type { ScenarioRates } from './scenario-rates.js';

/** A row in a scenario, ready for its income. `principal` is USD million of par by month. */
export interface RowForIncome {
  readonly program: Program;
  readonly rates: ScenarioRates;
  readonly row: number;
  readonly principal: Float64Array;
  readonly rowRate: Float64Array;
  /** Months of income asked for, at most 60. */
  readonly months: number;
}

/**
 * On what terms business is replaced and grows; `growth` is USD million a month. What customers
 * pay is not below zero; a transfer rate has no floor (minus infinity).
 */
export interface NewBusiness {
  readonly tenorMonths: number;
  readonly spread: number;
  readonly growth: number;
  readonly floorRate: number;
}

export function emptyIncome(rows: number): IncomeTable {
  const size = rows * INCOME_MONTHS;
  return {
    old: new Float64Array(size),
    oldRate: new Float64Array(size),
    fresh: new Float64Array(size),
    freshRate: new Float64Array(size),
  };
}

/**
 * Balances and rates of months 1..60 with the balance held constant (rules NII-2 to NII-4): what
 * is repaid is replaced at once by new business, on the terms of the book or of a plan.
 */
export function setRowIncome(table: IncomeTable, input: RowForIncome, plan?: NewBusiness): void {
  const { book } = input.program;
  const { row } = input;
  const terms = plan ?? {
    tenorMonths: floatAt(book.reinvestTenorMonths, row),
    spread: floatAt(book.reinvestSpread, row),
    growth: 0,
    floorRate: 0,
  };
  if (textAt(book.principal, row) === 'decay') setDepositIncome(table, input, terms);
  else if (terms.tenorMonths === 0) setFloatingRenewal(table, input, terms, plan !== undefined);
  else setFixedRenewal(table, input, terms);
}

/**
 * What a row repays and what is placed, by month: filled and read within one call, and made once,
 * because making an array costs more than filling it.
 */
const REPAID = new Float64Array(INCOME_MONTHS);
const PLACED = new Float64Array(INCOME_MONTHS);

/**
 * Sets the old balance of a row, walked down month by month, and what it repays; true when it
 * repays anything.
 */
function setOldBalance(
  { program, row, principal, rowRate, months }: RowForIncome,
  table: IncomeTable,
): boolean {
  const perPar = 1 + floatAt(program.book.premium, row);
  let old = costOf(program.book, row);
  let repays = false;
  for (let t = 0; t < months; t += 1) {
    const at = row * INCOME_MONTHS + t;
    table.old[at] = old;
    table.oldRate[at] = floatAt(rowRate, t);
    const part = floatAt(principal, t) * perPar;
    REPAID[t] = part;
    old -= part;
    repays ||= part !== 0;
  }
  return repays;
}

/** Tenor 0: new business earns the one-month rate plus spread, or what the row itself earns. */
function setFloatingRenewal(
  table: IncomeTable,
  input: RowForIncome,
  terms: NewBusiness,
  planned: boolean,
): void {
  const { program, rates, row, rowRate, months } = input;
  const alike = !planned && itemAt(program.book.floats, row) === 1;
  setOldBalance(input, table);
  let fresh = 0;
  for (let t = 0; t < months; t += 1) {
    const at = row * INCOME_MONTHS + t;
    table.fresh[at] = fresh;
    table.freshRate[at] = alike
      ? floatAt(rowRate, t)
      : Math.max(terms.floorRate, floatAt(rates.oneMonth, t) + terms.spread);
    fresh += floatAt(REPAID, t) + terms.growth;
  }
}

/**
 * Tenor above 0: what is placed at the end of month t earns the par rate of the start of month
 * t + 1 plus spread until its tenor ends, and is then placed again (NII-3).
 */
function setFixedRenewal(table: IncomeTable, input: RowForIncome, terms: NewBusiness): void {
  const { row, months, rates } = input;
  if (!setOldBalance(input, table) && terms.growth === 0) return;
  const path = rates.parPath(terms.tenorMonths);
  let fresh = 0;
  let interest = 0;
  const rateAt = (month: number) => Math.max(terms.floorRate, floatAt(path, month) + terms.spread);
  for (let t = 0; t < months; t += 1) {
    const at = row * INCOME_MONTHS + t;
    table.fresh[at] = fresh;
    table.freshRate[at] = fresh === 0 ? 0 : interest / fresh;
    const due = t - terms.tenorMonths;
    const renewed = due >= 0 ? floatAt(PLACED, due) : 0;
    const more = floatAt(REPAID, t) + terms.growth;
    PLACED[t] = more + renewed;
    if (more + renewed === 0) continue;
    if (renewed !== 0) interest -= renewed * rateAt(due + 1);
    interest += (more + renewed) * rateAt(t + 1);
    fresh += more;
  }
}

/**
 * Deposits keep their balance; what is lost in a run is refunded at the one-month rate (NII-4,
 * NMD-6). Growth by plan is paid like the old balance, plus the plan's spread.
 */
function setDepositIncome(table: IncomeTable, input: RowForIncome, terms: NewBusiness): void {
  const { program, rates, row, rowRate } = input;
  const model = itemAt(program.depositOf, row);
  if (model === null) throw new Error(`row ${row} decays but has no deposit model`);
  const notional = floatAt(program.book.notionalUsdMillion, row);
  for (let t = 0; t < input.months; t += 1) {
    const at = row * INCOME_MONTHS + t;
    const lost = notional * runShare(model, t);
    const grown = terms.growth * t;
    table.old[at] = notional - lost;
    table.oldRate[at] = floatAt(rowRate, t);
    table.fresh[at] = lost + grown;
    table.freshRate[at] = freshDepositRate(lost, grown, {
      oneMonth: floatAt(rates.oneMonth, t),
      paid: Math.max(
        terms.floorRate,
        floatAt(rowRate, t) + (terms.growth === 0 ? 0 : terms.spread),
      ),
    });
  }
}

function freshDepositRate(
  lost: number,
  grown: number,
  rate: { readonly oneMonth: number; readonly paid: number },
): number {
  if (lost + grown === 0) return 0;
  return (lost * rate.oneMonth + grown * rate.paid) / (lost + grown);
}
