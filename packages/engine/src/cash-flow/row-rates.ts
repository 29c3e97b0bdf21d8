import { textAt } from '../balance-sheet/index.js';
import { depositRatePath, migratedShare } from '../behaviour/index.js';
import { floatAt, itemAt } from '../foundation/index.js';
import { HORIZON_MONTHS } from './program.js';
import type { RowProgram } from './row-program.js';
import { rowPenaltyFactors } from './row-redemption.js';
import type { ScenarioRates } from './scenario-rates.js';

/**
 * The interest rate of a row in each month, decimal a year (rules CF-3, CF-4, NMD-2 to NMD-5,
 * REDEEM-4).
 * Entry t is the rate of the month from t to t + 1.
 */
export function rowRates(program: RowProgram, rates: ScenarioRates, row: number): Float64Array {
  if (textAt(program.book.principal, row) === 'decay') return depositRates(program, rates, row);
  const path = contractRates(program, rates, row);
  const factors = rowPenaltyFactors(program, rates, row);
  return factors === null ? path : path.map((rate, t) => rate * floatAt(factors, t));
}

/** The fixed rate, or the floating one from its reset on (CF-4). */
function contractRates(program: RowProgram, rates: ScenarioRates, row: number): Float64Array {
  const { book } = program;
  const now = floatAt(book.rate, row);
  if (itemAt(book.floats, row) === 0) return new Float64Array(HORIZON_MONTHS).fill(now);
  const reset = floatAt(book.resetMonth, row);
  const margin = floatAt(program.floatingMargin, row);
  const basis = basisOf(program, rates, row);
  const path = new Float64Array(HORIZON_MONTHS).fill(now);
  for (let t = reset; t < HORIZON_MONTHS; t += 1) {
    path[t] = Math.max(0, margin + floatAt(rates.oneMonth, t) + basis);
  }
  return path;
}

/** What the scenario moves the row's index apart from the curve (rule SCEN-9). */
export function basisOf({ book }: RowProgram, { basis }: ScenarioRates, row: number): number {
  const index = textAt(book.rateIndex, row);
  return index === 'treasury' || index === 'sofr' || index === 'prime' || index === 'mortgage'
    ? basis[index]
    : 0;
}

function depositRates(program: RowProgram, rates: ScenarioRates, row: number): Float64Array {
  const model = itemAt(program.depositOf, row);
  if (model === null) throw new Error(`row ${row} decays but has no deposit model`);
  const pathOf = (m: typeof model, now: number) =>
    depositRatePath(m, now, rates.oneMonth, program.oneMonthRateNow, HORIZON_MONTHS);
  const own = pathOf(model, floatAt(program.book.rate, row));
  const target = itemAt(program.migrationOf, row);
  if (target === null) return own;
  const other = pathOf(target.model, target.rateNow);
  return own.map((rate, t) => {
    const moved = migratedShare(model, t + 1);
    return (1 - moved) * rate + moved * floatAt(other, t);
  });
}
