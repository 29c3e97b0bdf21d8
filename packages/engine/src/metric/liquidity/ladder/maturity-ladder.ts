import { HORIZON_MONTHS, type Program } from '../../../cash-flow/index.js';
import { itemAt } from '../../../foundation/index.js';
import type { ScenarioView } from '../../view.js';
import { cashByDay, type LadderKind, MONTH_DAYS, rowCashOf } from './row-cash.js';

/** Last day of each bucket; a month has 30 days, a year 360. The first is overnight. */
export const LADDER_BUCKETS = [
  { id: 'overnight', lastDay: 1 },
  { id: '2-7d', lastDay: 7 },
  { id: '8-14d', lastDay: 14 },
  { id: '15-30d', lastDay: 30 },
  { id: '2m', lastDay: 60 },
  { id: '3m', lastDay: 90 },
  { id: '4-6m', lastDay: 180 },
  { id: '7-9m', lastDay: 270 },
  { id: '10-12m', lastDay: 360 },
  { id: '1-2y', lastDay: 720 },
  { id: '2-3y', lastDay: 1080 },
  { id: '3-5y', lastDay: 1800 },
  { id: 'over-5y', lastDay: HORIZON_MONTHS * MONTH_DAYS },
] as const;

/** One bucket of a ladder, USD million. */
export interface LadderBucket {
  readonly id: (typeof LADDER_BUCKETS)[number]['id'];
  readonly inflow: number;
  readonly outflow: number;
  /** Inflow minus outflow. */
  readonly gap: number;
  readonly cumulativeGap: number;
}

/** The ladder of a scenario: assets and liabilities by bucket, hedges where they pay (LADDER-4). */
export function maturityLadder(
  program: Program,
  view: ScenarioView,
  kind: LadderKind,
): LadderBucket[] {
  const cumulative = LADDER_BUCKETS.map(() => ({ inflow: 0, outflow: 0 }));
  const cashOf = rowCashOf(program, kind, HORIZON_MONTHS);
  program.book.id.forEach((_, row) => {
    const cash = cashOf(view, row);
    const side = itemAt(program.book.side, row) === 1 ? 'inflow' : 'outflow';
    LADDER_BUCKETS.forEach(({ lastDay }, index) => {
      itemAt(cumulative, index)[side] += cashByDay(cash, lastDay);
    });
  });
  addHedges(cumulative, program, view);
  let before = { inflow: 0, outflow: 0 };
  return LADDER_BUCKETS.map(({ id }, index) => {
    const by = itemAt(cumulative, index);
    const inflow = by.inflow - before.inflow;
    const outflow = by.outflow - before.outflow;
    before = by;
    return { id, inflow, outflow, gap: inflow - outflow, cumulativeGap: by.inflow - by.outflow };
  });
}

/** Each month's net receipt of a hedge is an inflow or an outflow. */
function addHedges(
  cumulative: readonly { inflow: number; outflow: number }[],
  { hedges }: Program,
  { flows }: ScenarioView,
): void {
  hedges.forEach((_, swap) => {
    const months = flows.hedgeCash.subarray(swap * HORIZON_MONTHS, (swap + 1) * HORIZON_MONTHS);
    const received = { onDemand: 0, monthly: months.map((net) => Math.max(0, net)) };
    const paid = { onDemand: 0, monthly: months.map((net) => Math.max(0, -net)) };
    LADDER_BUCKETS.forEach(({ lastDay }, index) => {
      itemAt(cumulative, index).inflow += cashByDay(received, lastDay);
      itemAt(cumulative, index).outflow += cashByDay(paid, lastDay);
    });
  });
}

/** Net receipts of all hedges in the first `months` months; a hedge and its mirror give 0. */
export function hedgeCashOf({ hedges }: Program, { flows }: ScenarioView, months: number): number {
  let cash = 0;
  hedges.forEach((_, swap) => {
    const start = swap * HORIZON_MONTHS;
    cash += flows.hedgeCash.subarray(start, start + months).reduce((sum, net) => sum + net, 0);
  });
  return cash;
}
