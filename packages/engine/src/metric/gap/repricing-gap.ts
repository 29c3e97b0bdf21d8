import { isSwap, type Swap, swapNotionalAt, textAt } from '../../balance-sheet/index.js';
import { HORIZON_MONTHS, hasCashFlow, openingOf } from '../../cash-flow/index.js';
import { floatAt, itemAt } from '../../foundation/index.js';
import { keptByRows } from '../kept-by-rows.js';
import { type MeasureResult, type MeasureValue, quotient } from '../measure.js';
import { type MeasureInput, sum } from '../view.js';
import { BASEL_BUCKETS, CALL_REPORT_BUCKETS, type GapBucket } from './gap-bucket.js';

const YEAR_MONTHS = 12;

/**
 * What reprices in a month, USD million, assets minus liabilities plus swaps (rule GAP-1): index 0
 * is the valuation date, then months 1 to 360.
 */
export function repricingByMonth(input: MeasureInput): Float64Array {
  const net = netOfRows(input.program, input.base, () => rowsByMonth(input));
  const swaps = new Float64Array(HORIZON_MONTHS + 1);
  for (const swap of input.program.hedges.filter(isSwap)) addSwap(swaps, swap);
  return net.map((amount, month) => amount + floatAt(swaps, month));
}

const netOfRows = keptByRows<Float64Array>();

function rowsByMonth(input: MeasureInput): Float64Array {
  const net = new Float64Array(HORIZON_MONTHS + 1);
  for (let row = 0; row < input.program.book.id.length; row += 1) addRow(net, input, row);
  return net;
}

/**
 * Principal when it comes back; a floating balance at its reset; of a deposit the share beta at
 * once, because it follows the market, and the rest as the balance runs off.
 */
function addRow(net: Float64Array, { program, base }: MeasureInput, row: number): void {
  const { book } = program;
  if (!hasCashFlow(book, row)) return;
  const side = itemAt(book.side, row);
  const { principal } = itemAt(base.flows.byRow, row);
  const atOnce = program.depositOf[row]?.beta.value ?? 0;
  const floats = itemAt(book.floats, row) !== 0;
  const { lastMonth } = itemAt(program.fixed, row);
  const reset = floats ? Math.min(floatAt(book.resetMonth, row), HORIZON_MONTHS) : lastMonth;
  let balance = openingOf(book, row);
  if (textAt(book.principal, row) === 'decay') {
    net[0] = floatAt(net, 0) + side * atOnce * balance;
    balance *= 1 - atOnce;
  }
  for (let t = 0; t < reset; t += 1) {
    const repaid = (1 - atOnce) * floatAt(principal, t);
    net[t + 1] = floatAt(net, t + 1) + side * repaid;
    balance -= repaid;
  }
  if (floats) net[reset] = floatAt(net, reset) + side * balance;
}

/** A swap that pays fixed adds a floating asset at its start and a fixed liability at its end. */
function addSwap(net: Float64Array, swap: Swap): void {
  const { startMonth, maturityMonth } = swap;
  if (startMonth >= HORIZON_MONTHS) return;
  const last = Math.min(maturityMonth, HORIZON_MONTHS);
  net[startMonth] = floatAt(net, startMonth) + swapNotionalAt(swap, startMonth);
  for (let month = startMonth + 1; month <= last; month += 1) {
    const after = month === last ? 0 : swapNotionalAt(swap, month);
    const repaid = swapNotionalAt(swap, month - 1) - after;
    if (repaid !== 0) net[month] = floatAt(net, month) - repaid;
  }
}

/** gap.basel, gap.callReport and the cumulative gap of a year (rules GAP-1 to GAP-4). */
export function gapMeasures(input: MeasureInput): MeasureResult[] {
  const net = repricingByMonth(input);
  const withinYear = sum(net.subarray(0, YEAR_MONTHS + 1));
  return [
    inBuckets('gap.basel', net, BASEL_BUCKETS),
    inBuckets('gap.callReport', net, CALL_REPORT_BUCKETS),
    { id: 'gap.cumulative12m', scenario: '', unit: 'USD million', value: withinYear },
    quotient({ id: 'gap.cumulative12m.share', scenario: '' }, withinYear, {
      value: assets(input),
      what: 'total assets',
    }),
  ];
}

function inBuckets(id: string, net: Float64Array, buckets: readonly GapBucket[]): MeasureValue {
  const byTenor: Record<string, number> = {};
  let from = 0;
  for (const { label, toMonths } of buckets) {
    const to = Math.min(toMonths, HORIZON_MONTHS) + 1;
    byTenor[label] = sum(net.subarray(from, to));
    from = to;
  }
  return { id, scenario: '', unit: 'USD million', value: sum(net), byTenor };
}

function assets({ program }: MeasureInput): number {
  const { book } = program;
  let carrying = 0;
  for (let row = 0; row < book.id.length; row += 1) {
    if (itemAt(book.side, row) > 0) carrying += floatAt(book.carryingUsdMillion, row);
  }
  return carrying;
}
