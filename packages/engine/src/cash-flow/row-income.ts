import { textAt } from '../balance-sheet/index.js';
import { runShare } from '../behaviour/index.js';
import { floatAt, itemAt } from '../foundation/index.js';
import { INCOME_MONTHS, type Program } from './program.js';
import type { ScenarioRates } from './scenario-rates.js';

/**
 * Interest of months 1..24 on one unit of notional with the balance held constant (rules NII-2
 * to NII-4): what is repaid is replaced at once by new business of the same kind.
 */
export function rowIncome(
  program: Program,
  rates: ScenarioRates,
  row: number,
  principal: Float64Array,
  rowRate: Float64Array,
): Float64Array {
  const kind = textAt(program.book.principal, row);
  if (kind === 'decay') return depositIncome(program, rates, row, rowRate);
  const tenor = floatAt(program.book.reinvestTenorMonths, row);
  const spread = floatAt(program.book.reinvestSpread, row);
  const alike = tenor === 0 && itemAt(program.book.floats, row) === 1;
  const newFixed = rates.parByTenor.get(tenor);
  const income = new Float64Array(INCOME_MONTHS);
  let old = 1;
  let newBalance = 0;
  let newRate = 0;
  for (let t = 0; t < INCOME_MONTHS; t += 1) {
    const floating = alike ? floatAt(rowRate, t) : Math.max(0, floatAt(rates.oneMonth, t) + spread);
    const earned = newFixed === undefined ? floating : newRate;
    income[t] = (old * floatAt(rowRate, t) + newBalance * earned) / 12;
    const repaid = floatAt(principal, t);
    if (repaid === 0) continue;
    const market = newFixed === undefined ? 0 : Math.max(0, floatAt(newFixed, t + 1) + spread);
    newRate = (newBalance * newRate + repaid * market) / (newBalance + repaid);
    newBalance += repaid;
    old -= repaid;
  }
  return income;
}

/** A balance lost in a run is refunded at the one-month rate; the rest stays (NII-4, NMD-6). */
function depositIncome(
  program: Program,
  rates: ScenarioRates,
  row: number,
  rowRate: Float64Array,
): Float64Array {
  const model = itemAt(program.depositOf, row);
  if (model === null) throw new Error(`row ${row} decays but has no deposit model`);
  return Float64Array.from({ length: INCOME_MONTHS }, (_, t) => {
    const ran = runShare(model, t);
    return ((1 - ran) * floatAt(rowRate, t) + ran * floatAt(rates.oneMonth, t)) / 12;
  });
}
