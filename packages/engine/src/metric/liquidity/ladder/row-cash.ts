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

/**
 * Cash of the first `months` months of each row of a program in a scenario, by either ladder
 * (LADDER-1 to LADDER-3). Contractual schedules are made once and serve every scenario.
 */
export function rowCashOf(
  program: Program,
  kind: LadderKind,
  months: number,
): (view: ScenarioView, row: number) => RowCash {
  const { book } = program;
  const principals = contractualPrincipals(program);
  const schedules =
    kind === 'behavioural' ? [] : book.id.map((_, row) => principals(row).slice(0, months));
  return (view, row) => {
    const principal = textAt(book.principal, row);
    if (principal === 'none') return standing(program, row, months);
    const scheduled = schedules[row];
    if (scheduled === undefined) return projected(view, row, months);
    const notional = floatAt(book.notionalUsdMillion, row);
    if (principal === 'decay') return { onDemand: notional, monthly: new Float64Array(months) };
    const par = parOf(book, row);
    return { onDemand: 0, monthly: contractual(view, row, { scheduled, par }) };
  };
}

/** Cash stands ready at its carrying amount; all else that never pays is not on the ladder. */
function standing({ book }: Program, row: number, months: number): RowCash {
  const ready = textAt(book.group, row) === 'cash';
  const onDemand = ready ? floatAt(book.carryingUsdMillion, row) : 0;
  return { onDemand, monthly: new Float64Array(months) };
}

function projected({ flows }: ScenarioView, row: number, months: number): RowCash {
  const { principal, interest } = itemAt(flows.byRow, row);
  const monthly = new Float64Array(months);
  for (let t = 0; t < months; t += 1) monthly[t] = floatAt(principal, t) + floatAt(interest, t);
  return { onDemand: 0, monthly };
}

/** Scheduled principal, with interest at the rate that the scenario's own flows pay. */
function contractual(
  { flows }: ScenarioView,
  row: number,
  terms: { readonly scheduled: Float64Array; readonly par: number },
): Float64Array {
  const { scheduled, par } = terms;
  const { principal, interest } = itemAt(flows.byRow, row);
  let projectedBalance = par;
  let balance = par;
  let rate = 0;
  return scheduled.map((share, t) => {
    const left = projectedBalance > NOTHING_LEFT * par;
    if (left) rate = floatAt(interest, t) / projectedBalance;
    const paid = par * share + balance * rate;
    projectedBalance -= floatAt(principal, t);
    balance -= par * share;
    return paid;
  });
}

/** Cash that has been paid by the end of a day. */
export function cashByDay({ onDemand, monthly }: RowCash, day: number): number {
  let cash = onDemand;
  const whole = Math.min(Math.floor(day / MONTH_DAYS), monthly.length);
  for (let t = 0; t < whole; t += 1) cash += floatAt(monthly, t);
  if (whole === monthly.length) return cash;
  return cash + floatAt(monthly, whole) * ((day - whole * MONTH_DAYS) / MONTH_DAYS);
}
