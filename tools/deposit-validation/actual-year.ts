import type { CallReport, FieldName } from '@almfes/intake';
import type { PaidType, YearOfBank } from './predict-year.js';

/** Cost of deposits and net interest margin of a year, decimals. */
export interface YearRates {
  readonly costInterestBearing: number;
  readonly costTotal: number;
  /** Over total assets. */
  readonly margin: number;
}

export const RATE_NAMES = ['costInterestBearing', 'costTotal', 'margin'] as const;
export type RateName = (typeof RATE_NAMES)[number];

export const EXPENSE: Readonly<Record<PaidType, FieldName>> = {
  transaction: 'expenseTransaction',
  savings: 'expenseSavings',
  smallTime: 'expenseSmallTime',
  largeTime: 'expenseLargeTime',
  foreign: 'expenseForeignDeposits',
};
export const AVERAGE: Readonly<Record<PaidType, FieldName>> = {
  transaction: 'averageInterestTransaction',
  savings: 'averageSavings',
  smallTime: 'averageSmallTime',
  largeTime: 'averageLargeTime',
  foreign: 'averageForeignInterestBearing',
};
const FREE: readonly FieldName[] = [
  'depositsDomesticNoninterestBearing',
  'depositsForeignNoninterestBearing',
];

const sumOf = (report: CallReport, names: readonly FieldName[]): number =>
  names.reduce((total, name) => total + (report.amount(name) ?? 0), 0);

/**
 * Rates of a calendar year as reported in December: RI of the year over the mean of the quarterly
 * averages (RC-K) of this December and the one before; without one before, over those of December
 * alone. Free deposits have no average: their balances stand for it. Null where a part is missing.
 */
export function actualYear(report: CallReport, before: CallReport | null): YearRates | null {
  const mean = (names: readonly FieldName[]): number =>
    before === null ? sumOf(report, names) : (sumOf(report, names) + sumOf(before, names)) / 2;
  const interestBearing = mean(Object.values(AVERAGE));
  const assets = mean(['averageTotalAssets']);
  const earned = report.amount('netInterestIncome');
  if (!(interestBearing > 0) || !(assets > 0) || earned === undefined) return null;
  const paid = sumOf(report, Object.values(EXPENSE));
  return {
    costInterestBearing: paid / interestBearing,
    costTotal: paid / (interestBearing + mean(FREE)),
    margin: earned / assets,
  };
}

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** The rates of a predicted year over the balances of its date. */
export function predictedRates(year: YearOfBank): YearRates {
  const paid = total(Object.values(year.paid).map(total));
  const interestBearing = total(Object.values(year.balance));
  return {
    costInterestBearing: paid / interestBearing,
    costTotal: paid / (interestBearing + year.freeDeposits),
    margin: total(year.netInterestIncome) / year.assets,
  };
}
