import { textAt } from '../../balance-sheet/index.js';
import { betaAtLevel, type DepositModel } from '../../behaviour/index.js';
import { floatAt, itemAt } from '../../foundation/index.js';
import { hasCashFlow, openingOf } from '../fixed-parts.js';
import { perFlow } from '../per-flow.js';
import { HORIZON_MONTHS, type Program, type RowFlows } from '../program.js';
import type { ScenarioRates } from '../scenario-rates.js';

/**
 * At what rate a row is funded (rules FTP-1 to FTP-3): in months before `lockedMonths` the mix
 * `floatingShare` x one-month rate + (1 - floatingShare) x `lockedRate`, then the one-month rate.
 */
export interface TransferTerms {
  /** Decimal a year, paid monthly, fixed at the valuation date. */
  readonly lockedRate: number;
  readonly floatingShare: number;
  readonly lockedMonths: number;
  /** Mean time money is out in the base scenario, months: the behavioural tenor. */
  readonly tenorMonths: number;
}

/** A row of the base scenario, as its transfer rate is found from it. */
export interface BaseView {
  readonly rates: ScenarioRates;
  readonly flows: RowFlows;
}

/**
 * Transfer terms of every row from its own principal in the base scenario, null for a row without
 * cash flows: it belongs to the non-earning book (rule FTP-4).
 */
export function transferTerms(program: Program, base: BaseView): (TransferTerms | null)[] {
  return program.book.id.map((_, row) =>
    hasCashFlow(program.book, row) ? knownTerms(program, base, row) : null,
  );
}

const termsOfFlow = perFlow<TransferTerms>();

function knownTerms(program: Program, base: BaseView, row: number): TransferTerms {
  const flow = itemAt(base.flows.byRow, row);
  return termsOfFlow(flow, base.rates, () => rowTerms(program, base, row));
}

function rowTerms(program: Program, { rates, flows }: BaseView, row: number): TransferTerms {
  const { book } = program;
  const { principal } = itemAt(flows.byRow, row);
  const opening = openingOf(book, row);
  const model = itemAt(program.depositOf, row);
  const decays = textAt(book.principal, row) === 'decay';
  const floats = !decays && itemAt(book.floats, row) === 1;
  const lockedMonths = floats
    ? Math.min(HORIZON_MONTHS, floatAt(book.resetMonth, row))
    : HORIZON_MONTHS;
  return {
    lockedRate: parCoupon({ opening, principal }, rates.discount, lockedMonths),
    floatingShare: decays && model !== null ? transferBeta(model, program.oneMonthRateNow) : 0,
    lockedMonths,
    tenorMonths: tenor({ opening, principal }),
  };
}

/** The beta of the replicating mix (rule FTP-3): at the level of the date where it has a curve. */
export function transferBeta({ beta, betaCurve }: DepositModel, oneMonthNow: number): number {
  return betaCurve === undefined ? beta.value : betaAtLevel(betaCurve, beta.value, oneMonthNow);
}

/** A balance at the date and what it repays by month; a line opens at 0 and is drawn (DRAW-2). */
export interface Schedule {
  readonly opening: number;
  readonly principal: Float64Array;
}

/** Value of a schedule at par from `lockedMonths` on, and of 1 a year on it until then. */
export function lockedValue(
  { opening, principal }: Schedule,
  discount: Float64Array,
  lockedMonths: number,
): { readonly principal: number; readonly annuity: number } {
  let balance = opening;
  let repaid = 0;
  let annuity = 0;
  for (let t = 0; t < lockedMonths; t += 1) {
    const factor = floatAt(discount, t + 1);
    const paid = floatAt(principal, t);
    annuity += balance * factor;
    repaid += paid * factor;
    balance -= paid;
  }
  const atReset = balance * floatAt(discount, lockedMonths);
  return { principal: repaid + atReset, annuity: annuity / 12 };
}

/**
 * Coupon at which a schedule is worth its opening balance when it floats at par from
 * `lockedMonths` on. 0 where nothing is locked or out.
 */
function parCoupon(schedule: Schedule, discount: Float64Array, lockedMonths: number): number {
  const { principal, annuity } = lockedValue(schedule, discount, lockedMonths);
  return annuity === 0 ? 0 : (schedule.opening - principal) / annuity;
}

/** Amount x months out over all amounts that were out; 0 where none ever is. */
function tenor({ opening, principal }: Schedule): number {
  let lent = opening;
  let weighted = 0;
  for (let t = 0; t < HORIZON_MONTHS; t += 1) {
    const repaid = floatAt(principal, t);
    weighted += repaid * (t + 1);
    lent += Math.max(0, -repaid);
  }
  return lent === 0 ? 0 : weighted / lent;
}

/** The transfer rate of each month of a scenario, decimal a year: entry t is that of t to t + 1. */
export function transferRatePath(
  { lockedRate, floatingShare, lockedMonths }: TransferTerms,
  oneMonth: Float64Array,
): Float64Array {
  return oneMonth.map((market, month) =>
    month < lockedMonths ? floatingShare * market + (1 - floatingShare) * lockedRate : market,
  );
}
