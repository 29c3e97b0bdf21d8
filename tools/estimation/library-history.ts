import { readFileSync } from 'node:fs';
import type { BalanceHistory, RateHistory } from '../../packages/engine/src/index.js';
import { cellsOf } from '../transcribe/csv.js';

export type Row = Readonly<Record<string, string>>;

const DATA = new URL('../../library/data/', import.meta.url);

/** Rows of a data file of the library, by column. */
export function libraryRows(path: string): readonly Row[] {
  const [header = '', ...rows] = readFileSync(new URL(path, DATA), 'utf8').trimEnd().split('\n');
  const columns = cellsOf(header);
  return rows.map((row) => {
    const cells = cellsOf(row);
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
  });
}

const VINTAGE = '2026-11-22';
export const INDUSTRY = `deposit-history/${VINTAGE}/industry-deposit-costs.csv`;
export const NAMED_BANKS = `deposit-history/${VINTAGE}/named-bank-deposits.csv`;
const POLICY_RATE = `fed-funds/${VINTAGE}/fed-funds-quarterly.csv`;

/**
 * The policy rate of every quarter with the cost of interest-bearing deposits in the given rows,
 * which is not known where the row spans two quarters.
 */
export function rateHistoryOf(rows: readonly Row[]): RateHistory {
  const costs = new Map(
    rows
      .filter((row) => row.costQuarters === '1' && row.interestBearingPercent !== '')
      .map((row) => [row.date, Number(row.interestBearingPercent) / 100]),
  );
  const policy = libraryRows(POLICY_RATE);
  const quarters = policy.map(({ date = '' }) => date);
  return {
    quarters,
    policyRate: policy.map(({ averagePercent }) => Number(averagePercent) / 100),
    depositRate: quarters.map((quarter) => costs.get(quarter) ?? null),
  };
}

export type BalanceKind = 'noninterest-bearing' | 'all but brokered';

/** Balances of the banks together from one date to another; every bank reported on each date. */
export function balanceHistoryOf(
  idrssds: readonly string[],
  kind: BalanceKind,
  dates: { readonly from: string; readonly to: string },
): BalanceHistory {
  const rows = libraryRows(NAMED_BANKS).filter(
    ({ idrssd = '', date = '' }) =>
      idrssds.includes(idrssd) && date >= dates.from && date <= dates.to,
  );
  const days = [...new Set(rows.map(({ date = '' }) => date))].toSorted();
  const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const balances = days.map((day) => {
    const own = rows.filter(({ date }) => date === day);
    if (own.length !== idrssds.length) throw new Error(`not every bank reported on ${day}`);
    return own.reduce((sum, row) => sum + balanceOf(row, kind), 0);
  });
  return { months: days.map((day) => monthOf(day) - monthOf(dates.from)), balances };
}

function balanceOf(row: Row, kind: BalanceKind): number {
  const free = Number(row.noninterestBearingUsdMillion);
  if (kind === 'noninterest-bearing') return free;
  return free + Number(row.interestBearingUsdMillion) - Number(row.brokeredUsdMillion);
}
