import { textAt } from '../../balance-sheet/index.js';
import {
  costOf,
  INCOME_MONTHS,
  type IncomeTable,
  type TransferTerms,
} from '../../cash-flow/index.js';
import { decimalFromBp, floatAt, itemAt } from '../../foundation/index.js';
import { linearAt } from '../../numeric/index.js';
import type { MeasureInput, ScenarioView } from '../view.js';
import type { TransferPricing } from './transfer-pricing.js';

/** What happens to the balance sheet under transfer pricing: as NII-2 and NII-8. */
export type TransferMode = 'constant' | 'runOff';

/** A scenario with the transfer rates of all its rows. */
export interface TransferView {
  readonly view: ScenarioView;
  readonly terms: readonly (TransferTerms | null)[];
  readonly table: IncomeTable;
  readonly mode: TransferMode;
}

/** What a row earns and is charged, USD million over the horizon, its side not yet applied. */
export interface RowTransfer {
  /** Rate less transfer rate, on the balance: what the customer leaves. */
  margin: number;
  /** Transfer rate on the balance: what treasury is paid or pays. */
  transfer: number;
  /** Liquidity premium on the balance. */
  liquidity: number;
  /** Cost of the customer's option on the balance. */
  option: number;
}

/** One row over the first `months` months (rules FTP-8 to FTP-10). */
export function rowTransfer(
  { program, blocks }: MeasureInput,
  of: TransferView,
  row: number,
  months: number,
): RowTransfer {
  const sum: RowTransfer = { margin: 0, transfer: 0, liquidity: 0, option: 0 };
  const terms = of.terms[row] ?? null;
  const pricing = blocks.transferPricing;
  if (terms === null || pricing === undefined) return sum;
  const premium = premiumsOf(program, pricing, terms, row);
  const optionCost = optionCostOf(pricing, textAt(program.book.product, row)) ?? 0;
  const earned = of.view.flows.income;
  eachBalance(program, of, row, months, (at, old, fresh) => {
    const oldTransfer = floatAt(of.table.oldRate, at);
    const freshTransfer = floatAt(of.table.freshRate, at);
    sum.margin += (old * (floatAt(earned.oldRate, at) - oldTransfer)) / 12;
    sum.margin += (fresh * (floatAt(earned.freshRate, at) - freshTransfer)) / 12;
    sum.transfer += (old * oldTransfer + fresh * freshTransfer) / 12;
    sum.liquidity += (old * premium.old + fresh * premium.fresh) / 12;
    sum.option += ((premium.alike ? old + fresh : old) * optionCost) / 12;
  });
  return sum;
}

type Program = MeasureInput['program'];

/** Old and new balance at the start of each month, in the mode of the view. */
function eachBalance(
  program: Program,
  { view, mode }: TransferView,
  row: number,
  months: number,
  act: (at: number, old: number, fresh: number) => void,
): void {
  const { principal } = itemAt(view.flows.byRow, row);
  const perPar = 1 + floatAt(program.book.premium, row);
  let left = costOf(program.book, row);
  for (let t = 0; t < months; t += 1) {
    const at = row * INCOME_MONTHS + t;
    if (mode === 'runOff') act(at, left, 0);
    else act(at, floatAt(view.flows.income.old, at), floatAt(view.flows.income.fresh, at));
    left -= floatAt(principal, t) * perPar;
  }
}

/**
 * Premium of the old balance at its behavioural tenor and of new business at its own. `alike` is
 * false where the new balance is another's money: what refunds a deposit after a run (NII-4) and
 * what funds a line (DRAW-3).
 */
function premiumsOf(
  { book }: Program,
  { liquidityPremiums }: TransferPricing,
  { tenorMonths }: TransferTerms,
  row: number,
): { readonly old: number; readonly fresh: number; readonly alike: boolean } {
  const nodes = liquidityPremiums.map((premium) => premium.tenorMonths);
  const spreads = liquidityPremiums.map(({ spread }) => spread.value);
  const at = (months: number) => linearAt(nodes, spreads, months);
  const old = at(tenorMonths);
  const kind = textAt(book.principal, row);
  if (kind === 'decay') return { old, fresh: at(1), alike: false };
  const alike = kind !== 'line';
  const renewed = floatAt(book.reinvestTenorMonths, row);
  if (renewed > 0) return { old, fresh: at(renewed), alike };
  const fresh = itemAt(book.floats, row) === 1 ? old : at(1);
  return { old, fresh, alike };
}

/** Decimal a year; undefined where the pricing does not name the product. */
export function optionCostOf({ optionCosts }: TransferPricing, product: string) {
  const found = optionCosts.find((each) => each.product === product);
  return found === undefined ? undefined : decimalFromBp(found.costBp.value);
}
