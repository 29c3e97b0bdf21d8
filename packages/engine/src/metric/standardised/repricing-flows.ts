import { isSwap, type Swap, swapNotionalAt } from '../../balance-sheet/index.js';
import {
  type Flows,
  HORIZON_MONTHS,
  hasCashFlow,
  openingOf,
  type Program,
} from '../../cash-flow/index.js';
import { floatAt, itemAt } from '../../foundation/index.js';

/**
 * Net repricing cash flows of a Study by month, USD million, positive when the bank receives (rule
 * STANDARD-13): index 0 is the valuation date, then months 1 to 360.
 */
export type RepricingFlows = Float64Array;

/** The part of the flows that is the same in every scenario: rows and swaps that do not answer. */
export function fixedRepricing(program: Program, flows: Flows): RepricingFlows {
  const net = new Float64Array(HORIZON_MONTHS + 1);
  addRows(net, program, flows, (row) => isFixed(program, row));
  addSwaps(net, program);
  return net;
}

/** Adds the flows of all swaps, which are the same in every scenario. */
export function addSwaps(net: RepricingFlows, program: Program): void {
  const swaps = new Float64Array(HORIZON_MONTHS + 1);
  for (const swap of program.hedges.filter(isSwap)) add(swaps, swapFlows(swap));
  add(net, swaps);
}

function add(sum: RepricingFlows, more: RepricingFlows): void {
  for (let month = 0; month <= HORIZON_MONTHS; month += 1) {
    sum[month] = floatAt(sum, month) + floatAt(more, month);
  }
}

/** `fixed` with the rows added whose flows the scenario moves. */
export function scenarioRepricing(
  fixed: RepricingFlows,
  program: Program,
  flows: Flows,
): RepricingFlows {
  const net = fixed.slice();
  addRows(net, program, flows, (row) => !isFixed(program, row));
  return net;
}

function isFixed(program: Program, row: number): boolean {
  return itemAt(program.fixed, row).weighted !== null;
}

/** Adds the repricing flows of the rows that are meant. */
export function addRows(
  net: RepricingFlows,
  program: Program,
  flows: Flows,
  isMeant: (row: number) => boolean,
): void {
  for (let row = 0; row < program.book.id.length; row += 1) {
    if (hasCashFlow(program.book, row) && isMeant(row)) addRow(net, program, flows, row);
  }
}

/** A floating row pays to its reset and then is worth its balance: it reprices there. */
function addRow(net: RepricingFlows, program: Program, flows: Flows, row: number): void {
  const { book } = program;
  const side = itemAt(book.side, row);
  const floats = itemAt(book.floats, row) !== 0;
  const { lastMonth } = itemAt(program.fixed, row);
  const last = floats ? Math.min(floatAt(book.resetMonth, row), HORIZON_MONTHS) : lastMonth;
  const { principal, interest, servicing } = itemAt(flows.byRow, row);
  let balance = openingOf(book, row);
  for (let t = 0; t < last; t += 1) {
    const repaid = floatAt(principal, t);
    const paid = repaid + floatAt(interest, t) + floatAt(servicing, t);
    net[t + 1] = floatAt(net, t + 1) + side * paid;
    balance -= repaid;
  }
  if (floats) net[last] = floatAt(net, last) + side * balance;
}

/**
 * The notional received at the start, where the floating side resets, and paid at the end: each
 * swap by itself, so that a swap and its mirror cancel to the last bit (EVAL-4).
 */
function swapFlows(swap: Swap): RepricingFlows {
  const net = new Float64Array(HORIZON_MONTHS + 1);
  const { fixedRate, floatSpread, startMonth } = swap;
  const last = Math.min(swap.maturityMonth, HORIZON_MONTHS);
  if (startMonth >= last) return net;
  net[startMonth] = floatAt(net, startMonth) + swapNotionalAt(swap, startMonth);
  for (let month = startMonth + 1; month <= last; month += 1) {
    const notional = swapNotionalAt(swap, month - 1);
    net[month] = floatAt(net, month) - (notional * (fixedRate - floatSpread)) / 12;
    const repaid = notional - (month === last ? 0 : swapNotionalAt(swap, month));
    if (repaid !== 0) net[month] = floatAt(net, month) - repaid;
  }
  return net;
}
