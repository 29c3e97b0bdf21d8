import { textAt } from '../balance-sheet/index.js';
import {
  type DepositModel,
  type DrawdownModel,
  depositPrincipal,
  drawdownAnswersToRates,
  hazardMultiples,
  linePrincipal,
  redemptionAnswersToRates,
  singleMonthlyMortality,
  speedAnswersToRates,
} from '../behaviour/index.js';
import { floatAt, itemAt, powInteger } from '../foundation/index.js';
import { poolMortality } from './mortality.js';
import { HORIZON_MONTHS } from './program.js';
import type { RowProgram } from './row-program.js';
import { rowRates } from './row-rates.js';
import { redemptionOfRow, rowRedemption } from './row-redemption.js';
import type { ScenarioRates } from './scenario-rates.js';
import { scheduledShares } from './scheduled-share.js';

/**
 * Principal repaid in months 1..360 on one unit of notional (rules CF-5 to CF-7 and those of the
 * behaviour models). Entry t is paid at the end of the month from t to t + 1; what is left is paid
 * in month 360. `rates` may be null where `principalAnswersToRates` is false.
 */
export function rowPrincipal(
  program: RowProgram,
  rates: ScenarioRates | null,
  row: number,
): Float64Array {
  const kind = textAt(program.book.principal, row);
  const redemption = redemptionOfRow(program, row);
  if (redemption !== null) return rowRedemption(program, redemption, rates, row).principal;
  if (kind === 'even') return evenPrincipal(program, row);
  if (kind === 'level') return levelPrincipal(program, rates, row);
  if (kind === 'decay') return decayPrincipal(program, rates, row);
  if (kind === 'line') return drawnPrincipal(program, rates, row);
  return new Float64Array(HORIZON_MONTHS);
}

/** False when the row repays the same in every scenario. */
export function principalAnswersToRates(program: RowProgram, row: number): boolean {
  const kind = textAt(program.book.principal, row);
  const prepayment = itemAt(program.prepaymentOf, row);
  if (kind === 'level') return prepayment !== null && speedAnswersToRates(prepayment);
  if (kind === 'decay') return itemAt(program.depositOf, row)?.rateGap !== undefined;
  if (kind === 'line') return drawdownAnswersToRates(drawdownOfRow(program, row));
  const redemption = redemptionOfRow(program, row);
  return redemption !== null && redemptionAnswersToRates(redemption);
}

function evenPrincipal(program: RowProgram, row: number): Float64Array {
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
function levelPrincipal(
  program: RowProgram,
  rates: ScenarioRates | null,
  row: number,
): Float64Array {
  return principalAt(program, rowMortality(program, rates, row), row);
}

/** The same with the mortality given, month by month. */
function principalAt({ book }: RowProgram, mortality: Float64Array, row: number): Float64Array {
  const term = Math.min(floatAt(book.maturityMonth, row), HORIZON_MONTHS);
  const shares = scheduledShares(book, floatAt(book.noteRate, row), HORIZON_MONTHS);
  const paid = new Float64Array(HORIZON_MONTHS);
  let balance = 1;
  for (let t = 0; t < term; t += 1) {
    const scheduled = balance * floatAt(shares, term - t);
    const principal = scheduled + (balance - scheduled) * floatAt(mortality, t);
    paid[t] = principal;
    balance -= principal;
  }
  return paid;
}

/**
 * Principal of one unit of a level position that prepays, at its CPR in `rates` times `scalar`,
 * month by month and at most all of it (rule STANDARD-7); null for any other position.
 */
export function scaledPrepayment(
  program: RowProgram,
  rates: ScenarioRates,
  { row, scalar }: { readonly row: number; readonly scalar: number },
): Float64Array | null {
  const prepays = itemAt(program.prepaymentOf, row) !== null;
  if (!prepays || textAt(program.book.principal, row) !== 'level') return null;
  const mortality = rowMortality(program, rates, row).map((monthly) =>
    singleMonthlyMortality(Math.min(1, scalar * (1 - powInteger(1 - monthly, 12)))),
  );
  return principalAt(program, mortality, row);
}

const NO_PREPAYMENT = new Float64Array(HORIZON_MONTHS);
/** Stands for the mortgage rates of any scenario where the speed does not look at them. */
const NO_RATES = new Float64Array(HORIZON_MONTHS);

function rowMortality(program: RowProgram, rates: ScenarioRates | null, row: number): Float64Array {
  const model = itemAt(program.prepaymentOf, row);
  if (model === null) return NO_PREPAYMENT;
  const pool = {
    noteRate: floatAt(program.book.noteRate, row),
    ageMonths: floatAt(program.book.ageMonths, row),
  };
  const mortgage = speedAnswersToRates(model) ? given(rates, row).mortgage : NO_RATES;
  return poolMortality(model, pool, mortgage);
}

function decayPrincipal(
  program: RowProgram,
  rates: ScenarioRates | null,
  row: number,
): Float64Array {
  const model = itemAt(program.depositOf, row);
  if (model === null) throw new Error(`row ${row} decays but has no deposit model`);
  return depositPrincipal(model, HORIZON_MONTHS, rowHazardMultiples(program, rates, row, model));
}

/** The rate paid is wanted only where decay answers to it. */
function rowHazardMultiples(
  program: RowProgram,
  rates: ScenarioRates | null,
  row: number,
  model: DepositModel,
): Float64Array | null {
  if (model.rateGap === undefined) return null;
  const scenario = given(rates, row);
  const gapRates = {
    oneMonth: scenario.oneMonth,
    paid: rowRates(program, scenario, row),
    oneMonthNow: program.oneMonthRateNow,
    paidNow: floatAt(program.book.rate, row),
  };
  return hazardMultiples(model, gapRates, HORIZON_MONTHS);
}

/** A line is drawn at the one-month rates of the scenario and repaid at its end (DRAW-2). */
function drawnPrincipal(
  program: RowProgram,
  rates: ScenarioRates | null,
  row: number,
): Float64Array {
  const model = drawdownOfRow(program, row);
  const maturity = floatAt(program.book.maturityMonth, row);
  const oneMonthNow = program.oneMonthRateNow;
  const of = drawdownAnswersToRates(model)
    ? { oneMonth: given(rates, row).oneMonth, oneMonthNow }
    : null;
  return linePrincipal(model, maturity, of, HORIZON_MONTHS);
}

function drawdownOfRow(program: RowProgram, row: number): DrawdownModel {
  const model = itemAt(program.drawdownOf, row);
  if (model === null) throw new Error(`row ${row} is a line but has no drawdown model`);
  return model;
}

function given(rates: ScenarioRates | null, row: number): ScenarioRates {
  if (rates === null) throw new Error(`row ${row} answers to rates: none are given`);
  return rates;
}
