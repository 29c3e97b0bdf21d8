import { textAt } from '../../../balance-sheet/index.js';
import { contractualPrincipals, type Program, parOf } from '../../../cash-flow/index.js';
import { floatAt, itemAt } from '../../../foundation/index.js';
import type { ScenarioView } from '../../view.js';

export type LadderKind = 'contractual' | 'behavioural';

/** What a row pays, USD million, positive: at once, and by month. */
export interface RowCash {
  readonly onDemand: number;
  /** Principal and interest of months 1, 2, … */
  readonly monthly: Float64Array;
}

/** Days of a month on the ladder: a month's cash is spread evenly over them (LADDER-1). */
export const MONTH_DAYS = 30;

/** Below this share of par a behavioural balance no longer tells an interest rate. */
const NOTHING_LEFT = 1e-9;

/** Writes the principal and interest of the first months of a row; returns what it pays at once. */
type FillCash = (view: ScenarioView, row: number, monthly: Float64Array) => number;

/** Cash of the first `months` months of each row of a program, by either ladder. */
export function rowCashOf(
  program: Program,
  kind: LadderKind,
  months: number,
): (view: ScenarioView, row: number) => RowCash {
  const fill = cashFiller(program, kind);
  return (view, row) => {
    const monthly = new Float64Array(months);
    return { onDemand: fill(view, row, monthly), monthly };
  };
}

/**
 * Cash of each row of a program in a scenario, by either ladder (LADDER-1 to LADDER-3), written
 * into a given array.
 */
export function cashFiller(program: Program, kind: LadderKind): FillCash {
  const { book } = program;
  const scheduleOf = contractualPrincipals(program);
  return (view, row, monthly) => {
    monthly.fill(0);
    const principal = textAt(book.principal, row);
    if (principal === 'none') return readyCash(program, row);
    if (kind === 'behavioural') fillProjected(view, row, dueShare(program, row), monthly);
    else if (principal === 'decay') return floatAt(book.notionalUsdMillion, row);
    else if (principal !== 'line') {
      const terms = {
        scheduled: scheduleOf(row),
        par: parOf(book, row),
        coupon: couponOf(book, row),
      };
      fillContractual(view, row, terms, monthly);
    }
    return 0;
  };
}

/** Cash stands ready at its carrying amount; all else that never pays is not on the ladder. */
function readyCash({ book }: Program, row: number): number {
  return textAt(book.group, row) === 'cash' ? floatAt(book.carryingUsdMillion, row) : 0;
}

/** Share of what matures that is paid: all of it where nothing is said of renewal (LADDER-3). */
function dueShare({ book, rolloverOf }: Program, row: number): number {
  const matures = textAt(book.principal, row) === 'even';
  return matures ? 1 - (rolloverOf[row] ?? 0) : 1;
}

function fillProjected(
  { flows }: ScenarioView,
  row: number,
  due: number,
  monthly: Float64Array,
): void {
  const { principal, interest } = itemAt(flows.byRow, row);
  for (let t = 0; t < monthly.length; t += 1) {
    monthly[t] = due * floatAt(principal, t) + floatAt(interest, t);
  }
}

/** Rate of a fixed row a month; null for one that floats. */
function couponOf(book: Program['book'], row: number): number | null {
  return itemAt(book.floats, row) === 1 ? null : floatAt(book.couponRate, row) / 12;
}

interface Terms {
  readonly scheduled: Float64Array;
  readonly par: number;
  readonly coupon: number | null;
}

/** Scheduled principal, with interest at the coupon or at the rate that the own flows pay. */
function fillContractual(
  { flows }: ScenarioView,
  row: number,
  { scheduled, par, coupon }: Terms,
  monthly: Float64Array,
): void {
  const { principal, interest } = itemAt(flows.byRow, row);
  let projectedBalance = par;
  let balance = par;
  let rate = coupon ?? 0;
  for (let t = 0; t < monthly.length; t += 1) {
    const left = projectedBalance > NOTHING_LEFT * par;
    if (coupon === null && left) rate = floatAt(interest, t) / projectedBalance;
    const repaid = par * floatAt(scheduled, t);
    monthly[t] = repaid + balance * rate;
    projectedBalance -= floatAt(principal, t);
    balance -= repaid;
  }
}

/** Cash that has been paid by the end of a day. */
export function cashByDay({ onDemand, monthly }: RowCash, day: number): number {
  let cash = onDemand;
  const whole = Math.min(Math.floor(day / MONTH_DAYS), monthly.length);
  for (let t = 0; t < whole; t += 1) cash += floatAt(monthly, t);
  if (whole === monthly.length) return cash;
  return cash + floatAt(monthly, whole) * ((day - whole * MONTH_DAYS) / MONTH_DAYS);
}
