import { type CurveQuote, dayFromCivil, FUTURE_CONVENTIONS, weekdayOf } from '@almfes/engine';
import type { BootstrapCase, FutureRow } from './curve-bootstraps.test-fixture.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEDNESDAY = 2;

function monthNumber(month: string | number): number {
  if (typeof month === 'number') return month;
  const found = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  if (found < 0) throw new Error(`unknown month ${month}`);
  return found + 1;
}

function firstOf(year: number, month: number): number {
  const index = year * 12 + month - 1;
  return dayFromCivil(Math.floor(index / 12), (index % 12) + 1, 1);
}

/** The third Wednesday, on which quarterly contracts change. */
function thirdWednesday(year: number, month: number): number {
  const first = firstOf(year, month);
  return first + ((WEDNESDAY - weekdayOf(first) + 7) % 7) + 14;
}

/** Futures of a case: calendar months averaged, quarters between third Wednesdays compounded. */
export function futuresOf({ inputs }: BootstrapCase): readonly CurveQuote[] {
  return (inputs.quotes ?? []).map(futureOf);
}

function futureOf(row: FutureRow): CurveQuote {
  const month = monthNumber(row.month);
  const shared = { kind: 'future', price: row.price, convexity: row.convexity ?? 0 } as const;
  if (row.freq === 'Monthly') {
    const [startDay, endDay] = [firstOf(row.year, month), firstOf(row.year, month + 1)];
    return { ...shared, startDay, endDay, convention: FUTURE_CONVENTIONS['usd-sofr-1m'] };
  }
  if (row.freq === 'Quarterly') {
    const startDay = thirdWednesday(row.year, month);
    const endDay = thirdWednesday(row.year + Math.floor((month + 2) / 12), ((month + 2) % 12) + 1);
    return { ...shared, startDay, endDay, convention: FUTURE_CONVENTIONS['usd-sofr-3m'] };
  }
  throw new Error(`unknown frequency ${row.freq}`);
}

export interface StatedFuture {
  readonly id: string;
  readonly one: BootstrapCase;
  readonly from: string;
  readonly to: string;
  readonly price: number;
  readonly convexity: number;
  readonly tolerance: number;
}

/** The future whose price a case expects, with the dates and adjustments that its note states. */
export function statedFutures(one: BootstrapCase): readonly StatedFuture[] {
  const { expected, tolerance = 1e-9 } = one;
  if (typeof expected !== 'object' || expected === null || !('futurePrice' in expected)) return [];
  const note = one.inputs.note ?? '';
  const dates = /(\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)/.exec(note);
  if (dates === null) throw new Error(`no dates of the future in "${note}"`);
  const [from, to] = [dates[1] ?? '', dates[2] ?? ''];
  const price = Number(expected.futurePrice);
  const shared = { id: one.id, one, from, to, tolerance };
  const adjusted = /convexity adjustment ([\d.]+)/.exec(note)?.[1];
  const plain = { ...shared, price, convexity: 0 };
  if (adjusted === undefined) return [plain];
  const convexity = Number(adjusted);
  return [plain, { ...shared, price: price - 100 * convexity, convexity }];
}
