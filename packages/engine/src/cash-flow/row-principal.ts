import { textAt } from '../balance-sheet/index.js';
import {
  conditionalPrepaymentRate,
  type DepositModel,
  depositPrincipal,
  hazardMultiples,
  type PrepaymentModel,
  singleMonthlyMortality,
} from '../behaviour/index.js';
import { expm1, floatAt, itemAt, log1p, powInteger } from '../foundation/index.js';
import { HORIZON_MONTHS, type Program } from './program.js';
import { rowRates } from './row-rates.js';
import type { ScenarioRates } from './scenario-rates.js';

/**
 * Principal repaid in months 1..360 on one unit of notional (rules CF-5 to CF-7 and the NMD rules).
 * Entry t is paid at the end of the month from t to t + 1; what is left is paid in month 360.
 */
export function rowPrincipal(program: Program, rates: ScenarioRates, row: number): Float64Array {
  const kind = textAt(program.book.principal, row);
  if (kind === 'even') return evenPrincipal(program, row);
  if (kind === 'level') return levelPrincipal(program, rates, row);
  if (kind === 'decay') return decayPrincipal(program, rates, row);
  return new Float64Array(HORIZON_MONTHS);
}

function evenPrincipal(program: Program, row: number): Float64Array {
  const first = floatAt(program.book.firstPrincipalMonth, row);
  const last = floatAt(program.book.maturityMonth, row);
  const paid = new Float64Array(HORIZON_MONTHS);
  const part = 1 / (last - first + 1);
  for (let month = first; month <= last; month += 1) {
    const at = Math.min(month, HORIZON_MONTHS) - 1;
    paid[at] = floatAt(paid, at) + part;
  }
  return paid;
}

/** Level payment at the note rate with prepayment by single monthly mortality (CF-6). */
function levelPrincipal(program: Program, rates: ScenarioRates, row: number): Float64Array {
  const term = Math.min(floatAt(program.book.maturityMonth, row), HORIZON_MONTHS);
  const noteRate = floatAt(program.book.noteRate, row);
  const model = itemAt(program.prepaymentOf, row);
  const paid = new Float64Array(HORIZON_MONTHS);
  let balance = 1;
  for (let t = 0; t < term; t += 1) {
    const scheduled = balance * scheduledShare(noteRate / 12, term - t);
    const smm = model === null ? 0 : mortality(model, noteRate, floatAt(rates.mortgage, t));
    const principal = scheduled + (balance - scheduled) * smm;
    paid[t] = principal;
    balance -= principal;
  }
  return paid;
}

function mortality(model: PrepaymentModel, noteRate: number, mortgageRate: number): number {
  return singleMonthlyMortality(conditionalPrepaymentRate(model, noteRate, mortgageRate));
}

/** Below this monthly rate 1 + rate loses the digits that the formula lives on. */
const TINY_RATE = 1e-6;

/** Share of the balance that a level payment repays with `left` payments to go. */
function scheduledShare(monthlyRate: number, left: number): number {
  if (monthlyRate === 0) return 1 / left;
  if (monthlyRate < TINY_RATE) return monthlyRate / expm1(left * log1p(monthlyRate));
  return monthlyRate / (powInteger(1 + monthlyRate, left) - 1);
}

function decayPrincipal(program: Program, rates: ScenarioRates, row: number): Float64Array {
  const model = itemAt(program.depositOf, row);
  if (model === null) throw new Error(`row ${row} decays but has no deposit model`);
  return depositPrincipal(model, HORIZON_MONTHS, rowHazardMultiples(program, rates, row, model));
}

/** The rate paid is wanted only where decay answers to it. */
function rowHazardMultiples(
  program: Program,
  rates: ScenarioRates,
  row: number,
  model: DepositModel,
): Float64Array | null {
  if (model.rateGap === undefined) return null;
  const gapRates = {
    oneMonth: rates.oneMonth,
    paid: rowRates(program, rates, row),
    oneMonthNow: program.oneMonthRateNow,
    paidNow: floatAt(program.book.rate, row),
  };
  return hazardMultiples(model, gapRates, HORIZON_MONTHS);
}
