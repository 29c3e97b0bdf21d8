import { floatAt, itemAt } from '../foundation/index.js';
import {
  hasCashFlow,
  interestAt,
  openingOf,
  parOf,
  paysCoupon,
  type RunningBalance,
} from './fixed-parts.js';
import { projectHedges } from './hedge/hedge-flows.js';
import {
  type Flows,
  HORIZON_MONTHS,
  INCOME_MONTHS,
  type IncomeTable,
  type Program,
  type RowFlow,
  type RowFlows,
} from './program.js';
import { emptyIncome, setRowIncome } from './row-income.js';
import { rowPrincipal } from './row-principal.js';
import { rowRates } from './row-rates.js';
import { redemptionOfRow } from './row-redemption.js';
import type { ScenarioRates } from './scenario-rates.js';

/** Projects every row and hedge month by month in one scenario (rule CF-1). */
export function project(program: Program, rates: ScenarioRates): Flows {
  return { ...projectRows(program, rates), ...projectHedges(program, rates) };
}

/** The rows alone: they do not depend on the hedges. */
function projectRows(program: Program, rates: ScenarioRates): RowFlows {
  const income = emptyIncome(program.book.id.length);
  const byRow = program.book.id.map((_, row) =>
    projectRow(program, rates, { row, income, months: INCOME_MONTHS }),
  );
  return { byRow, income };
}

/** Where the income of a row goes, a table of zeros there, and for how many of its 60 months. */
interface RowTerms {
  readonly row: number;
  readonly income: IncomeTable;
  readonly months: number;
}

/** One row in one scenario; its income is filled for the first `months`, the rest stays zero. */
export function projectRow(
  program: Program,
  rates: ScenarioRates,
  { row, income, months }: RowTerms,
): RowFlow {
  if (!hasCashFlow(program.book, row)) return itemAt(NO_FLOW, 0);
  const rowRate = itemAt(program.fixed, row).rate ?? rowRates(program, rates, row);
  const principal = principalOf(program, rates, row);
  setRowIncome(income, { program, rates, row, principal, rowRate, months });
  return flowOf(program, row, principal, rowRate);
}

const nothing = new Float64Array(HORIZON_MONTHS);
const NO_FLOW: readonly RowFlow[] = [{ principal: nothing, interest: nothing, servicing: nothing }];

function principalOf(program: Program, rates: ScenarioRates, row: number): Float64Array {
  const { principal } = itemAt(program.fixed, row);
  if (principal !== null) return principal;
  const unit = rowPrincipal(program, rates, row);
  // A redeemed bucket's path is shared by the rows that are alike: it is copied.
  const own = redemptionOfRow(program, row) === null ? unit : unit.slice();
  return scale(own, parOf(program.book, row));
}

/** @param rowRate its own array where the row pays no fixed coupon: interest takes its place */
function flowOf(
  program: Program,
  row: number,
  principal: Float64Array,
  rowRate: Float64Array,
): RowFlow {
  const { book } = program;
  const { interest, servicing, lastMonth } = itemAt(program.fixed, row);
  const balance = { opening: openingOf(book, row), lastMonth };
  const servicingRate = program.depositOf[row]?.servicingRate.value ?? 0;
  return {
    principal,
    interest:
      interest ??
      (paysCoupon(program, row)
        ? interestAt(balance, principal, floatAt(book.couponRate, row))
        : toInterest(balance, principal, rowRate)),
    servicing: servicing ?? interestAt(balance, principal, servicingRate),
  };
}

/** Unit principal to amounts, in the array that was just made. */
function scale(unit: Float64Array, par: number): Float64Array {
  for (let t = 0; t < HORIZON_MONTHS; t += 1) unit[t] = par * floatAt(unit, t);
  return unit;
}

/** Turns the rate of each month into its interest on what is left of the balance (CF-3). */
function toInterest(
  { opening, lastMonth }: RunningBalance,
  principal: Float64Array,
  rate: Float64Array,
): Float64Array {
  let balance = opening;
  for (let t = 0; t < lastMonth; t += 1) {
    rate[t] = (balance * floatAt(rate, t)) / 12;
    balance -= floatAt(principal, t);
  }
  return rate.fill(0, lastMonth);
}
