import { floatAt } from '../../../foundation/index.js';
import { type FlowFactor, INFLOW_CAP, type RuleTable, WINDOW_DAYS } from './factor.js';
import type { FlowItem, LiquidityRule } from './input.js';
import { factorOf } from './weighted-sum.js';

/** USD million, of the 30 days. */
export interface NetOutflow {
  readonly outflow: number;
  /** Before the cap. */
  readonly inflow: number;
  readonly countedInflow: number;
  readonly addOn: number;
  readonly amount: number;
}

/** Net cash outflow of the window with inflow cap and, in the US, add-on (LCR-4, LCR-5). */
export function netOutflow(bank: LiquidityRule, table: RuleTable): NetOutflow {
  const outflow = total(bank.outflows, table.outflows);
  const inflow = total(bank.inflows, table.inflows);
  const countedInflow = Math.min(inflow, INFLOW_CAP * outflow);
  const addOn = mismatchAddOn(bank, table);
  return { outflow, inflow, countedInflow, addOn, amount: outflow - countedInflow + addOn };
}

function total(items: readonly FlowItem[], table: readonly FlowFactor[]): number {
  let sum = 0;
  for (const item of items) {
    const row = factorOf(table, item.category);
    if (row.counts === 'any maturity' || dayOf(item) <= WINDOW_DAYS) {
      sum += row.factor * item.amountUsdMillion.value;
    }
  }
  return sum;
}

/** Without a maturity: the first day, 12 CFR 249.31(a)(4). */
function dayOf({ dueDay }: FlowItem): number {
  return dueDay ?? 1;
}

/**
 * Largest cumulative net outflow of any day less that of day 30, each not below zero: 12 CFR
 * 249.30(b). Zero where no row of the table is part of it.
 */
function mismatchAddOn(bank: LiquidityRule, table: RuleTable): number {
  const byDay = new Float64Array(WINDOW_DAYS + 1);
  addByDay(byDay, bank.outflows, table.outflows, 1);
  addByDay(byDay, bank.inflows, table.inflows, -1);
  let cumulative = 0;
  let largest = 0;
  for (let day = 1; day <= WINDOW_DAYS; day += 1) {
    cumulative += floatAt(byDay, day);
    largest = Math.max(largest, cumulative);
  }
  return largest - Math.max(0, cumulative);
}

function addByDay(
  byDay: Float64Array,
  items: readonly FlowItem[],
  table: readonly FlowFactor[],
  sign: 1 | -1,
): void {
  for (const item of items) {
    const row = factorOf(table, item.category);
    const day = Math.max(1, dayOf(item));
    if (!row.mismatch || day > WINDOW_DAYS) continue;
    byDay[day] = floatAt(byDay, day) + sign * row.factor * item.amountUsdMillion.value;
  }
}
