import { monthAfter } from './monthly-curves.js';
import type { SharedRow } from './shared-file.js';

export const DEPOSIT_TYPES = ['transaction', 'savings', 'smallTime', 'largeTime'] as const;
export type DepositType = (typeof DEPOSIT_TYPES)[number];

/** One thing a type. */
export function byType<T>(make: (type: DepositType) => T): Record<DepositType, T> {
  return {
    transaction: make('transaction'),
    savings: make('savings'),
    smallTime: make('smallTime'),
    largeTime: make('largeTime'),
  };
}

export const SIZES = ['<1bn', '1-10bn', '10-100bn', '>100bn'] as const;
export type Size = (typeof SIZES)[number];

const COLUMN: Readonly<Record<DepositType, string>> = {
  transaction: 'cost_ibtrans',
  savings: 'cost_sav_mmda',
  smallTime: 'cost_td_le250k',
  largeTime: 'cost_td_gt250k',
};

/** How the rate paid on a type of deposit answered: the two terms of NMD-2 and NMD-3. */
export interface DepositResponse {
  readonly beta: number;
  readonly lagMonths: number;
  /** Root mean square of what is left, basis points. */
  readonly residualBp: number;
  readonly quarters: number;
}

/** The longest lag that is looked at: two years. */
const LONGEST_LAG = 24;

/** Whose cost, and between which quarter ends. */
interface ResponseTerms {
  readonly size: string;
  readonly type: DepositType;
  readonly from: string;
  readonly to: string;
}

/** Beta and lag with the smallest residual of `lagFits`: the engine's deposit model. */
export function depositResponse(
  rows: readonly SharedRow[],
  rates: ReadonlyMap<string, number>,
  of: ResponseTerms,
): DepositResponse {
  const [best] = lagFits(rows, rates, of).toSorted((a, b) => a.residualBp - b.residualBp);
  if (best === undefined) throw new Error('no lag was tried');
  return best;
}

/**
 * Beta of the quarterly cost of a type in a size group between two dates for lags of 0, 1, 2, …
 * months: least squares of the cost on the one-month rate averaged over the lag, and a constant.
 */
export function lagFits(
  rows: readonly SharedRow[],
  rates: ReadonlyMap<string, number>,
  of: ResponseTerms,
): readonly DepositResponse[] {
  const quarters = rows
    .filter(({ size, date = '' }) => size === of.size && date >= of.from && date <= of.to)
    .map((row) => ({ date: row.date ?? '', cost: row[COLUMN[of.type]] ?? '' }))
    .filter(({ cost }) => cost !== '');
  const costs = quarters.map(({ cost }) => Number(cost) / 100);
  return Array.from({ length: LONGEST_LAG + 1 }, (_, lagMonths) => {
    const lagged = quarters.map(({ date }) => quarterMean(rates, date, lagMonths));
    return { lagMonths, quarters: costs.length, ...line(lagged, costs) };
  });
}

/** Mean over the three months of a quarter of the mean of the last `lag + 1` one-month rates. */
function quarterMean(rates: ReadonlyMap<string, number>, quarterEnd: string, lag: number): number {
  let sum = 0;
  for (let back = 0; back < 3; back += 1) {
    for (let older = 0; older <= lag; older += 1) {
      const month = monthAfter(quarterEnd.slice(0, 7), -back - older);
      const rate = rates.get(month);
      if (rate === undefined) throw new Error(`no one-month rate of ${month}`);
      sum += rate;
    }
  }
  return sum / (3 * (lag + 1));
}

function line(x: readonly number[], y: readonly number[]): { beta: number; residualBp: number } {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  const dx = x.map((value) => value - meanX);
  const dy = y.map((value) => value - meanY);
  const product = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
  const beta = product(dx, dy) / product(dx, dx);
  const left = dy.map((value, at) => value - beta * (dx[at] ?? 0));
  return { beta, residualBp: 10_000 * Math.sqrt(product(left, left) / left.length) };
}
