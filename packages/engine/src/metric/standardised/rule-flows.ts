import { textAt } from '../../balance-sheet/index.js';
import { type DepositModel, depositPrincipal } from '../../behaviour/index.js';
import {
  contractualPrincipals,
  HORIZON_MONTHS,
  hasCashFlow,
  interestAt,
  parOf,
  redeemedShare,
  scaledPrepayment,
} from '../../cash-flow/index.js';
import { floatAt, type Issue, itemAt } from '../../foundation/index.js';
import type { PrescribedShape } from '../../scenario/index.js';
import type { MeasureInput, ScenarioView } from '../view.js';
import { CPR_SCALARS, scenarioRedemptionRatio } from './behaviour-scalar.js';
import { cappedCore } from './deposit-caps.js';
import { addRows, addSwaps, type RepricingFlows } from './repricing-flows.js';

/** What one row pays by month 0 to 360, USD million, positive. */
type RowPayments = (row: number) => Float64Array | null;

/** Why the rule cannot be kept: the first deposit whose model states no category or no core. */
export function ruleRefusal({ program }: Pick<MeasureInput, 'program'>): Issue | undefined {
  for (const [row, model] of program.depositOf.entries()) {
    if (model === null || !isDeposit(program.book, row)) continue;
    const core = cappedCore(model);
    if (core.ok) continue;
    const [found] = core.issues;
    if (found !== undefined) return { ...found, path: `/behaviour/deposits/${found.path}` };
  }
  return undefined;
}

/**
 * Repricing flows as the rule has them (rule STANDARD-16): deposits by capped core, time deposits
 * by TDRR, prepaying loans by CPR; all else as in STANDARD-13.
 * @param shape null for the base, where every scalar is 1
 */
export function ruleRepricing(
  input: Pick<MeasureInput, 'program' | 'base'>,
  view: ScenarioView,
  shape: PrescribedShape | null,
): RepricingFlows {
  const { program } = input;
  const { book } = program;
  const paymentsOf = rulePayments(input, shape);
  const net = new Float64Array(HORIZON_MONTHS + 1);
  const others = new Set<number>();
  for (let row = 0; row < book.id.length; row += 1) {
    const payments = hasCashFlow(book, row) ? paymentsOf(row) : null;
    if (payments === null) others.add(row);
    else addTo(net, payments, itemAt(book.side, row));
  }
  addRows(net, program, view.flows, (row) => others.has(row));
  addSwaps(net, program);
  return net;
}

/** A floating position keeps its flows to the reset, whatever is prepaid. */
function rulePayments(
  { program, base }: Pick<MeasureInput, 'program' | 'base'>,
  shape: PrescribedShape | null,
): RowPayments {
  const { book } = program;
  const scheduled = contractualPrincipals(program);
  return (row) => {
    if (itemAt(book.floats, row) !== 0) return null;
    const par = parOf(book, row);
    const rate = floatAt(book.rate, row);
    const model = itemAt(program.depositOf, row);
    if (model !== null && isDeposit(book, row)) {
      const core = cappedCore(model);
      if (!core.ok) throw new Error(core.issues[0]?.message);
      const { share, averageLifeYears } = core.value;
      const principal = corePrincipal(model, averageLifeYears);
      return payments({ principal, par: par * share, rate }, par);
    }
    const redeemed = redeemedShare(program, base.rates, row);
    if (redeemed !== null) {
      const left = 1 - (shape === null ? redeemed : scenarioRedemptionRatio(redeemed, shape));
      return payments({ principal: scheduled(row), par: par * left, rate }, par);
    }
    const scalar = shape === null ? 1 : CPR_SCALARS[shape];
    const principal = scaledPrepayment(program, base.rates, { row, scalar });
    if (principal === null) return null;
    return payments({ principal, par, rate: floatAt(book.couponRate, row) }, par);
  };
}

const isDeposit = (book: MeasureInput['program']['book'], row: number): boolean =>
  textAt(book.principal, row) === 'decay';

/** How one unit of the core is repaid over its capped average life. */
function corePrincipal(model: DepositModel, years: number): Float64Array {
  const { core: _core, surge: _surge, rateGap: _rateGap, ...rest } = model;
  const alone: DepositModel = {
    ...rest,
    averageLifeYears: { ...rest.averageLifeYears, value: years },
    outflowShare: { ...rest.outflowShare, value: 0 },
  };
  return depositPrincipal(alone, HORIZON_MONTHS, null);
}

/** Principal and interest of what stays, and overnight what of `whole` does not. */
function payments(
  stays: { readonly principal: Float64Array; readonly par: number; readonly rate: number },
  whole: number,
): Float64Array {
  const principal = stays.principal.map((unit) => stays.par * unit);
  const interest = interestAt(
    { opening: stays.par, lastMonth: HORIZON_MONTHS },
    principal,
    stays.rate,
  );
  const paid = new Float64Array(HORIZON_MONTHS + 1);
  paid[0] = whole - stays.par;
  for (let t = 0; t < HORIZON_MONTHS; t += 1) {
    paid[t + 1] = floatAt(principal, t) + floatAt(interest, t);
  }
  return paid;
}

function addTo(net: Float64Array, paid: Float64Array, side: number): void {
  for (let month = 0; month < net.length; month += 1) {
    net[month] = floatAt(net, month) + side * floatAt(paid, month);
  }
}
