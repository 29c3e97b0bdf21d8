import { textAt } from '../balance-sheet/index.js';
import { exp, floatAt } from '../foundation/index.js';
import { type Flows, HORIZON_MONTHS, type Program, type RowFlows } from './program.js';
import type { ScenarioRates } from './scenario-rates.js';

/**
 * Value of every row, USD million, positive for assets and liabilities alike (rule EVE-2): its
 * cash flows discounted at the scenario's zero rate plus the row's spread; rows without cash
 * flows stand at their carrying amount.
 */
export function rowValues(program: Program, rates: ScenarioRates, flows: RowFlows): Float64Array {
  const { book } = program;
  return Float64Array.from({ length: book.id.length }, (_, row) =>
    textAt(book.principal, row) === 'none'
      ? floatAt(book.carryingUsdMillion, row)
      : discountedRow(flows, rates, row, spreadOf(program, row)),
  );
}

/** Spread over the zero curve at which a row is discounted (EVE-3, NMD-4). */
function spreadOf(program: Program, row: number): number {
  const model = program.depositOf[row];
  return floatAt(program.book.discountSpread, row) + (model?.valuationSpread.value ?? 0);
}

function discountedRow(flows: RowFlows, rates: ScenarioRates, row: number, spread: number): number {
  const start = row * HORIZON_MONTHS;
  const monthlyFactor = exp(-spread / 12);
  let factor = 1;
  let value = 0;
  for (let t = 0; t < HORIZON_MONTHS; t += 1) {
    factor *= monthlyFactor;
    const paid =
      floatAt(flows.principal, start + t) +
      floatAt(flows.interest, start + t) +
      floatAt(flows.servicing, start + t);
    value += paid * floatAt(rates.discount, t + 1) * factor;
  }
  return value;
}

/** Value of every swap to the bank, USD million (rule EVE-4). */
export function swapValues(program: Program, rates: ScenarioRates, flows: Flows): Float64Array {
  return Float64Array.from({ length: program.swaps.length }, (_, index) => {
    let value = 0;
    for (let t = 0; t < HORIZON_MONTHS; t += 1) {
      value += floatAt(flows.swapNet, index * HORIZON_MONTHS + t) * floatAt(rates.discount, t + 1);
    }
    return value;
  });
}
